"""Writing files: whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from prevent.faults import Fault, Place, PreventError


def write_whole(path: Path, text: str, *, new_folders: bool = True) -> None:
    """Write a text file in UTF-8, with line ends as on Linux, in one step.

    Whoever reads the file sees the old text or the new one. A folder that is not there is made,
    unless ``new_folders`` is false. A link is followed. A device or a pipe is written to as it is,
    and never replaced by a file. Raises ``PreventError`` where it cannot be written.
    """
    write_all({path: [text]}, new_folders=new_folders)


def write_all(files: Mapping[Path, Iterable[str]], *, new_folders: bool = True) -> None:
    """Write several text files, each given in parts: all of them or none, as ``write_whole`` does.

    Every part is written beside its place first. Only when all are there does one after the other
    take its place.
    """
    drafts: list[_Draft] = []
    try:
        for path, parts in files.items():
            drafts.append(draft := _Draft(path, new_folders=new_folders))
            draft.write(parts)
        for draft in drafts:
            draft.put()
    finally:
        for draft in drafts:
            draft.forget()


class _Draft:
    """A file under way, beside its place; or a device or a pipe, which has no draft."""

    def __init__(self, path: Path, *, new_folders: bool) -> None:
        self._path = path
        self._parts: Iterable[str] = ()
        self._name: Path | None = None
        try:
            self._target = target = Path(os.path.realpath(path))
            if target.exists() and not target.is_file() and not target.is_dir():
                return
            if new_folders:
                target.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        except OSError as error:
            raise _failed(path, error) from error
        os.close(handle)
        self._name = Path(name)

    def write(self, parts: Iterable[str]) -> None:
        if self._name is None:
            self._parts = parts
            return
        with self._failures():
            _write(self._name, parts)
            self._name.chmod(0o666 & ~_umask())

    def put(self) -> None:
        with self._failures():
            if self._name is None:
                _write(self._target, self._parts)
            else:
                self._name.replace(self._target)

    def forget(self) -> None:
        if self._name is not None:
            with contextlib.suppress(OSError):
                self._name.unlink(missing_ok=True)

    @contextlib.contextmanager
    def _failures(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise _failed(self._path, error) from error


def _write(file: Path, parts: Iterable[str]) -> None:
    with file.open("w", encoding="utf-8", newline="\n") as opened:
        opened.writelines(parts)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _failed(path: Path, error: OSError) -> PreventError:
    return PreventError([Fault(Place(str(path)), f"This cannot be written: {error.strerror}.")])
