"""The whole site: pages from the policy, built by MkDocs, and put in place in one piece."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterable, Mapping, Sequence
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
from prevent.site.joined_scripts import joined_scripts
from prevent.site.layout import layout_of
from prevent.site.look import look_files
from prevent.site.pages import pages, site_of
from prevent.site.render import Renderer


def build_site(
    policy: Policy,
    rule_set: RuleSet,
    project: Path,
    *,
    site_dir: Path,
    today: date,
    decided: Sequence[ExampleDecision] = (),
) -> Path:
    """Build the site of a policy into ``site_dir``, as of ``today``.

    The Markdown goes to ``build/docs`` in the project. The site is built beside ``site_dir`` and
    takes its place when it is whole: whatever happens before, the site that was there stays.
    Gives the path of the configuration it was built with. Raises ``PreventError``.
    """
    config = write_pages(policy, rule_set, project, today=today, decided=decided)
    site_dir.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".site-", dir=site_dir.parent) as folder:
        new = Path(folder) / "new"
        run_mkdocs(config, new)
        put_in_place(new, site_dir, Path(folder) / "old")
    return config


def write_pages(
    policy: Policy,
    rule_set: RuleSet,
    project: Path,
    *,
    today: date,
    decided: Sequence[ExampleDecision] = (),
) -> Path:
    """Write the site's Markdown and its configuration; gives the configuration's path.

    Raises ``PreventError``.
    """
    site = site_of(policy, rule_set, project, today, decided)
    found = list(pages(site))
    layout = layout_of(project)
    renderer = Renderer(layout, policy)
    files: dict[str, str | bytes] = {page.path: renderer.render(page) for page in found}
    for page in found:
        files |= page.pictures
    files |= look_files(policy.issue.look)
    files |= joined_scripts(layout.theme)
    folder = project / "build"
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
    heard = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(heard)
    propagated, logger.propagate = logger.propagate, False
    try:
        config = load_config(config_file=str(config_file), site_dir=str(site_dir), strict=False)
        config.extra["offline"] = offline
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    except MkDocsException as error:
        raise PreventError([*heard.faults(), _fault(str(error))]) from None
    finally:
        logger.removeHandler(heard)
        logger.propagate = propagated
    faults = heard.faults()
    if faults:
        raise PreventError(faults)


class _Warnings(logging.Handler):
    """Keeps what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the warning."""
        self._messages.append(record.getMessage())

    def faults(self) -> list[Fault]:
        """Each warning once, as a fault of the site."""
        return [_fault(message) for message in _each_once(self._messages)]


def _each_once(messages: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(messages)


def _fault(message: str) -> Fault:
    text = " ".join(message.split())
    return Fault(Place("build/site"), f"The site could not be built: {text}")
