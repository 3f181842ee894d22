"""A policy with as many rules as wanted: this repository's, with other procedures.

Its rules are of five sorts in turn, and no two are alike: each has limits of its own. More rules
ask more questions, up to some fifty; after that they ask the same ones in other ways, because the
rules engine takes no more facts of one kind of request. It is loaded and compiled as every policy
is.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from unittest.mock import patch

import yaml

from benchmarks.measurement import ROOT
from prevent.loading import rule_checks
from prevent.loading.load import load_policy
from prevent.policy.model import Policy

KIND = "activity"
_DIRECTORS = ["managing-director", "quality-director"]
_QUESTIONS = {"sort": 12, "size": 12, "outline": 12, "plan": 6, "approvals": 6}
"""How many questions there are of each sort, at most."""
_NOTICES = (5, 10, 15, 20)
_DECIDE = "{Who_or} must decide."
_LEFT_OUT = ("procedures", "tests", "source", "fields.yaml", "tasks.yaml")


def write_large_policy(folder: Path, rules: int) -> Path:
    """Write a policy with so many rules; the folder of the policy."""
    policy = folder / "policy"
    shutil.copytree(ROOT / "policy", policy, ignore=shutil.ignore_patterns(*_LEFT_OUT))
    made = [_rule(number) for number in range(rules)]
    text = repr(made)
    own = [field for field in _fields() if f"'{field['id']}'" in text]
    organisation = yaml.safe_load((policy / "organisation.yaml").read_text("utf-8"))
    del organisation["policy"]["issued_text"]
    _write(policy / "organisation.yaml", organisation)
    _write(policy / "fields.yaml", {"fields": [*_usual_fields(), *own]})
    (policy / "procedures").mkdir()
    procedure = {
        "procedure": {
            "id": "activities",
            "kind": KIND,
            "noun": "activity",
            "title": "Activities",
            "task": "Hold an activity",
            "clauses": ["3.8"],
            "summary": "What must be in place before an activity.",
            "happens_on": "date",
        },
        "request": {
            "required": ["title", "date"],
            "optional": ["reference", "received_on", *(str(field["id"]) for field in own)],
        },
        "rules": made,
    }
    _write(policy / "procedures" / "activities.yaml", procedure)
    return policy


def load_large_policy(folder: Path, rules: int) -> Policy:
    """A policy of so many rules, loaded.

    That no two of its rules require what cannot be done together is not checked: the check looks at
    every two of them, which is measured apart.
    """
    policy = write_large_policy(folder, rules)
    with patch.object(rule_checks, "check_agree", lambda _: ()):
        return load_policy(policy, "policy")


def _write(path: Path, data: object) -> None:
    path.write_text(yaml.safe_dump(data, sort_keys=False), encoding="utf-8")


def _usual_fields() -> list[object]:
    """The fields that all requests have, as this repository's policy has them."""
    fields = yaml.safe_load((ROOT / "policy" / "fields.yaml").read_text("utf-8"))["fields"]
    wanted = ("title", "reference", "received_on", "date")
    return [field for field in fields if field["id"] in wanted]


def _fields() -> Iterator[dict[str, object]]:
    types: Mapping[str, dict[str, object]] = {
        "sort": {"type": "choice", "options": _options("open", "closed", "private")},
        "size": {"type": "number"},
        "outline": {"type": "choice", "options": _options("shared", "promised", "withheld")},
        "plan": {"type": "completion"},
        "approvals": {"type": "approvals"},
    }
    for name, number in _QUESTIONS.items():
        for index in range(number):
            label = f"{name.capitalize()} {index}"
            words = {"label": label, "question": f"{label}?", "phrase": f"the {name} {index}"}
            yield {"id": f"{name}_{index}", **types[name], **words}


def _options(*names: str) -> list[dict[str, str]]:
    return [
        {
            "id": name,
            "label": name.capitalize(),
            "means": f"It is {name}.",
            "reads": f"it is {name}",
        }
        for name in names
    ]


def _rule(number: int) -> dict[str, object]:
    """One rule: its sort, its questions and its limits follow from its number."""
    turn = number // 5
    asked = {name: f"{name}_{turn % most}" for name, most in _QUESTIONS.items()}
    other = f"size_{(turn + turn // 12) % 12}"
    many = {other: {"more_than": 10 + turn}}
    head = {
        "id": f"rule-{number}",
        "title": f"Rule {number}",
        "clause": "3.8" if number else "3.7",
        "statements": ["S68", "S69", "S70", "S71"] if number else ["S65"],
    }
    match number % 5:
        case 0:
            approval = {"from": _DIRECTORS, "of_them": "all", "in": asked["approvals"]}
            when: object = {"all": [{asked["sort"]: "open"}, many]}
            return head | _required(when, {"approval": {**approval, "no_later_than": "date"}})
        case 1:
            plan = {"of": asked["plan"], "no_later_than": "date"}
            when = {"all": [{asked["sort"]: ["open", "closed"]}, many]}
            return head | _required(when, {"completion": plan})
        case 2:
            notice = {"days": _NOTICES[turn % len(_NOTICES)]}
            when = {"all": [{asked["sort"]: "closed"}, many]}
            days = {"at_least": notice, "from": "received_on", "to": "date"}
            return head | _required(when, {"notice": days})
        case 3:
            document = {"field": asked["outline"], "accepted": ["shared", "promised"]}
            when = {"any": [{asked["sort"]: "private"}, many]}
            withheld = {"outcome": "referred", "who": _DIRECTORS, "say": _DECIDE}
            otherwise = {"otherwise": {"withheld": withheld}}
            return head | _required(when, {"document": document}) | otherwise
        case _:
            then = {"outcome": "referred", "who": _DIRECTORS, "say": _DECIDE}
            when = {"all": [{asked["sort"]: "private"}, many]}
            return head | {"when": when, "unless": {asked["outline"]: "shared"}, "then": then}


def _required(when: object, require: object) -> dict[str, object]:
    return {"when": when, "require": require}
