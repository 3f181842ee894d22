"""The hooks, run by pre-commit itself in somebody's repository.

pre-commit clones the project, makes an environment and installs the package into it. Only that an
index has the packages it depends on is not shown: they are borrowed, as ``installing.py`` says.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping

import pytest
import yaml
from installing import Installed, run
from scratch import ALLOWED, GIT, NOT_VALID, NOT_YET, Repository

PRE_COMMIT = (sys.executable, "-m", "pre_commit")


@pytest.fixture(scope="module")
def given(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The project as a repository that hooks can be taken from, and where pre-commit keeps them."""
    for command in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "-m", "Release")):
        run("git", *command, cwd=installed.project, given=GIT)
    run("git", "tag", "v1", cwd=installed.project, given=GIT)
    store = tmp_path_factory.mktemp("store")
    return {**GIT, **installed.environment, "PRE_COMMIT_HOME": str(store)}


@pytest.fixture
def ours(repository: Repository, installed: Installed) -> Repository:
    """With the configuration that the site shows, taken from this project and for one day."""
    text = (installed.project / "places/pre-commit/config.yaml").read_text(encoding="utf-8")
    config = yaml.safe_load(text)
    (source,) = config["repos"]
    source["repo"] = str(installed.project)
    check = next(each for each in source["hooks"] if each["id"] == "prevent-check")
    check["args"] = ["--as-of", "2027-01-05", "--"]
    repository.write(".pre-commit-config.yaml", yaml.safe_dump(config, sort_keys=False))
    repository.commit("Hooks")
    return repository


def hooks(repository: Repository, given: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run the hooks on what is about to be committed."""
    repository.git("add", "--all")
    return run(*PRE_COMMIT, "run", "--verbose", cwd=repository.folder, given=given, status=None)


def test_the_manifest_is_one(installed: Installed) -> None:
    manifest = str(installed.project / ".pre-commit-hooks.yaml")
    run(*PRE_COMMIT, "validate-manifest", manifest, cwd=installed.project)


def test_a_request_that_is_allowed_is_let_through(
    ours: Repository, given: Mapping[str, str]
) -> None:
    ours.write("requests/a leaflet.yaml", ALLOWED)
    ours.write("requests/notes.txt", "not a request\n")
    done = hooks(ours, given)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Can go ahead: Bring and buy (leaflet)" in done.stdout
    assert "requests/a leaflet.yaml" in done.stdout


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (NOT_YET, "The Managing Director and the Quality Director must give permission"),
        (NOT_VALID, "requests/a leaflet.yaml:3:15"),
    ],
    ids=["not yet", "not valid"],
)
def test_one_that_is_not_stops_the_commit(
    text: str, words: str, ours: Repository, given: Mapping[str, str]
) -> None:
    ours.write("requests/a leaflet.yaml", text)
    done = hooks(ours, given)
    assert done.returncode == 1
    assert words in " ".join(done.stdout.split())


def test_a_name_is_never_taken_for_an_option(ours: Repository, given: Mapping[str, str]) -> None:
    config = ours.folder / ".pre-commit-config.yaml"
    text = config.read_text("utf-8").replace(
        "id: prevent-check\n", "id: prevent-check\n    files: ''\n"
    )
    config.write_text(text, encoding="utf-8")
    ours.write("--output=stolen.yaml", ALLOWED)
    done = hooks(ours, given)
    assert "--output=stolen.yaml" in done.stdout
    assert not (ours.folder / "stolen.yaml").exists()


def test_a_policy_with_a_fault_stops_the_commit(ours: Repository, given: Mapping[str, str]) -> None:
    roles = ours.folder / "policy" / "roles.yaml"
    roles.write_text(roles.read_text("utf-8").replace("roles:", "rolls:"), encoding="utf-8")
    done = hooks(ours, given)
    assert done.returncode == 1
    assert "policy/roles.yaml" in done.stdout
    assert "prevent-validate" in done.stdout


def test_what_the_site_shows_of_places_is_installed_with_it(installed: Installed) -> None:
    program = "from prevent.site.places import places; print(places().workflow, end='')"
    python = str(installed.bin / "python")
    shown = run(python, "-c", program, cwd=installed.bin, given=installed.environment).stdout
    assert shown == (installed.project / "places/github/workflow.yml").read_text("utf-8")
