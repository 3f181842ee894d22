"""The template for GitLab: what is in it, and what its lines do."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from installing import Installed, run
from scratch import ALLOWED, NOT_YET, Repository
from stock_linters import faults_by_schema

from processes import ROOT

TEMPLATE = ROOT / "places" / "gitlab" / "prevent.yml"
GIVEN = {"image": "prevent-ci@sha256:0"}


def filled_in() -> tuple[dict[str, Any], str]:
    """The inputs that the template declares, and its job with them, as GitLab puts them in."""
    head, _, job = TEMPLATE.read_text(encoding="utf-8").partition("\n---\n")
    inputs: dict[str, Any] = yaml.safe_load(head)["spec"]["inputs"]
    values = {name: str(each.get("default", GIVEN.get(name))) for name, each in inputs.items()}
    text = re.sub(r"\$\[\[ inputs\.(\w+) \]\]", lambda found: values[found[1]], job)
    return inputs, text


def test_it_is_what_the_published_schema_asks_for(tmp_path: Path) -> None:
    inputs, text = filled_in()
    assert [name for name, each in inputs.items() if "default" not in each] == ["image"]
    assert "$[[" not in text
    (tmp_path / ".gitlab-ci.yml").write_text(text, encoding="utf-8")
    assert faults_by_schema("vendor.gitlab-ci", tmp_path / ".gitlab-ci.yml") == ""


def test_no_input_stands_in_what_a_shell_runs() -> None:
    job = yaml.safe_load(TEMPLATE.read_text("utf-8").partition("\n---\n")[2])["prevent"]
    assert [line for line in job["script"] if "$" in line] == []
    change, default = job["rules"]
    assert "merge_request_event" in change["if"]
    assert change["variables"] == {"PREVENT_SINCE": "$CI_MERGE_REQUEST_DIFF_BASE_SHA"}
    # A variable that GitLab does not know may be left as it is written, and is no commit.
    assert "CI_MERGE_REQUEST" not in json.dumps([job["variables"], default])


@pytest.mark.parametrize(
    ("text", "status", "rules"), [(NOT_YET, 1, {"leaflet-permission"}), (None, 0, set())]
)
def test_its_lines_leave_a_code_quality_report(
    text: str | None, status: int, rules: set[str], repository: Repository, installed: Installed
) -> None:
    base = repository.git("rev-parse", "HEAD").strip()
    repository.write("requests/one.yaml" if text else "README.md", text or "Something else\n")
    repository.commit("The change")
    job = yaml.safe_load(filled_in()[1])["prevent"]
    (repository.folder.parent / "prevent").symlink_to(installed.bin / "prevent")
    path = (installed.bin, installed.project / "places")
    variables = {name: str(value) for name, value in job["variables"].items()}
    done = run(
        *("bash", "-e", "-c", "\n".join(job["script"])),
        cwd=repository.folder,
        given={
            **installed.environment,
            **variables,
            "PREVENT_REDACT": variables["PREVENT_REDACT"].lower(),  # GitLab writes true, not True
            "PREVENT_SINCE": base,
            "PATH": os.pathsep.join([*map(str, path), os.environ["PATH"]]),
        },
        status=None,
    )
    assert done.returncode == status, done.stderr
    report = json.loads((repository.folder / "gl-code-quality-report.json").read_text("utf-8"))
    assert {each["check_name"] for each in report} == rules
    assert {each["location"]["path"] for each in report} <= {"requests/one.yaml"}
    assert job["artifacts"]["reports"]["codequality"] == "gl-code-quality-report.json"


def test_the_default_branch_has_every_request_checked(
    repository: Repository, installed: Installed
) -> None:
    repository.write("requests/one.yaml", ALLOWED)
    path = (installed.bin, installed.project / "places")
    done = run(
        *("check-changed.sh", "--format", "text"),
        cwd=repository.folder,
        given={
            **installed.environment,
            "PREVENT_SINCE": "",
            "PATH": os.pathsep.join([*map(str, path), os.environ["PATH"]]),
        },
        status=1,
    )
    assert "2 requests" in done.stdout
