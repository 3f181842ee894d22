"""What rules/README.md says of the stock engines, done as it is written there."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from prevent.conditions.evaluate import Facts
from prevent.targets.findings import scopes
from prevent.targets.table import TARGETS
from processes import ROOT
from sample_requests import rules

FACTS: Facts = {
    "kind": "leaflet",
    "source": "external-agency",
    "title": "Open day",
    "requested_by": "staff",
    "distribute_from": date(2026, 4, 20),
    "approvals.managing-director.decision": "declined",
    "approvals.managing-director.date": date(2026, 3, 1),
    "today": date(2026, 3, 10),
}
REQUEST = {
    "kind": "leaflet",
    "title": "Open day",
    "requested_by": "staff",
    "source": "external-agency",
    "distribute_from": "2026-04-20",
    "approvals": [{"role": "managing-director", "decision": "declined", "date": "2026-03-01"}],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where somebody stands who has only the generated rules, and a request."""
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    kind = rules("policy").rule_set.kinds["leaflet"]
    flat = {name: fact.value(FACTS) for name, fact in scopes(kind)[0].facts.items()}
    (tmp_path / "facts.json").write_text(json.dumps(flat), encoding="utf-8")
    (tmp_path / "request.json").write_text(json.dumps(REQUEST), encoding="utf-8")
    return tmp_path


def written(target: str, language: str) -> str:
    """The program in a language that the README gives for a target."""
    readme = (ROOT / "rules" / "README.md").read_text(encoding="utf-8")
    section = readme.partition(f"### {TARGETS[target].title}\n")[2].partition("\n### ")[0]
    found = re.search(rf"```{language}\n(.*?)```", section, re.DOTALL)
    assert found is not None
    return found[1]


def ran(folder: Path, *command: str) -> str:
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_durable_rules_in_python(folder: Path) -> None:
    lines = ran(folder, sys.executable, "-c", written("durable-rules", "python")).splitlines()
    assert "leaflet-permission/applies" in lines
    assert any(line.endswith("-declined") for line in lines)
    assert lines[-1] == "sentinel"


def test_json_logic_under_node(folder: Path) -> None:
    program = written("json-logic", "javascript")
    if shutil.which("node") is None or shutil.which("npm") is None:
        assert "json-logic-js" in program
        return
    (folder / "package.json").write_text("{}")
    ran(folder, "npm", "install", "--silent", "--no-audit", "--no-fund", "json-logic-js@2.0.5")
    lines = ran(folder, "node", "-e", program).splitlines()
    assert "refused leaflet-permission 3.7" in lines
    assert lines[-1] == "refused"


def test_rego_in_python(folder: Path) -> None:
    assert ran(folder, sys.executable, "-c", written("rego", "python")) == "refused\n"
