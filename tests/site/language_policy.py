"""The organisation of the language reference as a policy of its own, with every example as a rule.

What the reference does not speak of, and every policy needs, stands here.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from prevent.requirements.kinds import KINDS
from prevent.site.language.examples import kind_examples, organisation, whole_examples

ORGANISATION = """\
organisation: {name: Elm College, short_name: Elm, bank_holidays: england-and-wales}
policy:
  title: Policy
  issued: 2026-01
  next_review: 2099-01
  responsibility: head
  signature:
"""
CLAUSES = """\
clauses:
  - number: "1"
    title: Events
    statements:
      - {id: S01, form: paragraph, is: rule, text: "Ask first."}
      - {id: S02, form: paragraph, is: rule, text: "It may be on conditions."}
      - {id: S03, form: paragraph, is: duty, text: "Keep records of events with guests."}
"""
DUTIES = """\
duties:
  - id: records
    kind: duty
    title: Records
    clause: "1"
    statements: [S03]
    who: [head]
    what: Keep records.
"""

RULE = """\
  - id: {id}
    title: {id}
    clause: "1"
    statements: [S01]
    require:
"""


def write_policy(folder: Path) -> None:
    """Write the policy's files into a folder."""
    data = organisation().document.data
    assert isinstance(data, dict)
    (folder / "procedures").mkdir(parents=True)
    files = {"organisation": ORGANISATION, "clauses": CLAUSES, "duties": DUTIES}
    files |= {"roles": _dumped(roles=[{**role, "does": DOES} for role in data["roles"]])}
    files |= {"fields": _dumped(fields=data["fields"])}
    files |= {"conditions": _dumped(conditions=data["imposed"])}
    own = {key: data[key] for key in ("procedure", "request", "conditions")}
    files |= {"procedures/events": _dumped(**own) + _examples()}
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


DOES = [{"what": "Sees to it.", "statements": ["S01"]}]


def _examples() -> str:
    parts = {"rules": "", "does_not_apply": "", "afterwards": ""}
    for kind in KINDS.values():
        for shown in kind_examples(kind):
            parts["rules"] += RULE.format(id=shown.id) + _indented(shown.written, 6)
            if shown.otherwise:
                parts["rules"] += "    otherwise:\n" + _indented(shown.otherwise, 6)
    for shown in whole_examples():
        parts[shown.part] += _indented(shown.written, 2)
    return "".join(f"{part}:\n{text}" for part, text in parts.items())


def _indented(text: str, by: int) -> str:
    return "".join(f"{' ' * by}{line}\n" for line in text.splitlines())


def _dumped(**data: object) -> str:
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True)
