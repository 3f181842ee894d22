"""The short run: some inputs on every entry, in one process, whose memory is then that of them all.

python -m fuzz.short FOLDER
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fuzz.by_properties import watch
from fuzz.entries import ENTRIES
from fuzz.watched import bound_memory

_PART = 300
"""It tries this part of what a documented run does."""


def main() -> None:
    """Try the inputs, and write the results of each entry into one file."""
    folder = Path(sys.argv[1])
    bound_memory()
    found = {
        name: watch(name, entry.share // _PART, 1, folder / "cases").results()
        for name, entry in ENTRIES.items()
    }
    (folder / "results.json").write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main()
