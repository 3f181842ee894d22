"""The site's pages as Lighthouse marks them, each as on a slow telephone.

``python -m benchmarks.lighthouse`` (``make lighthouse``) marks one page of each kind and keeps the
marks, with their day and their revision. It needs Node and Chromium, and takes minutes, so the
measurements of every day only show what it came to last.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar

from benchmarks.machine import commit
from benchmarks.measurement import ROOT, Figure, Measured, Measurement, NotMeasuredError, Setting
from benchmarks.served_site import one_of_each_kind, served
from prevent.loading.load import load_policy
from prevent.rules.compile import compile_policy
from prevent.site.build import build_site

_VERSION = "12.8.2"
_KEPT = ROOT / "benchmarks" / "lighthouse.json"
_AT_LEAST = {"accessibility": 100, "best-practices": 100, "performance": 98}
_HEAVIEST = {"a page": 90_000, "a page with a form": 110_000}
_CHROMIUM = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"


@dataclass(frozen=True, slots=True)
class Marks:
    """What Lighthouse says of one page: marks out of 100, and the bytes that came."""

    page: str
    marks: Mapping[str, int]
    transferred: int

    @property
    def kind(self) -> str:
        """What kind of page it is, as to its weight."""
        return "a page with a form" if self.page.startswith("check-") else "a page"


class Lighthouse(Measurement):
    """Shows the marks that were kept."""

    name = "site"
    title = "The site: Lighthouse's marks, as on a slow telephone"
    goals: ClassVar[Mapping[str, str]] = {
        **{f"{name}, the lowest of all pages": f">= {least}" for name, least in _AT_LEAST.items()},
        **{f"first view of {kind}": f"<= {most // 1000} KB" for kind, most in _HEAVIEST.items()},
    }

    def run(self, setting: Setting) -> Measured:
        """The marks as they were when ``make lighthouse`` was last run."""
        del setting
        if not _KEPT.exists():
            raise NotMeasuredError("make lighthouse has not been run.")
        kept: dict[str, Any] = json.loads(_KEPT.read_text(encoding="utf-8"))
        pages = [Marks(**page) for page in kept["pages"]]
        goals = iter(self.goals.items())
        figures = [
            _lowest(pages, name, *next(goals), least=least) for name, least in _AT_LEAST.items()
        ]
        figures += [
            _heaviest(pages, kind, *next(goals), most=most) for kind, most in _HEAVIEST.items()
        ]
        figures += [_row(page) for page in pages]
        note = (
            f"Lighthouse {kept['version']} on {len(pages)} pages, one of each kind, as by its own"
            f" settings: a middling telephone on slow 4G. Measured on {kept['day']} at"
            f" {kept['commit']}, by `make lighthouse`."
        )
        return Measured(tuple(figures), (note,))


def _lowest(pages: list[Marks], name: str, what: str, goal: str, *, least: int) -> Figure:
    worst = min(pages, key=lambda page: page.marks[name])
    mark = worst.marks[name]
    return Figure(what, str(mark), worst.page if mark < 100 else "", goal, mark >= least)


def _heaviest(pages: list[Marks], kind: str, what: str, goal: str, *, most: int) -> Figure:
    worst = max((page for page in pages if page.kind == kind), key=lambda page: page.transferred)
    told = f"{worst.transferred / 1000:.1f} KB"
    return Figure(what, told, worst.page, goal, worst.transferred <= most)


def _row(page: Marks) -> Figure:
    marks = ", ".join(f"{name} {mark}" for name, mark in page.marks.items())
    return Figure(page.page, marks, f"{page.transferred / 1000:.1f} KB came")


def main() -> int:
    """Mark the pages and keep the marks; the exit status."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium or not shutil.which("npx"):
        _say("Not measured: Lighthouse needs Node and Chromium.")
        return 1
    with tempfile.TemporaryDirectory(prefix="prevent-lighthouse-") as folder:
        site = _built(Path(folder))
        with served(site) as address:
            pages = [_marks(address, page, chromium) for page in one_of_each_kind(site)]
    kept = {
        "version": _VERSION,
        "day": f"{datetime.now(UTC):%Y-%m-%d}",
        "commit": commit(),
        "pages": [asdict(page) for page in pages],
    }
    _KEPT.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")
    _say(f"Written: {_KEPT.relative_to(ROOT)}. The next make bench shows it.")
    return 0


def _built(folder: Path) -> Path:
    policy = load_policy(ROOT / "policy")
    site = folder / "site"
    today = datetime.now(UTC).date()
    build_site(policy, compile_policy(policy), folder, site_dir=site, today=today)
    return site


def _marks(address: str, page: str, chromium: str) -> Marks:
    """Run Lighthouse on a page. It is fetched by npm, which knows from where."""
    command = [
        *("npx", "--yes", f"lighthouse@{_VERSION}", f"{address}/{page}"),
        *("--quiet", "--output=json", f"--chrome-flags={_CHROMIUM}"),
        f"--only-categories={','.join(_AT_LEAST)}",
    ]
    environment = os.environ | {"CHROME_PATH": chromium}
    ran = subprocess.run(command, env=environment, capture_output=True, check=True, text=True)
    report: dict[str, Any] = json.loads(ran.stdout)
    marks = {name: round(report["categories"][name]["score"] * 100) for name in _AT_LEAST}
    found = Marks(page, marks, round(report["audits"]["total-byte-weight"]["numericValue"]))
    _say(f"{page}: {marks}, {found.transferred / 1000:.1f} KB{_lacks(report)}")
    return found


def _lacks(report: Mapping[str, Any]) -> str:
    """What costs a mark for accessibility or best practice."""
    lacking = [
        each["id"]
        for name in ("accessibility", "best-practices")
        for each in report["categories"][name]["auditRefs"]
        if each["weight"] and report["audits"][each["id"]]["score"] not in {None, 1}
    ]
    return f"; wanting: {', '.join(lacking)}" if lacking else ""


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
