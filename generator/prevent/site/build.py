"""The whole site: pages from the policy, built by MkDocs, and put in place in one piece."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from prevent.faults import Fault, Place, PreventError
from prevent.policy.model import Policy
from prevent.rules.ruleset import RuleSet
from prevent.site.config import generated_config
from prevent.site.examples import ExampleDecision
from prevent.site.heard import warnings_of
from prevent.site.joined_scripts import joined_scripts
from prevent.site.layout import Layout, layout_of
from prevent.site.look import look_files
from prevent.site.pages import Site, pages
from prevent.site.pdf import Pdf, policy_pdf
from prevent.site.programs import Programs
from prevent.site.render import Renderer
from prevent.site.review import review


def build_site(  # noqa: PLR0913 (each is a thing of its own, and all but three are named)
    policy: Policy,
    rule_set: RuleSet,
    project: Path,
    *,
    site_dir: Path,
    today: date,
    decided: Sequence[ExampleDecision] = (),
    pdf: bool = False,
    programs: Programs | None = None,
) -> Pdf | None:
    """Build the site of a policy into ``site_dir``, as of ``today``; gives the PDF, if wanted.

    ``decided`` are the examples, and ``programs`` is what the pages for programmers are made from.
    The Markdown goes to ``build/docs`` in the project. The site is built beside ``site_dir`` and
    takes its place when it is whole: whatever happens before, the site that was there stays.
    Raises ``PreventError``.
    """
    layout = layout_of(project)
    due = review(policy.issue, today)
    paper = policy_pdf(policy, due, layout) if pdf else None
    site = Site(policy, rule_set, project, today, due, decided, paper, programs)
    config = write_pages(site, layout)
    site_dir.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".site-", dir=site_dir.parent) as folder:
        new = Path(folder) / "new"
        run_mkdocs(config, new)
        put_in_place(new, site_dir, Path(folder) / "old")
    return paper


def write_pages(site: Site, layout: Layout) -> Path:
    """Write the site's Markdown and its configuration; gives the configuration's path.

    Raises ``PreventError``.
    """
    policy = site.policy
    found = list(pages(site))
    renderer = Renderer(layout, policy)
    files: dict[str, str | bytes] = {page.path: renderer.render(page) for page in found}
    for page in found:
        files |= page.pictures
    files |= look_files(policy.issue.look)
    files |= joined_scripts(layout.theme)
    if site.pdf:
        files[site.pdf.name] = site.pdf.content
    folder = site.project / "build"
    _write(folder / "docs", files)
    config = folder / "mkdocs.yml"
    settings = generated_config(policy, found, site.review, layout, folder)
    config.write_text(settings, encoding="utf-8")
    return config


def _write(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Make the folder hold these files and no others."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in files:
            path.unlink()
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def put_in_place(new: Path, site_dir: Path, old: Path) -> None:
    """Swap the new site in; where that is interrupted, the old one goes back."""
    try:
        if site_dir.exists():
            site_dir.rename(old)
        new.rename(site_dir)
    finally:
        if not site_dir.exists() and old.exists():
            old.rename(site_dir)


def run_mkdocs(config_file: Path, site_dir: Path, *, offline: bool = False) -> None:
    """Run MkDocs; its warnings are faults. Raises ``PreventError``.

    ``offline`` makes the pages fit to be opened from a disk.
    """
    with warnings_of("mkdocs") as warned:
        try:
            config = load_config(config_file=str(config_file), site_dir=str(site_dir), strict=False)
            config.extra["offline"] = offline
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            config.plugins.on_shutdown()
        except MkDocsException as error:
            warned.append(str(error))
    if warned:
        raise PreventError([_fault(message) for message in warned])


def _fault(message: str) -> Fault:
    text = " ".join(message.split())
    return Fault(Place("build/site"), f"The site could not be built: {text}")
