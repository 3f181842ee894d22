"""A copy of the project's policy that a test may edit, as its owner would."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from processes import ROOT, Prevent, Ran

TEST = "  - title: "
"""How a test begins in the policy's own files of tests."""


@dataclass(frozen=True)
class Owner:
    """An owner of a policy of their own, in ``folder``."""

    folder: Path
    prevent: Prevent

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace the one place in a policy file where ``old`` stands."""
        if file.startswith("procedures/"):
            self.forget_tasks()
        path = self.folder / "policy" / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def forget_tasks(self) -> None:
        """Do without what staff come for, which names rules that may go."""
        (self.folder / "policy" / "tasks.yaml").unlink(missing_ok=True)

    def take_out(self, title: str, *files: str) -> None:
        """Take the test of this title out of these files of tests."""
        for file in files:
            path = self.folder / "policy" / "tests" / file
            titles = _titles(path.read_text(encoding="utf-8"))
            assert title in titles, f"{title!r} is not in {file}"
            self.keep(file, *(each for each in titles if each != title))

    def keep(self, file: str, *titles: str) -> None:
        """Take every test out of a file of tests but those of these titles."""
        path = self.folder / "policy" / "tests" / file
        head, *tests = path.read_text(encoding="utf-8").split(f"\n{TEST}")
        kept = [test for test in tests if test.partition("\n")[0] in titles]
        assert len(kept) == len(titles)
        path.write_text(head + "".join(f"\n{TEST}{test}" for test in kept) + "\n", encoding="utf-8")

    def write(self, file: str, text: str) -> None:
        """Write a file of tests."""
        (self.folder / "policy" / "tests" / file).write_text(text, encoding="utf-8")

    def clear(self) -> None:
        """Take every test away."""
        shutil.rmtree(self.folder / "policy" / "tests")
        (self.folder / "policy" / "tests").mkdir()

    def test(self, *arguments: str) -> Ran:
        """Run ``prevent test``."""
        return self.prevent("test", *arguments, cwd=self.folder)


def owner_of_a_copy(folder: Path, prevent: Prevent) -> Owner:
    """The owner of a fresh copy of the project's policy."""
    shutil.copytree(ROOT / "policy", folder / "policy")
    return Owner(folder, prevent)


def _titles(text: str) -> list[str]:
    _, tests = text.split("\ntests:\n")
    return [line.removeprefix(TEST) for line in tests.splitlines() if line.startswith(TEST)]


def unwrapped(text: str) -> str:
    """A report with its lines joined, so that a sentence can be looked for."""
    return " ".join(text.split())
