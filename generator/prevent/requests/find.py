"""Finding request files among the paths a person names."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from prevent.faults import Fault, Place

SUFFIXES = (".yaml", ".yml", ".json")
STANDARD_INPUT = "-"
WORKBOOKS = (".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".numbers")
SPREADSHEETS = (".csv", ".tsv", *WORKBOOKS)
"""How spreadsheets end, with those that are only told apart to say what to do.

They are read where they are named. In a folder they are passed over: many are something else.
"""

MOST_FILES = 1_000_000
"""How many files are checked in one run."""


def find_files(paths: Iterable[str]) -> Iterator[str | Fault]:
    """The files named, and the request files in the folders named, in order, each once.

    Each is a path with ``/`` between its parts, as people are shown it everywhere.
    Standard input, ``-``, is passed on as it is. A path that is not there, or a folder without a
    request file, is a fault. Hidden files and folders in a folder are passed over, and links to
    folders are not followed; a link to a file outside the folder is a fault. More than
    ``MOST_FILES`` are a fault that names the first of those that are left out.
    """
    for count, found in enumerate(_found(paths)):
        if count == MOST_FILES:
            name = found.place.file if isinstance(found, Fault) else found
            message = f"This file and those after it are left out: at most {MOST_FILES:,} are read."
            yield Fault(Place(name), message, "Check the folders within one after the other.")
            return
        yield found


def _found(paths: Iterable[str]) -> Iterator[str | Fault]:
    seen: set[str] = set()
    for name in paths:
        path = Path(name)
        try:
            there, is_folder = path.exists() and name != "", path.is_dir()
        except OSError as error:
            yield _unreadable(name, error)
            continue
        if path == Path(STANDARD_INPUT):
            yield STANDARD_INPUT
        elif not there:
            yield Fault(Place(name), "There is no such file or folder.")
        elif is_folder:
            yield from _folder(path, name, seen)
        elif _new(path, seen):
            yield path.as_posix()


def _folder(folder: Path, name: str, seen: set[str]) -> Iterator[str | Fault]:
    empty = True
    for found in _in_folder(folder):
        empty = False
        if isinstance(found, Fault):
            yield found
            continue
        path, key = found
        if key not in seen:
            seen.add(key)
            yield path
    if empty:
        hint = "Requests end in .yaml, .yml or .json."
        yield Fault(Place(name), "There is no request in this folder.", hint)


def _in_folder(folder: Path) -> Iterator[tuple[str, str] | Fault]:
    """Each request file in the folder with its real path, and what could not be looked into."""
    closed: list[OSError] = []
    inside = os.path.join(os.path.realpath(folder), "")  # noqa: PTH118 (as below)
    for parent, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        real = os.path.realpath(parent).rstrip(os.sep)
        # There may be very many, so their names are put together by hand.
        shown = Path(parent).as_posix()
        before = "" if shown == "." else f"{shown.rstrip('/')}/"
        for name in sorted(files):
            if not name.startswith(".") and name.lower().endswith(SUFFIXES):
                path = before + name
                if not os.path.islink(path):  # noqa: PTH114 (as above)
                    yield path, f"{real}{os.sep}{name}"
                elif (led_to := os.path.realpath(path)).startswith(inside):
                    yield path, led_to
                else:
                    message = "This is a link to a file outside the folder, and is not followed."
                    yield Fault(Place(path), message, "Name the file itself, or copy it here.")
    for error in closed:
        yield _unreadable(str(error.filename), error)


def _unreadable(name: str, error: OSError) -> Fault:
    return Fault(Place(name), f"This cannot be read: {error.strerror}.")


def _new(path: Path, seen: set[str]) -> bool:
    key = os.path.realpath(path)
    if key in seen:
        return False
    seen.add(key)
    return True
