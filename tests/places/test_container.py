"""The image: what Containerfile says, and that what it runs needs neither network nor a place.

No engine of containers is used here. So that the image can be built, and how large it is, is not
shown. What it would run is: the installed command, as nobody, in a file system that is read-only,
without a network.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Installed
from dockerfile_parse import DockerfileParser
from installing import run
from scratch import ALLOWED, NOT_YET, Repository
from stock_linters import beside_python

from processes import ROOT

CONTAINERFILE = ROOT / "Containerfile"


def stages() -> dict[str, list[tuple[str, str]]]:
    """The instructions of each stage by its name, as a stock parser reads them."""
    parser = DockerfileParser(fileobj=CONTAINERFILE.open("rb"))
    found: dict[str, list[tuple[str, str]]] = {}
    for each in parser.structure:
        if each["instruction"] == "FROM":
            base, _, name = each["value"].partition(" AS ")
            found[name] = list(found.get(base, []))
        found[name].append((each["instruction"], each["value"]))
    return found


def last(stage: str, instruction: str) -> str:
    return [value for word, value in stages()[stage] if word == instruction][-1]


def test_hadolint_finds_no_fault() -> None:
    run(beside_python("hadolint"), "--failure-threshold", "style", str(CONTAINERFILE), cwd=ROOT)


@pytest.mark.parametrize("stage", ["", "ci"])
def test_the_image_runs_the_check_as_nobody_in_particular(stage: str) -> None:
    assert list(stages()) == ["build", "check", "ci", ""]
    assert json.loads(last(stage, "ENTRYPOINT")) == ["prevent"]
    assert last(stage, "USER") == "65532:65532"
    assert last(stage, "WORKDIR") == "/work"


def test_bases_are_pinned_and_packages_are_those_of_the_constraints() -> None:
    bases = [value for name in stages() for word, value in stages()[name] if word == "FROM"]
    assert {re.sub(r" AS \w+$", "", base) for base in bases} == {
        "python:3.12-bookworm",
        "python:3.12-slim-bookworm",
        "check",
    }
    build = " ".join(value for word, value in stages()["build"] if word == "RUN")
    assert "--constraint constraints.txt" in build
    assert "@sha256:" in CONTAINERFILE.read_text(encoding="utf-8")


def test_what_is_copied_is_there_and_nothing_else_is_sent_along() -> None:
    lines = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert lines[1] == "*"
    sent = {line.removeprefix("!") for line in lines if line.startswith("!")}
    copied = {
        source
        for name in stages()
        for word, value in stages()[name]
        if word == "COPY" and "--from" not in value
        for source in value.split()[:-1]
    }
    assert sent == copied
    assert [name for name in copied if not (ROOT / name).exists()] == []


def as_in_the_image(
    repository: Repository, installed: Installed, *arguments: str, writable: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the installed command as the image would: nobody, no network, nothing to be written.

    Where Linux lets us have name spaces of our own, they make it so. Elsewhere the command is
    given no home and a folder that it cannot write in, and every use of a network ends it.
    """
    given = {**installed.environment, "PYTHONDONTWRITEBYTECODE": "1", "HOME": "/nonexistent"}
    command = [str(installed.bin / "prevent"), *arguments]
    if shut_off := _name_spaces():
        mounts = "mount --make-rprivate / && mount -t tmpfs -o ro none /tmp/none 2>/dev/null;"
        assert mounts
        keep = f" && mount --bind {writable} {writable}" if writable else ""
        script = (
            f"mount --bind / /mnt{keep} && mount -o remount,bind,ro / && cd {repository.folder}"
        )
        assert script
        command = [*shut_off, *command]
    return run(*command, cwd=repository.folder, given=given, status=None)


def _name_spaces() -> list[str]:
    unshare = shutil.which("unshare")
    if unshare is None:
        return []
    tried = subprocess.run([unshare, "--net", "--map-root-user", "true"], check=False)
    return [unshare, "--net", "--map-root-user"] if tried.returncode == 0 else []
