"""A version of the policy is a folder, or what Git keeps of it; the work tree is never touched."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from prevent.faults import PreventError
from prevent.project import Project
from prevent.replay.versions import version
from processes import ROOT


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), "-c", "user.name=A", "-c", "user.email=a@b.example"]
    return subprocess.run([*command, *arguments], check=True, capture_output=True, text=True).stdout


def project(folder: Path) -> Project:
    return Project(folder.parent, folder, folder.as_posix())


@pytest.fixture
def group(tmp_path: Path) -> Path:
    """A site's policy that adds to its group's, kept in Git below a folder of the repository."""
    for name in ("group", "northern-site"):
        source = ROOT / "examples" / "training-group" / name / "policy"
        shutil.copytree(source, tmp_path / "deep er" / name / "policy")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "First")
    git(tmp_path, "tag", "issued")
    return tmp_path / "deep er" / "northern-site" / "policy"


def edit(policy: Path) -> None:
    first = policy.parent.parent / "group" / "policy" / "organisation.yaml"
    first.write_text(first.read_text() + "# Looked at again.\n")


def test_a_revision_is_read_without_touching_the_work_tree(group: Path) -> None:
    before = version(str(group), project(group)).rules.rule_set
    edit(group)
    git(group, "commit", "-qam", "Second")
    edit(group)
    status = git(group, "status", "--porcelain")
    issued = version("issued", project(group)).rules.rule_set
    assert issued == before
    assert version("HEAD~1", project(group)).rules.rule_set == before
    digests = {version(name, project(group)).rules.rule_set.digest for name in ("HEAD", str(group))}
    assert len(digests | {before.digest}) == 3
    assert git(group, "status", "--porcelain") == status


def test_a_project_stands_for_the_policy_in_it(group: Path) -> None:
    own = version(str(group.parent), project(group)).rules.rule_set
    assert own == version(str(group), project(group)).rules.rule_set


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("no-such-tag", "It is neither a folder nor a revision that Git knows."),
        ("--help", "It is neither a folder nor a revision that Git knows."),
        ("", "It is neither a folder nor a revision that Git knows."),
    ],
)
def test_what_is_neither_is_a_plain_error(named: str, said: str, group: Path) -> None:
    with pytest.raises(PreventError, match=said):
        version(named, project(group))


def test_a_policy_outside_git_and_a_revision_without_one_are_plain_errors(
    group: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    apart = tmp_path_factory.mktemp("apart") / "policy"
    shutil.copytree(ROOT / "policy", apart)
    with pytest.raises(PreventError, match="not kept in Git"):
        version("HEAD", project(apart))
    shutil.rmtree(group)
    git(group.parents[2], "commit", "-qam", "Gone")
    group.mkdir()
    with pytest.raises(PreventError, match="no policy folder"):
        version("HEAD", project(group))


def test_a_revision_whose_policy_is_not_sound_names_its_faults(group: Path) -> None:
    clauses = group / "clauses.yaml"
    clauses.write_text("clauses: nonsense\n")
    git(group, "commit", "-qam", "Broken")
    with pytest.raises(PreventError, match=r"HEAD:deep er/northern-site/policy/clauses\.yaml:1"):
        version("HEAD", project(group))
