"""Request documents put to the Rego, as conftest would put them, and what it says of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from prevent.bundle.current import Rules
from prevent.decide.decision import Decision
from prevent.reading.documents import Document, read_documents
from prevent.requests.find import find_files
from prevent.stock.rego import rego_cpp
from prevent.targets.rego.target import Rego
from processes import ROOT

REGO: Any = rego_cpp()

QUERY = (
    'x = {"outcome": data.prevent.outcome, "findings": data.prevent.findings,'
    ' "faults": count(data.prevent.faults), "denied": count(data.prevent.deny)}'
)


class Opa:
    """The modules of a policy, compiled once, and asked of one document after the other."""

    def __init__(self, made: Rules, today: date, query: str = QUERY) -> None:
        self._engine: Any = REGO.Interpreter()
        for name, text in Rego().files(made.rule_set, {}).items():
            if name.endswith(".rego"):
                self._engine.add_module(name, text)
        self._engine.add_data({"prevent_given": {"today": today.isoformat()}})
        self._bundle = self._engine.build(query)

    def says(self, document: object) -> dict[str, Any]:
        said: dict[str, Any] = self.value(document)
        return said

    def value(self, document: object) -> Any:  # noqa: ANN401 (any value of JSON)
        self._engine.set_input(REGO.Input(document))
        return json.loads(str(self._engine.query_bundle(self._bundle)))["bindings"]["x"]


def documents(policy: str) -> Iterator[tuple[Path, Document]]:
    """Every document that stands beside a policy, valid or not; the cases for our own."""
    folders = [ROOT / policy / ".." / "requests"]
    folders += [ROOT / "tests" / "cases"] if policy == "policy" else []
    for found in find_files(str(folder) for folder in folders):
        if isinstance(found, str) and not found.endswith("expected.yaml"):
            yield from (
                (Path(found), each) for each in read_documents(found)[0] if each.data is not None
            )


def told(said: dict[str, Any], document: dict[str, Any], named_by: dict[str, str]) -> list[str]:
    """The findings that stand in the way, to be compared."""
    return sorted(
        str(
            (
                each["rule"],
                each["outcome"],
                each["clause"],
                sorted(each["who"]),
                each["by"],
                document[each["list"]][each["item"]][named_by[each["list"]]]
                if each["list"]
                else None,
            )
        )
        for each in said["findings"]
        if each["outcome"] != "allowed"
    )


def checked(decision: Decision) -> list[str]:
    """What a check tells, in the same form."""
    return sorted(
        str(
            (
                each.rule,
                each.outcome,
                each.clause,
                sorted(each.who),
                each.by.isoformat() if each.by else None,
                each.subject,
            )
        )
        for each in decision.findings
    )
