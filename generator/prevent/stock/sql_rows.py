"""Requests as rows of a database's table, and the rows of the view as answers.

The view is the one that is published, but for one thing: the day of the check is a column of the
table, for each request asked about has its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date

from sqlglot import exp

from prevent.conditions.lower import flat_name
from prevent.policy.outcomes import outcome
from prevent.rules.columns import columns
from prevent.rules.found import Found
from prevent.rules.ruleset import KindRules, RuleSet
from prevent.stock.runner import Answer, Asked
from prevent.targets.sql import facts
from prevent.targets.sql.dialect import Dialect
from prevent.targets.sql.queries import view
from prevent.targets.sql.words import name

NUMBER = "number-asked"
AS_OF = "as-of"
POLICY_AS_OF = "policy-as-of"
"""Columns beside the register's. No field can have these names."""


class UndecidedError(Exception):
    """The view gives no outcome: the row is no whole request, or beyond the bank holidays."""


def statement(rule_set: RuleSet, kind: KindRules, dialect: Dialect) -> str:
    """The published view, but with the day of the check from the table."""
    asked = facts.Asked(name(AS_OF), name(POLICY_AS_OF), (NUMBER,))
    return view(rule_set, kind, dialect.name, asked)


def view_name(kind: KindRules, dialect: Dialect) -> str:
    """The name of the view, quoted."""
    return _quoted(f"prevent_{flat_name(kind.kind)}", dialect)


def declared(kind: KindRules, dialect: Dialect) -> str:
    """The columns of the table and their types, as the database declares them."""
    own = {NUMBER: dialect.types["number"], AS_OF: "date", POLICY_AS_OF: "date"}
    own |= {column.name: dialect.column_type(column) for column in columns(kind)}
    return ", ".join(f"{_quoted(column, dialect)} {kind}" for column, kind in own.items())


def rows(asked: Sequence[Asked], longest: int = 255) -> list[str]:
    """Each request as one line of JSON, by the names of the columns, at most ``longest`` bytes."""
    return [
        json.dumps(
            {column.encode()[:longest].decode(): cell for column, cell in _row(number, one)},
            default=date.isoformat,
        )
        for number, one in enumerate(asked)
    ]


def _row(number: int, asked: Asked) -> list[tuple[str, object]]:
    own = {NUMBER: number, AS_OF: asked.as_of, POLICY_AS_OF: asked.policy_as_of}
    return [*own.items(), *asked.row.items()]


def answers(read: Iterable[tuple[int, str | None, str | None]], count: int) -> list[Answer]:
    """The answers, in order, of the view's rows: number, outcome, and the findings as JSON.

    Raises ``UndecidedError`` where the view gives no outcome, or no row.
    """
    made: dict[int, Answer] = {}
    for number, found_outcome, findings in read:
        if found_outcome is None or findings is None:
            raise UndecidedError(f"The view decides nothing of request {number}.")
        made[number] = Answer.of(map(Found.read, json.loads(findings)), outcome(found_outcome))
    if len(made) != count:
        raise UndecidedError(f"The view has {len(made)} rows for {count} requests.")
    return [made[number] for number in range(count)]


def _quoted(identifier: str, dialect: Dialect) -> str:
    return exp.to_identifier(identifier, quoted=True).sql(dialect.sqlglot)
