"""A test's request: written out, or an example with changes, each answer with its own place."""

from __future__ import annotations

from collections.abc import Iterable

from prevent.reading.places import Document, Mark, Marks, Path, Value, value_at


def written_out(document: Document, at: Path) -> Document:
    """The mapping at a path of a document, as a document of its own."""
    marks = _marks(document, at)
    return Document(document.file, document.number, marks.line, value_at(document.data, at), marks)


def like(
    document: Document, example: Path, change: Path | None, without: Iterable[str], test: Path
) -> Document:
    """The request of an example with some answers changed, as a document of its own.

    An answer stands where it is written, in the example or in the change; the whole stands where
    the test does.
    """
    place = document.place(test)
    marks = Marks(place.line, place.column)
    data: dict[str, Value] = {}
    for path in (example, change):
        if path is not None:
            added = value_at(document.data, path)
            assert isinstance(added, dict)
            data |= added
            own = _marks(document, path)
            marks.keys |= own.keys
            marks.parts |= own.parts
    for key in without:
        data.pop(key, None)
        marks.keys.pop(key, None)
        marks.parts.pop(key, None)
    return Document(document.file, document.number, place.line, data, marks)


def _marks(document: Document, at: Path) -> Mark:
    marks = document.marks
    for step in at:
        marks = marks.parts[step]
    return marks
