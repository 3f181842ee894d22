"""The page reads a request file as the command line does: in a real browser, file by file."""

from __future__ import annotations

import ast
import random
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page
from read_by_page import (
    MODULES,
    Read,
    by_page,
    by_project,
    exact_documents,
    exactly,
    prepare,
    request_files,
)
from shown_site import PROJECT, shown
from slips import JSON_PARTS, YAML_PARTS, dumped, seeded, slip, slip_bytes, some_request, soup

File = tuple[bytes, str]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with shown(MODULES) as site, browser.new_page() as opened:
        prepare(opened, site.url)
        yield opened


def texts(suffix: str = ".yaml") -> list[str]:
    """The requests of the project."""
    return [path.read_text("utf-8") for path in request_files(suffix)]


def assert_alike(page: Page, files: list[File], *, places: bool = False) -> list[Read]:
    """The same documents, and the same faults at the same places in the same words."""
    read = list(by_page(page, files, places=places))
    for (data, name), found in zip(files, read, strict=True):
        expected = by_project(data, name, places=places)
        assert found.faults == expected.faults, data
        assert exact_documents(found) == exact_documents(expected), data
    return read


def faulty(read: list[Read]) -> float:
    """The share of the files with a fault."""
    return sum(bool(each.faults) for each in read) / len(read)


def test_every_file_of_the_project_is_read_alike_to_the_place_of_each_answer(page: Page) -> None:
    paths = [*request_files(".yaml", ".json"), *(PROJECT / "policy").rglob("*.yaml")]
    assert len(paths) > 150
    assert_alike(page, [(path.read_bytes(), path.name) for path in paths], places=True)


