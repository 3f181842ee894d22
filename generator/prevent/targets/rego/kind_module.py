"""The module of Rego for one kind of request: its fields and facts, and a rule for each finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from prevent.conditions.lower import flat_name, moment_name
from prevent.conditions.tree import Dated
from prevent.fields.field import Field
from prevent.rules.ruleset import KindRules, RuleSet
from prevent.targets.findings import Scope, scopes
from prevent.targets.reduced import TRUE, Choice, Reduced, reduced
from prevent.targets.rego.tests_of import (
    counts_working_days,
    day_name,
    day_value,
    fact_value,
    statements,
    value_lines,
)
from prevent.targets.rego.text import comment, indented, quoted, quoted_list

Value = TypeVar("Value")


def package(kind: str) -> str:
    """The package of a kind, within ``prevent``."""
    return f"kind_{flat_name(kind)}"


def module(rule_set: RuleSet, kind: KindRules) -> str:
    """The text of the module."""
    made = [(scope, list(reduced(scope))) for scope in scopes(kind)]
    lines = [
        *comment(f"Requests of the kind {quoted(kind.kind)}", kind.title),
        "#",
        "# Made by prevent build. Do not edit: change the policy and build again.",
        f"package prevent.{package(kind.kind)}",
        "",
        "import rego.v1",
        "",
        "import data.prevent.request",
        "",
        *_fields(kind),
        "",
        "applies if request.kind == " + quoted(kind.kind),
        "",
        "faults := request.faults(fields, only_when) if applies",
        "",
        "# A request that has a fault is not decided.",
        "decided if {",
        "\tapplies",
        "\tcount(faults) == 0",
        "\tcount(uncounted) == 0",
        "}",
        "",
        f"stated := request.facts(fields, {quoted(kind.kind)}) if {{",
        "\tapplies",
        "\tcount(faults) == 0",
        "}",
    ]
    for scope, findings in made:
        lines += ["", *_scope(scope, findings)]
    for scope, findings in made:
        for each in findings:
            lines += ["", *_finding(rule_set, scope, each)]
    return "\n".join(lines) + "\n"


def _fields(kind: KindRules) -> Iterator[str]:
    """What may be asked and answered, for checking and reading a request."""
    yield "# The fields there are, and what may be answered."
    yield "fields := {"
    for field in kind.fields:
        yield f"\t{quoted(field.id)}: {_field(field, required=field.id in kind.required)},"
    yield "}"
    yield ""
    yield "# Fields that may be given only where another field has a certain answer."
    limits = [
        f"\t{quoted(field)}: {quoted_list((other, answer))},"
        for field, (other, answer) in kind.only_when.items()
    ]
    yield from ["only_when := {", *limits, "}"] if limits else ["only_when := {}"]


def _field(field: Field, *, required: bool) -> str:
    said = {"type": quoted(field.type), "required": "true" if required else "false"}
    if field.type in {"choice", "several"}:
        said["options"] = quoted_list(option.id for option in field.options)
    if field.type == "approvals":
        said["also"] = quoted_list(field.also_says)
    if field.type == "list":
        own = (
            f"{quoted(each.id)}: {_field(each, required=each.required)}" for each in field.fields
        )
        said["fields"] = f"{{{', '.join(own)}}}"
    return f"{{{', '.join(f'{quoted(key)}: {value}' for key, value in said.items())}}}"


def _owner(scope: Scope) -> str:
    return f"items_{flat_name(scope.each)}" if scope.each else "whole"


def _scope(scope: Scope, findings: Sequence[Reduced]) -> Iterator[str]:
    """The facts that the rules of a scope compare, worked out of what a request states."""
    owner = _owner(scope)
    days = _days(scope, findings)
    counted = {name: fact for name, day in days.items() if (fact := counts_working_days(day))}
    if scope.each:
        yield f"# What is compared of each item of {quoted(scope.each)}."
        yield f"{owner} := [facts_of_{owner}(facts, days_of_{owner}(facts)) |"
        yield f"\tsome item in request.items(fields, {quoted(scope.each)})"
        yield "\tfacts := object.union(stated, item)"
        yield "]"
    else:
        yield "# What is compared of the request as a whole."
        yield f"{owner} := facts_of_{owner}(stated, days_of_{owner}(stated))"
    yield ""
    named = {name: day_value(day) for name, day in days.items()}
    yield from _object(_head(f"days_of_{owner}", ("facts",), named), named)
    yield ""
    rendered = {name: fact_value(fact) for name, fact in scope.facts.items()}
    by = {f"by {name}": f"request.written({day_name(day)})" for name, day in _by(findings).items()}
    made = rendered | by
    yield from _object(_head(f"facts_of_{owner}", ("facts", "days"), made), made)
    if not scope.each:
        yield ""
        yield "# Days from which working days cannot be counted."
        yield from _object("counted", {key: quoted(fact) for key, fact in counted.items()})
        yield ""
        yield "uncounted := request.uncounted(stated, days_of_whole(stated), counted)"


def _head(name: str, parameters: Sequence[str], items: Mapping[str, str]) -> str:
    """The head of a function. ``opa check --strict`` wants one that is not used to have no name."""
    used = (
        each if any(f"{each}[" in value or f"({each}" in value for value in items.values()) else "_"
        for each in parameters
    )
    return f"{name}({', '.join(used)})"


def _object(head: str, items: Mapping[str, str]) -> Iterator[str]:
    if not items:
        yield f"{head} := {{}}"
        return
    yield f"{head} := {{"
    for name, value in items.items():
        yield f"\t{quoted(name)}: {value},"
    yield "}"


def _days(scope: Scope, findings: Sequence[Reduced]) -> dict[str, Dated]:
    """Every day that is compared or told, by its name."""
    compared = [day for fact in scope.facts.values() for day in (fact.first, fact.second) if day]
    return {moment_name(day): day for day in compared} | _by(findings)


def _by(findings: Sequence[Reduced]) -> dict[str, Dated]:
    return {moment_name(day): day for each in findings for day in each.by.values if day}


def _finding(rule_set: RuleSet, scope: Scope, each: Reduced) -> Iterator[str]:
    """One rule: a finding that is told where its body holds."""
    finding, rule = each.finding, each.finding.rule
    words = " ".join(rule_set.statements[name] for name in rule.statements)
    yield "# METADATA"
    yield from comment("title", rule.title)
    yield from comment("description", words)
    yield "# custom:"
    yield f"#   clause: {quoted(rule.clause)}"
    yield f"#   statements: {quoted_list(rule.statements)}"
    yield "findings contains {"
    record = {
        "id": quoted(finding.id),
        "rule": quoted(rule.id),
        "title": quoted(rule.title),
        "failure": quoted(finding.failure),
        "outcome": quoted(finding.outcome),
        "clause": quoted(rule.clause),
        "list": quoted(scope.each),
        "item": "item",
        "who": "who",
        "by": "by",
    }
    if any(each.conditions.values):
        record["conditions"] = "conditions"
    yield from (f"\t{quoted(name)}: {value}," for name, value in record.items())
    yield "} if {"
    body = [line for line in statements(each.told) if line != "true"]
    body += [*_who(each), *_chosen("by", each.by, _day)]
    if any(each.conditions.values):
        body += _chosen("conditions", each.conditions, quoted_list)
    # What is not used has no name, as `opa check --strict` wants it.
    compared = any("f." in line or "f[" in line for line in body)
    if scope.each:
        yield f"\tsome item, {'f' if compared else '_'} in {_owner(scope)}"
    else:
        yield from ["\tf := whole"] if compared else ()
        yield "\titem := null"
    yield from indented(body)
    yield "}"


def _who(each: Reduced) -> Iterator[str]:
    if all(test == TRUE for test in each.who.values()):
        yield f"who := {quoted_list(each.who)}"
        return
    yield "who := request.who({"
    for role, test in each.who.items():
        first, *rest = value_lines(test)
        lines = [f"{quoted(role)}: {first}", *rest]
        yield from indented([*lines[:-1], f"{lines[-1]},"])
    yield "})"


def _chosen(name: str, choice: Choice[Value], written: Callable[[Value], str]) -> Iterator[str]:
    """The first value whose test holds."""
    if len(choice.cases) == 1:
        yield f"{name} := {written(choice.values[0])}"
        return
    yield f"{name} := request.first_of(["
    for test, value in choice.cases:
        first, *rest = value_lines(test)
        lines = [f"[{first}", *rest]
        yield from indented([*lines[:-1], f"{lines[-1]}, {written(value)}],"])
    yield "])"


def _day(day: Dated | None) -> str:
    return f"f[{quoted(f'by {moment_name(day)}')}]" if day else "null"
