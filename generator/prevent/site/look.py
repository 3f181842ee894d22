"""How the organisation's site looks: its colour as a style sheet, its logo as a file."""

from __future__ import annotations

from prevent.policy.colours import WHITE, darkened, lightened, mixed
from prevent.policy.staff_pages import Look

STYLES = "assets/look.css"

_WHERE = ':root,\n[data-md-color-primary="custom"],\n[data-md-color-accent="custom"]'
_DARK = "@media screen and (prefers-color-scheme: dark)"

_GROUND = "#e8f0f4"
"""The darkest of the light grounds that links stand on."""

_DARK_PAGE = "#14191d"
"""The ground of a dark page, as in ``site.css``; what is written on the accent is so dark too."""

_DARK_GROUND = "#3a3010"
"""The lightest of the dark grounds that links stand on."""


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
    light = lightened(accent, _DARK_GROUND)
    by_day = _block(accent, soft, darkened(accent, ground))
    by_night = _block(light, mixed(light, _DARK_PAGE, 12), light)
    return f"{by_day}\n{_DARK} {{\n{by_night}}}\n"


def _block(accent: str, soft: str, link: str) -> str:
    colours = {"--site-accent": accent, "--site-accent-soft": soft, "--site-link": link}
    lines = "".join(f"  {name}: {colour};\n" for name, colour in colours.items())
    return f"{_WHERE} {{\n{lines}}}\n"
