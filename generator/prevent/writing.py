"""Writing files: whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from prevent.faults import Fault, Place, PreventError


def write_whole(path: Path, text: str, *, new_folders: bool = True) -> None:
    """Write a text file in UTF-8, with line ends as on Linux, in one step.

    Whoever reads the file sees the old text or the new one. A folder that is not there is made,
    unless ``new_folders`` is false. A link is followed. A device or a pipe is written to as it is,
    and never replaced by a file. Raises ``PreventError`` where it cannot be written.
    """
    try:
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_text(text, encoding="utf-8", newline="\n")
            return
        if new_folders:
            target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as error:
        raise _failed(path, error) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(target)
    except OSError as error:
        raise _failed(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            Path(name).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _failed(path: Path, error: OSError) -> PreventError:
    return PreventError([Fault(Place(str(path)), f"This cannot be written: {error.strerror}.")])
