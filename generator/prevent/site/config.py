"""What MkDocs is told beyond ``mkdocs.yml``: name, menu, dates. All of it is the policy's."""

from __future__ import annotations

import html
from collections.abc import Iterable
from pathlib import Path

import yaml

from prevent import dates
from prevent.policy.model import Policy
from prevent.site import links as paths
from prevent.site.layout import Layout
from prevent.site.look import STYLES, logo_path
from prevent.site.pages import Page
from prevent.site.review import Review
from prevent.site.tasks import entries

_DIGEST_SHOWN = 12


def generated_config(
    policy: Policy, pages: Iterable[Page], review: Review, layout: Layout, folder: Path
) -> str:
    """The generated ``mkdocs.yml``, for ``folder``. It stands on that of the layout."""
    issue, pages = policy.issue, list(pages)
    due = dates.last_day(issue.next_review)
    config = {
        "INHERIT": _seen_from(folder, layout.config),
        "site_name": html.escape(issue.look.name or f"{issue.short_name} {issue.title}"),
        "docs_dir": "docs",
        "theme": {"custom_dir": _seen_from(folder, layout.theme)},
        "nav": _menu([page for page in pages if page.in_menu]),
        "not_in_nav": "".join(f"/{page.path}\n" for page in pages if not page.in_menu),
        "extra": {
            "policy": {
                "organisation": issue.organisation,
                "title": issue.title,
                "responsible": policy.roles[issue.responsibility].title,
                "issued": review.issued,
                "next_review": review.next_review,
                "overdue_by": review.overdue_by,
                "due": due.isoformat() if due else "",
                "digest": policy.digest,
                "concern": any(page.path == paths.CONCERN for page in pages),
                "explains_terms": bool(policy.definitions),
                "feedback": issue.feedback,
                "logo": logo_path(issue.look),
                "styles": STYLES if issue.look.accent else "",
                "tasks": [
                    {"title": each.title, "url": _address(each.page, each.anchor)}
                    for each in entries(policy)
                ],
                "short_digest": policy.digest.removeprefix("sha256:")[:_DIGEST_SHOWN],
            },
        },
    }
    note = "# Generated with the pages in docs. Change what it inherits, or the policy, instead.\n"
    return note + yaml.safe_dump(config, sort_keys=False, allow_unicode=True)


def _address(page: str, anchor: str) -> str:
    """A page as the built site has it, and a place on it."""
    return page.removesuffix(".md") + ".html" + (f"#{anchor}" if anchor else "")


def _seen_from(folder: Path, path: Path) -> str:
    """A path of the project relative to ``folder``, so that the project may be moved."""
    project = folder.resolve().parent
    if path.is_relative_to(project):
        return f"../{path.relative_to(project).as_posix()}"
    return str(path)


def _menu(pages: list[Page]) -> list[object]:
    """The menu: what to do first, the policy and what is about it after that."""
    about = [*paths.BEHIND]
    procedures = [page for page in pages if page.path.startswith("procedures/")]
    checks = [page for page in pages if page.path.startswith("check-")]
    apart = [*procedures, *checks]
    staff = [page for page in pages if page not in apart and page.path not in about]
    first = [page for page in staff if page.path in {paths.CONCERN, paths.HOME}]
    menu: list[object] = [_entry(page) for page in first]
    menu.append({"What to do": [_entry(page) for page in procedures]})
    menu.append({"Check a request": [_entry(page) for page in checks]})
    menu.append({"The policy": [_entry(page) for page in staff if page not in first]})
    menu.append({"Behind the pages": [_entry(page) for page in pages if page.path in about]})
    return menu


def _entry(page: Page) -> dict[str, str]:
    """A menu entry. The theme prints titles as they are, so they are HTML here."""
    title = "Home" if page.path == paths.HOME else page.title
    return {html.escape(title): page.path}
