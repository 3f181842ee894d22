"""Random requirements: of every kind, with any of their terms, as a person would write them."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from prevent.dates import UNITS

_FEW = ("head", "lead", "bursar")
FIRST = date(2026, 5, 20)
DAYS = 12
"""Days round a bank holiday and the end of a month, close enough together to be compared."""

Written = dict[str, object]


class TermsMaker:
    """Makes requirements out of one source of chance."""

    def __init__(self, random: Random) -> None:
        self._random = random

    def requirement(self) -> tuple[str, Written]:
        """The name of a kind of requirement, and what is written under it."""
        chance = self._random
        match chance.choice(
            ("approval", "approval", "advice", "notice", "notice", "dated", "plain")
        ):
            case "approval":
                return "approval", self._approval()
            case "advice":
                of_them = chance.choice(("any", "all"))
                return "advice", {
                    "from": ["lead", "governor"],
                    "of_them": of_them,
                    **self._window(),
                }
            case "notice":
                return "notice", self._notice()
            case "dated":
                if chance.random() < 1 / 2:
                    return "risk_assessment", self._window()
                return "completion", {"of": "plan", **self._window()}
        plain: tuple[tuple[str, Written], ...] = (
            ("document", {"field": "outline", "accepted": ["shared", "promised"]}),
            ("includes", {"field": "labels", "all_of": ["body", "expiry-date"]}),
            ("answer", {"to": ["source", "size"]}),
        )
        return chance.choice(plain)

    def day(self) -> object:
        """A day as it is written: plain, of the calendar, or so long before or after another."""
        chance = self._random
        plain = chance.choice(
            (
                "date",
                "received_on",
                "changed_on",
                "deadline",
                "today",
                {"approval_of": "head", "in": "approvals"},
                {"advice_of": "lead"},
                {"completed": "plan"},
            )
        )
        match chance.randrange(4):
            case 0:
                return (FIRST + timedelta(days=chance.randrange(DAYS))).isoformat()
            case 1:
                return {**self._period(), chance.choice(("before", "after")): plain}
        return plain

    def _period(self) -> Written:
        return {self._random.choice(UNITS): self._random.randint(1, 3)}

    def _window(self) -> Written:
        keys = self._random.choice(((), ("no_later_than",), ("not_before",)))
        return {key: self.day() for key in keys}

    def _approval(self) -> Written:
        chance = self._random
        roles = chance.sample(_FEW, chance.randint(1, 3))
        terms: Written = {"from": roles, **self._window()}
        match chance.choice(("all", "any", "some", "order", "stand-in", "signed", "by", "in")):
            case "any":
                terms["of_them"] = "any"
            case "some" if len(roles) > 1:
                terms["of_them"] = {"at_least": 2}
            case "order":
                terms["in_order"] = True
            case "stand-in":
                terms["stand_ins"] = {roles[0]: ["deputy-head"]}
            case "signed":
                terms = {"from": ["bursar"], "counter_signature": chance.choice(("lead", "head"))}
            case "by":
                terms["decide_by"] = self.day()
            case "in":
                terms["in"] = "first_approvals"
        return terms

    def _notice(self) -> Written:
        chance = self._random
        limits = chance.choice((("at_least",), ("at_most",), ("at_least", "at_most")))
        periods = {limit: self._period() for limit in limits}
        terms: Written = {**periods, "from": chance.choice(("received_on", "changed_on"))}
        if chance.random() < 1 / 2:
            terms["to"] = "deadline"
        if chance.random() < 1 / 3:
            terms["counted"] = "back"
        if not any("months" in period for period in periods.values()):
            days = chance.choice(("", "clear", "inclusive"))
            terms |= {"days": days} if days else {}
        return terms
