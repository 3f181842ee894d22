"""The templates of a folder, and what one of them makes of its context."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import jinja2
from markupsafe import Markup

from prevent.faults import Fault, Place, PreventError
from prevent.site.markdown import (
    link,
    literal,
    mail,
    policy_words,
    preformatted,
    telephone,
    with_code,
)


def rendered(
    environment: jinja2.Environment, folder: str, template: str, context: Mapping[str, object]
) -> str:
    """What a template makes of its context. ``folder`` is how messages name its folder.

    Raises ``PreventError`` where the template is at fault.
    """
    try:
        return environment.get_template(template).render(context)
    except jinja2.TemplateSyntaxError as error:
        place = Place(f"{folder}/{error.name or template}", line=error.lineno)
        raise _fault(place, str(error.message)) from None
    except jinja2.TemplateNotFound as error:
        raise _fault(Place(folder), f"There is no template '{error.name}'.") from None
    except (jinja2.TemplateError, TypeError, AttributeError, KeyError) as error:
        raise _fault(Place(f"{folder}/{template}"), str(error)) from None


def templates(folder: Path) -> jinja2.Environment:
    """The templates of a folder.

    Whatever one prints is escaped by ``literal``, for Markdown and for HTML; what is ``Markup``
    already is not.
    """
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


def _fault(place: Place, message: str) -> PreventError:
    return PreventError([Fault(place, message, "Mend the template and build again.")])
