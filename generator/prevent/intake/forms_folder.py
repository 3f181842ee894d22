"""The issue forms in a project: written beside forms that people wrote, which are left alone.

They go into ``.github/ISSUE_TEMPLATE`` of a project that has a folder ``.github``: whoever hosts a
project elsewhere has none, and is given no forms.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from prevent.faults import Fault, Place, PreventError
from prevent.intake.issue_forms import MADE
from prevent.writing import write_whole

FOLDER = "ISSUE_TEMPLATE"


def forms_folder(root: Path) -> Path | None:
    """Where the issue forms of a project go; None where it is given none."""
    github = root / ".github"
    return github / FOLDER if github.is_dir() else None


def forms_differing(folder: Path, files: Mapping[str, str]) -> list[str]:
    """The names of forms that are missing, out of date, or no longer made."""
    wrong = [name for name, text in files.items() if _text(folder / name) != text]
    there = sorted(folder.glob("*.yml")) if folder.is_dir() else []
    made = [path.name for path in there if (_text(path) or "").startswith(MADE)]
    return sorted([*wrong, *(name for name in made if name not in files)])


def write_forms(folder: Path, files: Mapping[str, str]) -> list[str]:
    """Write the forms that changed, take away those no longer made; the names of both.

    Raises ``PreventError`` where a file that a person wrote has the name of one of them.
    """
    changed = forms_differing(folder, files)
    theirs = [folder / name for name in changed if not _is_ours(folder / name)]
    if theirs:
        message = "This file is not one that 'prevent build' made, so it is not written over."
        hint = "Give it another name, or take it away."
        raise PreventError(Fault(Place(str(path)), message, hint) for path in theirs)
    for name in changed:
        if name in files:
            write_whole(folder / name, files[name])
        else:
            (folder / name).unlink()
    return changed


def _is_ours(path: Path) -> bool:
    text = _text(path)
    return (text is None and not path.exists()) or (text or "").startswith(MADE)


def _text(path: Path) -> str | None:
    try:
        return path.read_bytes().decode().replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError):
        return None
