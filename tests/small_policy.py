"""A whole policy of a few lines, for tests of the language: give it rules, and ask it of requests.

Every procedure's request has the same fields, one or two of each type, so that a test writes
nothing but the rules it is about and the facts it needs.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from textwrap import dedent, indent

import yaml

from prevent.bundle.current import Rules
from prevent.bundle.make import rules_of
from prevent.decide.check import Checker, Report
from prevent.decide.decision import Decision, Found

AS_OF = date(2026, 6, 1)
"""The day of the check where a test names none: a Monday."""

ROLES = ("head", "deputy", "lead", "bursar", "governor")


def _field(field_id: str, kind: str, label: str, phrase: str, **also: object) -> dict[str, object]:
    words = {"label": label, "question": f"{label}?", "phrase": phrase}
    return {"id": field_id, "type": kind, **words, **also}


def _options(**reads: str) -> list[dict[str, object]]:
    return [
        {"id": each, "label": each.capitalize(), "means": "It is so.", "reads": text}
        for each, text in reads.items()
    ]


_SPEAKER = [
    _field("name", "text", "Name", "the name", required=True),
    _field(
        "known",
        "yes-no",
        "Known",
        "whether the speaker is known",
        options=_options(yes="the speaker is known", no="the speaker is not known"),
    ),
    _field(
        "topic",
        "choice",
        "Topic",
        "the topic",
        options=_options(plain="the topic is plain", delicate="the topic is delicate"),
    ),
]

FIELDS = [
    _field("title", "text", "Title", "what it is called"),
    _field("date", "date", "Date", "the day it takes place"),
    _field("received_on", "date", "Received on", "the day it was received"),
    _field("changed_on", "date", "Changed on", "the day it was changed"),
    _field("deadline", "date", "Deadline", "the deadline"),
    _field("size", "number", "Size", "the number of people"),
    _field(
        "indoors",
        "yes-no",
        "Indoors",
        "whether it is indoors",
        options=_options(yes="it is indoors", no="it is outdoors"),
    ),
    _field(
        "source",
        "choice",
        "Source",
        "where it comes from",
        options=_options(outside="it comes from outside", inside="it comes from inside"),
    ),
    _field(
        "outline",
        "choice",
        "Outline",
        "the outline",
        options=_options(
            shared="the outline is shared",
            promised="the outline is promised",
            withheld="the outline is withheld",
        ),
    ),
    _field(
        "labels",
        "several",
        "Labels",
        "the labels",
        options=_options(body="it names the body", expiry="it names the expiry date"),
    ),
    _field(
        "speakers",
        "list",
        "Speakers",
        "the speakers",
        item="speaker",
        named_by="name",
        fields=_SPEAKER,
    ),
    _field("risk_assessment", "completion", "Risk assessment", "the risk assessment"),
    _field("plan", "completion", "Plan", "the first-aid plan"),
    _field("approvals", "approvals", "Approvals", "the approvals", also_says=["by", "conditions"]),
    _field("first_approvals", "approvals", "First approvals", "the first approvals"),
    _field("advice", "advice", "Advice", "the advice"),
]
"""The fields of every request, in order: their type, and the words for them."""

_REQUIRED = {"title", "date"}

_PROCEDURE = """
procedure:
  id: talks
  kind: talk
  noun: talk
  title: Talks
  task: Hold a talk
  clauses: ["1"]
  summary: What to do before a talk.
  happens_on: date
request:
  required: [title, date]
  optional: [{optional}]
"""

_FILES: Mapping[str, str] = {
    "aims": """
        national_objectives: {introduced_by: S01, statements: [S02]}
        aims: {introduced_by: S01, statements: [S02]}
        values: {statement: S01, names: [Care]}
        related_documents: []
        """,
    "definitions": "definitions: []",
    "threat-levels": """
        levels: [{id: low, name: Low, statement: S01}]
        introduced_by: [S01]
        notes: [S01]
        recorded: {level: low, statement: S01, on: 2026-01}
        live: {title: The live page, url: "https://levels.invalid"}
        """,
    "duties": "duties: []",
    "contacts": "contacts: []",
    "review-notes": "notes: []",
    "clauses": """
        clauses:
          - number: "1"
            title: Talks
            statements:
              - {id: S01, form: paragraph, is: narrative, text: Care comes first.}
              - {id: S02, form: paragraph, is: rule, text: Talks are agreed to.}
              - {id: S03, form: paragraph, is: narrative, text: From then on., from: 2026-05-01}
        """,
    "conditions": """
        conditions:
          - {id: quiet, title: It is quiet, who: [lead], clause: "1", statements: [S01]}
          - {id: small, title: It stays small, who: [], clause: "1", statements: [S01]}
        """,
}

_HOLDERS = {"head": "Ann Archer", "lead": "Lee Lamb"}

_ORGANISATION = """
organisation: {{name: The College, short_name: TC{holidays}}}
policy:
  {{title: Talks, issued: 2026-01, next_review: 2027-01, responsibility: head, signature: }}
