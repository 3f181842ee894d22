"""Issue forms: made from the policy, kept current, and as GitHub documents them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from prevent.intake.issue_forms import CONFIG, issue_forms
from prevent.loading.load import load_policy
from processes import ROOT, Prevent
from sample_requests import POLICIES, rules

VALIDATE = (sys.executable, "-m", "check_jsonschema", "--builtin-schema")
KEPT = ROOT / ".github" / "ISSUE_TEMPLATE"


@pytest.fixture
def project(started: Path, tmp_path: Path) -> Path:
    """A small project with its rules built, and a folder for the forms."""
    shutil.copytree(started, tmp_path, dirs_exist_ok=True)
    (tmp_path / ".github").mkdir()
    return tmp_path


@pytest.mark.parametrize("policy", POLICIES)
def test_forms_are_as_the_published_schemas_have_them(policy: str, tmp_path: Path) -> None:
    made = issue_forms(load_policy(ROOT / policy), rules(policy).rule_set)
    assert len(made) == len(rules(policy).rule_set.kinds) + 1
    for name, text in made.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    requests = sorted(made.keys() - {CONFIG})
    for schema, names in (("config", [CONFIG]), ("forms", requests)):
        done = subprocess.run(
            [*VALIDATE, f"vendor.github-issue-{schema}", *names],
            cwd=tmp_path,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout.decode()


@pytest.mark.parametrize("policy", POLICIES)
def test_forms_keep_to_what_github_documents_beside_its_schema(policy: str) -> None:
    made = issue_forms(load_policy(ROOT / policy), rules(policy).rule_set)
    for name, text in made.items():
        form = yaml.safe_load(text)
        if name == CONFIG:
            continue
        items = [item for item in form["body"] if item["type"] != "markdown"]
        ids = [item["id"] for item in items]
        labels = [item["attributes"]["label"].casefold() for item in items]
        assert len(set(ids)) == len(ids)
        assert len(set(labels)) == len(labels)
        assert form["name"]
        assert form["description"]
        for item in items:
            _is_as_documented(item)


def _is_as_documented(item: dict[str, Any]) -> None:
    attributes = item["attributes"]
    if item["type"] == "dropdown":
        options = attributes["options"]
        assert all(isinstance(option, str) and option.strip() for option in options)
        assert "none" not in {option.casefold() for option in options}
        assert len(set(options)) == len(options) > 0
    if item["type"] == "checkboxes":
        assert all(box["label"] for box in attributes["options"])
    if item["type"] == "textarea" and "render" in attributes:
        assert attributes["value"].strip()


def test_no_form_is_for_a_concern_and_each_says_where_one_goes() -> None:
    duty = "through the safeguarding procedures"
    for path in KEPT.glob("request-*.yml"):
        first = yaml.safe_load(path.read_text(encoding="utf-8"))["body"][0]
        assert first["type"] == "markdown"
        assert "Never write a concern about a person here." in first["attributes"]["value"]
        assert duty in first["attributes"]["value"]
        assert "Others can read what you write here" in first["attributes"]["value"]
    config = yaml.safe_load((KEPT / CONFIG).read_text(encoding="utf-8"))
    assert config["blank_issues_enabled"] is False
    (link,) = config["contact_links"]
    assert "Never in an issue." in link["about"]
    assert duty in link["about"]
    assert "999" in link["about"]


def test_an_assessment_of_a_named_person_is_not_asked_for_in_an_issue() -> None:
    text = (KEPT / "request-event.yml").read_text(encoding="utf-8")
    assert "Who is going to speak?" in text
    assert "extremis" not in text
    assert "values" not in text.casefold()


def test_a_build_keeps_the_forms_current_and_its_check_says_where_they_are_not(
    prevent: Prevent, project: Path
) -> None:
    check = ("build", "--check")
    missing = prevent(*check, cwd=project)
    assert missing.status == 1
    assert "request-event.yml" in missing.err
    assert prevent("build", "--rules-only", cwd=project).status == 0
    assert prevent(*check, cwd=project).status == 0
    forms = project / ".github" / "ISSUE_TEMPLATE"
    assert {path.name for path in forms.iterdir()} == {path.name for path in KEPT.iterdir()}
    older = forms / "request-outing.yml"
    shutil.copy(forms / "request-event.yml", older)
    assert "request-outing.yml" in prevent(*check, cwd=project).err
    prevent("build", "--rules-only", cwd=project)
    assert not older.exists()


def test_forms_that_people_wrote_are_left_alone(prevent: Prevent, project: Path) -> None:
    forms = project / ".github" / "ISSUE_TEMPLATE"
    forms.mkdir()
    own = forms / "fault.yml"
    own.write_text("name: A fault\n", encoding="utf-8")
    assert prevent("build", "--rules-only", cwd=project).status == 0
    assert prevent("build", "--check", cwd=project).status == 0
    assert own.read_text(encoding="utf-8") == "name: A fault\n"
    (forms / CONFIG).write_text("blank_issues_enabled: true\n", encoding="utf-8")
    ran = prevent("build", "--rules-only", cwd=project)
    assert ran.status == 2
    assert "config.yml: This file is not one that 'prevent build' made" in ran.err
    assert (forms / CONFIG).read_text(encoding="utf-8") == "blank_issues_enabled: true\n"


def test_a_project_without_the_folder_is_given_no_forms(prevent: Prevent, project: Path) -> None:
    (project / ".github").rmdir()
    assert prevent("build", "--rules-only", cwd=project).status == 0
    assert prevent("build", "--check", cwd=project).status == 0
    assert not (project / ".github").exists()
