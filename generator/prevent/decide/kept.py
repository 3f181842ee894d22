"""What a check came to, kept in its order: the first of it in memory, the rest in a file.

So the memory that a check needs does not grow with the files that it is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import IO, TypeVar, overload

from prevent.faults import Fault, Place, PreventError

T = TypeVar("T")

IN_MEMORY = 10_000
"""How many are kept in memory, at some kilobytes each."""

_A_PART = 200
"""How many of the rest are written and read at a time."""


class Kept(Sequence[T]):
    """A sequence that is added to, and then read, from the first to the last and again.

    The file has no name: it goes with the process, whatever becomes of that, and nobody else can
    open it. Raises ``PreventError`` where the disk has no room for it.
    """

    def __init__(self, items: Iterable[T] = ()) -> None:
        self._first: list[T] = []
        self._last: list[T] = []
        self._parts: list[int] = []
        self._file: IO[bytes] | None = None
        for item in items:
            self.append(item)

    def __del__(self) -> None:
        if self._file is not None:
            self._file.close()

    def append(self, item: T) -> None:
        """Add one more at the end."""
        if len(self._first) < IN_MEMORY:
            self._first.append(item)
            return
        self._last.append(item)
        if len(self._last) == _A_PART:
            self._put()

    def settled(self) -> Sequence[T]:
        """All of it: a tuple, unless part of it is in a file."""
        return self if self._parts or self._last else tuple(self._first)

    def __len__(self) -> int:
        return len(self._first) + len(self._parts) * _A_PART + len(self._last)

    def __iter__(self) -> Iterator[T]:
        yield from self._first
        for part in range(len(self._parts)):
            yield from self._part(part)
        yield from self._last

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...

    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if isinstance(index, slice):
            return tuple(self[each] for each in range(*index.indices(len(self))))
        place = index + len(self) if index < 0 else index
        if not 0 <= place < len(self):
            raise IndexError(index)
        if place < len(self._first):
            return self._first[place]
        part, place = divmod(place - len(self._first), _A_PART)
        return (self._part(part) if part < len(self._parts) else self._last)[place]

    def _put(self) -> None:
        import pickle  # noqa: PLC0415 (few checks are so large)
        import tempfile  # noqa: PLC0415

        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile()  # noqa: SIM115 (it is read to the end)
            place = self._file.seek(0, 2)
            pickle.dump(self._last, self._file, pickle.HIGHEST_PROTOCOL)
            self._file.flush()
        except OSError as error:
            message = f"What was decided cannot be kept here: {error.strerror}."
            hint = "Make room, or check fewer files at a time."
            raise PreventError([Fault(Place(tempfile.gettempdir()), message, hint)]) from error
        self._parts.append(place)
        self._last = []

    def _part(self, number: int) -> list[T]:
        import pickle  # noqa: PLC0415 (few checks are so large)

        assert self._file is not None
        self._file.seek(self._parts[number])
        # Nobody but this process could write it.
        part: list[T] = pickle.load(self._file)  # noqa: S301
        return part
