"""The words of a finding: its rule's message, filled in for one request."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from prevent.conditions.evaluate import Fact
from prevent.dates import in_words
from prevent.fields.field import Field
from prevent.policy.wording import listed, sentence_case, titled
from prevent.requests.request import Request, Stated
from prevent.rules.placeholders import PLACEHOLDER
from prevent.rules.ruleset import Finding, RuleSet

ASKER = "whoever makes the request"


class Messages:
    """Fills messages in with the titles and words of one rule set."""

    def __init__(self, rule_set: RuleSet) -> None:
        self._rule_set = rule_set
        self._kept: dict[tuple[tuple[str, ...], tuple[str, ...]], dict[str, str]] = {}

    def message(
        self,
        finding: Finding,
        who: tuple[str, ...],
        items: tuple[str, ...],
        request: Request,
        stated: Stated,
        dates: Mapping[str, date],
    ) -> str:
        """The message with everything it names filled in, beginning with a capital letter."""
        subject = stated.subject or request.text("title") or ""
        words = {
            **self._words(who, items),
            "subject": subject,
            "Subject": sentence_case(subject),
        }
        words |= finding.words
        words |= {name: in_words(day) for name, day in dates.items()}

        def word(name: str) -> str:
            return words[name] if name in words else self._answer(name, request, stated)

        return sentence_case(PLACEHOLDER.sub(lambda found: word(found[1]), finding.say))

    def _words(self, who: tuple[str, ...], items: tuple[str, ...]) -> Mapping[str, str]:
        """What is the same for every request: the rules name only so many people and things."""
        kept = self._kept.get((who, items))
        if kept is None:
            titles = [titled(self._rule_set.roles[role]) for role in who] or [ASKER]
            kept = {
                "who": listed(titles),
                "who_or": listed(titles, "or"),
                "items": listed(items),
                "organisation": self._rule_set.organisation,
            }
            kept |= {name.capitalize(): sentence_case(text) for name, text in kept.items()}
            self._kept[who, items] = kept
        return kept

    def _answer(self, name: str, request: Request, stated: Stated) -> str:
        field = request.rules.field(name)
        if field is None and stated.at:
            owner = request.rules.field(str(stated.at[0]))
            field = owner.field(name) if owner else None
        fact = stated.facts.get(name)
        if field is None or fact is None:
            return "(not given)"
        return _shown(field, fact)


def _shown(field: Field, fact: Fact) -> str:
    if isinstance(fact, date):
        return in_words(fact)
    option = field.option(str(fact))
    return option.label if option else str(fact)
