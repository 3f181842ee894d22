"""A whole request in YAML that states certain facts, for a person to paste into a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import yaml

from prevent.conditions.evaluate import Facts
from prevent.fields.field import Field
from prevent.policy.written import Procedure
from prevent.requirements.day import IN_FORCE_ON, RECEIVED_ON, TODAY
from prevent.rules.answering import Answer, answer_of, is_stated, items_of

_LISTED = 5
"""The most items of a list that a sample writes out."""


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
        if use.only_when and (use.field.id == each or is_stated(use.field, stated)):
            stated.setdefault(*use.only_when)
    request: dict[str, object] = {"kind": procedure.kind}
    for use in procedure.uses:
        if use.required or use.field.id == each or is_stated(use.field, stated):
            request[use.field.id] = _answer(use.field, stated, each)
    return "".join(f"# Check it with {each}\n" for each in _options(stated)) + as_yaml(request)


def _options(facts: Facts) -> Iterator[str]:
    """What to check the request with, where it hangs on more than the request says."""
    if TODAY in facts:
        yield f"--as-of {facts[TODAY]}"
    if IN_FORCE_ON in facts and facts.get(RECEIVED_ON) != facts[IN_FORCE_ON]:
        yield f"--policy-as-of {facts[IN_FORCE_ON]}"


def _answer(field: Field, facts: Facts, each: str) -> object:
    return (
        _items(field, facts, own=field.id == each)
        if field.type == "list"
        else answer_of(field, facts)
    )


def _items(field: Field, facts: Facts, *, own: bool) -> list[dict[str, object]]:
    """As many items as the facts say; the facts of an item are those of the first."""
    number = facts.get(field.id)
    wanted = min(number, _LISTED) if isinstance(number, int) else 1
    blank: list[Facts] = [{} for _ in range(max(wanted, 1))]
    return items_of(field, [facts, *blank[1:]] if own else blank)
