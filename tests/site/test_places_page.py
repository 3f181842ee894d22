"""The page of editors and build services shows what the project offers them, and it works."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page
from shown_site import PROJECT, BuiltSite

from prevent.reports.formats import FORMATS
from processes import Prevent


@pytest.fixture(scope="module")
def boxes(built: BuiltSite, desk: Page) -> dict[str, str]:
    """What is there to be copied, by what it is called."""
    desk.goto(f"{built.url}/places.html")
    found: dict[str, str] = desk.evaluate(
        "() => Object.fromEntries([...document.querySelectorAll('article pre')]"
        ".map((box) => [box.getAttribute('aria-label'), box.textContent]))"
    )
    return found


@pytest.fixture(scope="module")
def rows(built: BuiltSite, desk: Page) -> dict[str, dict[str, list[str]]]:
    """Under each heading the rows of its tables: the first cell, and the others."""
    desk.goto(f"{built.url}/places.html")
    found: dict[str, dict[str, list[str]]] = {}
    for row in desk.locator("article tbody tr").all():
        first, *others = row.locator("td").all_inner_texts()
        above = row.locator("xpath=preceding::h2[1]").get_attribute("id")
        found.setdefault(above or "", {})[first] = others
    return found


def read(name: str) -> Any:  # noqa: ANN401 (any YAML)
    return next(iter(yaml.safe_load_all((PROJECT / name).read_text(encoding="utf-8"))))


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Settings of an editor", "places/editor/settings.json"),
        ("Configuration for pre-commit", "places/pre-commit/config.yaml"),
        ("Workflow for GitHub", "places/github/workflow.yml"),
    ],
)
def test_a_box_is_the_file_itself(name: str, file: str, boxes: dict[str, str]) -> None:
    assert boxes[name].strip() == (PROJECT / file).read_text(encoding="utf-8").strip()


def test_the_first_line_of_a_request_leads_to_its_schema(boxes: dict[str, str]) -> None:
    line = boxes["The first line of a request file"].strip()
    marker, _, path = line.partition("=")
    samples = [each.read_text("utf-8") for each in (PROJECT / "requests").rglob("*.yaml")]
    assert all(each.startswith(f"{marker}=") for each in samples)
    assert (PROJECT / "requests" / path).is_file()


def test_what_includes_the_template_for_gitlab_fits_it(boxes: dict[str, str]) -> None:
    (included,) = yaml.safe_load(boxes["What includes the template for GitLab"])["include"]
    spec = read(included["file"].removeprefix("/"))["spec"]["inputs"]
    needed = {name for name, each in spec.items() if "default" not in each}
    assert needed <= set(included["inputs"]) <= set(spec)


def test_the_image_is_made_and_run_as_its_file_says(boxes: dict[str, str]) -> None:
    lines = boxes["Commands that make the image and run it"].strip().splitlines()
    head = (PROJECT / "Containerfile").read_text(encoding="utf-8").partition("\nFROM")[0]
    assert len(lines) == 3
    assert "\n".join(f"#   {line}" for line in lines) in head
    assert "--network none" in " ".join(lines)


def test_all_that_can_be_set_is_there(rows: dict[str, dict[str, list[str]]]) -> None:
    action = read("action.yml")
    assert set(rows["github"]) == set(action["inputs"]) | set(action["outputs"])
    inputs = read("places/gitlab/prevent.yml")["spec"]["inputs"]
    assert set(rows["gitlab"]) == set(inputs)
    assert rows["gitlab"]["redact"][-1] == "true"
    assert rows["gitlab"]["image"][-1] == "you must say it"
    assert rows["github"]["changed-since"][-1] == "nothing"
    assert set(rows["formats"]) == set(FORMATS)


def test_each_hook_is_explained(built: BuiltSite) -> None:
    page = " ".join((built.folder / "places.html").read_text(encoding="utf-8").split())
    for hook in read(".pre-commit-hooks.yaml"):
        assert f"<code>{hook['id']}</code>: {hook['description']}" in page


def test_the_commands_check_the_requests_and_leave_a_report(
    boxes: dict[str, str], tmp_path: Path, prevent: Prevent
) -> None:
    for name in ("policy", "rules", "requests"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    commands = [text for text in boxes.values() if text.startswith("prevent check")]
    assert len(commands) == 2
    for command in commands:
        done = prevent(*shlex.split(command)[1:], cwd=tmp_path)
        assert done.status == 1, done.err
        (report,) = tmp_path.glob("*.xml")
        assert "<testsuite" in report.read_text(encoding="utf-8")
        report.unlink()
        marks = re.findall(r"^##vso\[task\.logissue .*\]", done.out, re.MULTILINE)
        assert bool(marks) == ("--format azure" in command)


def test_what_an_editor_is_told_is_what_it_reads(boxes: dict[str, str]) -> None:
    (schema,) = json.loads(boxes["Settings of an editor"])["yaml.schemas"]
    assert (PROJECT / schema).is_file()
