"""Inputs guided by what they reach: atheris, in a process of its own, which ends with the count.

python -m fuzz.guided ENTRY COUNT SEED RESULTS
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import atheris

_LONGEST = 4_096
_HANGS = 60
"""Seconds after which an input is given up that not even a signal ends."""


def main() -> None:
    """Try the inputs, and write the results."""
    name, count, seed, results = sys.argv[1:]
    # What the entry imports when it is first used is imported here, to be instrumented too.
    with atheris.instrument_imports(include=["prevent", "yaml", "json", "csv", "openpyxl"]):
        from fuzz.entries import ENTRIES, tried  # noqa: PLC0415
        from fuzz.made_inputs import WORDS  # noqa: PLC0415
        from fuzz.watched import Watched, bound_memory  # noqa: PLC0415

        seeds = ENTRIES[name].seeds()
        tried(ENTRIES[name], seeds[0])
    bound_memory()
    watched = Watched(name)
    for each in seeds:
        watched.try_one(each)
    most = int(count)

    def try_one(data: bytes) -> None:
        watched.try_one(data)
        if watched.count >= most:
            watched.write(Path(results))
            os._exit(0)  # libFuzzer ends by its own count alone, and tells nobody

    folder = Path(tempfile.mkdtemp(prefix="prevent-fuzz-"))
    for number, each in enumerate(seeds):
        (folder / f"seed-{number}").write_bytes(each)
    words = folder.with_suffix(".dict")
    words.write_text("".join(f'"{_escaped(word)}"\n' for word in WORDS), encoding="ascii")
    options = [
        *(f"-seed={seed}", f"-max_len={_LONGEST}", f"-timeout={_HANGS}", f"-dict={words}"),
        *("-rss_limit_mb=0", f"-artifact_prefix={results}.", "-print_final_stats=0"),
    ]
    atheris.Setup([sys.argv[0], *options, str(folder)], try_one)
    atheris.Fuzz()


def _escaped(word: str) -> str:
    return "".join(f"\\x{byte:02X}" for byte in word.encode("utf-8", "surrogatepass"))


if __name__ == "__main__":
    main()
