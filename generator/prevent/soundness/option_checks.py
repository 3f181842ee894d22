"""Answers that the rules seem to have forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prevent.conditions.tree import Condition, Is, leaves
from prevent.fields.field import Field, Option
from prevent.rules.sample_request import sample_request
from prevent.soundness.subject import Oddity, Subject

FEWEST = 4
"""A field with fewer answers may well have one that stands for the rest."""


def check_options(subjects: Sequence[Subject]) -> Iterator[tuple[Field, Option, Oddity]]:
    """Where the rules name most answers of a field, they name each, or a page mentions it.

    An answer that no rule names is often meant: it stands for the rest. It looks forgotten where
    the field has at least four answers and rules name at least half of them. A field by which a
    rule's requirement is met is passed over: what follows from its other answers is said there.
    """
    fields = {field.id: field for each in subjects for field in each.setting.fields.values()}
    required = {
        leaf.fact
        for subject in subjects
        for part in subject.required
        for leaf in leaves(part.met)
        if isinstance(leaf, Is)
    }
    named = _named(subjects)
    for field in fields.values():
        if field.type != "choice" or field.id in required or len(field.options) < FEWEST:
            continue
        left = [option for option in field.options if option.id not in named.get(field.id, set())]
        if 2 * len(left) > len(field.options):
            continue
        for option in left:
            if not _mentioned(option, subjects):
                yield field, option, _forgotten(field, option, subjects)


def _named(subjects: Sequence[Subject]) -> dict[str, set[str]]:
    """The answers that conditions of rules name, by field."""
    found: dict[str, set[str]] = {}
    for subject in subjects:
        for condition in _conditions(subject):
            for leaf in leaves(condition):
                if isinstance(leaf, Is):
                    found.setdefault(leaf.fact, set()).update(leaf.values)
        for use in subject.procedure.uses:
            if use.only_when:
                found.setdefault(use.only_when[0], set()).add(use.only_when[1])
    return found


def _conditions(subject: Subject) -> Iterator[Condition]:
    yield subject.compiled.when
    yield subject.compiled.unless
    for part in subject.compiled.parts:
        yield part.when


def _mentioned(option: Option, subjects: Sequence[Subject]) -> bool:
    """Do the words of a rule or a procedure, which stand on a page, mention the answer?"""
    texts = [
        text.lower()
        for subject in subjects
        for text in (subject.written.title, subject.written.reading, subject.procedure.summary)
    ]
    words = {option.id.lower(), option.label.lower(), option.reads.lower()}
    return any(word and word in text for word in words for text in texts)


def _forgotten(field: Field, option: Option, subjects: Sequence[Subject]) -> Oddity:
    message = (
        f"No rule names '{option.id}', an answer to '{field.id}', though rules name most of its"
        " other answers."
    )
    hint = "If that is meant, say so in a rule's reading; if not, name it in the rules."
    subject = next(each for each in subjects if field.id in each.setting.fields)
    facts = {field.id: option.id}
    each = "" if field.id in subject.procedure.fields else subject.written.for_each
    return Oddity(message, hint, (), sample_request(subject.procedure, facts, each))
