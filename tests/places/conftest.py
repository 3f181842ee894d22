"""What the tests of places share: the package, installed once as others install it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from installing import Installed, copy_of_the_project, environment, run
from scratch import Repository


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """As the GitHub action installs it: by its own script, from a copy of the project.

    What stands in the folder that it starts in must not be run: it may be somebody's change.
    """
    folder = tmp_path_factory.mktemp("installed")
    project = copy_of_the_project(folder / "the action")
    temporary, change = folder / "temporary", folder / "change"
    for each in (temporary, change):
        each.mkdir()
    for name in ("venv", "pip", "ensurepip", "setuptools", "prevent"):
        (change / f"{name}.py").write_text("raise SystemExit('the change was run')\n")
    borrowed = environment(folder / "borrowed")
    given = {
        **borrowed,
        "RUNNER_TEMP": str(temporary),
        "GITHUB_PATH": str(temporary / "path"),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    run(str(project / "places/github/install.sh"), cwd=change, given=given)
    path = (temporary / "path").read_text(encoding="utf-8")
    return Installed(project, borrowed, Path(path.removesuffix("\n")))


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Somebody's repository, with a policy and one request."""
    return Repository(tmp_path / "repository")
