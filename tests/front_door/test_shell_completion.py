"""The scripts that shells complete with: bash runs its own; the others run where they are here."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from prevent.commands.completion import SHELLS
from prevent.commands.table import COMMANDS
from processes import Prevent

ASK = """
source "$1"; shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
COMPREPLY=()
work=$(complete -p prevent | sed 's/.* -F \\([^ ]*\\) .*/\\1/')
"$work" prevent "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture(scope="module")
def script(prevent: Prevent, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The script for bash."""
    ran = prevent("completion", "bash")
    assert (ran.status, ran.err) == (0, "")
    path = tmp_path_factory.mktemp("completion") / "prevent"
    path.write_text(ran.out, encoding="utf-8")
    return path


def completed(script: Path, *words: str, cwd: Path | None = None) -> set[str]:
    """What bash offers for the last of the words."""
    done = subprocess.run(
        ["bash", "--norc", "-c", ASK, "bash", str(script), "prevent", *words],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        cwd=cwd,
    )
    assert done.stderr == ""
    return {line.strip() for line in done.stdout.splitlines()} - {""}


def test_bash_completes_every_command(script: Path) -> None:
    assert completed(script, "") >= set(COMMANDS)
    assert completed(script, "va") == {"validate"}


def test_bash_completes_an_option_of_the_command(script: Path) -> None:
    assert completed(script, "check", "--pol") == {"--policy", "--policy-as-of"}
    assert completed(script, "validate", "--format") == set()


def test_bash_completes_a_choice(script: Path) -> None:
    assert completed(script, "build", "--pdf", "al") == {"always"}
    assert completed(script, "completion", "") == set(SHELLS)
    assert {"text", "json"} <= completed(script, "check", "--format", "")


def test_bash_completes_files_and_folders(script: Path, tmp_path: Path) -> None:
    (tmp_path / "leaflet.yaml").touch()
    (tmp_path / "leaflets").mkdir()
    assert completed(script, "check", "lea", cwd=tmp_path) == {"leaflet.yaml", "leaflets"}
    assert completed(script, "check", "--policy", "lea", cwd=tmp_path) == {"leaflets"}


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_has_a_script_that_names_every_command(shell: str, prevent: Prevent) -> None:
    ran = prevent("completion", shell)
    assert (ran.status, ran.err) == (0, "")
    assert all(name in ran.out for name in COMMANDS)
    installed = shutil.which(shell)
    if installed:
        read = subprocess.run(
            [installed, "-n"], input=ran.out, text=True, capture_output=True, check=False
        )
        assert (read.returncode, read.stderr) == (0, "")
