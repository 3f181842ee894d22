"""What the page writes, the command line reads back to the same answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from read_by_page import MODULES, exactly, prepare, request_files, written_by_page
from shown_site import PROJECT, shown
from slips import seeded, some_request

from prevent.reading.documents import parse_documents


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with shown(MODULES) as site, browser.new_page() as opened:
        prepare(opened, site.url)
        yield opened


def assert_read_back(page: Page, requests: list[dict[str, object]]) -> None:
    for data, text in zip(requests, written_by_page(page, requests), strict=True):
        documents, faults = parse_documents(text.encode(), name="f.yaml")
        assert faults == [], text
        (document,) = documents
        expected = data if "kind" in data else {"kind": "event", **data}
        assert exactly(document.data) == exactly(expected), text


def test_every_request_of_the_project_is_read_back(page: Page) -> None:
    requests: list[dict[str, object]] = []
    for path in request_files():
        documents, _ = parse_documents(path.read_bytes(), name=path.name)
        requests += [each.data for each in documents if isinstance(each.data, dict)]
    assert len(requests) > 100
    assert_read_back(page, requests)


def test_random_data_and_hostile_text_are_read_back(page: Page) -> None:
    rng = seeded(20260420)
    assert_read_back(page, [some_request(rng) for _ in range(2_500)])


def test_every_text_of_two_characters_is_read_back(page: Page) -> None:
    letters = "a1 -:#?'\"\\[]{},&*!|>%@`~\n\t=.é\u200b😀"
    texts = [first + second for first in letters for second in letters]
    assert_read_back(page, [{"text": texts}, {text: text for text in texts}, {"kind": "x"}])


@pytest.mark.parametrize(
    "path", sorted((PROJECT / "requests").rglob("*.yaml")), ids=lambda path: path.stem
)
def test_a_sample_request_is_written_as_it_stands_but_for_its_comments(
    page: Page, path: Path
) -> None:
    text = path.read_text("utf-8")
    documents, _ = parse_documents(text.encode(), name=path.name)
    written = "---\n".join(written_by_page(page, [each.data for each in documents]))
    lines = [line for line in text.splitlines() if line and not line.strip().startswith("#")]
    assert written.splitlines() == [line.split("   #")[0] for line in lines]


def test_a_request_is_written_as_people_write_it(page: Page) -> None:
    speakers = [{"name": "A. Speaker", "values": "shared"}, {"name": "no: body", "values": "true"}]
    note = "They called twice.\nWe said: not before May.\n"
    (written,) = written_by_page(
        page,
        [
            {
                "title": "Careers in community radio",
                "date": "2026-04-20",
                "hosts_event": "no",
                "speakers": speakers,
                "risk_assessment": {"completed": "2026-04-01", "by": "quality-director"},
                "approvals": [],
                "note": note,
                "outline": f"{'an outline ' * 8}afterwards it ends",
            }
        ],
    )
    assert written == (
        "kind: event\n"
        "title: Careers in community radio\n"
        "date: 2026-04-20\n"
        "hosts_event: no\n"
        "speakers:\n"
        "  - name: A. Speaker\n"
        "    values: shared\n"
        "  - name: 'no: body'\n"
        "    values: 'true'\n"
        "risk_assessment: {completed: 2026-04-01, by: quality-director}\n"
        "approvals: []\n"
        "note: |\n"
        "  They called twice.\n"
        "  We said: not before May.\n"
        "outline: >-\n"
        f"  {('an outline ' * 8).strip()}\n"
        "  afterwards it ends\n"
    )


def test_the_kind_stands_where_the_request_has_it(page: Page) -> None:
    (written,) = written_by_page(page, [{"title": "Talk", "kind": "leaflet"}])
    assert written == "title: Talk\nkind: leaflet\n"


@pytest.mark.parametrize("hidden", ["\x00", "\x0b", "\x1b", "\x85", "\u2028"])
def test_what_no_request_can_hold_is_refused_with_its_place(page: Page, hidden: str) -> None:
    written = written_by_page(page, [{"speakers": [{"name": f"A{hidden}B"}]}, {f"a{hidden}": 1}])
    message = f"This text holds an invisible character (U+{ord(hidden):04X}). Leave it out."
    assert written == [[message, ["speakers", 0, "name"]], [message, [f"a{hidden}"]]]


def test_a_number_that_no_request_can_hold_is_refused(page: Page) -> None:
    (written,) = written_by_page(page, [{"count": 10**18}])
    assert written == ["This is not a value that a request can hold.", ["count"]]
