"""What several tests of the commands start from."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hostile import engines
from spoiled import copy_policy

from processes import Prevent


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, prevent: Prevent) -> Path:
    """A project with its rules built, to be copied."""
    folder = tmp_path_factory.mktemp("built")
    copy_policy(folder)
    assert prevent("build", "--rules-only", cwd=folder).status == 0
    return folder


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    """A project of its own: the policy, the rules made from it, and no request."""
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The engines, installed once."""
    return engines(tmp_path_factory.mktemp("node"))
