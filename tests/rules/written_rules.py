"""Random rules as a person writes them, over every kind of requirement, and random requests."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import yaml
from hypothesis import strategies as st

Written = dict[str, object]

_FEW = ["head", "lead", "bursar"]
_DATES = ["received_on", "changed_on", "deadline", "date"]
_DECISIONS = ["granted", "declined"]


def _few_days() -> st.SearchStrategy[str]:
    """Days round a bank holiday, 25 May 2026, close enough together to be compared."""
    first = date(2026, 5, 21)
    return st.integers(0, 8).map(lambda number: (first + timedelta(days=number)).isoformat())


def periods() -> st.SearchStrategy[Written]:
    units = st.sampled_from(["days", "working_days", "weeks", "months"])
    return st.tuples(units, st.integers(1, 3)).map(lambda pair: {pair[0]: pair[1]})


def _plain_days() -> st.SearchStrategy[object]:
    return st.sampled_from([*_DATES, "today", {"approval_of": "head"}, {"advice_of": "lead"}]) | (
        st.just({"completed": "plan"})
    )


@st.composite
def days(draw: st.DrawFn) -> object:
    """A day as it is written: plain, of the calendar, or so long before or after another."""
    if draw(st.booleans()):
        return draw(_plain_days() | _few_days())
    way = draw(st.sampled_from(["before", "after"]))
    return {**draw(periods()), way: draw(_plain_days())}


@st.composite
def conditions(draw: st.DrawFn) -> Written:
    """A condition on one thing that a request may say or not."""
    chosen: Written = draw(
        st.sampled_from(
            [
                {"indoors": True},
                {"source": "outside"},
                {"source": {"not": "inside"}},
                {"size": {"more_than": 1}},
                {"labels": {"includes": "body"}},
                {"labels": {"at_least": 1}},
                {"changed_on": {"given": True}},
                {"approvals": {"granted_by": "governor"}},
                {"approvals": {"declined_by": "head"}},
                {"advice": {"given_by": "lead"}},
                {"plan": {"completed": True}},
            ]
        )
        | days().map(lambda day: {"received_on": {"on_or_before": day}})
    )
    return draw(st.sampled_from([chosen, {"not": chosen}]))


@st.composite
def _window(draw: st.DrawFn) -> Written:
    keys = draw(st.sampled_from([[], ["no_later_than"], ["not_before"]]))
    return {key: draw(days()) for key in keys}


@st.composite
def approvals(draw: st.DrawFn) -> Written:
    roles = draw(st.lists(st.sampled_from(_FEW), min_size=1, max_size=3, unique=True))
    terms: Written = {"from": roles, **draw(_window())}
    way = draw(st.sampled_from(["all", "any", "some", "order", "stand-in", "signed", "by"]))
    if way == "any":
        terms["of_them"] = "any"
    elif way == "some" and len(roles) > 1:
        terms["of_them"] = {"at_least": 2}
    elif way == "order":
        terms["in_order"] = True
    elif way == "stand-in":
        terms["stand_ins"] = {roles[0]: ["deputy"]}
    elif way == "signed":
        terms = {"from": roles[:1], "counter_signature": "lead"}
    elif way == "by":
        terms["decide_by"] = draw(days())
    return {"approval": terms}


@st.composite
def requirements(draw: st.DrawFn) -> Written:
    """A requirement of any kind, with any of its terms."""
    kind = draw(st.sampled_from(["approval", "approval", "advice", "notice", "dated", "plain"]))
    if kind == "approval":
        return draw(approvals())
    if kind == "advice":
        of_them = draw(st.sampled_from(["any", "all"]))
        return {"advice": {"from": ["lead", "governor"], "of_them": of_them, **draw(_window())}}
    if kind == "notice":
        limits = draw(st.sampled_from([["at_least"], ["at_most"], ["at_least", "at_most"]]))
        units = {limit: draw(periods()) for limit in limits}
        terms: Written = {**units, "from": draw(st.sampled_from(["received_on", "changed_on"]))}
        terms |= draw(st.sampled_from([{}, {"to": "deadline"}]))
        terms |= draw(st.sampled_from([{}, {"counted": "back"}]))
        if not any("months" in period for period in units.values()):
            terms |= draw(st.sampled_from([{}, {"days": "clear"}, {"days": "inclusive"}]))
        return {"notice": terms}
    if kind == "dated":
        name = draw(st.sampled_from(["completion", "risk_assessment"]))
        own = {"of": "plan"} if name == "completion" else {}
        return {name: {**own, **draw(_window())}}
    return draw(
        st.sampled_from(
            [
                {"document": {"field": "outline", "accepted": ["shared", "promised"]}},
                {"includes": {"field": "labels", "all_of": ["body", "expiry"]}},
                {"answer": {"to": ["source", "size"]}},
            ]
        )
    )


@st.composite
def consequences(draw: st.DrawFn) -> Written:
    outcome = draw(st.sampled_from(["action-needed", "referred", "refused", "allowed"]))
    own: Written = {"outcome": outcome, "say": "{Who} looks at {subject}, {date}, {size}."}
    if outcome == "allowed":
        own |= draw(st.sampled_from([{}, {"conditions": ["quiet"]}]))
    if outcome == "referred":
        own["who"] = ["governor"]
    return own | draw(st.sampled_from([{}, {"who": ["lead", "head"]}, {"by": "date"}]))


@st.composite
def required(draw: st.DrawFn) -> Written:
    """A requirement, and who decides where only a person can."""
    asked = draw(requirements())
    if "document" not in asked:
        return {"require": asked}
    said = {"outcome": "referred", "who": ["lead"], "say": "{Who} decides on {items}."}
    return {"require": asked, "otherwise": {"withheld": said}}


@st.composite
def rules(draw: st.DrawFn, name: str) -> Written:
    """A rule: with a requirement, with what follows at once, or with cases."""
    head: Written = {"id": name, "title": name, "clause": "1", "statements": ["S02"]}
    head |= {key: draw(conditions()) for key in draw(st.sampled_from([[], ["when"], ["unless"]]))}
    head |= draw(st.sampled_from([{}, {}, {"from": "2026-05-24"}, {"until": "2026-05-24"}]))
    match draw(st.sampled_from(["require", "require", "then", "cases"])):
        case "require":
            return head | draw(required())
        case "then":
            return head | {"then": draw(consequences())}
    cases: list[Written] = [
        {"when": draw(conditions()), **draw(required())},
        {"when": draw(conditions()), "then": draw(consequences())},
        draw(required()),
    ]
    return head | {"cases": draw(st.sampled_from([cases, cases[:2], cases[:1], cases[1:]]))}


def exemptions() -> st.SearchStrategy[Written]:
    """What the procedure does not apply to."""
    head = {"id": "exempt", "title": "Exempt", "clause": "1", "statements": ["S01"]}
    return conditions().map(lambda when: {**head, "when": when, "say": "It does not apply."})


def _entries(roles: list[str], *, decided: bool) -> st.SearchStrategy[list[Written]]:
    own: dict[str, st.SearchStrategy[object]] = {"role": st.sampled_from(roles)}
    more: dict[str, st.SearchStrategy[object]] = {}
    if decided:
        own["decision"] = st.sampled_from([*_DECISIONS, "granted"])
        more["by"] = st.sampled_from(["Ann Archer", "lee lamb"])
    entry = st.fixed_dictionaries({**own, "date": _few_days()}, optional=more)
    return st.lists(entry, max_size=5).map(list)


def requests() -> st.SearchStrategy[Mapping[str, object]]:
    """What a request may say, any of which it may leave out."""
    completed = st.fixed_dictionaries({"completed": _few_days()})
    return st.fixed_dictionaries(
        {"date": _few_days()},
        optional={
            **{name: _few_days() for name in _DATES[:3]},
            "size": st.integers(0, 3),
            "indoors": st.booleans(),
            "source": st.sampled_from(["outside", "inside"]),
            "outline": st.sampled_from(["shared", "promised", "withheld"]),
            "labels": st.lists(st.sampled_from(["body", "expiry"]), unique=True),
            "plan": completed,
            "risk_assessment": completed,
            "approvals": _entries([*_FEW, "deputy", "governor"], decided=True),
            "advice": _entries(["lead", "governor"], decided=False),
        },
    )


def as_text(written: list[Written]) -> str:
    """Rules as they stand in a file."""
    return yaml.safe_dump(written, sort_keys=False, default_flow_style=None)
