"""The view that is published: the outcome of each request, and what is found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import groupby

from sqlglot import exp

from prevent.conditions.lower import flat_name
from prevent.conditions.tree import Dated
from prevent.policy.outcomes import OUTCOMES
from prevent.rules.columns import KIND, REFERENCE, columns
from prevent.rules.ruleset import KindRules, RuleSet
from prevent.targets.sql.dialect import Dialect, Sql
from prevent.targets.sql.facts import Asked
from prevent.targets.sql.query import Query, remarked, with_steps
from prevent.targets.sql.told import Looked, Told
from prevent.targets.sql.words import (
    missing,
    name,
    named,
    nothing,
    table,
    text,
    where_true,
)

SOURCE = "requests"
FINDINGS = "findings"


def view(
    rule_set: RuleSet,
    kind: KindRules,
    dialect: Dialect,
    looked_at: tuple[Looked, ...],
    asked: Asked | None = None,
) -> str:
    """The statement that makes the view, with what a reader must know of it in comments.

    ``asked`` is for another day of the check than the day it is.
    """
    query = Query(rule_set, kind, dialect, SOURCE, asked or Asked(exp.CurrentDate()), looked_at)
    made = View(query, kind, asked.keep if asked else ()).sql()
    declared = (
        f"{exp.to_identifier(each.name, quoted=True).sql(dialect.sqlglot)} "
        f"{dialect.column_type(each)}"
        for each in columns(kind)
    )
    # A line feed in a name would end the comment.
    columns_of = "".join(f"--   {_line(each)}\n" for each in declared)
    view_name = exp.to_identifier(f"prevent_{flat_name(kind.kind)}", quoted=True)
    return f"""\
