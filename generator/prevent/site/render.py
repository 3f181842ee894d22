"""Pages into Markdown files, through the templates in ``site_src/pages``."""

from __future__ import annotations

import html
from pathlib import Path

import jinja2
import yaml
from markupsafe import Markup

from prevent.faults import Fault, Place, PreventError
from prevent.policy.model import Policy
from prevent.site.layout import PAGES, Layout
from prevent.site.markdown import (
    abbreviations,
    link,
    literal,
    mail,
    policy_words,
    preformatted,
    telephone,
    with_code,
)
from prevent.site.pages import Page


class Renderer:
    """Renders pages with the templates of a layout."""

    def __init__(self, layout: Layout, policy: Policy) -> None:
        self._environment = _environment(layout.pages)
        self._terms = abbreviations(policy.definitions, policy.statements)

    def render(self, page: Page) -> str:
        """The page as Markdown. Raises ``PreventError`` where its template is at fault."""
        try:
            body = self._environment.get_template(page.template).render(page.context)
        except jinja2.TemplateSyntaxError as error:
            place = Place(f"{PAGES}/{error.name or page.template}", line=error.lineno)
            raise _fault(place, str(error.message)) from None
        except jinja2.TemplateNotFound as error:
            raise _fault(Place(PAGES), f"There is no template '{error.name}'.") from None
        except (jinja2.TemplateError, TypeError, AttributeError, KeyError) as error:
            raise _fault(Place(f"{PAGES}/{page.template}"), str(error)) from None
        terms = f"\n{self._terms}\n" if page.explains_terms else ""
        return f"{_front_matter(page)}{body}\n{terms}"


def _environment(folder: Path) -> jinja2.Environment:
    """Whatever a template prints is escaped by ``literal``; what is ``Markup`` already is not."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        autoescape=True,
        finalize=lambda value: value if isinstance(value, Markup) else literal(value),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals |= {
        "link": link,
        "mail": mail,
        "telephone": telephone,
        "words": policy_words,
        "written": with_code,
        "as_typed": preformatted,
    }
    return environment


def _front_matter(page: Page) -> str:
    """The page's title (HTML, since the theme prints it as it is) and its weight in a search."""
    search = {"boost": page.weight} if page.weight else {"exclude": True}
    header = yaml.safe_dump(
        {"title": html.escape(page.title), "search": search, **page.theme}, allow_unicode=True
    )
    return f"---\n{header}---\n\n"


def _fault(place: Place, message: str) -> PreventError:
    return PreventError([Fault(place, message, "Mend the template and build again.")])
