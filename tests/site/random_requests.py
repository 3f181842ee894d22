"""Random requests to any policy, valid and spoiled, always the same ones for a seed."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from prevent.fields.field import Field
from prevent.rules.ruleset import KindRules, RuleSet
from prevent.rules.working_days import counts_working_days

ANCHORS = (date(2026, 3, 10), date(2026, 1, 31), date(2026, 5, 4), date(2024, 2, 29))
STEPS = (*range(-8, 9), *(-92, -61, -35, -31, -30, -28, -21, -14, 14, 21, 28, 29, 30, 31, 60, 92))
NAMES = ("A. Speaker", "  a.  SPEAKER ", "Jo Straße", "JO STRASSE", "{who} O'Brien", "“Sam” <b>")

_WRONG: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 7, 2.5, -0.25, 1e-05, 1234567.5, 10**12, "", "  ", "\u200bx", "x"),
    *("Yes", "TRUE", "12", " 12 ", "yes please", "no-one", "x" * 70, "é" * 61, [], {}, [None]),
    *([1, 2], ["x", "x"], {"a": 1}, [["x"]], [{"role": "x"}], "2026-02-30", "2026-13-01"),
    *(
        "20/04/2026",
        "3/4/2026",
        "2026-4-1",
        "2026/04/01",
        "1 May 2026",
        "May 1st, 2026",
        "0000-01-01",
    ),
    *(
        "31 of February 2026",
        "2026-04-20T10:00",
        "1850-01-01",
        "20 Sept 2026",
        "13.12.2026",
        "2026-04",
    ),
)


class Requests:
    """Makes requests of one kind."""

    def __init__(self, rule_set: RuleSet, kind: KindRules, seed: str) -> None:
        self.random = Random(f"{seed}/{kind.kind}")  # noqa: S311 (a test that repeats)
        self._rule_set = rule_set
        self._kind = kind
        self._roles = self._acting() or [*rule_set.roles]

    def _acting(self) -> list[str]:
        found = [
            role for rule in self._kind.rules for _, _, each in rule.findings() for role in each.who
        ]
        return [*dict.fromkeys(found)]

    def request(self) -> dict[str, Any]:
        """A valid request."""
        # Where working days are counted, the years are those whose bank holidays are known.
        anchors = ANCHORS[: 3 if counts_working_days(self._kind) else 4]
        self._anchor = self.random.choice(anchors)
        self._filled = self.random.choice((0.3, 0.7, 0.95))
        answers: dict[str, Any] = {"kind": self._kind.kind}
        for field in self._kind.fields:
            needed = field.id in self._kind.required
            other, answer = self._kind.only_when.get(field.id, ("", ""))
            allowed = not other or answer in (answers.get(other), _plain(answers.get(other)))
            if allowed and (needed or self.random.random() < self._filled):
                answers[field.id] = self._answer(field)
        keys = [*answers]
        if self.random.random() < 0.3:
            self.random.shuffle(keys)
        return {key: answers[key] for key in keys}

    def answered(
        self, request: Mapping[str, Any], path: Sequence[str | int], *, leave_out: bool
    ) -> dict[str, Any]:
        """The valid request with another answer to one question, or with none."""
        changed = copy.deepcopy(dict(request))
        [field] = [each for each in self._kind.fields if each.id == path[0]]
        group = changed
        if len(path) > 1:
            group = changed[field.id][path[1]]
            [field] = [each for each in field.fields if each.id == path[2]]
        group.pop(field.id, None)
        if not leave_out:
            group[field.id] = self._answer(field)
        for limited, (other, answer) in self._kind.only_when.items():
            if answer not in (changed.get(other), _plain(changed.get(other))):
                changed.pop(limited, None)
        return changed

    def _answer(self, field: Field) -> Any:  # noqa: ANN401 (whatever a request may hold)
        pick, options = self.random.choice, [option.id for option in field.options]
        match field.type:
            case "choice":
                return pick(options)
            case "yes-no":
                return pick(("yes", "no", "Yes", "NO", True, False))
            case "several":
                return self.random.sample(options, self.random.randint(0, len(options)))
            case "date":
                return self._day()
            case "number":
                return pick((0, 1, 2, 10, 49, 50, 51, 99, 100, 101, 150, 200, 500, 1_000_000_000))
            case "list":
                return [self._item(field) for _ in range(pick((0, 1, 1, 2, 3)))]
            case "approvals" | "advice":
                return [self._entry(field) for _ in range(pick((0, 1, 1, 2, 2, 3, 4)))]
            case "completion":
                return {"completed": self._day()} | ({"by": pick(NAMES)} if pick((0, 1)) else {})
        return pick(NAMES)

    def _item(self, field: Field) -> dict[str, Any]:
        return {
            own.id: self._answer(own)
            for own in field.fields
            if own.required or self.random.random() < self._filled
        }

    def _entry(self, field: Field) -> dict[str, Any]:
        pick = self.random.choice
        entry: dict[str, Any] = {"role": pick(self._roles)}
        if field.type == "approvals":
            entry["decision"] = pick(("granted", "granted", "granted", "declined"))
        entry["date"] = self._day()
        if "by" in field.also_says and pick((0, 1)):
            entry["by"] = pick(NAMES)
        catalogue = [*self._rule_set.conditions]
        if "conditions" in field.also_says and catalogue and pick((0, 1)):
            entry["conditions"] = self.random.sample(catalogue, min(2, len(catalogue)))
        return entry

    def _day(self) -> str:
        return (self._anchor + timedelta(days=self.random.choice(STEPS))).isoformat()

    def spoiled(self) -> dict[str, Any]:
        """A request in which one to three things are wrong, or would be in another place."""
        request = copy.deepcopy(self.request())
        for _ in range(self.random.choice((1, 1, 2, 3))):
            self._spoil(self.random.choice(_groups(request)), request)
        return request

    def _spoil(self, group: dict[str, Any], request: dict[str, Any]) -> None:
        keys = [key for key in group if group is not request or key != "kind"]
        key = self.random.choice(keys or ["title"])
        match self.random.randrange(5):
            case 0:
                group.pop(key, None)
            case 1:
                group[self._typo(key)] = group.pop(key, "x")
            case 2 if isinstance(group.get(key), str):
                group[key] = self._typo(group[key])
            case 3:
                wrong = self.random.choice([each.id for each in self._kind.fields])
                group[wrong] = copy.deepcopy(self.random.choice(_WRONG))
            case _:
                group[key] = copy.deepcopy(self.random.choice(_WRONG))

    def _typo(self, text: str) -> str:
        at = self.random.randrange(len(text) + 1)
        return (
            self.random.choice(
                (
                    text[:at] + text[at + 1 :],
                    text[:at] + self.random.choice("aexyz-_ é") + text[at:],
                    text[::-1],
                    text.upper(),
                    text.replace("-", "_").replace("_", " "),
                    text[: len(text) // 2],
                )
            )
            or "x"
        )


def _plain(answer: object) -> object:
    named: Mapping[object, str] = {True: "yes", False: "no", "Yes": "yes", "NO": "no"}
    return named.get(answer) if isinstance(answer, bool | str) else None


def _groups(value: object) -> Sequence[dict[str, Any]]:
    """Every group of keys in a request, the request itself first."""
    if isinstance(value, dict):
        below = [group for each in value.values() for group in _groups(each)]
        return [value, *below] if value else below
    if isinstance(value, list):
        return [group for each in value for group in _groups(each)]
    return []