def test_what_the_command_line_s_reader_is_tested_with_is_read_alike(page: Page) -> None:
    files: list[File] = []
    for path in sorted((PROJECT / "tests" / "reading").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                data = node.value.encode("utf-8", "replace")
                files += [(data, "f.yaml"), (b"value: " + data, "f.yaml"), (data, "f.json")]
    assert 0.2 < faulty(assert_alike(page, files)) < 0.9


def test_random_data_in_many_styles_is_read_to_the_same_values(page: Page) -> None:
    rng = seeded(20260420)
    files = [(dumped(rng, some_request(rng)).encode(), "f.yaml") for _ in range(1_500)]
    # Some styles need tags for what is not text.
    assert faulty(assert_alike(page, files)) < 0.4


@pytest.mark.parametrize(
    ("seed", "spoilt"),
    [
        (1, lambda rng, text: (slip(rng, text, YAML_PARTS).encode(), "f.yaml")),
        (2, lambda rng, text: (slip(rng, text[:120], YAML_PARTS, 8).encode(), "f.yaml")),
        (3, lambda rng, _text: (soup(rng, YAML_PARTS).encode(), "f.yaml")),
        (4, lambda rng, text: (slip_bytes(rng, text.encode()), "f.yaml")),
    ],
    ids=["a few slips", "many slips", "no sense", "bytes"],
)
def test_a_spoilt_file_is_read_alike(
    page: Page, seed: int, spoilt: Callable[[random.Random, str], File]
) -> None:
    rng = seeded(seed)
    sound = texts()
    read = assert_alike(page, [spoilt(rng, rng.choice(sound)) for _ in range(1_500)])
    assert 0.3 < faulty(read) < 0.99


def test_spoilt_json_is_read_alike(page: Page) -> None:
    rng = seeded(5)
    sound = texts(".json")
    sound.append(
        '{"kind": "event", "a": [1, 2.0, 1e3, {"b": null, "é": "x\\n\\u00e9"}], "c": true}'
    )
    spoilt = [slip(rng, rng.choice(sound), JSON_PARTS) for _ in range(1_200)]
    spoilt += [soup(rng, JSON_PARTS) for _ in range(400)]
    read = assert_alike(page, [(text.encode(), "f.json") for text in spoilt])
    assert 0.3 < faulty(read) < 0.99


def bomb() -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    return "\n".join(lines)


def depth_by_aliases() -> str:
    lines = [f"- &a{n} {'[' * 20}*a{n - 1}{']' * 20}" for n in range(1, 10)]
    return "\n".join(["- &a0 [x]", *lines])


LIMITS = {
    "aliases": bomb(),
    "depth by aliases": depth_by_aliases(),
    "just deep enough": "[" * 50 + "]" * 50,
    "too deep": "[" * 51 + "]" * 51,
    "lists never closed": "[" * 100_000,
    "groups never closed": "{a: " * 100_000,
    "lists in lists": "- " * 100_000,
    "keys in keys": "? " * 100_000,
    "faults": "a: 1\n" * 5_000,
    "broken documents": "---\n[\n" * 5_000,
    "just few enough documents": "a: 1\n---\n" * 19_999,
    "too many documents": "a: 1\n---\n" * 20_002,
    "just few enough values": f"[{'{},' * 249_999}[{'1,' * 249_998}1]]",
    "too many values": f"[{'{},' * 249_999}[{'1,' * 249_999}1]]",
    "the longest key": f"{'é' * 1024}: 1",
    "a key too long": f"{'é' * 1025}: 1",
    "a quoted key too long": f"'{'k' * 1030}': 1",
    "a long key in brackets": f"[{{{'k' * 1030}: 1}}]",
    "no more than may be read": "#" * 5_000_000,
    "more than may be read": "#" * 5_000_001,
}


@pytest.mark.parametrize("name", LIMITS)
@pytest.mark.parametrize("suffix", ["yaml", "json"])
def test_the_limits_are_the_same(page: Page, name: str, suffix: str) -> None:
    assert_alike(page, [(LIMITS[name].encode(), f"f.{suffix}")])


def test_a_file_saved_otherwise_is_read_or_refused_alike(page: Page) -> None:
    text = texts()[0]
    written = [text.encode(coding) for coding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-32-le")]
    written += [text.replace("\n", end).encode() for end in ("\r\n", "\r")]
    read = assert_alike(page, [(data, "f.yaml") for data in written])
    assert [bool(each.faults) for each in read] == [False, True, True, True, False, False]


def test_the_page_tells_a_file_s_kind_by_its_name(page: Page) -> None:
    data = b"{'kind': event}"
    names = [
        "a.yaml",
        "B.YML",
        "c.d.yaml",
        "a.json",
        "a.JSON",
        "a.txt",
        "yaml",
        ".yaml",
        "a.yaml/b",
    ]
    found = [each.faults[0][3] if each.faults else "" for each in
             by_page(page, [(data, name) for name in names])]  # fmt: skip
    json, other = "Expected a key in double quotes here.", "This is neither a YAML nor a JSON file."
    assert found == ["", "", "", json, json, other, other, other, other]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n", "null\n---\n"])
def test_a_file_without_a_request_is_a_fault_as_on_the_command_line(page: Page, text: str) -> None:
    (read,) = by_page(page, [(text.encode(), "f.yaml")], requests=True)
    assert read.documents == []
    assert [fault[3] for fault in read.faults] == ["This file holds no request."]


def test_requests_are_those_documents_that_hold_something(page: Page) -> None:
    text = "a: 1\n---\n---\nb: 1\nb: 2\n---\nc: 1\n"
    (read,) = by_page(page, [(text.encode(), "f.yaml")], requests=True)
    assert [(number, data) for number, _, data, _ in read.documents] == [
        (1, {"a": 1}),
        (4, {"c": 1}),
    ]
    assert [fault[:3] for fault in read.faults] == [(3, 5, 1)]


def test_what_the_browser_cannot_read_is_a_fault_and_says_where_to_check_it(page: Page) -> None:
    fault = page.evaluate("""async () => {
        const {readRequests} = await import("./yaml_reader.js");
        const buffer = new ArrayBuffer(8);
        structuredClone(buffer, {transfer: [buffer]});
        return readRequests(buffer, "mine.yaml").faults[0];
    }""")
    assert fault["message"] == "This page cannot read this file."
    assert fault["hint"] == "Check it with: prevent check mine.yaml"


def test_keys_stand_in_the_order_of_the_file_but_for_whole_numbers(page: Page) -> None:
    """A browser's objects have keys such as ``1`` first; no field can have such a name."""
    (read,) = by_page(page, [(b"b: 1\n2: 1\na: 1\n1: 1\n__proto__: 1\n", "f.yaml")])
    assert list(read.documents[0][2]) == ["1", "2", "b", "a", "__proto__"]


def test_a_number_is_the_same_number(page: Page) -> None:
    text = "[12, 2.0, 1e3, 9007199254740993, 123456789012345678, -0, 1.5, 1e999, 0123]"
    (read,) = by_page(page, [(text.encode(), "f.yaml")])
    expected = [12, 2.0, 1000.0, 9007199254740993, 123456789012345678, 0, 1.5, "1e999", "0123"]
    assert exactly(read.documents[0][2]) == exactly(expected)


def test_no_two_modules_have_a_name_in_common() -> None:
    """They are joined into one script for pages opened from a disk."""
    named = re.compile(r"^(?:export )?(?:const|let|function\*?|class) (\w+)", re.MULTILINE)
    found = [
        name for path in MODULES.glob("*.js") for name in named.findall(path.read_text("utf-8"))
    ]
    assert len(found) > 50
    assert sorted({name for name in found if found.count(name) > 1}) == []
