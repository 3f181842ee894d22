"""Which columns of a register are answers, which are not, and which only nearly are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from prevent.conditions.lower import flat_name
from prevent.faults import Fault, Place, PreventError
from prevent.reading.nearest import nearest, one_of
from prevent.reading.quoting import quoted
from prevent.rules.columns import KIND, Column, columns
from prevent.rules.ruleset import KindRules, RuleSet

_LONG_NAME = 16
_LIKENESS = 0.94
"""How alike two long names must be, where they begin alike because they are paths."""

_SAID_BY_ROLES = ("decision", "date", "latest", "by", "note", "condition")


@dataclass(frozen=True, slots=True)
class Headings:
    """The columns of a register that rules look at, and those that none does, by their names."""

    known: tuple[str, ...]
    ignored: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sought:
    """A register that is to be opened: by which rules, and as the person named it.

    ``kind`` is the kind of every row, where that is given.
    """

    rules: RuleSet
    shown: str
    kind: str | None

    @property
    def place(self) -> Place:
        """The register, as the person named it."""
        return Place(self.shown)

    def headings(self, written: Sequence[str]) -> Headings:
        """Tell its columns apart. Raises ``PreventError`` as :func:`headings` does."""
        kinds = self.rules.kinds
        mine = {self.kind: kinds[self.kind]} if self.kind else kinds
        return headings(written, mine, self.rules.roles, self.place)


def headings(
    written: Sequence[str], kinds: Mapping[str, KindRules], roles: Collection[str], place: Place
) -> Headings:
    """Tell the columns of a register apart.

    ``kinds`` are those that its rows may be of, ``roles`` the ids of the policy's roles. Raises
    ``PreventError`` where a name stands twice, none is known, or one is nearly that of a column
    that is not there: to leave out an answer over a slip would be to decide wrongly.
    """
    twice = sorted({name for name in written if written.count(name) > 1})
    if twice:
        message = f"The column {quoted(twice[0])} stands there more than once."
        raise PreventError([Fault(place, message, "Give each column a name of its own.")])
    wanted = {column.name: column for kind in kinds.values() for column in columns(kind)}
    known = tuple(name for name in written if name in wanted)
    other = tuple(name for name in written if name not in wanted)
    absent = [name for name in wanted if name not in known]
    told = set(_told(kinds.values(), roles))
    faults = [
        Fault(place, f"There is no column {quoted(name)}.", f"Did you mean '{meant}'?")
        for name in other
        if name not in told and (meant := _meant(name, absent))
    ]
    if faults:
        raise PreventError(faults)
    if not known:
        message = "None of its columns is one that the rules look at."
        raise PreventError([Fault(place, message, one_of(wanted))])
    return Headings(known, other)


def required(kind: KindRules, known: Collection[str], place: Place) -> None:
    """Raise ``PreventError`` where a column is not there that no such request can do without."""
    faults = [
        Fault(
            place,
            f"The column '{column.name}' is missing.",
            f"Every request of the kind '{kind.kind}' has it.",
        )
        for column in columns(kind)
        if column.required and column.name not in known and column.name != KIND
    ]
    if faults:
        raise PreventError(faults)


def item_headings(column: Column, written: Iterable[str], place: Place) -> None:
    """Raise ``PreventError`` where the items of a list lack what they need, or nearly have it."""
    names = list(written)
    own = {inner.name: inner for inner in column.columns}
    absent = [name for name in own if name not in names]
    field = column.field
    told = {flat_name(inner.id) for inner in (field.fields if field else ())}
    faults = [
        Fault(
            place,
            f"The items of '{column.name}' have no {quoted(name)}.",
            f"Did you mean '{meant}'?",
        )
        for name in names
        if name not in own and name not in told and (meant := _meant(name, absent))
    ]
    faults += [
        Fault(place, f"The items of '{column.name}' lack '{name}'.", "Every item has it.")
        for name in absent
        if own[name].required
    ]
    if faults:
        raise PreventError(faults)


def _meant(name: str, absent: Sequence[str]) -> str | None:
    """The absent column that a name is most likely a slip for."""
    near = nearest(name, absent)
    if near is None or _same(near) == _same(name) or max(len(near), len(name)) <= _LONG_NAME:
        return near
    likeness = SequenceMatcher(None, _same(name), _same(near), autojunk=False).ratio()
    return near if likeness >= _LIKENESS else None


def _same(name: str) -> str:
    return name.casefold().replace("-", "").replace("_", "").replace(" ", "")


def _told(kinds: Iterable[KindRules], roles: Collection[str]) -> Iterator[str]:
    """The names of what requests can say, though no rule may look at it."""
    for kind in kinds:
        for field in kind.fields:
            yield flat_name(field.id)
            if field.type in {"approvals", "advice"}:
                for role in roles:
                    yield from (flat_name(f"{field.id}.{role}.{said}") for said in _SAID_BY_ROLES)
            if field.type == "completion":
                yield from (flat_name(f"{field.id}.{said}") for said in ("completed", "by"))