"""


def rule(written: str, **also: str) -> str:
    """One rule, of whose keys those that no test is about are filled in."""
    usual = {"id": "asked", "title": "Asked", "clause": '"1"', "statements": "[S02]"} | also
    head = "\n".join(f"{key}: {value}" for key, value in usual.items())
    text = indent(f"{head}\n{dedent(written).strip()}", "    ")
    return f"  - {text.lstrip()}\n"


def write_policy(
    folder: Path,
    *rules: str,
    bank_holidays: str = "england-and-wales",
    more: str = "",
    fields: Sequence[Mapping[str, object]] = FIELDS,
    catalogue: bool = True,
) -> Path:
    """Write a whole policy with these rules, and ``more`` parts of its procedure; its folder.

    A field that is not among ``fields`` is no field of the request either.
    """
    policy = folder / "policy"
    (policy / "procedures").mkdir(parents=True, exist_ok=True)
    for name, text in _FILES.items():
        if catalogue or name != "conditions":
            (policy / f"{name}.yaml").write_text(dedent(text), encoding="utf-8")
    roles = [
        {"id": role, "title": role.capitalize(), "statements": ["S01"]}
        | {"holder": _HOLDERS.get(role), "does": [{"what": "Helps", "statements": ["S01"]}]}
        for role in ROLES
    ]
    (policy / "roles.yaml").write_text(yaml.safe_dump({"roles": roles}), encoding="utf-8")
    holidays = f", bank_holidays: {bank_holidays}" if bank_holidays else ""
    organisation = _ORGANISATION.format(holidays=holidays)
    (policy / "organisation.yaml").write_text(organisation, encoding="utf-8")
    kept = list(fields)
    written = yaml.safe_dump({"fields": list(kept)}, sort_keys=False)
    (policy / "fields.yaml").write_text(written, encoding="utf-8")
    optional = ", ".join(str(each["id"]) for each in fields if each["id"] not in _REQUIRED)
    text = _PROCEDURE.format(optional=optional) + f"rules:\n{''.join(rules)}{dedent(more)}"
    (policy / "procedures" / "talks.yaml").write_text(text, encoding="utf-8")
    return policy


@dataclass
class Asked:
    """A policy's rules, loaded and compiled by the real loader, to be asked of requests.

    Every answer is the engine's, confirmed by the reference evaluator; where the two differ, the
    request has no decision and :meth:`decide` fails.
    """

    rules: Rules
    checker: dict[tuple[date, date | None], Checker] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path, *rules: str, **written: str) -> Asked:
        """The rules as :func:`write_policy` writes them."""
        more, holidays = written.get("more", ""), written.get("bank_holidays", "england-and-wales")
        policy = write_policy(folder, *rules, more=more, bank_holidays=holidays)
        return cls(rules_of(policy, "policy"))

    def report(
        self, request: Mapping[str, object], as_of: date = AS_OF, policy_as_of: date | None = None
    ) -> Report:
        """The report on one request; what it leaves out of kind, title and date is filled in."""
        usual = {"kind": "talk", "title": "A talk", "date": "2026-07-01"}
        filled = {key: value for key, value in (usual | dict(request)).items() if value is not None}
        checker = self.checker.get((as_of, policy_as_of))
        if checker is None:
            checker = Checker(self.rules, as_of, policy_as_of=policy_as_of, explaining=True)
            self.checker[as_of, policy_as_of] = checker
        return checker.check(["-"], lambda: json.dumps(filled).encode())

    def decide(
        self, request: Mapping[str, object], as_of: date = AS_OF, policy_as_of: date | None = None
    ) -> Decision:
        """The decision on one request."""
        report = self.report(request, as_of, policy_as_of)
        assert not report.errors, report.errors
        [decision] = report.decisions
        return decision

    def close(self) -> None:
        """Let the engines go."""
        for checker in self.checker.values():
            checker.close()


def messages(decision: Decision) -> list[str]:
    """What the findings of a decision say."""
    return [finding.message for finding in decision.findings]


def said(found: tuple[Found, ...]) -> list[str]:
    """What these findings, notes or duties say."""
    return [each.message for each in found]


def granted(role: str, day: str = "2026-05-20", **also: object) -> dict[str, object]:
    """An approval given."""
    return {"role": role, "decision": "granted", "date": day, **also}


def declined(role: str, day: str = "2026-05-20") -> dict[str, object]:
    """An approval declined."""
    return {"role": role, "decision": "declined", "date": day}


def advised(role: str, day: str = "2026-05-20") -> dict[str, object]:
    """Advice given."""
    return {"role": role, "date": day}


@dataclass
class Ask:
    """Decides requests by rules as they are written; each policy is loaded but once."""

    folder: Callable[[], Path]
    asked: dict[str, Asked] = field(default_factory=dict)

    def __call__(
        self,
        written: str,
        request: Mapping[str, object],
        as_of: date = AS_OF,
        bank_holidays: str = "england-and-wales",
    ) -> Decision:
        """The decision on one request by the one rule that is written."""
        key = f"{bank_holidays}\n{written}"
        if key not in self.asked:
            self.asked[key] = Asked.of(self.folder(), rule(written), bank_holidays=bank_holidays)
        return self.asked[key].decide(request, as_of)

    def close(self) -> None:
        """Let the engines go."""
        for asked in self.asked.values():
            asked.close()
