"""What may be wrong with a row though each of its cells is right: what goes together, and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from prevent.bulk import quoting
from prevent.bulk.cells import Trouble
from prevent.rules.columns import Column, columns
from prevent.rules.ruleset import KindRules


def row_checks(
    kind: KindRules, values: Mapping[str, str], given: Mapping[str, str]
) -> Iterator[Trouble]:
    """What may be wrong with a row of this kind.

    ``values`` are its cells' values, in SQL, and ``given`` whether anything stands in each.
    """
    own = columns(kind)
    yield from _together(own, values, given)
    yield from _several(own, given)
    yield from _limited(own, values, given)


def _together(
    own: Sequence[Column], values: Mapping[str, str], given: Mapping[str, str]
) -> Iterator[Trouble]:
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
            there, led = given.get(column.name, "false"), given.get(first.name, "false")
            yield Trouble(
                column.name,
                f"({there} AND NOT {led})",
                quoting.text(f"It is given without '{first.name}'."),
            )
            if name == "date":
                why = quoting.text(f"It is given without '{column.name}'.")
                yield Trouble(first.name, f"({led} AND NOT {there})", why)
            value = values.get(column.name)
            if name == "latest" and value and parts["date"].name in values:
                early = f"coalesce({value} < {values[parts['date'].name]}, false)"
                why = quoting.text(f"It is before '{parts['date'].name}'.")
                yield Trouble(column.name, early, why)
            if name.startswith("condition.") and value and first.name in values:
                declined = f"({there} AND coalesce({values[first.name]} = 'declined', false))"
                why = quoting.text("Only what is granted has conditions.")
                yield Trouble(column.name, declined, why)


def _several(own: Sequence[Column], given: Mapping[str, str]) -> Iterator[Trouble]:
    """Of a field with any number of options every one is answered, or none is."""
    fields: dict[str, list[Column]] = {}
    for column in own:
        if column.field is not None and column.field.type == "several":
            fields.setdefault(column.field.id, []).append(column)
    for field, options in fields.items():
        if len(options) > 1:
            each = [given.get(column.name, "false") for column in options]
            number = " + ".join(f"CAST({there} AS INT)" for there in each)
            for column, there in zip(options, each, strict=True):
                wrong = f"(NOT {there} AND ({number}) > 0)"
                why = f"It is missing. Of '{field}', give yes or no for every option, or for none."
                yield Trouble(column.name, wrong, quoting.text(why))


def _limited(
    own: Sequence[Column], values: Mapping[str, str], given: Mapping[str, str]
) -> Iterator[Trouble]:
    """Some columns may be given only where another has a certain answer."""
    for column in own:
        if column.only_when is None or column.name not in values:
            continue
        other, answer = column.only_when
        so = f"coalesce({values[other]} = {quoting.text(answer)}, false)" if other in values else ""
        why = f"It may be given only where '{other}' is {answer}."
        wrong = f"({given[column.name]} AND NOT {so or 'false'})"
        yield Trouble(column.name, wrong, quoting.text(why))
