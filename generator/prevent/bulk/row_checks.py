"""What may be wrong with a row though each of its cells is right: what goes together, and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from prevent.bulk import quoting
from prevent.bulk.cells import Trouble
from prevent.rules.columns import Column, columns
from prevent.rules.ruleset import KindRules


def row_checks(kind: KindRules, values: Mapping[str, str]) -> Iterator[Trouble]:
    """What may be wrong with a row of this kind. ``values`` are its cells' values, in SQL."""
    own = columns(kind)
    yield from _together(own, values)
    yield from _several(own, values)


def _together(own: Sequence[Column], values: Mapping[str, str]) -> Iterator[Trouble]:
    """A decision and its date go together, and what else is said goes with them."""
    paths: dict[str, dict[str, Column]] = {}
    for column in own:
        if column.field is not None and column.field.type in {"approvals", "advice"}:
            role, said = column.fact.split(".", 2)[1:]
            paths.setdefault(f"{column.field.id}.{role}", {})[said] = column
    for parts in paths.values():
        first = parts.get("decision", parts["date"])
        for name, column in parts.items():
            if column is first:
                continue
            given, led = _given(column, values), _given(first, values)
            yield Trouble(
                column.name,
                f"({given} AND NOT {led})",
                quoting.text(f"It is given without '{first.name}'."),
            )
            if name == "date":
                why = quoting.text(f"It is given without '{column.name}'.")
                yield Trouble(first.name, f"({led} AND NOT {given})", why)
            value = values.get(column.name)
            if name == "latest" and value and parts["date"].name in values:
                early = f"coalesce({value} < {values[parts['date'].name]}, false)"
                why = quoting.text(f"It is before '{parts['date'].name}'.")
                yield Trouble(column.name, early, why)
            if name.startswith("condition.") and value and first.name in values:
                declined = f"({given} AND coalesce({values[first.name]} = 'declined', false))"
                why = quoting.text("Only what is granted has conditions.")
                yield Trouble(column.name, declined, why)


def _several(own: Sequence[Column], values: Mapping[str, str]) -> Iterator[Trouble]:
    """Of a field with any number of options every one is answered, or none is."""
    fields: dict[str, list[Column]] = {}
    for column in own:
        if column.field is not None and column.field.type == "several":
            fields.setdefault(column.field.id, []).append(column)
    for field, options in fields.items():
        if len(options) > 1:
            given = " + ".join(f"CAST({_given(column, values)} AS INT)" for column in options)
            for column in options:
                wrong = f"(NOT {_given(column, values)} AND ({given}) > 0)"
                why = f"It is missing. Of '{field}', give yes or no for every option, or for none."
                yield Trouble(column.name, wrong, quoting.text(why))


def _given(column: Column, values: Mapping[str, str]) -> str:
    value = values.get(column.name)
    return "false" if value is None else f"({value} IS NOT NULL)"
