"""The steps that every query has: the facts of each request, and the days moved.

Each step is a common table expression, in the way of the data.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sqlglot import exp

from prevent.conditions.flat import Flat
from prevent.conditions.lower import flat_name
from prevent.conditions.tree import Dated, Moment
from prevent.rules.columns import KIND, Column, columns
from prevent.rules.ruleset import KindRules, RuleSet
from prevent.targets.sql.calendar import CALENDAR, calendar_steps
from prevent.targets.sql.dialect import Dialect, Sql
from prevent.targets.sql.facts import (
    Asked,
    ItemFacts,
    Names,
    WholeFacts,
    counts_working_days,
)
from prevent.targets.sql.told import Looked, Told
from prevent.targets.sql.truth import Truths
from prevent.targets.sql.words import (
    given,
    missing,
    name,
    named,
    number,
    table,
    text,
    where_true,
)

FIRSTS = "firsts"
STEPS = (
    *("bank_holidays", "every_day", "weekdays", "counted", CALENDAR),
    *("facts", "days", FIRSTS, "tests", "decided"),
)
"""The names of the steps."""


class Query:
    """A query over the requests of one kind, under way.

    What a step needs is only known once what follows it is made: so ``finished`` comes last.
    For ``masks``, tests
    are bare (see :class:`prevent.targets.sql.truth.Truths`), and every row is taken for a request
    of the kind.
    """

    def __init__(  # noqa: PLR0913 (all the parts of a query)
        self,
        rule_set: RuleSet,
        kind: KindRules,
        dialect: Dialect,
        source: str,
        asked: Asked,
        looked_at: tuple[Looked, ...],
        *,
        masks: bool = False,
    ) -> None:
        self.dialect = dialect
        self.looked_at = looked_at
        self._kind = kind
        self._source = source
        self._masks = masks
        register = (column.name for column in columns(kind))
        self._columns = tuple(dict.fromkeys((*asked.keep, *register)))
        self.names = Names(self._columns, dialect.longest_name)
        self._whole = WholeFacts(kind, dialect, rule_set.calendar(), asked, self.names)
        self._firsts = {
            self._first(called): self._place(looked, tests)
            for looked in looked_at
            for called, tests in looked.firsts.items()
        }
        if source.casefold() in STEPS:
            raise ValueError(f"a table cannot be called {source}: a step of the query is")

    def tests(self, looked: Looked, item: Sql | None = None) -> list[tuple[Told, Sql]]:
        """The test of each bit: of the whole request, or of this item of a list."""
        truths = Truths(looked.facts(), self._facts(looked, item), self._masks)
        return [(told, truths.of(told.test)) for told in looked.told]

    def _first(self, called: str) -> str:
        """The column of the number that has this name."""
        column = self.names.new(flat_name(called))
        self._whole.firsts[called] = column
        return column

    def _place(self, looked: Looked, tests: Sequence[Flat]) -> Sql:
        """The place, from 1, of the first of these tests that holds; 0 where none does."""
        truths = Truths(looked.facts(), self._whole, self._masks)
        return where_true(
            [(truths.of(test), number(place)) for place, test in enumerate(tests, start=1)],
            number(0),
        )

    def day_of(self, looked: Looked, item: Sql | None = None) -> Callable[[Dated], Sql]:
        """What gives the days that findings name, of the whole request or of this item."""
        return self._facts(looked, item).moment

    def each(self, looked: Looked, made: Callable[[Sql, Sql], Sql]) -> Sql:
        """A list of what is made of each item and its place from 0."""
        return self.dialect.each(name(self._list(looked).name), made)

    def undecided(self) -> list[Sql]:
        """Why nothing can be said: days that the bank holidays known do not reach.

        To be asked for once every test and day is made.
        """
        made: list[Sql] = [
            exp.and_(given(self._whole.fact(when.fact)), missing(name(column)), copy=False)
            for when, (column, _) in self._whole.moved.items()
            if counts_working_days(when)
        ]
        for looked in self.looked_at[1:]:
            own = {column.fact for column in self._list(looked).columns}
            days = [each for each in looked.moments() if each.fact in own]
            counted = [each for each in days if counts_working_days(each)]
            if counted:
                made.append(self.dialect.any_true(self._late(looked, counted)))
        return made

    def _late(self, looked: Looked, days: Sequence[Moment]) -> Sql:
        def of(item: Sql, _: Sql) -> Sql:
            facts = self._facts(looked, item)
            pairs = ((facts.fact(each.fact), facts.moment(each)) for each in days)
            return exp.or_(*(exp.and_(given(start), missing(moved)) for start, moved in pairs))

        return self.each(looked, of)

    def with_days(self, made: Mapping[str, Sql]) -> dict[str, Sql]:
        """What is made, with each day that it names only once worked out there, if it is asked for.

        To be asked for once every test and day is made.
        """
        uses: dict[str, list[exp.Column]] = {}
        for value in (*made.values(), *self._firsts.values()):
            for column in value.find_all(exp.Column):
                uses.setdefault(column.name, []).append(column)
        for when, (called, value) in list(self._whole.moved.items()):
            named_at = uses.get(called, [])
            if len(named_at) == 1 and named_at[0].parent is not None:
                named_at[0].replace(value)
                del self._whole.moved[when]
        return dict(made)

    def steps(self) -> dict[str, exp.Select]:
        """The steps up to the facts and their days, by name; the last is what to select from.

        To be asked for last, once it is known what is needed.
        """
        made: dict[str, exp.Select] = {}
        if self._whole.uses_calendar:
            made |= calendar_steps(self._whole.calendar, self.dialect)
        raw = [name(column) for column in self._columns]
        worked_out = [named(value, column) for column, value in self._whole.worked_out.values()]
        facts = exp.select(*raw, *worked_out, copy=False).from_(table(self._source), copy=False)
        if not self._masks:
            facts = facts.where(exp.EQ(this=name(KIND), expression=text(self._kind.kind)))
        made["facts"] = remarked(facts, "What each request says, and what is counted of it.")
        if self._whole.moved:
            moved = [named(value, column) for column, value in self._whole.moved.values()]
            days = exp.select(
                exp.Column(this=exp.Star(), table=exp.to_identifier("facts", quoted=True)), *moved
            )
            days = days.from_(table("facts"))
            if self._whole.uses_calendar:
                days = days.join(table(CALENDAR), join_type="cross")
            made["days"] = remarked(days, "The days that are a period from another.")
        if self._firsts:
            before = exp.Column(
                this=exp.Star(), table=exp.to_identifier(list(made)[-1], quoted=True)
            )
            own = (named(value, column) for column, value in self._firsts.items())
            firsts = exp.select(before, *own, copy=False).from_(table(list(made)[-1]), copy=False)
            made[FIRSTS] = remarked(firsts, "Of what is told once, which is made first, from 1.")
        return made

    def beside_calendar(self, step: exp.Select) -> exp.Select:
        """A later step, with the calendar beside it where the days of items are counted by it."""
        if not self._whole.items_use_calendar:
            return step
        return step.join(table(CALENDAR), join_type="cross")

    def _facts(self, looked: Looked, item: Sql | None) -> WholeFacts | ItemFacts:
        return self._whole if item is None else ItemFacts(self._whole, self._list(looked), item)

    def _list(self, looked: Looked) -> Column:
        return next(column for column in self._whole.own if column.fact == looked.scope.each)


def remarked(step: exp.Select, remark: str) -> exp.Select:
    """The step, with a remark on it."""
    step.add_comments([remark])
    return step


def with_steps(last: exp.Select, steps: dict[str, exp.Select], dialect: Dialect) -> exp.Select:
    """The query with its steps before it."""
    for step, query in steps.items():
        once = True if step in (CALENDAR, FIRSTS) and dialect.says_once else None
        called = exp.to_identifier(step, quoted=True)
        last = last.with_(called, as_=query, materialized=once, copy=False)
    return last
