"""The form that asks what a request says: the questions of a procedure as a page shows them.

Everything is projected from the procedure's fields. An approval, advice or something completed is
asked for like a small list, or group, of questions of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from prevent.fields.field import Field, Option
from prevent.policy.model import Policy
from prevent.policy.outcomes import IN_WORDS, MEANS
from prevent.policy.wording import sentence_case, titled, with_article
from prevent.policy.written import FieldUse, Procedure
from prevent.rules.request_schema import request_schemas
from prevent.rules.ruleset import RuleSet
from prevent.site.check_data import check_data
from prevent.site.json_in_html import json_script
from prevent.site.links import POLICY, check_page, procedure_page
from prevent.site.markdown import clause_anchor, statement_anchor

Context: TypeAlias = dict[str, object]

_EVIDENCE = {"approvals", "advice", "completion"}


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of the form.

    ``shape`` says how it is answered: ``text``, ``date``, ``number``, ``choice``, ``several``,
    ``pick`` (one of a long list), ``list`` (of items) or ``group`` (one item). ``needed`` says
    that no request, or no item, is without an answer. ``only`` is the other field, its answer, and
    both in words, where it is asked only then. A list and a group have ``inner`` questions, and an
    ``item`` of a list is called so; ``add`` are the words that add one.
    """

    id: str
    shape: str
    question: str
    hint: str = ""
    label: str = ""
    needed: bool = False
    long: bool = False
    options: tuple[Option, ...] = ()
    only: tuple[str, str, str] | None = None
    inner: tuple[Asked, ...] = ()
    item: str = ""
    add: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the form with a heading."""

    id: str
    title: str
    asked: tuple[Asked, ...]


def form_parts(policy: Policy, procedure: Procedure) -> tuple[Part, ...]:
    """The form of a procedure's requests: what every request says, the rest, and the evidence.

    A question that is asked only where another has a certain answer stands behind that other.
    """
    uses = {use.field.id: use for use in procedure.uses}
    first = [use for use in uses.values() if use.required]
    free = [use for use in uses.values() if not use.required and use.only_when is None]
    later = [use for use in free if use.field.type in _EVIDENCE]
    other = [use for use in free if use.field.type not in _EVIDENCE]
    parts = (
        Part("first", "Answer these first", _with_dependents(policy, first, uses)),
        Part("more", "Then what you know", _with_dependents(policy, other, uses)),
        Part("later", "What has been done already", _with_dependents(policy, later, uses)),
    )
    return tuple(part for part in parts if part.asked)


def check_context(policy: Policy, rule_set: RuleSet, procedure: Procedure) -> Context:
    """What the template of a check page is given beside what every template is."""
    kind = procedure.kind
    here = {
        "kind": kind,
        "noun": procedure.noun,
        "outcomes": IN_WORDS,
        "means": MEANS,
        "issues": policy.issue.issues,
        "clauses": {
            number: f"{_html(POLICY)}#{clause_anchor(number)}" for number in rule_set.clauses
        },
        "statements": {
            each: f"{_html(POLICY)}#{statement_anchor(each)}" for each in rule_set.statements
        },
        "checks": {
            each.kind: {"title": check_title(each), "page": _html(check_page(each.kind))}
            for each in policy.procedures
        },
    }
    data = {
        "rules": check_data(rule_set, kind),
        "schema": request_schemas(policy)[kind],
        "page": here,
    }
    return {
        "procedure": procedure,
        "title": check_title(procedure),
        "owner": titled(policy.roles[policy.issue.responsibility].title),
        "parts": form_parts(policy, procedure),
        "data": json_script("check-data", data),
        "steps_page": procedure_page(procedure.id),
    }


def check_title(procedure: Procedure) -> str:
    """``Check an event``."""
    return f"Check {with_article(procedure.noun)}"


def _html(page: str) -> str:
    return page.removesuffix(".md") + ".html"


def _with_dependents(
    policy: Policy, uses: Sequence[FieldUse], every: dict[str, FieldUse]
) -> tuple[Asked, ...]:
    def walk(own: Sequence[FieldUse]) -> Iterator[Asked]:
        for use in own:
            yield _of_request(policy, use, every)
            yield from walk(
                [other for other in every.values() if _depends(other) == use.field.id],
            )

    return tuple(walk(uses))


def _depends(use: FieldUse) -> str:
    return use.only_when[0] if use.only_when and not use.required else ""


def _of_request(policy: Policy, use: FieldUse, every: dict[str, FieldUse]) -> Asked:
    asked = replace(_asked(policy, use.field), needed=use.required)
    if asked.shape == "text":
        asked = replace(asked, long=not use.required)
    if use.only_when:
        other, answer = use.only_when
        field = every[other].field
        option = field.option(answer)
        said = option.label if option else sentence_case(answer)
        words = f"Only where “{field.question}” is answered “{said}”."
        asked = replace(asked, only=(other, answer, words))
    return asked


def _asked(policy: Policy, field: Field) -> Asked:
    when = f"Only when {field.asked_when}." if field.asked_when else ""
    hint = " ".join(part for part in (field.help, when) if part)
    plain = Asked(
        field.id, field.type, field.question, hint, field.label, field.required,
        options=field.options,
    )  # fmt: skip
    match field.type:
        case "yes-no":
            options = field.options or (Option("yes", "Yes", "", ""), Option("no", "No", "", ""))
            return replace(plain, shape="choice", options=options)
        case "list":
            inner = tuple(_asked(policy, each) for each in field.fields)
            return _list(plain, field.item, f"Add {with_article(field.item)}", inner)
        case "approvals":
            return _list(plain, "decision", "Add a decision", _decision(policy, field))
        case "advice":
            return _list(plain, "advice", "Add advice", (_role(policy), _day(), _note()))
        case "completion":
            done = Asked("completed", "date", "On which day was it completed?", needed=True)
            by = Asked("by", "text", "Who did it? A role or a name.", label="By")
            return replace(plain, shape="group", inner=(replace(done, label="Completed"), by))
        case _:
            return plain


def _list(plain: Asked, item: str, add: str, inner: tuple[Asked, ...]) -> Asked:
    return replace(plain, shape="list", item=item, add=add, inner=inner)


def _decision(policy: Policy, field: Field) -> tuple[Asked, ...]:
    options = (Option("granted", "Agreed", "", ""), Option("declined", "Declined", "", ""))
    decided = Asked("decision", "choice", "What did they decide?", label="Decision", needed=True)
    also = {
        "by": Asked("by", "text", "Who signed, by name?", label="By"),
        "conditions": Asked(
            "conditions", "several", "On which conditions was it granted?",
            label="Conditions",
            options=tuple(
                Option(each.id, each.title, "", "") for each in policy.catalogue.values()
            ),
        ),
    }  # fmt: skip
    asked = [also[key] for key in field.also_says if key in also]
    shown = tuple(each for each in asked if each.shape == "text" or each.options)
    return (_role(policy), replace(decided, options=options), _day(), *shown, _note())


def _role(policy: Policy) -> Asked:
    options = tuple(Option(role.id, role.title, "", "") for role in policy.roles.values())
    return Asked("role", "pick", "Who?", label="Who", needed=True, options=options)


def _day() -> Asked:
    return Asked("date", "date", "On which day?", label="Date", needed=True)


def _note() -> Asked:
    return Asked("note", "text", "Remark", label="Remark")
