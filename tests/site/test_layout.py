"""Where the pages' layout comes from: the project, or else what the package brings."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from shown_site import PROJECT, BuiltSite

from prevent.commands.reference import programs
from prevent.policy.model import Policy
from prevent.rules.compile import compile_policy
from prevent.site import layout
from prevent.site.build import build_site

TODAY = date(2026, 11, 22)
HEADING = "What do you want to do?"


def site_of(policy: Policy, project: Path) -> Path:
    site_dir = project / "build" / "site"
    build_site(
        policy,
        compile_policy(policy),
        project,
        site_dir=site_dir,
        today=TODAY,
        programs=programs(),
    )
    return site_dir


def test_a_project_without_a_layout_has_the_same_pages(
    policy: Policy, built: BuiltSite, tmp_path: Path
) -> None:
    site_dir = site_of(policy, tmp_path)
    for name in ("index.html", "policy.html", "procedures/events.html", "assets/site.css"):
        assert (site_dir / name).read_bytes() == (built.folder / name).read_bytes()


@pytest.mark.parametrize("own", ["site_src/pages", "site_src/theme", "mkdocs.yml"])
def test_a_project_may_have_a_part_of_its_own(own: str, policy: Policy, tmp_path: Path) -> None:
    (tmp_path / "site_src").mkdir()
    if own == "mkdocs.yml":
        text = (PROJECT / own).read_text(encoding="utf-8")
        (tmp_path / own).write_text(text.replace("language: en", "language: cy"), encoding="utf-8")
        shown = '<html lang="cy"'
    else:
        shutil.copytree(PROJECT / own, tmp_path / own)
        name = "index.md.j2" if own.endswith("pages") else "main.html"
        old = HEADING if own.endswith("pages") else "Responsible: "
        shown = f"Our own {old}"
        path = tmp_path / own / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, shown), encoding="utf-8")
    assert shown in (site_of(policy, tmp_path) / "index.html").read_text(encoding="utf-8")


def test_in_a_wheel_the_layout_stands_in_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = tmp_path / "prevent" / "site" / "shipped"
    for part in (layout.PAGES, layout.THEME):
        (shipped / part).mkdir(parents=True)
    (shipped / layout.CONFIG).touch()
    monkeypatch.setattr(layout, "__file__", str(shipped.parent / "layout.py"))
    found = layout.layout_of(tmp_path)
    assert found.pages == shipped / "site_src" / "pages"
    assert found.config == shipped / "mkdocs.yml"


def test_what_a_policy_does_not_have_has_no_page(policy: Policy, tmp_path: Path) -> None:
    aims = replace(policy.aims, related_documents=())
    bare = replace(
        policy, aims=aims, definitions=(), threat_levels=None, contacts=(), review_notes=()
    )
    site_dir = site_of(bare, tmp_path)
    assert not (site_dir / "definitions.html").exists()
    assert not (site_dir / "threat-levels.html").exists()
    for page in site_dir.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "definitions.html" not in text
        assert "Notes for the next review" not in text
        assert "Other telephone numbers" not in text
