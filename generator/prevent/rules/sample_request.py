"""A whole request in YAML that states certain facts, for a person to paste into a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import yaml

from prevent.conditions.agreeing_days import START
from prevent.conditions.evaluate import Facts
from prevent.fields.field import Field
from prevent.policy.written import Procedure
from prevent.requirements.day import IN_FORCE_ON, RECEIVED_ON, TODAY

_LISTED = 5
"""The most items of a list that a sample writes out."""


class Answer(str):
    """A yes or no, written without quotation marks."""

    __slots__ = ()


class _Whole(dict[str, object]):
    """A request as a whole, whose keys stand on a line each."""


class _Dumper(yaml.SafeDumper):
    """Writes requests as a person would: no value is written as a pointer to another."""

    def ignore_aliases(self, data: object) -> bool:
        """Always."""
        del data
        return True


_Dumper.add_representer(
    Answer, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:bool", str(value))
)
_Dumper.add_representer(
    _Whole,
    lambda dumper, value: dumper.represent_mapping(
        "tag:yaml.org,2002:map", value.items(), flow_style=False
    ),
)


def as_yaml(request: Mapping[str, object]) -> str:
    """A request as YAML, with its innermost lists and mappings on a line each."""
    return yaml.dump(
        _Whole(request),
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=None,
    )


def sample_request(procedure: Procedure, facts: Facts, each: str = "") -> str:
    """A request of the procedure's kind that states these facts, and what every request states.

    With ``each``, the facts of an item are those of the first item of that list.
    """
    stated = dict(facts)
    in_force_on = stated.get(IN_FORCE_ON)
    if in_force_on and RECEIVED_ON in procedure.fields:
        stated.setdefault(RECEIVED_ON, in_force_on)
    for use in procedure.uses:
        if use.only_when and _is_stated(use.field, stated, each):
            stated.setdefault(*use.only_when)
    request: dict[str, object] = {"kind": procedure.kind}
    for use in procedure.uses:
        if use.required or _is_stated(use.field, stated, each):
            request[use.field.id] = _answer(use.field, stated, each)
    return "".join(f"# Check it with {each}\n" for each in _options(stated)) + as_yaml(request)


def _options(facts: Facts) -> Iterator[str]:
    """What to check the request with, where it hangs on more than the request says."""
    if TODAY in facts:
        yield f"--as-of {facts[TODAY]}"
    if IN_FORCE_ON in facts and facts.get(RECEIVED_ON) != facts[IN_FORCE_ON]:
        yield f"--policy-as-of {facts[IN_FORCE_ON]}"


def _is_stated(field: Field, facts: Facts, each: str) -> bool:
    if field.type == "list":
        return field.id == each or bool(facts.get(field.id))
    return any(fact.partition(".")[0] == field.id for fact in facts)


def _answer(field: Field, facts: Facts, each: str) -> object:
    value = facts.get(field.id)
    match field.type:
        case "choice":
            return value if isinstance(value, str) else field.options[0].id
        case "yes-no":
            return Answer(value if isinstance(value, str) else "yes")
        case "several":
            options = (option.id for option in field.options)
            return [option for option in options if facts.get(f"{field.id}.{option}") == "yes"]
        case "date":
            return value if isinstance(value, date) else START
        case "number":
            return value if isinstance(value, int) else 1
        case "list":
            return _items(field, facts, own=field.id == each)
        case "approvals":
            return [
                {"role": role, "decision": own.get("decision", "granted"), "date": day}
                for role, own in _by_role(field, facts).items()
                for day in _days(own)
            ]
        case "advice":
            return [
                {"role": role, "date": day}
                for role, own in _by_role(field, facts).items()
                for day in _days(own)
            ]
        case "completion":
            return {"completed": facts.get(f"{field.id}.completed", START)}
        case _:
            return f"Example: {field.label.lower()}"


def _items(field: Field, facts: Facts, *, own: bool) -> list[dict[str, object]]:
    """As many items as the facts say; the facts of an item are those of the first."""
    number = facts.get(field.id)
    wanted = min(number, _LISTED) if isinstance(number, int) else 1
    items = [_item(field.fields, {}, str(index + 1)) for index in range(max(wanted, 1))]
    return [_item(field.fields, facts, "1"), *items[1:]] if own else items


def _item(fields: Iterable[Field], facts: Facts, number: str) -> dict[str, object]:
    item: dict[str, object] = {}
    for field in fields:
        if field.type == "text" and (field.required or field.id in facts):
            item[field.id] = f"Example {number}"
        elif field.required or _is_stated(field, facts, ""):
            item[field.id] = _answer(field, facts, "")
    return item


def _by_role(field: Field, facts: Facts) -> dict[str, dict[str, object]]:
    """What is stated of each role, by what it is: ``decision``, ``date``, ``latest``."""
    found: dict[str, dict[str, object]] = {}
    for fact, value in facts.items():
        name, _, rest = fact.partition(".")
        role, _, what = rest.partition(".")
        if name == field.id and role:
            found.setdefault(role, {})[what] = value
    return found


def _days(stated: Mapping[str, object]) -> list[date]:
    """The first day and the last; a date asked for only by "given" has none, so any will do."""
    days = {day for name in ("date", "latest") if isinstance(day := stated.get(name), date)}
    return sorted(days) or [START]
