"""The site as a reader meets it: built once, shown by a server of its own, in a real browser."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from shown_site import PROJECT, BuildAndShow, BuiltSite, SiteOf, project_in, shown

from prevent.api.site_inputs import samples
from prevent.commands.reference import programs
from prevent.loading.load import load_policy
from prevent.policy.model import Policy
from prevent.rules.compile import compile_policy
from prevent.site.build import build_site
from prevent.site.examples import ExampleDecision
from sample_requests import rules

TODAY = date(2026, 11, 22)
EXAMPLES = (
    ExampleDecision(
        file="requests/leaflets/lf-1.yaml",
        title="Free trial at a new gym",
        kind="leaflet",
        outcome="refused",
        outcome_words="Must not go ahead",
        findings=(("leaflet-permission", "The Quality Director declined permission."),),
    ),
)


@pytest.fixture(scope="session")
def policy() -> Policy:
    return load_policy(PROJECT / "policy")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one's own: its templates may be changed."""
    return project_in(tmp_path / "project")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def site_of(shared: Path) -> Iterator[SiteOf]:
    """The site of a policy of this repository, built once for all tests: it must stay as it is."""
    with ExitStack() as open_sites:

        @cache
        def site(folder: str) -> BuiltSite:
            project = shared / "sites" / folder.replace("/", "-")
            project.parent.mkdir(exist_ok=True)
            site_dir = project / "build" / "site"
            with project.with_suffix(".lock").open("w") as lock:
                # Another process may be building it.
                fcntl.flock(lock, fcntl.LOCK_EX)
                if not site_dir.exists():
                    _build(folder, project, site_dir)
            return open_sites.enter_context(shown(site_dir))

        yield site


def _build(folder: str, project: Path, site_dir: Path) -> None:
    """With the sample requests that stand beside the policy; our own with one that stays."""
    project_in(project)
    made, own = rules(folder), folder == "policy"
    build_site(
        load_policy(PROJECT / folder),
        made.rule_set,
        project,
        site_dir=site_dir,
        today=TODAY,
        decided=EXAMPLES if own else samples((PROJECT / folder).parent, made).decided,
        programs=programs(),
    )


@pytest.fixture(scope="session")
def built(site_of: SiteOf) -> BuiltSite:
    """Our own policy's site."""
    return site_of("policy")


@pytest.fixture
def build_and_show(project: Path) -> Iterator[BuildAndShow]:
    """Builds another policy, or for another day, and shows it."""
    with ExitStack() as open_sites:

        def build(policy: Policy, today: date = TODAY) -> BuiltSite:
            site_dir = project / "build" / "site"
            rule_set = compile_policy(policy)
            build_site(policy, rule_set, project, site_dir=site_dir, today=today)
            return open_sites.enter_context(shown(site_dir))

        yield build


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium with an empty profile, which reaches this machine and no other."""
    installed = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=installed,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            ],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def desk(browser: Browser) -> Iterator[Page]:
    """One page at a desk's width, for reading."""
    with browser.new_page(viewport={"width": 1280, "height": 700}) as page:
        yield page
