"""A copy of the project's policy with one thing in it spoiled, and the place where it is."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from processes import ROOT

MARK = "¦"


@dataclass(frozen=True)
class Spoiled:
    """One change to one file of a policy: ``old`` becomes ``new``, in which ``¦`` marks the place.

    The mark is left out of what is written. ``words`` stand in the message, ``nth`` says which
    ``old`` is meant. A ``new`` without a mark is at fault as a whole file.
    """

    what: str
    file: str
    old: str
    new: str
    words: tuple[str, ...]
    nth: int = 0

    def write(self, policy: Path) -> None:
        path = policy / self.file
        text = path.read_text(encoding="utf-8")
        starts = [found.start() for found in re.finditer(re.escape(self.old), text)]
        assert starts, f"{self.old!r} is not in {self.file}"
        at = starts[self.nth]
        path.write_text(text[:at] + self.new + text[at + len(self.old) :], encoding="utf-8")


def take_marks(policy: Path) -> dict[str, list[tuple[int, int]]]:
    """Take the marks out of a policy's files: where they stood, by file, in order."""
    places: dict[str, list[tuple[int, int]]] = {}
    for path in sorted(policy.rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(policy).as_posix()
        while MARK in text:
            at = text.index(MARK)
            text = text[:at] + text[at + 1 :]
            place = (text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
            places.setdefault(name, []).append(place)
        if name in places:
            path.write_text(text, encoding="utf-8")
    return places


def copy_policy(folder: Path) -> Path:
    """A project with nothing but the policy; the policy's folder."""
    shutil.copytree(ROOT / "policy", folder / "policy")
    return folder / "policy"
