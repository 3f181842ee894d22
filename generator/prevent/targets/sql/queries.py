"""The queries: a view that is published, and masks for deciding a register.

In the masks a finding is one or more bits: see :mod:`prevent.targets.sql.told`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlglot import exp

from prevent.conditions.tree import Dated
from prevent.rules.ruleset import KindRules, RuleSet
from prevent.targets.sql.dialect import Sql
from prevent.targets.sql.facts import Asked
from prevent.targets.sql.masks import mask
from prevent.targets.sql.query import Query, with_steps
from prevent.targets.sql.table import DIALECTS
from prevent.targets.sql.told import Looked, Told, looked_at, told_list
from prevent.targets.sql.view import view as published
from prevent.targets.sql.words import day, name, named, table

__all__ = ["Told", "bits_query", "told_list", "view", "views"]

UNCOUNTED = "uncounted"


def view(rule_set: RuleSet, kind: KindRules, dialect: str, asked: Asked | None = None) -> str:
    """The statement that makes the view ``prevent_KIND`` over a table ``requests``.

    ``dialect`` is ``duckdb``, ``postgres`` or ``spark``. The view gives the reference (if such
    requests have one), the kind, the outcome, and the findings: a list of records (in PostgreSQL
    ``jsonb``) with ``rule``, ``failure``, ``outcome``, ``clause``, ``who``, ``by``, ``list``,
    ``item`` (from 0) and ``conditions``. Outcome and findings are null for a row that is no whole
    request, or whose working days cannot be counted. ``asked`` is for another day of the check than
    the day it is.
    """
    return published(rule_set, kind, DIALECTS[dialect], looked_at(kind), asked)


def views(rule_set: RuleSet, kind: KindRules) -> dict[str, str]:
    """The statement of ``view`` for each dialect, by its name: as published."""
    looked = looked_at(kind)
    return {name: published(rule_set, kind, each, looked) for name, each in DIALECTS.items()}


def bits_query(  # noqa: PLR0913 (as the callers agreed)
    rule_set: RuleSet,
    kind: KindRules,
    dialect: str,
    *,
    source: str,
    keep: Sequence[str],
    today: date,
    policy_as_of: date | None = None,
) -> str:
    """A query that says in masks what each row of a table is told, every row in one row.

    ``dialect`` is ``duckdb``, ``postgres`` or ``spark``. ``source`` is the plain name of a table or
    view with the register's columns. EVERY ROW OF IT IS TAKEN FOR A REQUEST OF THIS KIND, and for a
    valid one: reject the others before. It gives

    - the columns ``keep`` of the source, as they are;
    - the masks, whole numbers of 60 bits: ``told_0``, ``told_1``, ... of the whole request, and
      ``LIST_told_0`` (``speakers_told_0``) of the items of a list, as a list with one mask for each
      item, empty where there are none (in PostgreSQL ``jsonb``, and null where there are none);
    - the days that findings name, ``by_0``, ...; and, of an item's own, ``LIST_by_0``, ... as
      lists likewise;
    - ``uncounted``: true where a day that the rules look at is working days away, beyond the bank
      holidays known. Such a row is to be rejected. (This is more careful than ``prevent check``,
      which goes on where the answer does not turn on that day.)

    WHICH BIT IS WHAT, ``told_list(kind)`` SAYS: one :class:`Told` for each, with the names of its
    columns. THERE MAY BE SEVERAL BITS TO A FINDING (where who acts, or by when, turns on the
    facts): a finding is told once where any of its bits is set; its roles are those of all the bits
    that are set, its day that of the first of them.

    Columns of ``keep`` must not have those names. Raises ``ValueError`` where one has.
    """
    policy_day = None if policy_as_of is None else day(policy_as_of)
    asked = Asked(day(today), policy_day, tuple(keep))
    query = Query(rule_set, kind, DIALECTS[dialect], source, asked, looked_at(kind), masks=True)
    made: dict[str, Sql] = {}
    for looked in query.looked_at:
        made |= _masks(query, looked)
    for looked in query.looked_at:
        made |= _days(query, looked)
    made[UNCOUNTED] = exp.or_(*query.undecided(), exp.false(), copy=False)
    made = query.with_days(made)
    clash = {each.casefold() for each in keep} & set(made)
    if clash:
        raise ValueError(f"a column to keep is called {min(clash)}, as a column of the masks is")
    steps = query.steps()
    selected = [*(name(each) for each in keep), *(named(v, column) for column, v in made.items())]
    last = query.beside_calendar(
        exp.select(*selected, copy=False).from_(table(list(steps)[-1]), copy=False)
    )
    return with_steps(last, steps, DIALECTS[dialect]).sql(DIALECTS[dialect].sqlglot, copy=False)


def _masks(query: Query, looked: Looked) -> dict[str, Sql]:
    if not looked.scope.each:
        tests = query.tests(looked)
        return {column: _mask(tests, column) for column in looked.masks}

    def of(column: str) -> Sql:
        return query.each(looked, lambda item, _: _mask(query.tests(looked, item), column))

    return {column: of(column) for column in looked.masks}


def _days(query: Query, looked: Looked) -> dict[str, Sql]:
    if not looked.scope.each:
        day_of = query.day_of(looked)
        return {column: day_of(by) for column, by in looked.days.items()}

    def of(by: Dated) -> Sql:
        return query.each(looked, lambda item, _: query.day_of(looked, item)(by))

    return {column: of(by) for column, by in looked.days.items()}


def _mask(tests: Sequence[tuple[Told, Sql]], column: str) -> Sql:
    return exp.cast(
        mask([(told.bit, test) for told, test in tests if told.column == column]),
        "bigint",
        copy=False,
    )
