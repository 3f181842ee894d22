"""Facts put back into answers, as a person would write them in a request."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from prevent.conditions.evaluate import Fact, Facts
from prevent.fields.field import Field
from prevent.requirements.day import IN_FORCE_ON, RECEIVED_ON, TODAY


def as_request(facts: Facts, fields: Mapping[str, Field], each: str) -> str:
    """The answers that state these facts, in one line; those of an item in the list ``each``.

    Where the day of the check counts, or the day of the policy, it is told after them.
    """
    answers: dict[str, str] = {}
    item: dict[str, str] = {}
    grouped: dict[str, dict[str, Fact]] = {}
    for fact, value in facts.items():
        name, _, rest = fact.partition(".")
        own = fields.get(name)
        if rest:
            grouped.setdefault(name, {})[rest] = value
        elif own and own.type == "list":
            assert isinstance(value, int)
            answers[name] = _list([_mapping({own.named_by: "…"})] * value)
        elif not own or own.type != "several":
            inner = each and fields[each].field(name)
            (item if inner else answers)[name] = _written(value)
    for name, stated in grouped.items():
        inner = each and fields[each].field(name)
        (item if inner else answers)[name] = _evidence(fields[name], stated)
    if each:
        answers[each] = _list([_mapping({fields[each].named_by: "…", **item})])
    # In the order in which a request is written.
    request = _mapping({name: answers[name] for name in ("kind", *fields) if name in answers})
    told = [request]
    if TODAY in facts:
        told.append(f"checked on {_written(facts[TODAY])}")
    if IN_FORCE_ON in facts and facts[IN_FORCE_ON] != facts.get(RECEIVED_ON, facts.get(TODAY)):
        told.append(f"by the policy as of {_written(facts[IN_FORCE_ON])}")
    return ", ".join(told)


def _evidence(field: Field, stated: Mapping[str, Fact]) -> str:
    """The answer to a field that states several facts."""
    if field.type == "several":
        return _list([option for option, value in stated.items() if value == "yes"])
    if field.type == "completion":
        return _mapping({key: _written(value) for key, value in stated.items()})
    entries: dict[str, dict[str, str]] = {}
    conditions: dict[str, list[str]] = {}
    for fact, value in stated.items():
        role, _, what = fact.partition(".")
        entry = entries.setdefault(role, {"role": role})
        _, is_condition, condition = what.partition("condition.")
        if is_condition:
            conditions.setdefault(role, []).append(condition)
            entry["conditions"] = _list(conditions[role])
        else:
            entry[what] = _written(value)
    return _list([_mapping(each) for entry in entries.values() for each in _entries(entry)])


def _entries(entry: Mapping[str, str]) -> list[dict[str, str]]:
    """What a role said as it is written: twice, where it said so on two days."""
    days = sorted({entry[name] for name in ("date", "latest") if name in entry})
    own = {name: value for name, value in entry.items() if name not in {"date", "latest"}}
    return [{**own, "date": day} for day in days] or [own]


def _list(items: list[str]) -> str:
    return f"[{', '.join(items)}]"


def _mapping(answers: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{name}: {value}" for name, value in answers.items()) + "}"


def _written(value: Fact) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
