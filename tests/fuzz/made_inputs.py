"""Inputs to begin with, and how bytes become what an entry takes."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from prevent.fields.field import Field
from prevent.rules.ruleset import RuleSet

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


def request_of(data: bytes, rules: RuleSet) -> dict[str, object]:
    """A request of one of the kinds, each answer chosen by the bytes: fitting, odd, or none."""
    chosen = _Chosen(data)
    kinds = list(rules.kinds)
    kind = kinds[chosen.number(len(kinds))]
    made: dict[str, object] = {"kind": kind}
    for field in rules.kinds[kind].fields:
        if chosen.number(4):
            made[field.id] = _answer(field, chosen)
    if not chosen.number(8):
        made[chosen.text()] = chosen.text()
    return made


class _Chosen:
    """What the bytes choose, one after the other; where there are no more, the first."""

    def __init__(self, data: bytes) -> None:
        self._left = data

    def number(self, below: int) -> int:
        first, self._left = self._left[:1], self._left[1:]
        return (first[0] if first else 0) % below

    def text(self) -> str:
        size = self.number(40)
        first, self._left = self._left[:size], self._left[size:]
        return first.decode("utf-8", "surrogateescape")


def _answer(field: Field, chosen: _Chosen) -> object:
    """An answer that fits, nearly always."""
    if not chosen.number(12):
        odd = (None, True, -1, 2.5, 10**17, "", chosen.text(), [], {}, [None], {"a": [1]}, "yes")
        return odd[chosen.number(len(odd))]
    if field.options:
        given = [option.id for option in field.options]
        first = given[chosen.number(len(given))]
        return [first] if field.type == "several" else first
    if field.fields:
        return [
            {part.id: _answer(part, chosen) for part in field.fields if chosen.number(5)}
            for _ in range(chosen.number(4))
        ]
    match field.type:
        case "date" | "receipt":
            year = 2026 + chosen.number(3)
            return f"{year}-{1 + chosen.number(12):02}-{1 + chosen.number(31):02}"
        case "number":
            return chosen.number(200)
        case "yes-no":
            return bool(chosen.number(2))
        case _:
            return chosen.text()
