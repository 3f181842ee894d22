"""How the site looks: a colour that can be read, and a logo that is one and does no harm."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

from prevent.faults import Fault
from prevent.policy.colours import ENOUGH, WHITE, contrast, darkened
from prevent.policy.staff_pages import Look
from prevent.reading.documents import Document

LARGEST = 30_000
"""The most bytes a logo may have: every page of the site loads it, on telephones too."""

_PNG = b"\x89PNG\r\n\x1a\n"
_ENTITIES = ("<!DOCTYPE", "<!ENTITY")
"""What an SVG may not hold, so that reading it can do no harm."""

_SVG = "{http://www.w3.org/2000/svg}"


class _LogoError(Exception):
    """Why a file cannot be the logo, and what to do about it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def read_look(look: Look, folder: Path, document: Document) -> tuple[Look, list[Fault]]:
    """The look with its logo read from the policy's folder, and the faults found on the way."""
    faults: list[Fault] = []
    if look.accent:
        faults += _colour(look.accent, document)
    if look.logo_name:
        try:
            look = replace(look, logo=_logo(folder, look.logo_name))
        except _LogoError as error:
            faults.append(Fault(document.place(("look", "logo")), error.message, error.hint))
    return look, faults


def _colour(accent: str, document: Document) -> list[Fault]:
    found = contrast(accent, WHITE)
    if found >= ENOUGH:
        return []
    message = (
        f"White cannot be read on {accent}: their contrast is {found:.1f}, and {ENOUGH} is needed."
    )
    hint = f'The nearest darker colour that would do is "{darkened(accent)}".'
    return [Fault(document.place(("look", "accent")), message, hint)]


def _logo(folder: Path, name: str) -> bytes:
    """What is in the logo's file. Raises ``_LogoError``."""
    path, within = folder / name, folder.resolve()
    if Path(name).is_absolute() or not path.resolve().is_relative_to(within):
        message = f"The logo {name} is outside the policy's folder."
        raise _LogoError(message, "Copy it into the folder, as look/logo.svg.")
    if path.suffix.lower() not in {".svg", ".png"}:
        message = f"The logo {name} is neither .svg nor .png."
        raise _LogoError(message, "Save it as one of the two.")
    try:
        size = path.stat().st_size
        if size > LARGEST:
            message = f"The logo {name} has {size} bytes; it may have {LARGEST} at most."
            raise _LogoError(message, "Every page loads it: save a smaller picture.")
        data = path.read_bytes()
    except OSError:
        message = f"There is no picture to be read at {name}."
        raise _LogoError(message, "Name a file in the policy's folder, or leave it out.") from None
    if path.suffix.lower() == ".png":
        if not data.startswith(_PNG):
            raise _LogoError(f"The logo {name} is not a PNG picture.", "Save it again as PNG.")
    else:
        _check_svg(name, data)
    return data


def _check_svg(name: str, data: bytes) -> None:
    """An SVG file draws, and does nothing else: it is published as it is."""
    hint = "Save it again as plain SVG."
    try:
        text = data.decode("utf-8")
        if any(each in text for each in _ENTITIES):
            raise _LogoError(f"The logo {name} holds a DOCTYPE, which no picture needs.", hint)
        root = ET.fromstring(text)  # noqa: S314 - it has no entities, as seen above
    except (ET.ParseError, ValueError):
        raise _LogoError(f"The logo {name} is not an SVG picture.", hint) from None
    if root.tag != f"{_SVG}svg":
        raise _LogoError(f"The logo {name} is not an SVG picture.", hint)
    for element in root.iter():
        tag = str(element.tag).rpartition("}")[2].lower()
        if tag in {"script", "foreignobject", "iframe"}:
            raise _LogoError(f"The logo {name} holds <{tag}>, and may only draw.", hint)
        for key, value in element.attrib.items():
            attribute = key.rpartition("}")[2].lower()
            if attribute.startswith("on"):
                raise _LogoError(f"The logo {name} holds {attribute}=, and may only draw.", hint)
            if attribute in {"href", "src"} and not value.startswith(("#", "data:image/")):
                raise _LogoError(f"The logo {name} points to something outside itself.", hint)
