"""A field: one thing a request may say, with the question a person is asked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """One answer a choice allows: its id, its label on a form, and what it means.

    ``reads`` is how the answer reads in a sentence: ``an external agency produced it``.
    """

    id: str
    label: str
    means: str
    reads: str


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a request may say.

    ``type`` is a row of ``prevent.fields.types``. ``question`` is what a person is asked and
    ``help`` what they may need to know first. ``asked_when`` says in plain words when a form
    should ask; it limits nothing. ``phrase`` is how the field reads in a sentence: ``the day of
    the event``. ``answered_by`` is the role that gives the answer, or empty for
    whoever makes the request. A list has ``fields`` of its own, one of which (``named_by``) names
    an item in findings; ``item`` is what one item is called. Approvals may also say who signed
    (``by``) and on which ``conditions``: ``also_says``. What is ``personal`` names a person, and is
    hidden where names are not to be shown.
    """

    id: str
    type: str
    label: str
    question: str
    phrase: str = ""
    help: str = ""
    asked_when: str = ""
    answered_by: str = ""
    required: bool = False
    options: tuple[Option, ...] = ()
    item: str = ""
    named_by: str = ""
    fields: tuple[Field, ...] = ()
    also_says: tuple[str, ...] = ()
    personal: bool = False

    def option(self, option_id: str) -> Option | None:
        """The option with this id, or None."""
        return next((option for option in self.options if option.id == option_id), None)

    def field(self, field_id: str) -> Field | None:
        """The field of a list's items with this id, or None."""
        return next((field for field in self.fields if field.id == field_id), None)
