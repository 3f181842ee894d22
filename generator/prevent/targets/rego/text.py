"""Names and words of the policy in Rego, so that they stay words whatever they hold."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable

WIDTH = 100

# fmt: off
_KEYWORDS = frozenset((
    "as", "contains", "data", "default", "else", "every", "false", "if", "import", "in", "input",
    "not", "null", "package", "some", "true", "with",
))
# fmt: on
_NAME = re.compile(r"[a-z][a-z0-9_]*")


def quoted(text: str) -> str:
    """A text as a string of Rego, which is one of JSON and of YAML too; always on one line."""
    return "".join(_character(each) for each in json.dumps(text, ensure_ascii=False))


def _character(character: str) -> str:
    if character.isprintable():
        return character
    code = ord(character)
    # What cannot be shown and needs more than four digits is not written alike in all three.
    return f"\\u{code:04x}" if code < 0x10000 else "\N{REPLACEMENT CHARACTER}"


def quoted_list(texts: Iterable[str]) -> str:
    """Texts as a list of Rego, which is one of YAML too."""
    return f"[{', '.join(quoted(text) for text in texts)}]"


def member(owner: str, name: str) -> str:
    """What stands under a name in an object: ``whole.source``."""
    plain = _NAME.fullmatch(name) and name not in _KEYWORDS
    return f"{owner}.{name}" if plain else f"{owner}[{quoted(name)}]"


def comment(key: str, text: str) -> list[str]:
    """A text in an annotation, as lines of a comment."""
    whole = f"{key}: {quoted(text)}"
    first, *rest = textwrap.wrap(
        whole, WIDTH - 4, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
    ) or [whole]
    return [f"# {first}", *(f"#   {line}" for line in rest)]


def indented(lines: Iterable[str], by: int = 1) -> list[str]:
    """Lines further in."""
    return ["\t" * by + line if line else line for line in lines]
