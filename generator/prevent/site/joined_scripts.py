"""The modules of the check, joined into one plain script.

What people read and change are small modules. A page takes them as one script without comments:
one request instead of thirty, a third of the size, and a script that runs when the page is opened
from a disk, where browsers load no modules. The modules keep to what makes joining simple: named
imports and exports only, and names at the top that are unique in all of them.
"""

from __future__ import annotations

import re
from pathlib import Path

from prevent.faults import Fault, Place, PreventError

CHECK = "assets/check"
JOINED = {f"{CHECK}/check.js": "page.js", f"{CHECK}/reader.js": "reader_page.js"}
"""The scripts made, by their path in the site, and the module each starts from."""

_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([a-z_]+\.js)";\n', re.MULTILINE)
_COMMENT = re.compile(r"^[ ]*(?://[^\n]*|/\*\*.*?\*/[ ]*)\n", re.MULTILINE | re.DOTALL)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const)\b)", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_BLANK = re.compile(r"\n{2,}")


def joined_scripts(theme: Path) -> dict[str, str]:
    """The joined scripts of a theme, by path. Raises ``PreventError`` where one cannot be made."""
    return {path: joined(theme / CHECK, entry) for path, entry in JOINED.items()}


def joined(folder: Path, entry: str) -> str:
    """The module ``entry`` and all that it imports, each after what it imports itself.

    Raises ``PreventError`` where a module is missing or written in a way that cannot be joined.
    """
    parts: dict[str, str] = {}
    _add(folder, entry, parts, ())
    return f'(() => {{\n"use strict";\n{"".join(parts.values())}}})();\n'


def _add(folder: Path, name: str, parts: dict[str, str], on_the_way: tuple[str, ...]) -> None:
    if name in on_the_way:
        raise _fault(folder / name, "It imports itself, by way of what it imports.")
    if name in parts:
        return
    try:
        text = (folder / name).read_text(encoding="utf-8")
    except OSError:
        raise _fault(folder / name, "There is no such module.") from None
    for imported in _IMPORT.findall(text):
        _add(folder, imported, parts, (*on_the_way, name))
    plain = _EXPORT.sub("", _IMPORT.sub("", _COMMENT.sub("", text)))
    left = _LEFT.search(plain)
    if left:
        raise _fault(folder / name, f"It cannot be joined with the others: '{left[0]}'.")
    parts[name] = _BLANK.sub("\n", plain)


def _fault(path: Path, message: str) -> PreventError:
    return PreventError([Fault(Place(str(path)), message, "Mend the module and build again.")])
