"""What the README shows is what happens."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from processes import ROOT, Prevent

README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, flags=re.DOTALL)


def test_the_example_request_is_decided_as_shown(prevent: Prevent, tmp_path: Path) -> None:
    (tmp_path / "leaflet.yaml").write_text(blocks("yaml")[0], encoding="utf-8")
    shown = next(block for block in blocks("console") if "prevent check leaflet.yaml" in block)
    command, expected = shown.split("\n", 1)
    arguments = command.removeprefix("$ .venv/bin/prevent ").split()
    ran = prevent(*arguments, "--policy", str(ROOT / "policy"), cwd=tmp_path)
    assert ran.status == 1
    assert ran.out.startswith(expected)


def test_the_program_shown_says_what_is_missing() -> None:
    [program] = blocks("python")
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    outcome, message = ran.stdout.splitlines()
    assert outcome == "action-needed"
    assert message.startswith("The Managing Director and the Quality Director must give permission")
    assert message.endswith(" 2027-01-11")


def test_the_rule_shown_stands_so_in_the_policy() -> None:
    rule = blocks("yaml")[1]
    written = (ROOT / "policy" / "procedures" / "bookings.yaml").read_text(encoding="utf-8")
    dedented = "\n".join(line.removeprefix("  ") for line in written.splitlines())
    for line in rule.strip().splitlines():
        assert line in dedented


def test_a_policy_is_started_as_shown(prevent: Prevent, tmp_path: Path) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    [shown] = [block for block in blocks("console") if "prevent init" in block]
    for line in shown.splitlines():
        program, *arguments = shlex.split(line.removeprefix("$ "))
        if program == "cd":
            folder = folder / arguments[0]
        else:
            assert prevent(*arguments, cwd=folder).status == 0, line


def test_every_file_and_folder_named_is_there() -> None:
    named = set(
        re.findall(r"`((?:policy|requests|rules|tests|generator|site_src)/[\w./-]*)`", README)
    )
    assert len(named) > 8
    for name in named:
        assert (ROOT / name).exists(), name


def test_the_test_shown_leaves_unshown_what_is_said(prevent: Prevent, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "policy", tmp_path / "policy")
    for file in (tmp_path / "policy" / "tests").iterdir():
        file.unlink()
    (tmp_path / "policy" / "tests" / "one.yaml").write_text(blocks("yaml")[2], encoding="utf-8")
    ran = prevent("test", cwd=tmp_path)
    assert (ran.status, ran.err) == (1, "")
    assert "1 test: all as expected." in ran.out
    assert blocks("text")[0] in ran.out
