"""Inputs by Hypothesis: any bytes, and sound inputs that are spoiled.

python -m fuzz.by_properties ENTRY COUNT SEED RESULTS
"""

from __future__ import annotations

import sys
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from fuzz.entries import ENTRIES, Entry
from fuzz.made_inputs import WORDS
from fuzz.watched import CASES, Watched, bound_memory

_PIECES = st.one_of(
    st.sampled_from([word.encode("utf-8", "surrogatepass") for word in WORDS]),
    st.text(max_size=12).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.binary(max_size=6),
)
_CHANGES = st.lists(
    st.tuples(st.integers(0, 4_000), st.integers(0, 60), _PIECES), min_size=1, max_size=5
)


def inputs(entry: Entry) -> st.SearchStrategy[bytes]:
    """What is tried on an entry: what it begins with, changed here and there; and anything."""
    spoiled = st.builds(_spoiled, st.sampled_from(entry.seeds()), _CHANGES)
    return spoiled | st.lists(_PIECES, max_size=30).map(b"".join) | st.binary(max_size=600)


def _spoiled(sound: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    """The input with pieces put in, each in place of so many bytes."""
    for place, size, piece in changes:
        start = place % (len(sound) + 1)
        sound = sound[:start] + piece + sound[start + size :]
    return sound


def watch(name: str, count: int, start: int, cases: Path = CASES) -> Watched:
    """Try so many inputs on an entry: what there is to tell of them."""
    watched = Watched(name, cases)

    @seed(start)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(inputs(ENTRIES[name]))
    def every(data: bytes) -> None:
        watched.try_one(data)

    every()
    return watched


def main() -> None:
    """Try the inputs, and write the results."""
    name, count, start, results = sys.argv[1:]
    bound_memory()
    watch(name, int(count), int(start)).write(Path(results))


if __name__ == "__main__":
    main()
