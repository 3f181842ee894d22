"""Issue forms for GitHub, one for each kind of request, made from the fields of the policy.

Others can read an issue. So each form says what not to write in it, and none is for a concern.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import yaml

from prevent.fields.field import Field
from prevent.intake.questions import (
    NONE_OF_THESE,
    Question,
    asked_of_all,
    how_to_answer,
    lines_of,
    questions,
)
from prevent.policy.model import Policy
from prevent.policy.wording import sentence_case, with_article
from prevent.requests.given import options_of
from prevent.requests.headers import kind_field
from prevent.rules.inner_fields import inner_fields
from prevent.rules.ruleset import KindRules, RuleSet

Item: TypeAlias = dict[str, object]

MADE = "# Made by 'prevent build' from the policy. To change it, change the policy; build again.\n"
"""How every file made here begins, by which it is told from those that people write."""

CONFIG = "config.yml"
_DATE = "Year, month and day: 2026-04-20."


def issue_forms(policy: Policy, rules: RuleSet) -> dict[str, str]:
    """The text of each file of the folder of issue forms, by its name."""
    files = {
        f"request-{kind.kind}.yml": _yaml(_form(policy, rules, kind))
        for kind in rules.kinds.values()
    }
    return files | {CONFIG: _yaml(_config(policy))}


def _form(policy: Policy, rules: RuleSet, kind: KindRules) -> Item:
    noun = with_article(kind.noun)
    summary = next(each.summary for each in policy.procedures if each.kind == kind.kind)
    asked_first = kind_field(rules)
    (this,) = (option for option in asked_first.options if option.id == kind.kind)
    first: Item = {
        "type": "dropdown",
        "id": "kind",
        "attributes": {"label": asked_first.question, "options": [this.label], "default": 0},
        "validations": {"required": True},
    }
    body = [_warning(policy), first, *(_item(each, rules) for each in questions(kind))]
    return {
        "name": f"Request: {noun}",
        "description": summary,
        "title": f"{sentence_case(kind.noun)}: ",
        "body": body,
    }


def _warning(policy: Policy) -> Item:
    value = f"""\
**Others can read what you write here, perhaps everybody.** Name people only where you are asked to,
and write nothing else about them.

**Never write a concern about a person here.** {_instead(policy)}
"""
    return {"type": "markdown", "attributes": {"value": value}}


def _instead(policy: Policy) -> str:
    """Where a concern goes, in the policy's own duties and contacts."""
    duties = [duty.what for duty in policy.duties if duty.when_concerned == "now"]
    phones = [f"{each.name}: {each.phone}." for each in policy.contacts[:1] if each.phone]
    said = duties or ["Concerns go through the safeguarding procedures, by voice."]
    return " ".join([*said, *phones])


def _config(policy: Policy) -> Item:
    config: Item = {"blank_issues_enabled": False}
    # GitHub asks for an address; a contact without one is named in the words beside it.
    address = next((each.url for each in policy.contacts if each.url), "")
    if not address:
        return config
    named = next(each for each in policy.contacts if each.url == address)
    about = f"Never in an issue. {_instead(policy)} The link leads to: {named.name}."
    link = {"name": "A concern about a person", "url": address, "about": about}
    return config | {"contact_links": [link]}


def _item(question: Question, rules: RuleSet) -> Item:
    field = question.field
    conditions = {each.id: each.title for each in rules.conditions.values()}
    parts = asked_of_all(inner_fields(field, rules.roles, conditions))
    attributes: Item = {"label": question.heading}
    said = [field.help, *_besides(field), question.only]
    if field.asked_when:
        said.append(f"Only when {field.asked_when}.")
    if parts:
        said.append(how_to_answer(field, parts))
    if description := " ".join(each for each in said if each):
        attributes["description"] = description
    shape = _shape(question, parts, attributes)
    item: Item = {"type": shape, "id": field.id.replace(".", "-"), "attributes": attributes}
    # Boxes are never required: GitHub would ask for each of them to be ticked.
    needed = question.required and shape != "checkboxes"
    return item | ({"validations": {"required": True}} if needed else {})


def _shape(question: Question, parts: tuple[Field, ...], attributes: Item) -> str:
    """What a person fills in; what it offers is put among the attributes."""
    field = question.field
    labels = _labels(field)
    if parts:
        attributes["value"] = "\n".join(f"{line} " for line in lines_of(parts)) + "\n"
        attributes["render"] = "text"
        return "textarea"
    match field.type:
        case "choice" | "yes-no":
            attributes["options"] = labels
            return "dropdown"
        case "several":
            attributes["options"] = [{"label": label} for label in (*labels, NONE_OF_THESE)]
            return "checkboxes"
        case "date":
            attributes["placeholder"] = "2026-04-20"
            return "input"
        case "text" if not question.required:
            return "textarea"
        case _:
            return "input"


def _labels(field: Field) -> list[str]:
    """The options' labels, each once; GitHub keeps the word “none” for itself."""
    options = options_of(field)
    folded = [option.label.strip().casefold() for option in options]
    return [
        f"{option.label} ({option.id})"
        if folded.count(label) > 1 or label == "none"
        else option.label
        for option, label in zip(options, folded, strict=True)
    ]


def _besides(field: Field) -> Iterator[str]:
    """What the options mean, and how a date is written."""
    if field.type == "date":
        yield _DATE
    for option in options_of(field):
        if option.means:
            yield f"“{option.label}”: {option.means}"


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as blocks."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def _yaml(item: Item) -> str:
    body = yaml.dump(item, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100)
    return MADE + body
