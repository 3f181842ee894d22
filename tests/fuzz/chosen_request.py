"""A request that bytes choose: which answers it gives, and now and then an odd one."""

from __future__ import annotations

from prevent.fields.field import Field
from prevent.rules.ruleset import KindRules, RuleSet

_LETTERS = "abcdefghij KLMNOP 0123456789 .,:;'\"@#/-_ <>&%{}[] éß\u0301中"
_YEARS, _DAYS = (2025, 2026, 2027), 28


def request_of(data: bytes, rules: RuleSet) -> dict[str, object]:
    """A request of one of the kinds, as the bytes choose. Most are such as can be decided."""
    return _Chosen(data, rules).request()


class _Chosen:
    """What the bytes choose, one after the other; where there are no more, the first of all."""

    def __init__(self, data: bytes, rules: RuleSet) -> None:
        self._left = data
        self._rules = rules

    def request(self) -> dict[str, object]:
        kind = self._one(list(self._rules.kinds.values()))
        made: dict[str, object] = {"kind": kind.kind}
        for field in kind.fields:
            if self._may_say(field, kind, made) and self._number(4):
                made[field.id] = self._answer(field)
        for needed in kind.required:
            if needed not in made and (field := kind.field(needed)) and self._number(100) != 1:
                made[needed] = self._answer(field)
        if self._number(100) == 1:
            made[self._text()] = self._text()
        return made

    def _may_say(self, field: Field, kind: KindRules, made: dict[str, object]) -> bool:
        other, *answer = kind.only_when.get(field.id, ("", ""))
        given = made.get(other)
        return not other or {True: "yes", False: "no"}.get(given is True, given) in (*answer, given)

    def _answer(self, field: Field) -> object:
        if self._number(100) == 1:
            return self._odd()
        if field.options:
            options = [option.id for option in field.options]
            if field.type == "several":
                return list(dict.fromkeys(self._one(options) for _ in range(self._number(4))))
            return self._one(options)
        match field.type:
            case "date":
                return self._day()
            case "number":
                return self._number(200)
            case "yes-no":
                return bool(self._number(2))
            case "list":
                return [self._group(field.fields) for _ in range(self._number(4))]
            case "approvals" | "advice":
                return [self._entry(field) for _ in range(self._number(4))]
            case "completion":
                return {"completed": self._day()}
            case _:
                return self._text() or "x"

    def _group(self, fields: tuple[Field, ...]) -> dict[str, object]:
        return {each.id: self._answer(each) for each in fields if each.required or self._number(3)}

    def _entry(self, field: Field) -> dict[str, object]:
        entry: dict[str, object] = {"role": self._one(list(self._rules.roles))}
        if field.type == "approvals":
            entry["decision"] = self._one(["granted", "declined"])
        entry["date"] = self._day()
        if "by" in field.also_says and self._number(2):
            entry["by"] = self._text() or "x"
        return entry

    def _odd(self) -> object:
        odd = (None, True, -1, 2.5, 10**17, "", self._text(), [], {}, [None], {"a": [1]}, "yes")
        return odd[self._number(len(odd))]

    def _day(self) -> str:
        return f"{self._one(_YEARS)}-{1 + self._number(12):02}-{1 + self._number(_DAYS):02}"

    def _one(self, among):  # noqa: ANN001, ANN202 (one of whatever there is)
        return among[self._number(len(among))]

    def _number(self, below: int) -> int:
        first, self._left = self._left[:1], self._left[1:]
        return (first[0] if first else 0) % below

    def _text(self) -> str:
        size = self._number(30)
        first, self._left = self._left[:size], self._left[size:]
        if self._number(50) == 1:
            return first.decode("utf-8", "surrogateescape")
        return "".join(_LETTERS[byte % len(_LETTERS)] for byte in first).strip()
