"""What the policy's tests came to, for people to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prevent.dates import in_words
from prevent.decide.decision import Imposed
from prevent.faults import Place
from prevent.policy.outcomes import IN_WORDS
from prevent.policy.wording import listed
from prevent.reports.inert import terminal
from prevent.reports.style import Style
from prevent.trials.coverage import Goal, every_rule
from prevent.trials.trial import ExpectedCondition, Result, Told, Written
from prevent.trials.tried import Tried
from prevent.trials.unshown import Unshown


def trial_text(tried: Tried, style: Style) -> str:
    """The whole report as text, with a line end."""
    return "\n".join(_Text(tried, style).all()) + "\n"


class _Text:
    """Puts what the tests came to into words."""

    def __init__(self, tried: Tried, style: Style) -> None:
        self._tried = tried
        self._style = style
        self._roles = {role.id: role.title for role in tried.policy.roles.values()}
        self._rules = {
            rule.id: rule
            for procedure in tried.policy.procedures
            for rule in every_rule(tried.policy, procedure)
        }

    def all(self) -> Iterator[str]:
        """Every line."""
        tried = self._tried
        for result in tried.failed:
            yield from self._failed(result)
        if tried.missing:
            yield self._style.paint("What no test shows", "bold", "yellow")
            yield from self._missing(tried.missing)
            yield ""
        if tried.mutation and tried.mutation.unshown:
            yield self._style.paint("Changes of the policy that no test notices", "bold", "yellow")
            yield from self._unshown(tried.mutation.unshown)
            yield ""
        yield from self._summary()

    def _failed(self, result: Result) -> Iterator[str]:
        trial, decision = result.trial, result.decision
        yield f"{self._style.paint('Not as expected', 'bold', 'red')}: {terminal(trial.title)}"
        yield self._style.paint(f"  {terminal(str(trial.place))}", "dim")
        expected = trial.expected
        if decision.outcome != expected.outcome:
            yield f"  Expected the outcome: {IN_WORDS[expected.outcome]} ({expected.outcome})"
            yield f"  It is:                {IN_WORDS[decision.outcome]} ({decision.outcome})"
        for missing, others in expected.differences(decision):
            for written in missing:
                yield self._line(f"Expected, and not found: {self._wanted(written)}")
            for told in others:
                yield self._line(f"Found, and not expected: {self._told(told)}")
        if expected.findings is None and decision.findings:
            yield "  Why:"
            for found in decision.findings:
                yield self._style.wrap(self._told(found), "      ", "    ")
        yield ""

    def _line(self, text: str) -> str:
        return self._style.wrap(text, "    ", "  ")

    def _wanted(self, written: Written) -> str:
        if isinstance(written, ExpectedCondition):
            parts = [written.condition, *([written.rule] if written.rule else [])]
        else:
            parts = [written.rule, *([written.outcome] if written.outcome else [])]
            if written.who is not None:
                # In the order of the policy, so that the report is the same each time.
                who = [role for role in self._roles if role in written.who]
                parts.append(f"who: {self._who(who)}")
            if written.ask_again is not None:
                parts.append(f"ask again: {'yes' if written.ask_again else 'no'}")
        return ", ".join([*parts, *_about(written)])

    def _told(self, told: Told) -> str:
        if isinstance(told, Imposed):
            parts = [told.condition, told.rule or told.approver]
        else:
            parts = [told.rule, told.outcome]
        parts += [f"who: {self._who(told.who)}", *_about(told)]
        return f"{', '.join(parts)}. “{terminal(told.message)}” ({told.place})"

    def _who(self, roles: Iterable[str]) -> str:
        return listed(list(roles)) or "whoever makes the request"

    def _missing(self, goals: Iterable[Goal]) -> Iterator[str]:
        by_rule: dict[str, list[Goal]] = {}
        for goal in goals:
            by_rule.setdefault(goal.rule, []).append(goal)
        for rule_id, own in by_rule.items():
            yield self._heading(rule_id)
            for goal in own:
                yield self._style.wrap(goal.words, "      ", "    - ")

    def _unshown(self, changes: Iterable[Unshown]) -> Iterator[str]:
        by_rule: dict[str, list[Unshown]] = {}
        for each in changes:
            by_rule.setdefault(each.rule, []).append(each)
        for rule_id, own in by_rule.items():
            yield self._heading(rule_id)
            # Where nobody misses the rule, what else of it goes unnoticed goes without saying.
            told = own[:1] if own[0].whole else own
            for each in told:
                yield self._style.wrap(f"No example shows {each.shows}.", "      ", "    - ")
                if each.example:
                    example = f"A request that would show it: {each.example}"
                    yield self._style.paint(self._style.wrap(example, "        ", "      "), "dim")
            if len(own) > len(told):
                yield f"      So with {len(own) - len(told)} smaller changes of it."

    def _heading(self, rule_id: str) -> str:
        if not rule_id:
            return "  Answers"
        rule = self._rules[rule_id]
        return f"  {rule.title} ({rule_id}, {_at(rule.place)})"

    def _summary(self) -> Iterator[str]:
        tried = self._tried
        number, failed = len(tried.results), len(tried.failed)
        words = f"{number} {'test' if number == 1 else 'tests'}: "
        words += "all as expected." if not failed else f"{failed} not as expected."
        yield self._style.paint(words, "bold")
        shown = len(tried.goals) - len(tried.missing)
        percent = 100 * shown // len(tried.goals) if tried.goals else 100
        yield f"Shown: {shown} of the {len(tried.goals)} things the rules can do ({percent} %)."
        if tried.mutation:
            changes = tried.mutation
            made = changes.tried - changes.alike
            line = f"Noticed: {changes.noticed} of {made} changes of the policy."
            if changes.alike:
                line += f" ({changes.alike} more make no difference to any request.)"
            yield line
        elif failed:
            yield "No changes were tried: first let every test come out as expected."


def _about(told: Told | Written) -> list[str]:
    parts = [f"by: {in_words(told.by)}"] if told.by else []
    return [*parts, f"subject: {terminal(told.subject)}"] if told.subject else parts


def _at(place: Place) -> str:
    return f"{place.file}:{place.line}"
