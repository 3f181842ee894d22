"""A new project put in its place: every file, or none."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from prevent.faults import Fault, Place, PreventError


def require_room(folder: Path) -> None:
    """Raise ``PreventError`` where a project cannot be started in ``folder``.

    It must be empty, or not there yet in a folder that is.
    """
    if not folder.absolute().parent.is_dir():
        hint = "Make it first, or name another."
        raise _refused(folder, f"There is no folder '{folder.parent}' to put it in.", hint)
    try:
        held = next(folder.iterdir(), None)
    except FileNotFoundError:
        return
    except NotADirectoryError:
        raise _refused(folder, "This is a file, not a folder.", "Name another.") from None
    except OSError as error:
        raise _refused(folder, f"This cannot be read: {error.strerror}.") from None
    if held is not None:
        message = f"This folder is not empty: it holds '{held.name}'."
        raise _refused(folder, message, "Name a new folder. Nothing here was changed.")


def put(files: Mapping[str, str], folder: Path) -> None:
    """Write the files of a project into ``folder``, which is made where it is not there.

    Until the last of them is written nothing is seen in it, and whatever stops the writing leaves
    nothing there. Raises ``PreventError``.
    """
    require_room(folder)
    is_new = not folder.exists()
    beside = folder.absolute().parent if is_new else folder
    try:
        with tempfile.TemporaryDirectory(prefix=".prevent-init-", dir=beside) as waiting:
            whole = Path(waiting) / "new"
            for name, text in files.items():
                path = whole / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="\n")
            if is_new:
                whole.rename(folder)
            else:
                _move_all(sorted(whole.iterdir()), folder)
    except OSError as error:
        raise _refused(folder, f"This cannot be written: {error.strerror}.") from error


def _move_all(paths: Iterable[Path], folder: Path) -> None:
    """Move each into a folder that somebody may be in, so that it cannot be replaced."""
    moved: list[tuple[Path, Path]] = []
    try:
        for path in paths:
            moved.append((folder / path.name, path))
            path.rename(folder / path.name)
    except BaseException:
        for there, back in moved:
            if there.exists():
                there.rename(back)
        raise


def _refused(folder: Path, message: str, hint: str = "") -> PreventError:
    return PreventError([Fault(Place(str(folder)), message, hint)])
