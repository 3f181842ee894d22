"""The image: what Containerfile says, and that what it runs needs neither network nor a place.

No engine of containers is used here. So that the image can be built, and how large it is, is not
shown. What it would run is: the installed command, as nobody, in a file system that is read-only,
without a network.
"""

from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import pytest
from dockerfile_parse import DockerfileParser
from installing import Installed, run
from scratch import ALLOWED, NOT_YET, Repository
from stock_linters import beside_python

from processes import ROOT

CONTAINERFILE = ROOT / "Containerfile"


def stages() -> dict[str, list[tuple[str, str]]]:
    """The instructions of each stage by its name, as a stock parser reads them."""
    parser = DockerfileParser(fileobj=BytesIO(CONTAINERFILE.read_bytes()))
    found: dict[str, list[tuple[str, str]]] = {}
    for each in (part for part in parser.structure if part["instruction"] != "COMMENT"):
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


SHUT_OFF = """\
mount --make-rprivate /
while read -r _ target _; do
  case $target in
    /proc*) ;;
    *) mount -o remount,bind,ro "$(printf %b "$target")" 2>/dev/null || true ;;
  esac
done </proc/self/mounts
mount --bind "$WRITABLE" "$WRITABLE"
mount -o remount,bind,rw "$WRITABLE"
cd "$FOLDER"
exec unshare --user --map-user=65532 --map-group=65532 -- "$@"
"""
PROBE = """
import os, pathlib, socket, sys
print("user", os.getuid(), os.getgid())
for folder in sys.argv[1:]:
    try:
        pathlib.Path(folder, "probe").write_text("x")
        print("could write", folder)
    except OSError:
        pass
try:
    socket.create_connection(("127.0.0.1", int(os.environ["PORT"])), 2)
    print("could connect")
except OSError:
    pass
"""


@dataclass(frozen=True)
class Image:
    """Runs commands as the image would: nobody, no network, one folder that can be written."""

    folder: Path
    writable: Path
    given: Mapping[str, str]

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        inside = ("unshare", "--net", "--mount", "--map-root-user", "bash", "-e", "-c", SHUT_OFF)
        return run(*inside, "-", *command, cwd=self.folder, given=self.given, status=None)


@pytest.fixture
def image(repository: Repository, installed: Installed, tmp_path: Path) -> Image:
    writable = tmp_path / "reports"
    writable.mkdir()
    given = {
        **installed.environment,
        "HOME": "/nonexistent",
        "PYTHONDONTWRITEBYTECODE": "1",
        "FOLDER": str(repository.folder),
        "WRITABLE": str(writable),
    }
    return Image(repository.folder, writable, given)


def test_it_needs_no_network_no_rights_and_nowhere_to_write(
    image: Image, repository: Repository, installed: Installed
) -> None:
    if not own_name_spaces():  # the next test looks at what the program asks of the system
        return
    repository.write("requests/good.yaml", ALLOWED)
    with socket.create_server(("127.0.0.1", 0)) as server:
        given = {**image.given, "PORT": str(server.getsockname()[1])}
        places = (str(image.folder), str(image.writable.parent), tempfile.gettempdir())
        probed = replace(image, given=given).run(
            sys.executable, "-c", PROBE, *places, str(image.writable)
        )
    assert probed.stdout.splitlines() == ["user 65532 65532", f"could write {image.writable}"]
    prevent = str(installed.bin / "prevent")
    shown = image.run(prevent, "check", "requests", "--as-of", "2027-01-05")
    assert shown.returncode == 1, shown.stderr
    assert "Can go ahead: Bring and buy" in shown.stdout
    reports = [f"{form}={image.writable}/{form}" for form in ("json", "sarif", "markdown")]
    options = [part for report in reports for part in ("--format", report)]
    written = image.run(prevent, "check", "requests", *options)
    assert (written.returncode, written.stdout) == (1, "")
    found = {path.name for path in image.writable.iterdir()}
    assert found == {"json", "sarif", "markdown", "probe"}
    assert image.run(prevent, "validate").returncode == 0


def own_name_spaces() -> bool:
    """Whether Linux lets us have them."""
    if shutil.which("unshare") is None:
        return False
    inner = ("unshare", "--user", "--map-user=65532", "true")
    command = ("unshare", "--net", "--mount", "--map-root-user", *inner)
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


WATCHED = """
import os, sys

told = []

def watch(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        writing = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
        if not isinstance(path, int) and flags & writing:
            told.append(f"writes {path}")
    elif event.startswith("socket.") or event in CHANGES:
        told.append(f"{event} {arguments[0]}")

CHANGES = {"os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.link", "os.symlink", "os.chmod",
    "os.system", "os.posix_spawn", "os.exec", "os.fork", "subprocess.Popen", "os.truncate"}
sys.addaudithook(watch)
from prevent.cli import main
status = main(sys.argv[1:])
sys.stdout.flush()
sys.stderr.write("\\n".join(["", *told, f"status {status}"]))
"""


def watched(folder: Path, *arguments: str) -> list[str]:
    """What a check asks of the system, besides reading."""
    given = {"PYTHONDONTWRITEBYTECODE": "1", "HOME": "/nonexistent"}
    done = run(sys.executable, "-c", WATCHED, *arguments, cwd=folder, given=given)
    told = done.stderr.splitlines()
    assert told[-1] == "status 1"
    return [line for line in told if line.startswith(("writes ", "os.", "socket.", "subprocess."))]


def test_a_check_opens_no_connection_and_writes_only_what_it_is_told_to(
    repository: Repository, tmp_path: Path
) -> None:
    repository.write("requests/good.yaml", NOT_YET)
    assert watched(repository.folder, "check", "requests") == []
    report = tmp_path / "report.json"
    told = watched(repository.folder, "check", "requests", "--format", f"json={report}")
    assert told
    assert [line for line in told if str(tmp_path) not in line] == []
    assert report.is_file()
