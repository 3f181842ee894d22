"""A project folder: where the policy is, and where what is made from it goes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple


class Project(NamedTuple):
    """The folders of one project. ``shown`` is how messages name the policy folder."""

    root: Path
    policy: Path
    shown: str

    @property
    def rules(self) -> Path:
        """What machines check by."""
        return self.root / "rules"

    @property
    def waivers(self) -> Path:
        """The rules waived for single requests; most projects have no such file."""
        return self.root / "waivers.yaml"

    @property
    def site(self) -> Path:
        """The built site."""
        return self.root / "build" / "site"

    @property
    def site_address(self) -> str:
        """Where the site can be read, as ``mkdocs.yml`` says; empty where it does not."""
        try:
            text = (self.root / "mkdocs.yml").read_text(encoding="utf-8")
        except (OSError, ValueError):
            return ""
        found = re.search(r"^site_url:\s*[\"']?(https?://[^\s\"'#]+)", text, re.MULTILINE)
        return found[1].rstrip("/") if found else ""

    def shown_beside(self, path: Path) -> str:
        """How messages name a file beside the policy folder: as the person named the folder."""
        shown = Path(self.shown).parent / path.name
        same = shown.exists() and shown.samefile(path)
        return (shown if same else path).as_posix()


def find_project(policy: str | None) -> Project:
    """The project of the policy folder named, or of the nearest folder that has a ``policy``.

    Looks in the working folder and upwards. Where there is none, the working folder is taken, and
    loading the policy says that it is missing.
    """
    if policy is not None:
        folder = Path(policy)
        return Project(folder.resolve().parent, folder, policy)
    here = Path.cwd()
    for depth, folder in enumerate((here, *here.parents)):
        if (folder / "policy" / "organisation.yaml").is_file():
            shown = Path(*[".."] * depth, "policy")
            return Project(folder, folder / "policy", shown.as_posix())
    return Project(here, here / "policy", "policy")
