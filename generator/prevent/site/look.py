"""How the organisation's site looks: its colour as a style sheet, its logo as a file."""

from __future__ import annotations

from prevent.policy.colours import WHITE, darkened, mixed
from prevent.policy.staff_pages import Look

STYLES = "assets/look.css"

_WHERE = ':root,\n[data-md-color-primary="custom"],\n[data-md-color-accent="custom"]'

_GROUND = "#e8f0f4"
"""The darkest of the light grounds that links stand on."""


def look_files(look: Look) -> dict[str, str | bytes]:
    """The files the site needs for its look, by path."""
    files: dict[str, str | bytes] = {}
    if look.accent:
        files[STYLES] = _styles(look.accent.lower())
    if look.logo:
        files[logo_path(look)] = look.logo
    return files


def logo_path(look: Look) -> str:
    """Where the logo stands in the site; empty where there is none."""
    return f"assets/logo{look.logo_name[-4:].lower()}" if look.logo else ""


def _styles(accent: str) -> str:
    soft = mixed(accent, WHITE, 9)
    ground = min(soft, _GROUND, key=lambda each: sum(bytes.fromhex(each[1:])))
    colours = {
        "--site-accent": accent,
        "--site-accent-soft": soft,
        "--site-link": darkened(accent, ground),
    }
    lines = "".join(f"  {name}: {colour};\n" for name, colour in colours.items())
    return f"{_WHERE} {{\n{lines}}}\n"
