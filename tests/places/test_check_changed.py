"""The script that build services call: what it checks of a change, whatever files are called."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from installing import Installed, run
from scratch import ALLOWED, NOT_VALID, NOT_YET, Repository

from processes import ROOT

SCRIPT = ROOT / "places" / "check-changed.sh"

NAMES = (
    "with a space.yaml",
    "-dash.yaml",
    "--output=stolen.yaml",
    "new\nline.yaml",
    "$(touch stolen).yaml",
    "`touch stolen`.yml",
    "a;touch stolen;.yaml",
    "quote'\".json",
    ":(top)magic.yaml",
    "*.yaml",
    "Große Straße.YAML",
)


def check(
    repository: Repository, installed: Installed, *, since: str = "HEAD^1", **given: str
) -> subprocess.CompletedProcess[str]:
    """Run the script as a build service would, for a report in JSON."""
    path = f"{installed.bin}{os.pathsep}{os.environ['PATH']}"
    return run(
        str(SCRIPT),
        *("--as-of", "2027-01-05", "--format", "json=out.json", "--format", "text"),
        cwd=repository.folder,
        given={**installed.environment, "PATH": path, "PREVENT_SINCE": since, **given},
        status=None,
    )


def decided(repository: Repository) -> dict[str, str]:
    """The outcome of each file in the report."""
    report: dict[str, Any] = json.loads((repository.folder / "out.json").read_text("utf-8"))
    return {each["file"]: each["outcome"] for each in report["decisions"]}


def said(done: subprocess.CompletedProcess[str]) -> list[str]:
    """What was noted besides that the engine is not installed, which is not borrowed."""
    return [line for line in done.stderr.splitlines() if "reference evaluator" not in line]


def test_only_requests_that_are_added_or_altered_are_checked(
    repository: Repository, installed: Installed
) -> None:
    repository.write("requests/gone.yaml", ALLOWED)
    repository.write("requests/altered.yaml", NOT_YET)
    repository.commit("More")
    (repository.folder / "requests/gone.yaml").unlink()
    repository.write("requests/altered.yaml", ALLOWED)
    repository.write("requests/deep/added.yml", ALLOWED)
    repository.write("requests/notes.txt", "not a request")
    repository.write("requests/.hidden.yaml", "not a request")
    repository.write("requests/.hidden/one.yaml", "not a request")
    repository.write("elsewhere/one.yaml", "not a request")
    repository.commit("The change")
    done = check(repository, installed)
    assert done.returncode == 0, done.stderr
    assert decided(repository) == {
        "requests/altered.yaml": "allowed",
        "requests/deep/added.yml": "allowed",
    }


def test_without_a_commit_to_compare_with_every_request_is_checked(
    repository: Repository, installed: Installed
) -> None:
    assert check(repository, installed, since="").returncode == 1
    assert decided(repository) == {"requests/before.yaml": "action-needed"}


def test_a_change_of_no_request_leaves_no_report(
    repository: Repository, installed: Installed
) -> None:
    repository.write("README.md", "Something else\n")
    repository.commit("The change")
    done = check(repository, installed)
    assert (done.returncode, done.stdout) == (0, "No request has been changed.\n")
    assert not (repository.folder / "out.json").exists()


def test_names_of_files_are_names_and_nothing_else(
    repository: Repository, installed: Installed
) -> None:
    for name in NAMES:
        text = json.dumps({"kind": "x"}) if name.endswith(".json") else NOT_YET
        repository.write(name, text)
    repository.commit("The change")
    before = {each.name for each in repository.folder.iterdir()}
    done = check(repository, installed, PREVENT_PATHS=".")
    assert done.returncode == 2  # the JSON is no request; all else is decided
    assert decided(repository) == {
        name: "action-needed" for name in NAMES if not name.endswith(".json")
    }
    assert {each.name for each in repository.folder.iterdir()} - before == {"out.json"}


def test_paths_are_one_a_line_and_may_be_files(
    repository: Repository, installed: Installed
) -> None:
    for name in ("a b/one.yaml", "a b/two.yaml", "c.yaml", "d.yaml"):
        repository.write(name, ALLOWED)
    repository.commit("The change")
    assert check(repository, installed, PREVENT_PATHS="./a b/\n\nc.yaml\n").returncode == 0
    assert set(decided(repository)) == {"a b/one.yaml", "a b/two.yaml", "c.yaml"}


def test_a_symbolic_link_is_not_followed(
    repository: Repository, installed: Installed, tmp_path: Path
) -> None:
    (tmp_path / "secret.yaml").write_text("password: hunter2\n", encoding="utf-8")
    repository.write("requests/good.yaml", ALLOWED)
    (repository.folder / "requests" / "li\nnk.yaml").symlink_to(tmp_path / "secret.yaml")
    repository.commit("The change")
    done = check(repository, installed)
    assert done.returncode == 2
    assert decided(repository) == {"requests/good.yaml": "allowed"}
    assert "symbolic link, not a request: $'requests/li\\nnk.yaml'" in done.stderr
    assert "password" not in done.stdout + done.stderr


def test_the_policy_of_before_the_change_decides(
    repository: Repository, installed: Installed
) -> None:
    repository.write("requests/good.yaml", NOT_YET)
    rules = repository.folder / "policy" / "procedures" / "leaflets.yaml"
    rules.write_text(rules.read_text("utf-8").replace("external-agency", "learner"), "utf-8")
    repository.write("waivers.yaml", "waivers: everything\n")
    repository.commit("A request, and a policy that would let it through")
    done = check(repository, installed)
    assert (done.returncode, said(done)) == (1, [])
    assert decided(repository) == {"requests/good.yaml": "action-needed"}


def test_a_policy_that_is_new_decides_and_that_is_said(
    repository: Repository, installed: Installed
) -> None:
    repository.git("mv", "policy", "ours")
    repository.commit("Elsewhere")
    repository.git("mv", "ours", "policy")
    repository.write("requests/good.yaml", ALLOWED)
    repository.commit("The change")
    done = check(repository, installed)
    assert done.returncode == 0
    assert "The policy is new in this change." in done.stderr


def test_a_policy_outside_the_repository_decides_as_it_is(
    repository: Repository, installed: Installed, tmp_path: Path
) -> None:
    for name in ("policy", "rules"):
        shutil.copytree(ROOT / name, tmp_path / "elsewhere" / name)
    repository.write("requests/good.yaml", NOT_YET)
    repository.commit("The change")
    done = check(repository, installed, PREVENT_POLICY=f"{tmp_path}/elsewhere/policy")
    assert (done.returncode, said(done)) == (1, [])
    assert decided(repository) == {"requests/good.yaml": "action-needed"}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"since": "no-such-commit"}, "The commit to compare with is not here."),
        ({"since": "--output=stolen"}, "The commit to compare with is not here."),
        ({"PREVENT_REDACT": "yes"}, "PREVENT_REDACT must be true or false."),
        ({"PREVENT_PATHS": "\n"}, "PREVENT_PATHS names no file and no folder."),
        ({"PREVENT_POLICY": "--help"}, "--help"),
        ({"PREVENT_POLICY": "requests/../policy"}, "Give PREVENT_POLICY without '..'"),
        ({"PREVENT_POLICY": "../repository/policy"}, "Give PREVENT_POLICY without '..'"),
        ({"PREVENT_POLICY": "requests/.//../policy"}, "Give PREVENT_POLICY without '..'"),
        ({"PREVENT_POLICY": "policy//"}, "Give PREVENT_POLICY without '..'"),
        ({"PREVENT_POLICY": "here/policy"}, "must not lead through a symbolic link"),
        ({"PREVENT_POLICY": "{}/policy"}, "as it is seen from the folder of the check"),
        ({"PREVENT_POLICY": "{}/here/policy"}, "as it is seen from the folder of the check"),
    ],
)
def test_what_cannot_be_checked_is_never_taken_as_allowed(
    given: dict[str, str], words: str, repository: Repository, installed: Installed
) -> None:
    (repository.folder / "here").symlink_to(".")
    repository.commit("A link")
    repository.write("requests/good.yaml", ALLOWED)
    repository.commit("The change")
    folder = str(repository.folder)
    done = check(
        repository, installed, **{name: each.format(folder) for name, each in given.items()}
    )
    assert done.returncode == 2
    assert words in done.stderr
    assert not (repository.folder / "out.json").exists()


def test_a_folder_without_git_is_said(
    repository: Repository, installed: Installed, tmp_path: Path
) -> None:
    repository.folder = tmp_path / "plain"
    repository.folder.mkdir()
    done = check(repository, installed)
    assert done.returncode == 2
    assert "There is no Git repository here" in done.stderr


def test_an_invalid_request_and_names_that_are_left_out(
    repository: Repository, installed: Installed
) -> None:
    speaker = "speakers: [{name: Wilhelmina Zebedee, values: unsure}]\n"
    event = f"kind: event\ntitle: Talk\nrequested_by: staff\ndate: 2027-02-01\n{speaker}"
    repository.write("requests/event.yaml", event)
    repository.write("requests/wrong.yaml", NOT_VALID)
    repository.commit("The change")
    done = check(repository, installed, PREVENT_REDACT="true")
    assert done.returncode == 2
    assert "requests/wrong.yaml:3:15" in done.stdout
    report = (repository.folder / "out.json").read_text("utf-8")
    assert "Zebedee" not in report + done.stdout
    assert "speaker 1" in report


def test_a_clone_that_belongs_to_somebody_else_and_a_folder_in_it(
    repository: Repository, installed: Installed
) -> None:
    repository.write("ours/requests/good.yaml", ALLOWED)
    repository.git("mv", "policy", "ours/policy")
    repository.git("mv", "rules", "ours/rules")
    repository.commit("A folder of its own")
    repository.write("ours/requests/more.yaml", ALLOWED)
    repository.commit("The change")
    repository.folder /= "ours"
    # Git takes every repository for somebody else's.
    done = check(repository, installed, GIT_TEST_ASSUME_DIFFERENT_OWNER="1")
    assert (done.returncode, said(done)) == (0, [])
    assert set(decided(repository)) == {"requests/more.yaml"}
