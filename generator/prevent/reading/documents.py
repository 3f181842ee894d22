"""Documents: YAML and JSON from files or standard input, with the place of everything in them.

Nothing here raises for what a person wrote or named: what cannot be read is a fault.
"""

from __future__ import annotations

import os
import pathlib
import stat
from typing import BinaryIO

from prevent.faults import Fault, Place
from prevent.reading.places import Document, Mark, Path, Value
from prevent.reading.raw_text import Flaw, decode, position
from prevent.reading.yaml_events import last_marker, read_yaml

__all__ = ["LIMIT", "Document", "Path", "Value", "parse_documents", "read_documents"]

LIMIT = 5_000_000
"""The most bytes read of one file."""

_SUFFIXES = {".json": True, ".yaml": False, ".yml": False}


def read_documents(
    source: str | pathlib.Path, *, name: str | None = None, limit: int = LIMIT
) -> tuple[list[Document], list[Fault]]:
    """The sound documents of a ``.yaml``, ``.yml`` or ``.json`` file, and the faults of the rest.

    ``name`` is what faults call the file (by default the path as given); ``limit`` the most bytes
    read. A file that holds nothing gives one document without data. Never raises.
    """
    path = os.fspath(source)
    shown = path if name is None else name
    json = _is_json(path)
    if json is None:
        message = "This is neither a YAML nor a JSON file."
        hint = "Expected a name that ends in .yaml, .yml or .json."
        return [], [Fault(Place(shown), message, hint)]
    data = file_bytes(path, name=shown, limit=limit)
    if isinstance(data, Fault):
        return [], [data]
    return parse_documents(data, name=shown, json=json, limit=limit)


def file_bytes(path: str, *, name: str | None = None, limit: int = LIMIT) -> bytes | Fault:
    """What a file holds, at most ``limit`` bytes and one more, or why it is not read.

    ``name`` is what faults call the file. Never raises.
    """
    place = Place(path if name is None else name)
    try:
        status = os.stat(path)  # noqa: PTH116 (as above)
        if stat.S_ISDIR(status.st_mode):
            return Fault(place, "This is a folder, not a file.")
        if not stat.S_ISREG(status.st_mode):
            return Fault(place, "This is a device or a pipe, not a file.")
        if status.st_size > limit:
            return too_large(place.file, limit)
        with open(path, "rb", buffering=0, opener=_opener) as file:
            return _unchanged(file, place, limit)
    except FileNotFoundError:
        return Fault(place, "There is no such file.")
    except PermissionError:
        return Fault(place, "This file may not be read.", "Ask for permission to read it.")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        return Fault(place, f"This file cannot be read: {reason or 'its name is not valid'}.")


def _is_json(path: str) -> bool | None:
    """Does its name say that it is JSON, or YAML? None where it says neither."""
    dot = path.rfind(".")
    if dot > 0 and path[dot - 1] not in "/\\" and path[dot:].lower() in _SUFFIXES:
        return _SUFFIXES[path[dot:].lower()]
    return _SUFFIXES.get(pathlib.PurePath(path).suffix.lower())


def _opener(path: str, flags: int) -> int:
    """Never waits: what was a file a moment ago may be a pipe now."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _unchanged(file: BinaryIO, place: Place, limit: int) -> bytes | Fault:
    """What an open file holds, if it held that when it was opened and when it was read."""
    before = os.fstat(file.fileno())
    if not stat.S_ISREG(before.st_mode):
        return Fault(place, "This is a device or a pipe, not a file.")
    data = _whole(file, before.st_size, limit)
    after = os.fstat(file.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        hint = "Check it again once nothing writes to it."
        return Fault(place, "This file changed while it was read.", hint)
    return data


def _whole(file: BinaryIO, size: int, limit: int) -> bytes:
    """What the file holds, as far as ``limit`` and a byte more; ``size`` is how much it should."""
    parts = [file.read(size + 1)]
    if len(parts[0]) == size:  # that was the end of it
        return parts[0]
    while parts[-1] and (left := limit + 1 - sum(map(len, parts))) > 0:
        parts.append(file.read(left))
    return b"".join(parts)


def parse_documents(
    data: bytes, *, name: str, json: bool = False, limit: int = LIMIT
) -> tuple[list[Document], list[Fault]]:
    """The sound documents of these bytes, and the faults of the rest. Never raises.

    ``name`` is what faults call the source; ``json`` says that it is JSON rather than YAML.
    """
    if len(data) > limit:
        return [], [too_large(name, limit)]
    text, flaw = decode(data)
    if json:
        if flaw is not None:
            return [], [_fault(flaw, text, name, 1)]
        from prevent.reading.json_text import read_json  # noqa: PLC0415 (few requests are JSON)

        return read_json(text, name)
    if flaw is None:
        documents, faults, seen = read_yaml(text, name)
        return (documents if seen else [Document(name, 1, 1, None, Mark(1, 1))]), faults
    # What stands before the document with the flaw can still be read.
    documents, faults, seen = read_yaml(text[: last_marker(text)], name)
    return documents, [*faults, _fault(flaw, text, name, seen + 1)]


def _fault(flaw: Flaw, text: str, name: str, number: int) -> Fault:
    place = Place(name, number, *position(text, flaw.offset))
    return Fault(place, flaw.message, flaw.hint)


def too_large(name: str, limit: int = LIMIT) -> Fault:
    """What is said of a file that holds more than is read of one."""
    message = f"This file is too large: at most {limit / 1_000_000:g} MB are read."
    return Fault(Place(name), message, "Split it into several files.")