-- {_line(rule_set.organisation)}, {_line(rule_set.title)}: {_line(kind.title)}
-- Made by prevent build from the policy {_line(rule_set.digest)}. Do not edit.
--
-- What is found of each {_line(kind.noun)} in the table requests, for {dialect.title}. The table
-- has a row for each request, and these columns (others do no harm):
{columns_of}--
-- A comparison with a column that may be empty says what an empty one comes to, such as
-- COALESCE(..., FALSE). The outcome is null where a row is no whole request (a column that is
-- always filled in is empty), and where working days reach beyond the bank holidays known.
{dialect.create} {view_name.sql(dialect.sqlglot)} AS
{made};
"""


class View:
    """The steps from the facts to the outcome."""

    def __init__(self, query: Query, kind: KindRules, keep: Sequence[str] = ()) -> None:
        self._query = query
        self._dialect = query.dialect
        self._kind = kind
        self._keep = keep
        self._whole, *self._lists = query.looked_at
        self._undecided = query.names.new("undecided")

    def sql(self) -> str:
        """The whole query."""
        tests = [
            (told, query_name, test)
            for told, test in self._query.tests(self._whole)
            for query_name in [
                self._query.names.new(f"{told.finding.rule.id}/{told.finding.failure}")
            ]
        ]
        found = self._findings(self._whole, [(told, name(column)) for told, column, _ in tests])
        listed = [self._query.each(each, partial(self._of_item, each)) for each in self._lists]
        undecided = self._why_undecided()
        steps = self._query.steps()
        before = list(steps)[-1]
        columns_ = [
            exp.Column(this=exp.Star(), table=exp.to_identifier(before, quoted=True)),
            *(named(test, column, _remark(told)) for told, column, test in tests),
            named(undecided, self._undecided),
        ]
        step = self._query.beside_calendar(
            exp.select(*columns_, copy=False).from_(table(before), copy=False)
        )
        steps["tests"] = remarked(step, "What the rules ask, and whether it is so.")
        steps["decided"] = self._decided(self._dialect.joined([found], listed))
        return with_steps(self._outcome(), steps, self._dialect).sql(
            self._dialect.sqlglot, pretty=True, copy=False
        )

    def _decided(self, findings: Sql) -> exp.Select:
        """What is found, of the requests that can be decided."""
        decided = exp.Not(this=name(self._undecided))
        step = exp.select(
            *(name(each) for each in self._kept()),
            named(where_true([(decided, findings)]), FINDINGS),
        ).from_(table("tests"))
        return remarked(self._query.beside_calendar(step), "The findings of the tests that hold.")

    def _outcome(self) -> exp.Select:
        found = name(FINDINGS)
        worst = [
            (missing(found), nothing("text")),
            *(
                (self._dialect.has_outcome(found, outcome), text(outcome))
                for outcome in OUTCOMES
                if outcome != "allowed"
            ),
        ]
        outcome = named(where_true(worst, text("allowed")), "outcome")
        step = exp.select(*(name(each) for each in self._kept()), outcome, found)
        return step.from_(table("decided"))

    def _kept(self) -> list[str]:
        register = {column.name for column in columns(self._kind)}
        return [*self._keep, *(each for each in (REFERENCE, KIND) if each in register)]

    def _why_undecided(self) -> Sql:
        empty = [missing(name(each.name)) for each in columns(self._kind) if each.required]
        return exp.or_(*empty, *self._query.undecided(), copy=False)

    def _of_item(self, looked: Looked, item: Sql, place: Sql) -> Sql:
        tests = self._query.tests(looked, item)
        return self._findings(looked, tests, item, place)

    def _findings(
        self,
        looked: Looked,
        tests: Sequence[tuple[Told, Sql]],
        item: Sql | None = None,
        place: Sql | None = None,
    ) -> Sql:
        """The findings of those of the tests that hold, as a list."""
        days = self._query.day_of(looked, item)
        entries: list[Sql] = []
        for finding, group in groupby(tests, key=lambda each: each[0].finding.id):
            bits = list(group)
            record = self._record(bits, days, looked.scope.each, place)
            entry = where_true([(_any(test for _, test in bits), record)])
            if item is not None:
                entry.add_comments([_remark(bits[0][0])])
            entries.append(entry)
            del finding
        return self._dialect.present(self._dialect.array(entries, "text"))

    def _record(
        self,
        bits: Sequence[tuple[Told, Sql]],
        days: Callable[[Dated], Sql],
        each: str,
        place: Sql | None,
    ) -> Sql:
        finding = bits[0][0].finding
        return self._dialect.record(
            {
                "rule": text(finding.rule.id),
                "failure": text(finding.failure),
                "outcome": text(finding.outcome),
                "clause": text(finding.rule.clause),
                "who": self._who(bits),
                "by": _by(bits, days),
                "list": text(each),
                "item": nothing("int") if place is None else exp.cast(place, "int"),
                "conditions": self._conditions(bits),
            }
        )

    def _who(self, bits: Sequence[tuple[Told, Sql]]) -> Sql:
        """Those who act, of the members of a finding that are shown."""
        roles = dict.fromkeys(role for told, _ in bits for role in told.who)
        if len({told.who for told, _ in bits}) == 1:
            return self._texts(tuple(roles))
        asked = [
            where_true([(_any(test for told, test in bits if role in told.who), text(role))])
            for role in roles
        ]
        return self._dialect.present(self._dialect.array(asked, "text"))

    def _conditions(self, bits: Sequence[tuple[Told, Sql]]) -> Sql:
        """The conditions of the first member that is shown."""
        if len({told.conditions for told, _ in bits}) == 1:
            return self._texts(bits[0][0].conditions)
        return where_true([(test.copy(), self._texts(told.conditions)) for told, test in bits])

    def _texts(self, texts: Sequence[str]) -> Sql:
        return self._dialect.array([text(each) for each in texts], "text")


def _by(bits: Sequence[tuple[Told, Sql]], days: Callable[[Dated], Sql]) -> Sql:
    """The day of the first member that is shown."""
    named_days = [nothing("date") if told.by is None else days(told.by) for told, _ in bits]
    if len({told.by for told, _ in bits}) == 1:
        return named_days[0]
    return where_true([(test.copy(), by) for (_, test), by in zip(bits, named_days, strict=True)])


def _any(tests: Iterable[Sql]) -> Sql:
    return exp.or_(*(test.copy() for test in tests), copy=False)


def _remark(told: Told) -> str:
    rule = told.finding.rule
    clause = f" (clause {rule.clause})" if rule.clause else ""
    return f"{_line(rule.title)}{clause}: {told.finding.failure}".replace("*/", "* /").replace(
        "/*", "/ *"
    )


def _line(words: str) -> str:
    return " ".join(words.split())
