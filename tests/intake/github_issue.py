"""An issue as GitHub makes it of a submitted form, by its documentation of issue forms.

Each question is a heading of the third level with its label; below it stands the answer, or
``_No response_``. Answers of a ``dropdown`` are the options chosen, with commas between them; of
``checkboxes`` a line for each box; a ``textarea`` with ``render`` is put into a block of code.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from prevent.fields.field import Field
from prevent.requests.given import options_of
from prevent.rules.inner_fields import inner_fields
from prevent.rules.ruleset import RuleSet

Form = Mapping[str, Any]


def as_issue(request: Mapping[str, Any], form: Form, rules: RuleSet, *, ends: str = "\n") -> str:
    """The text of the issue that somebody makes who fills the form in with this request."""
    kind = rules.kinds[request["kind"]]
    sections = []
    for item in form["body"]:
        if item["type"] == "markdown":
            continue
        field = kind.field(item["id"])
        given = request.get(item["id"])
        if item["id"] == "kind":
            said = item["attributes"]["options"][0]
        elif field is None or given is None:
            said = _blank(item)
        else:
            said = _said(item, field, given, rules)
        sections.append(f"### {item['attributes']['label']}\n\n{said}")
    return "\n\n".join(sections).replace("\n", ends)


def _blank(item: Form) -> str:
    """What GitHub makes of a question that nobody touched: what was filled in before stays."""
    if item["type"] == "checkboxes":
        return "\n".join(f"- [ ] {box['label']}" for box in item["attributes"]["options"])
    value = item["attributes"].get("value", "").strip("\n")
    return f"```text\n{value}\n```" if value else "_No response_"


def _said(item: Form, field: Field, given: Any, rules: RuleSet) -> str:  # noqa: ANN401 (an answer)
    attributes = item["attributes"]
    if item["type"] == "checkboxes":
        labels = [box["label"] for box in attributes["options"]]
        ids = [option.id for option in field.options]
        ticked = [ids.index(each) for each in given] or [len(labels) - 1]
        return "\n".join(
            f"- [{'X' if number in ticked else ' '}] {label}" for number, label in enumerate(labels)
        )
    if item["type"] == "dropdown":
        chosen = {True: "yes", False: "no"}.get(given, given) if field.type == "yes-no" else given
        ids = [option.id for option in options_of(field)]
        return str(attributes["options"][ids.index(chosen)])
    if "render" in attributes:
        return f"```{attributes['render']}\n{_lines(field, given, rules)}\n```"
    return str(given)


def _lines(field: Field, given: Any, rules: RuleSet) -> str:  # noqa: ANN401 (an answer)
    conditions = {each.id: each.title for each in rules.conditions.values()}
    parts = inner_fields(field, rules.roles, conditions)
    if given == []:
        return "none"
    items = given if isinstance(given, list) else [given]
    return "\n\n".join(
        "\n".join(f"{part.label}: {_shown(part, each.get(part.id, ''))}" for part in parts)
        for each in items
    )


def _shown(part: Field, value: Any) -> str:  # noqa: ANN401 (an answer)
    labels = {option.id: option.label for option in options_of(part)}
    if isinstance(value, list):
        return "; ".join(labels[each] for each in value)
    return labels.get(str(value), str(value))
