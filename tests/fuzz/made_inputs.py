"""Inputs to begin with, and how bytes become what an entry takes."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

ROOT = Path(__file__).parents[2]
CORPUS: dict[str, list[str]] = yaml.safe_load(
    (ROOT / "tests" / "reports" / "payloads.yaml").read_text(encoding="utf-8")
)
PAYLOADS = [payload for each in CORPUS.values() for payload in each]
"""The text that tests put to the sinks."""

SHEET = "xl/worksheets/sheet1.xml"
_MOST = 4_000

WORDS = (
    *("kind: event", "---\n", "&a ", "*a", "!!python/object:os.system ", "<<: ", "? ", "|2-\n"),
    *("speakers:\n  - ", "\ufeff", "\u2028", "\u202e", "\x1b[2J", "::error::", "##vso[", "%YAML"),
    *("2026-02-30", "0x1F", "1e999", "-0", "9" * 30, ".nan", "yes", "null", "~", "''", '"\\ud800"'),
    *('{"', '":', "[[[[", "}}", '"\\u0000"', "### ", "- [x] ", "```yaml\n", "_No response_"),
    *("=1+1", "\t", "\r\n", '""', ";", "kind,title\n", "\x00", "\x85", "<v>", "</c>", "<f>1</f>"),
    *("<!DOCTYPE a>", ' r="A1"', ' t="s"', ' t="d"', ' s="99"', "&#x0;", "../", "/etc/passwd"),
)
"""Words that mean something to one reader or another."""


@cache
def _samples() -> tuple[str, ...]:
    paths = sorted(
        path
        for folder in ("requests", "tests/cases")
        for path in (ROOT / folder).rglob("*.yaml")
        if path.name != "expected.yaml"
    )
    return tuple(path.read_text(encoding="utf-8") for path in paths)


def requests(*, json: bool = False) -> list[bytes]:
    """Request files: the samples, and those that are not valid."""
    short = [text for text in _samples() if len(text) < _MOST]
    if not json:
        return [text.encode() for text in short]
    return [_as_json(text).encode() for text in short if _is_one(text)]


def _is_one(text: str) -> bool:
    try:
        return len(list(yaml.compose_all(text, Loader=yaml.SafeLoader))) == 1
    except yaml.YAMLError:
        return False


def _as_json(text: str) -> str:
    try:
        return json.dumps(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 (texts alone)
    except yaml.YAMLError:
        return "{}"


def sheets(*, xml: bool = False) -> list[bytes]:
    """Spreadsheets of two requests: CSV, or the XML of a sheet."""
    rows = (
        ("kind", "title", "requested_by", "date", "speaker 1 name", "speaker 1 values", "#x"),
        ("event", "A talk", "staff", "2026-04-20", "J. Example", "unsure", "y"),
        ("leaflet", "=1+1", "learner", "20/04/2026", "", "", ""),
    )
    if xml:
        return [_plain_parts()[SHEET]]
    return [
        "\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows).encode()
        for separator in ",;\t"
    ]


@cache
def _plain_parts() -> dict[str, bytes]:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in (["kind", "title", "requested_by"], ["event", "A talk", "staff"], [1, 2.5, True]):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    with zipfile.ZipFile(out) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(data: bytes) -> bytes:
    """A file that is a ZIP archive as it is; anything else as the first sheet of a sound file."""
    if data.startswith(b"PK"):
        return data
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in _plain_parts().items():
            archive.writestr(name, data if name == SHEET else part)
    return out.getvalue()


def issues() -> list[bytes]:
    """Issues as the forms of this repository make them, the site's own file, and request files."""
    around = f"Can go ahead (as of 2026-03-10).\n\n```yaml\n{_samples()[0]}```\n"
    return [*_submitted(), around.encode(), *requests()[:20]]


def _submitted() -> Iterator[bytes]:
    """Each form with the first of its options, or a text, below each question."""
    for path in sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("request-*.yml")):
        form = yaml.safe_load(path.read_text(encoding="utf-8"))
        yield "".join(map(_answered, form["body"])).encode()


def _answered(asked: dict[str, Any]) -> str:
    attributes = asked["attributes"]
    match asked["type"]:
        case "markdown":
            return ""
        case "checkboxes":
            given = "\n".join(f"- [x] {option['label']}" for option in attributes["options"])
        case "dropdown":
            given = attributes["options"][0]
        case _:
            given = attributes.get("placeholder", "A talk")
    if "render" in attributes:
        given = f"```{attributes['render']}\n{given}\n```"
    return f"### {attributes['label']}\n\n{given}\n\n"


def bytes_that_choose() -> list[bytes]:
    """What an entry begins with that takes any bytes: the payloads, and long ones of no meaning."""
    random = Random(1)  # noqa: S311 (always the same)
    return [*payloads(), *(random.randbytes(random.randrange(40, 400)) for _ in range(60))]


def payloads() -> list[bytes]:
    """The text that tests put to the sinks."""
    return [payload.encode("utf-8", "surrogatepass") for payload in PAYLOADS]
