"""The reports that several tests look into, made once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from hostile_reports import Reports, reports
from playwright.sync_api import Browser, sync_playwright

from processes import Prevent


@pytest.fixture(scope="session")
def hostile(prevent: Prevent, tmp_path_factory: pytest.TempPathFactory) -> Reports:
    return reports(prevent, tmp_path_factory.mktemp("hostile"))


@pytest.fixture
def chromium() -> Iterator[Browser]:
    """Chromium with an empty profile, which reaches no other machine."""
    installed = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=installed,
            args=["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND"],
        )
        yield browser
        browser.close()
