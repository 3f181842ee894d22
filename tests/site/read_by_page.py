"""Requests as the page's modules read and write them in a browser, and as the project reads them.

Values cross as JSON that keeps 2 and 2.0 apart, and whole numbers beyond a browser's.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Page
from shown_site import PROJECT

from prevent.reading.documents import Document, parse_documents

MODULES = PROJECT / "site_src" / "theme" / "assets" / "check"

_IN_THE_PAGE = """
async () => {
  const {readDocuments, readRequests} = await import("./yaml_reader.js");
  const {writeRequest, UnwritableError} = await import("./yaml_writer.js");
  const {placeInFile} = await import("./places.js");
  const {DecimalNumber} = await import("./quoting.js");
  const bytesOf = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const crossing = (value) => {
    if (Array.isArray(value)) return {list: value.map(crossing)};
    if (value instanceof DecimalNumber) return {decimal: value.value.toExponential()};
    if (typeof value === "bigint") return {whole: String(value)};
    if (typeof value === "number") {
      return Number.isInteger(value) ? {whole: String(value)} : {decimal: value.toExponential()};
    }
    if (value === null || typeof value !== "object") return value;
    return {group: Object.keys(value).map((key) => [key, crossing(value[key])])};
  };
  const crossed = (value) => {
    if (value === null || typeof value !== "object") return value;
    if (value.list) return value.list.map(crossed);
    if (value.whole) {
      const number = Number(value.whole);
      return Number.isSafeInteger(number) ? number : BigInt(value.whole);
    }
    if (value.decimal) {
      const number = Number(value.decimal);
      return Number.isInteger(number) ? new DecimalNumber(number) : number;
    }
    const group = Object.create(null);
    for (const [key, part] of value.group) group[key] = crossed(part);
    return group;
  };
  const places = (document, value, path, found) => {
    const value_at = placeInFile(document, path);
    const key_at = placeInFile(document, path, true);
    found.push([path, value_at.line, value_at.column, key_at.line, key_at.column]);
    if (value !== null && typeof value === "object" && !(value instanceof DecimalNumber)) {
      for (const key of Object.keys(value)) {
        const step = Array.isArray(value) ? Number(key) : key;
        places(document, value[key], [...path, step], found);
      }
      places(document, null, [...path, Array.isArray(value) ? value.length : "not there"], found);
    }
    return found;
  };
  window.readAll = (files, asRequests, withPlaces) => JSON.stringify(files.map(([bytes, name]) => {
    const {documents, faults} = (asRequests ? readRequests : readDocuments)(bytesOf(bytes), name);
    return {
      documents: documents.map((document) => ({
        number: document.number,
        line: document.line,
        data: crossing(document.data),
        places: withPlaces ? places(document, document.data, [], []) : [],
      })),
      faults: faults.map(({document, line, column, message, hint}) =>
        [document, line, column, message, hint]),
    };
  }));
  window.writeAll = (requests) => JSON.stringify(requests.map((data) => {
    try {
      return writeRequest("event", crossed(data));
    } catch (error) {
      if (!(error instanceof UnwritableError)) throw error;
      return [error.message, error.path];
    }
  }));
}
"""


def request_files(*suffixes: str) -> list[Path]:
    """Every request file of the project and its examples, sound ones and others."""
    below = ("requests", "tests/cases", "examples")
    found = sorted(path for folder in below for path in (PROJECT / folder).rglob("*"))
    wanted = suffixes or (".yaml",)
    return [
        path
        for path in found
        if path.suffix in wanted and {"requests", "cases"} & set(path.relative_to(PROJECT).parts)
    ]


class Read(NamedTuple):
    """What was read of a file: its documents as (number, line, data, places), and its faults."""

    documents: list[Any]
    faults: list[Any]


def prepare(page: Page, url: str) -> None:
    """Open a page that has the modules at hand."""
    page.goto(f"{url}/yaml_reader.js")
    page.evaluate(_IN_THE_PAGE)


def by_page(
    page: Page, files: Iterable[tuple[bytes, str]], *, requests: bool = False, places: bool = False
) -> Iterator[Read]:
    """What the page reads of each file, given as its bytes and its name."""
    sent = [(base64.b64encode(data).decode(), name) for data, name in files]
    told = page.evaluate("([a, b, c]) => readAll(a, b, c)", [sent, requests, places])
    for read in json.loads(told):
        documents = [
            (each["number"], each["line"], _crossed(each["data"]), _by_path(each["places"]))
            for each in read["documents"]
        ]
        yield Read(documents, [tuple(fault) for fault in read["faults"]])


def by_project(data: bytes, name: str, *, places: bool = False) -> Read:
    """What the project reads of the same file."""
    documents, faults = parse_documents(data, name=name, json=name.endswith(".json"))
    return Read(
        [
            (each.number, each.line, each.data, _by_path(_places(each)) if places else {})
            for each in documents
        ],
        [
            (each.place.document, each.place.line, each.place.column, each.message, each.hint)
            for each in faults
        ],
    )


def exactly(value: object) -> str:
    """A value so that 2, 2.0, true and "2" differ, whatever the order of keys."""
    if isinstance(value, dict):
        return (
            f"{{{', '.join(sorted(f'{key!r}: {exactly(part)}' for key, part in value.items()))}}}"
        )
    if isinstance(value, list):
        return f"[{', '.join(map(exactly, value))}]"
    return repr(value)


def exact_documents(read: Read) -> list[Any]:
    return [(number, line, exactly(data), at) for number, line, data, at in read.documents]


def written_by_page(page: Page, requests: Iterable[object]) -> list[Any]:
    """Each request as YAML, or why it cannot be written and where in it."""
    told = page.evaluate("(requests) => writeAll(requests)", [_crossing(each) for each in requests])
    return list(json.loads(told))


def _crossing(value: object) -> object:
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, int):
        return {"whole": str(value)}
    if isinstance(value, float):
        return {"decimal": repr(value)}
    if isinstance(value, dict):
        return {"group": [[key, _crossing(part)] for key, part in value.items()]}
    assert isinstance(value, list)
    return {"list": [_crossing(part) for part in value]}


def _crossed(value: object) -> object:
    if not isinstance(value, dict):
        return value
    if "list" in value:
        return [_crossed(part) for part in value["list"]]
    if "whole" in value:
        return int(value["whole"])
    if "decimal" in value:
        return float(value["decimal"])
    return {key: _crossed(part) for key, part in value["group"]}


def _places(document: Document) -> Iterator[list[Any]]:
    left: list[tuple[tuple[str | int, ...], object]] = [((), document.data)]
    while left:
        path, value = left.pop()
        at, key_at = document.place(path), document.key_place(path)
        yield [path, at.line, at.column, key_at.line, key_at.column]
        if isinstance(value, dict):
            left += [((*path, key), part) for key, part in value.items()]
            left.append(((*path, "not there"), None))
        elif isinstance(value, list):
            left += [((*path, index), part) for index, part in enumerate(value)]
            left.append(((*path, len(value)), None))


def _by_path(found: Iterable[list[Any]]) -> dict[str, list[int]]:
    return {json.dumps(path): places for path, *places in found}
