"""The files under ``rules/``: writing them, and comparing them with what the policy makes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from prevent.bundle.current import MANIFEST
from prevent.writing import write_whole


def write(folder: Path, files: Mapping[str, str]) -> list[str]:
    """Write the files that changed, take away those no longer made; the names of both.

    The manifest comes last: until it is there, nothing takes the folder to be current. Raises
    ``PreventError`` where a file cannot be written.
    """
    changed = differing(folder, files)
    for name in sorted(changed, key=lambda name: (name == MANIFEST, name)):
        if name in files:
            write_whole(folder / name, files[name])
        else:
            (folder / name).unlink()
    return changed


def differing(folder: Path, files: Mapping[str, str]) -> list[str]:
    """The names of files that are missing, out of date, or not made from the policy at all."""
    wrong = [name for name, text in files.items() if _text(folder / name) != text]
    there = (path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else ()
    extra = [name for path in there if (name := path.relative_to(folder).as_posix()) not in files]
    return sorted([*wrong, *extra])


def _text(path: Path) -> str | None:
    try:
        return path.read_bytes().decode().replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError):
        return None
