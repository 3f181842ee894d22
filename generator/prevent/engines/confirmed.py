"""Two evaluators, one answer: the rules engine decides and the reference evaluator confirms it.

Where they differ, or the engine fails, there is no answer. Where the engine is not installed the
reference evaluator answers alone, and says so.
"""

from __future__ import annotations

from collections.abc import Sequence

from prevent.conditions.evaluate import Facts
from prevent.dates import NO_CALENDAR, Calendar, CalendarError
from prevent.engines import reference
from prevent.engines.durable import DurableEngine, EngineError
from prevent.engines.forms import EngineForm, whole
from prevent.faults import NoDecisionError
from prevent.rules.ruleset import Rule

ENGINE = "durable-rules 2.0.28"


class Evaluator:
    """Evaluates rules that look at one thing: the whole request, or one item of it.

    ``form`` is the engine's form of the same rules; None where the engine takes no part.
    """

    def __init__(
        self, rules: Sequence[Rule], form: EngineForm | None, calendar: Calendar = NO_CALENDAR
    ) -> None:
        self.rules = tuple(rules)
        self._form = form
        self._calendar = calendar
        self._engine: DurableEngine | None = None

    def fired(self, facts: Facts) -> frozenset[str]:
        """The names of the tests that hold.

        Raises ``NoDecisionError`` where the engine fails, the two evaluators disagree, or working
        days cannot be counted.
        """
        try:
            confirmed = reference.fired(self.rules, facts, self._calendar)
        except CalendarError as error:
            raise NoDecisionError(str(error)) from error
        if self._form is None:
            return confirmed
        try:
            if self._engine is None:
                self._engine = DurableEngine(self._form.rule_sets, self._form.types)
            decided = whole(self._engine.fired(self._form.flatten(facts, self._calendar)))
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


def _both(decided: frozenset[str] | None, confirmed: frozenset[str]) -> str:
    engine = "nothing" if decided is None else _names(decided - confirmed) or "no more"
    walked = _names(confirmed - (decided or frozenset())) or "no more"
    return f"{ENGINE} alone found: {engine}. The reference evaluator alone found: {walked}."


def _names(names: frozenset[str]) -> str:
    return ", ".join(sorted(names))
