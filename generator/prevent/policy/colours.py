"""Colours that can be read: how far two of them stand apart, and the nearest that do."""

from __future__ import annotations

import colorsys

ENOUGH = 4.5
"""The contrast that WCAG 2.2 asks of text of the usual size."""

WHITE = "#ffffff"


def contrast(first: str, second: str) -> float:
    """The contrast of two colours such as ``#12435c``, as WCAG counts it: 1 to 21."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def darkened(colour: str, ground: str = WHITE) -> str:
    """The colour, or the nearest darker one that can be read on the ground, which is light."""
    for percent in range(100, -1, -1):
        found = mixed(colour, "#000000", percent)
        if contrast(found, ground) >= ENOUGH:
            return found
    return "#000000"


def lightened(colour: str, ground: str) -> str:
    """The colour, or the nearest lighter one that can be read on the ground, which is dark.

    Its hue and how vivid it is stay: mixed with white, most colours would end as much the same
    grey.
    """
    hue, light, vivid = colorsys.rgb_to_hls(*(channel / 255 for channel in _channels(colour)))
    for percent in range(100):
        lighter = light + (1 - light) * percent / 100
        channels = colorsys.hls_to_rgb(hue, lighter, vivid)
        found = "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)
        if contrast(found, ground) >= ENOUGH:
            return found
    return WHITE


def mixed(colour: str, other: str, percent: int) -> str:
    """So many parts in a hundred of the colour, and the rest of the other."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    # Rounded down, so that a colour which is mixed with black is never lighter than it should be.
    return "#" + "".join(f"{(a * percent + b * (100 - percent)) // 100:02x}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    low = 0.04045
    return channel / 12.92 if channel <= low else float(((channel + 0.055) / 1.055) ** 2.4)
