"""Which reports are written, and where to: settled before anything is checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from prevent.reports.formats import FORMATS
from processes import ROOT, Prevent

REQUEST = str(ROOT / "requests" / "events" / "ev-2026-014.yaml")
POLICY = ("--policy", str(ROOT / "policy"))


def test_several_reports_are_written_and_one_is_shown(prevent: Prevent, tmp_path: Path) -> None:
    forms = ("--format", "sarif=a.sarif", "--format", "text", "--format", "junit=b.xml")
    ran = prevent("check", REQUEST, *POLICY, *forms, cwd=tmp_path)
    assert ran.out == prevent("check", REQUEST, *POLICY, cwd=tmp_path).out
    assert (tmp_path / "a.sarif").read_text().startswith('{\n  "$schema"')
    assert (tmp_path / "b.xml").read_text().startswith("<?xml")
    assert len([*tmp_path.iterdir()]) == 2


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_in_a_file_is_the_one_that_is_shown(
    form: str, prevent: Prevent, tmp_path: Path
) -> None:
    shown = prevent("check", REQUEST, *POLICY, "--format", form, cwd=tmp_path)
    assert shown.status == 0
    prevent("check", REQUEST, *POLICY, "--format", form, "--output", "one", cwd=tmp_path)
    silent = prevent("check", REQUEST, *POLICY, "--format", f"{form}=two", cwd=tmp_path)
    assert (silent.status, silent.out, silent.err) == (0, "", "")
    assert (tmp_path / "one").read_text() == (tmp_path / "two").read_text() == shown.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--format", "sarf"], "'sarf' is not a format. Did you mean 'sarif'?"),
        (["--format", "sarf=x"], "'sarf' is not a format."),
        (["--format", "sarif="], "A file is missing. Write --format sarif=prevent.sarif."),
        (["--format", "tap=no/x"], "no/x: This cannot be written: there is no such folder."),
        (["--format", "tap=."], ".: This cannot be written: it is a folder."),
        (["--output", "no/x"], "no/x: This cannot be written: there is no such folder."),
        (["--format", "tap", "--format", "json"], "Both 'tap' and 'json' have no file."),
        (["--format", "tap=x", "--format", "json=./x"], "named for 'tap' and for 'json'."),
        (["--format", "tap=x", "--format", "tap=x"], "named for 'tap' and for 'tap'."),
        (["--format", "tap=x", "--format", "json", "--output", "x"], "named for 'tap' and"),
        (["--format", "tap=x", "--output", "y"], "Every format has a file of its own already."),
    ],
)
def test_what_cannot_be_is_said_before_anything_is_checked(
    arguments: list[str], words: str, prevent: Prevent, tmp_path: Path
) -> None:
    ran = prevent("check", "nowhere", *arguments, cwd=tmp_path)
    assert (ran.status, ran.out) == (2, "")
    assert words in ran.err
    assert "nowhere" not in ran.err
    assert [*tmp_path.iterdir()] == []


def test_where_one_report_cannot_be_written_the_old_one_stays(
    prevent: Prevent, tmp_path: Path
) -> None:
    (tmp_path / "old.tap").write_text("old")
    (tmp_path / "full").symlink_to("/dev/full")
    forms = ("--format", "json=full", "--format", "tap=old.tap")
    ran = prevent("check", REQUEST, *POLICY, *forms, cwd=tmp_path)
    assert ran.status == 2
    assert (tmp_path / "old.tap").read_text() == "old"
