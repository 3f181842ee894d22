"""Pages into Markdown files, through the templates in ``site_src/pages``."""

from __future__ import annotations

import html

import yaml

from prevent.policy.model import Policy
from prevent.site.layout import PAGES, Layout
from prevent.site.markdown import abbreviations
from prevent.site.pages import Page
from prevent.site.templates import rendered, templates


class Renderer:
    """Renders pages with the templates of a layout."""

    def __init__(self, layout: Layout, policy: Policy) -> None:
        self._environment = templates(layout.pages)
        self._terms = abbreviations(policy.definitions, policy.statements)

    def render(self, page: Page) -> str:
        """The page as Markdown. Raises ``PreventError`` where its template is at fault."""
        body = rendered(self._environment, PAGES, page.template, page.context)
        terms = f"\n{self._terms}\n" if page.explains_terms else ""
        return f"{_front_matter(page)}{body}\n{terms}"


def _front_matter(page: Page) -> str:
    """The page's title (HTML, since the theme prints it as it is) and its weight in a search."""
    search = {"boost": page.weight} if page.weight else {"exclude": True}
    header = yaml.safe_dump(
        {"title": html.escape(page.title), "search": search, **page.theme}, allow_unicode=True
    )
    return f"---\n{header}---\n\n"
