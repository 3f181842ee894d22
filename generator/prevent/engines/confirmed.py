"""Two evaluators, one answer: the rules engine decides and the reference evaluator confirms it.

Where they differ, or the engine fails, there is no answer. Where the engine is not installed the
reference evaluator answers alone, and says so. Both are asked about each pattern of facts
(``prevent.engines.pattern``) once; requests of a pattern that is known have its answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from prevent.conditions.evaluate import Facts
from prevent.dates import NO_CALENDAR, Calendar, CalendarError
from prevent.engines import reference
from prevent.engines.durable import DurableEngine, EngineError
from prevent.engines.forms import EngineForm, KindForms, whole
from prevent.engines.pattern import Key, Pattern
from prevent.faults import NoDecisionError
from prevent.rules.ruleset import KindRules, Rule
from prevent.rules.telling import Telling, telling

ENGINE = "durable-rules 2.0.28"

MOST_KEPT = 4_000
"""The most patterns of facts whose confirmed answers are kept, for each group of rules."""


class Evaluator:
    """Evaluates rules that look at one thing: the whole request, or one item of it.

    ``form`` is the engine's form of the same rules; None where the engine takes no part.
    """

    def __init__(
        self, rules: Sequence[Rule], form: EngineForm | None, calendar: Calendar = NO_CALENDAR
    ) -> None:
        self.rules = tuple(rules)
        self._form = form
        self._flatten = form.flattening(calendar) if form else None
        self._reference = reference.Prepared(self.rules, calendar)
        self._engine: DurableEngine | None = None
        self._pattern = Pattern(self.rules, calendar)
        self._kept: dict[Key, frozenset[str]] = {}

    def fired(self, facts: Facts) -> frozenset[str]:
        """The names of the tests that hold.

        An answer that has been confirmed is kept for all facts of its pattern. Raises
        ``NoDecisionError`` where the engine fails, the two evaluators disagree, or working days
        cannot be counted.
        """
        pattern = self._pattern.of(facts)
        if pattern is None:
            return self._confirmed(facts)
        # What was asked for last stands last, so that the first is the one to forget.
        names = self._kept.pop(pattern, None)
        if names is None:
            names = self._confirmed(facts)
            if len(self._kept) >= MOST_KEPT:
                del self._kept[next(iter(self._kept))]
        self._kept[pattern] = names
        return names

    def _confirmed(self, facts: Facts) -> frozenset[str]:
        """The answer of the two evaluators, worked out by both."""
        try:
            confirmed = self._reference.fired(facts)
        except CalendarError as error:
            raise NoDecisionError(str(error)) from error
        if self._form is None or self._flatten is None:
            return confirmed
        try:
            if self._engine is None:
                self._engine = DurableEngine(self._form.rule_sets, self._form.types)
            decided = whole(self._engine.fired(self._flatten(facts)))
        except EngineError as error:
            message = f"The rules engine failed: {error} {_both(None, confirmed)}"
            raise NoDecisionError(message) from error
        if decided != confirmed:
            message = f"The two evaluators disagree. {_both(decided, confirmed)}"
            raise NoDecisionError(message)
        return decided

    def close(self) -> None:
        """Let the engine go."""
        if self._engine is not None:
            self._engine.close()


def evaluators(
    kind: KindRules, forms: KindForms | None, calendar: Calendar
) -> dict[str, tuple[Evaluator, Telling]]:
    """An evaluator for each group of a kind's rules, by the list they look at, and what they tell.

    ``forms`` is None where the engine takes no part.
    """
    return {
        each: (Evaluator(rules, forms.forms[each] if forms else None, calendar), telling(rules))
        for each, rules in kind.groups().items()
    }


def _both(decided: frozenset[str] | None, confirmed: frozenset[str]) -> str:
    engine = "nothing" if decided is None else _names(decided - confirmed) or "no more"
    walked = _names(confirmed - (decided or frozenset())) or "no more"
    return f"{ENGINE} alone found: {engine}. The reference evaluator alone found: {walked}."


def _names(names: frozenset[str]) -> str:
    return ", ".join(sorted(names))
