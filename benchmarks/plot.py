"""Lines in a picture with two logarithmic axes, as SVG."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

_WIDTH, _HEIGHT = 840, 420
_LEFT, _RIGHT, _TOP, _BOTTOM = 84, 320, 44, 56
_COLOURS = ("#1f5fa8", "#b4421f", "#2b7a3f", "#6b4fa0", "#8a6d1a")
_GREY = "#666"

Points = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class _Axis:
    """From values to places on the picture."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        share = (math.log10(value) - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)

    @property
    def decades(self) -> list[int]:
        return list(range(math.ceil(self.low), math.floor(self.high) + 1))


def plot(title: str, across: str, up: str, lines: Mapping[str, Points]) -> str:
    """A picture of lines by their names, with what is ``across`` and what goes ``up``."""
    points = [point for line in lines.values() for point in line]
    x = _axis([point[0] for point in points], _LEFT, _WIDTH - _RIGHT)
    y = _axis([point[1] for point in points], _HEIGHT - _BOTTOM, _TOP)
    parts = [*_frame(title, across, up), *_grid(x, y)]
    for index, (name, line) in enumerate(lines.items()):
        parts += _line(name, [(x(a), y(b)) for a, b in line], index)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _axis(values: Sequence[float], start: float, end: float) -> _Axis:
    low, high = math.log10(min(values)), math.log10(max(values))
    # Whole decades: so there is a mark at both ends, and never an axis without length.
    return _Axis(math.floor(low), max(math.ceil(high), math.floor(low) + 1), start, end)


def _frame(title: str, across: str, up: str) -> list[str]:
    middle = (_TOP + _HEIGHT - _BOTTOM) / 2
    size = f'viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" font-size="13"'
    return [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="white"/>',
        _text(_LEFT, 24, title, size=15),
        _text((_LEFT + _WIDTH - _RIGHT) / 2, _HEIGHT - 14, across, anchor="middle"),
        f'<g transform="translate(20 {middle:.0f}) rotate(-90)">'
        + _text(0, 0, up, anchor="middle")
        + "</g>",
    ]


def _grid(x: _Axis, y: _Axis) -> list[str]:
    parts = []
    for power in x.decades:
        place = x(10**power)
        parts.append(_stroke([(place, y.start), (place, y.end)], "#ddd"))
        parts.append(_text(place, y.start + 18, _number(power), anchor="middle"))
    for power in y.decades:
        place = y(10**power)
        parts.append(_stroke([(x.start, place), (x.end, place)], "#ddd"))
        parts.append(_text(x.start - 8, place + 4, _number(power), anchor="end"))
    return parts


def _line(name: str, places: Points, index: int) -> list[str]:
    colour = _COLOURS[index % len(_COLOURS)]
    dots = [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3.5" fill="{colour}"/>' for a, b in places]
    left, height = _WIDTH - _RIGHT + 16, _TOP + 12 + 22 * index
    key = [
        _stroke([(left, height - 4), (left + 18, height - 4)], colour, width=2),
        _text(left + 24, height, name),
    ]
    return [_stroke(places, colour, width=2), *dots, *key]


def _stroke(places: Points, colour: str, width: int = 1) -> str:
    path = " ".join(f"{a:.1f},{b:.1f}" for a, b in places)
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{width}"/>'


def _text(x: float, y: float, text: str, *, anchor: str = "start", size: int = 13) -> str:
    return (
        f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}" font-size="{size}" '
        f'fill="{_GREY if size == 13 else "#222"}">{escape(text)}</text>'
    )


def _number(power: int) -> str:
    """A power of ten in full, with thin spaces; fractions as they are."""
    return f"{10**power:,}".replace(",", "\u2009") if power >= 0 else f"{10.0**power:g}"
