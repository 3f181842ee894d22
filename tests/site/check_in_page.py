"""The page's own check, as the tests ask it: in a real browser, and beside the command line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page
from shown_site import PROJECT, shown

from prevent.bundle.current import Rules, current_rules
from prevent.loading.digest import digest
from prevent.reading.documents import Document, read_documents
from prevent.requests.find import find_files
from prevent.site.check_data import check_data
from processes import Prevent
from sample_requests import POLICIES
from sample_requests import rules as made_rules

MODULES = PROJECT / "site_src" / "theme" / "assets" / "check"

__all__ = ["POLICIES"]

Json = dict[str, Any]

_ALL = """async ([module, name, shared, calls]) => {
    const called = (await import(module))[name];
    const own = shared.map((each) => JSON.parse(each));
    const answers = JSON.parse(calls).map(([which, ...more]) => {
        try {
            return called(...(which === null ? [] : [own[which]]), ...more);
        } catch (error) {
            return { thrown: error.message };
        }
    });
    return JSON.stringify(answers);
}"""


@cache
def rules(policy: str) -> Rules:
    """The rules of a policy, as a check reads them."""
    folder = PROJECT / policy
    return current_rules(folder / ".." / "rules", digest(folder)) or made_rules(policy)


class Checks:
    """The modules in one page of a browser."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def call(
        self,
        module: str,
        name: str,
        calls: Sequence[Sequence[object]],
        shared: Sequence[object] = (),
    ) -> list[Any]:
        """What a function of a module gives for each call; what it throws as ``{"thrown": …}``.

        Each call begins with which of what they ``shared`` is its first argument, or None.
        """
        texts = [json.dumps(each) for each in shared]
        answers = self.page.evaluate(_ALL, [f"/{module}", name, texts, json.dumps(calls)])
        loaded: list[Any] = json.loads(answers)
        return loaded

    def decide(self, policy: str, calls: Sequence[Sequence[object]]) -> list[Any]:
        """The decisions on requests by a policy: of each the kind, the request and the days."""
        return self._by_rules("decide.js", "decide", policy, calls)

    def needless(self, policy: str, calls: Sequence[Sequence[object]]) -> list[Any]:
        """The questions that make no difference, as paths: of each call as for ``decide``."""
        return self._by_rules("mattering.js", "makingNoDifference", policy, calls)

    def _by_rules(
        self, module: str, name: str, policy: str, calls: Sequence[Sequence[object]]
    ) -> list[Any]:
        kinds, data = _data(policy)
        numbered = [(kinds.index(str(kind)), kind, *more) for kind, *more in calls]
        return self.call(module, name, numbered, data)

    def faults(self, policy: str, data: Sequence[Any]) -> list[list[Json]]:
        """What is wrong with each of these documents, by the kind of request that it says it is."""
        made = rules(policy)
        kinds = [*made.rule_set.kinds]
        named = [each.get("kind") if isinstance(each, dict) else None for each in data]
        known = [kind if isinstance(kind, str) and kind in kinds else None for kind in named]
        of_kind = [
            (kinds.index(kind), each)
            for each, kind in zip(data, known, strict=True)
            if kind is not None
        ]
        of_none = [(0, each) for each, kind in zip(data, known, strict=True) if kind is None]
        schemas = [made.schemas[kind] for kind in kinds]
        found = iter(self.call("validate.js", "faults", of_kind, schemas))
        other = iter(self.call("validate.js", "kindFaults", of_none, [sorted(kinds)]))
        return [next(other) if kind is None else next(found) for kind in known]


@contextmanager
def checks_in(browser: Browser, **settings: Any) -> Iterator[Checks]:  # noqa: ANN401 (as Playwright)
    """The modules, open in a page of such settings."""
    with shown(MODULES) as site, browser.new_page(**settings) as page:
        page.goto(f"{site.url}/decide.js")
        yield Checks(page)


@cache
def _data(policy: str) -> tuple[list[str], list[Json]]:
    rule_set = rules(policy).rule_set
    kinds = [*rule_set.kinds]
    return kinds, [dict(check_data(rule_set, kind)) for kind in kinds]


def written(requests: Sequence[object], path: Path) -> list[Document]:
    """The requests written into a file, one document each, and as they are read there."""
    path.write_text("".join(f"---\n{json.dumps(each)}\n" for each in requests), encoding="utf-8")
    documents, faults = read_documents(path)
    assert not faults
    assert [document.data for document in documents] == [*requests]
    return documents


def documents_of(*paths: Path) -> list[Document]:
    """Every document of these files and folders that can be read."""
    found = [each for each in find_files(map(str, paths)) if isinstance(each, str)]
    files = [path for path in found if not path.endswith("/expected.yaml")]
    read = [document for path in files for document in read_documents(path)[0]]
    return [document for document in read if document.data is not None]


def on_command_line(prevent: Prevent, policy: str, file: Path, as_of: date) -> Json:
    """What the command line says of the requests in a file, without any waivers."""
    arguments = ["check", str(file), "--format", "json", "--as-of", as_of.isoformat()]
    arguments += ["--policy", str(PROJECT / policy)]
    if (PROJECT / policy / ".." / "waivers.yaml").exists():
        none = file.with_name("no-waivers.yaml")
        none.write_text("waivers: []\n")
        arguments += ["--waivers", str(none)]
    return prevent(*arguments).json


def with_places(decision: Mapping[str, Any], document: Document) -> Json:
    """A decision of the page with lines and columns for paths, as the command line has them."""
    found: Json = {"file": document.file, "document": document.number, "line": document.line}
    for key, value in decision.items():
        several = isinstance(value, list) and bool(value) and isinstance(value[0], dict)
        found[key] = [_placed(each, document) for each in value] if several else value
    return found


def place_of(said: Mapping[str, Any], path: str, document: Document) -> tuple[int, int]:
    """The line and column of what stands at a path, or of its key."""
    at = tuple(said[path])
    place = document.key_place(at) if said["key"] else document.place(at)
    return place.line, place.column


def _placed(said: Mapping[str, Any], document: Document) -> Json:
    line, column = place_of(said, "at", document)
    found: Json = {}
    for key, value in said.items():
        if key == "at":
            found |= {"line": line, "column": column}
        elif key == "earliest":
            assert value == said["dates"].get("earliest")
        elif key != "key":
            found[key] = value
    return found
