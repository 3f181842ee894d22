"""Data for a page's script, inside the page."""

from __future__ import annotations

import json
from collections.abc import Mapping

from markupsafe import Markup

_MARKUP = "<>&"
"""What means something to HTML. In JSON it stands only inside text."""


def json_script(name: str, data: Mapping[str, object]) -> Markup:
    """A ``<script>`` of data, with the id ``name``. No text in it can end it or be read as markup.

    What HTML would look at is written as a JSON escape.
    """
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    for special in _MARKUP:
        text = text.replace(special, f"\\u{ord(special):04x}")
    opening = Markup('<script type="application/json" id="{}">').format(name)
    return opening + Markup(text) + Markup("</script>")  # noqa: S704 - escaped just above
