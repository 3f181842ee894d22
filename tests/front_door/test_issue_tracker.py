"""The address of the issue tracker in organisation.yaml."""

import shutil
from pathlib import Path

import pytest

from prevent.loading.load import load_policy
from processes import ROOT, Prevent


@pytest.fixture
def organisation(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "policy", tmp_path / "policy")
    return tmp_path / "policy" / "organisation.yaml"


def written(organisation: Path, address: str) -> Path:
    text = organisation.read_text(encoding="utf-8")
    key = "  short_name: DMM\n"
    organisation.write_text(text.replace(key, f"{key}  issues: {address}\n"), encoding="utf-8")
    return organisation.parent.parent


@pytest.mark.parametrize(
    "address", ["https://github.com/dmm/policy/issues", "https://git.example:8443/a/b.c/issues"]
)
def test_an_issue_tracker_may_be_named(organisation: Path, prevent: Prevent, address: str) -> None:
    assert prevent("validate", cwd=written(organisation, address)).status == 0
    assert load_policy(organisation.parent).issue.issues == address


def test_no_tracker_need_be_named(organisation: Path, prevent: Prevent) -> None:
    assert prevent("validate", cwd=written(organisation, "")).status == 0
    assert load_policy(organisation.parent).issue.issues == ""


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "http://github.com/dmm/policy/issues",
        "https://github.com/dmm/policy/issues?title=x",
        "'https://github.com/\"onclick=x/issues'",
        "https://me@github.com/dmm/policy/issues",
        "[https://github.com/dmm/policy/issues]",
    ],
)
def test_an_address_that_is_none_is_a_placed_error(
    organisation: Path, prevent: Prevent, address: str
) -> None:
    ran = prevent("validate", cwd=written(organisation, address))
    assert ran.status == 2
    assert "organisation.yaml:13" in ran.out + ran.err
    assert "https://github.com/our-name/our-policy/issues" in ran.out + ran.err
