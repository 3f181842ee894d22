"""How text looks on a terminal: colour where it is wanted, and lines that fit."""

from __future__ import annotations

import os
import shutil
import textwrap
from functools import lru_cache
from typing import Literal, NamedTuple, TextIO

Colour = Literal["bold", "dim", "red", "green", "yellow", "blue"]

_CODES: dict[Colour, str] = {
    "bold": "1",
    "dim": "2",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
}


class Style(NamedTuple):
    """Whether there is colour, and how wide a line may be."""

    colour: bool = False
    width: int = 100

    def paint(self, text: str, *colours: Colour) -> str:
        """The text in these colours, or as it is."""
        if not self.colour or not text:
            return text
        codes = ";".join(_CODES[colour] for colour in colours)
        return f"\x1b[{codes}m{text}\x1b[0m"

    def wrap(self, text: str, indent: str, first: str | None = None) -> str:
        """The text in lines that fit, each indented; the first line by ``first`` if given."""
        return _filled(text, self.width, indent, indent if first is None else first)


@lru_cache(maxsize=10_000)  # the policy's words, and most messages, come again and again
def _filled(text: str, width: int, indent: str, first: str) -> str:
    return textwrap.fill(
        text,
        width,
        initial_indent=first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def style_for(stream: TextIO) -> Style:
    """Colour on a terminal only, and not where ``NO_COLOR`` is set; at most 100 columns."""
    terminal = stream.isatty()
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    columns = shutil.get_terminal_size((100, 24)).columns if terminal else 100
    return Style(colour=colour, width=max(40, min(100, columns)))
