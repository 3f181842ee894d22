"""Words into Markdown, so that they are read exactly as they are written.

Whatever a template prints goes through :func:`literal`, unless it is ``Markup`` made here. So no
text of a policy can turn into a link, a heading, HTML or a template instruction.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from markupsafe import Markup

from prevent.policy.model import Definition, Statement

_SPECIAL = re.compile(r'[\\`*_{}\[\]<>#|&"!~^=$@+\t\n\r]')
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_OPENING = re.compile(r"^[ \-:]|(?<=^\d)[.)]|(?<=^\d\d)[.)]|(?<=^\d\d\d)[.)]")
_WEB = re.compile(r"https?://[^\s]+", re.ASCII)


def literal(value: object) -> Markup:
    """The value as text that Markdown, HTML and Jinja show as it is, character by character.

    It may stand in running text and in a double-quoted attribute. Letters, digits and the
    punctuation that means nothing to Markdown stay readable; the rest become character references.
    Control characters, which Markdown uses for its own ends, become U+FFFD.
    """
    text = _CONTROL.sub("\ufffd", str(value))
    text = _SPECIAL.sub(_reference, text)
    return Markup(_OPENING.sub(_reference, text))  # noqa: S704 - the text is escaped just above


def preformatted(text: str) -> Markup:
    """Text for ``<pre>``: lines and spaces as they are."""
    return Markup(html.escape(_CONTROL.sub("\ufffd", text)))  # noqa: S704 - escaped here


def with_code(text: str) -> Markup:
    """Text in which what stands between backticks is code."""
    pieces = (
        Markup("<code>{}</code>").format(literal(piece)) if index % 2 else literal(piece)
        for index, piece in enumerate(text.split("`"))
    )
    return Markup("").join(pieces)


def link(text: str, target: str) -> Markup:
    """A Markdown link to a page of the site, or to an address on the web.

    Whatever is neither is not made a link: the text stands alone.
    """
    if ":" in target and not _WEB.fullmatch(target) and not re.fullmatch(r"tel:\+?\d+", target):
        return literal(text)
    safe = quote(target, safe=":/?#@!$&'*+,;=%~-._")
    return Markup("[{}]({})").format(literal(text), Markup(safe))  # noqa: S704 - quoted here


def telephone(number: str) -> Markup:
    """A number that a telephone dials: ``[0800 789 321](tel:0800789321)``."""
    digits = re.sub(r"[^\d+]", "", number)
    return link(number, f"tel:{digits}")


def mail(address: str) -> Markup:
    """An address that a mail program writes to."""
    return Markup("[{}]({})").format(literal(address), Markup(f"mailto:{quote(address, safe='@')}"))  # noqa: S704 - quoted here


def policy_words(statement: Statement, *, anchored: bool = False) -> Markup:
    """A statement's words, marked as the policy's. Nothing else on the site is marked so.

    ``anchored`` gives it the anchor that links point to: for the policy page alone.
    """
    anchor = Markup(' id="{}"').format(statement_anchor(statement.id)) if anchored else Markup()
    return Markup('<span class="policy-words" data-statement="{}"{}>{}</span>').format(
        literal(statement.id), anchor, literal(statement.text)
    )


def statement_anchor(statement_id: str) -> str:
    """``S65`` as ``s65``."""
    return _anchor(statement_id)


def clause_anchor(number: str) -> str:
    """``3.7`` as ``clause-3-7``."""
    return _anchor(f"clause {number}")


def abbreviations(definitions: Iterable[Definition], statements: Mapping[str, Statement]) -> Markup:
    """A block that makes every use of a term on a page show what it means.

    Terms are found as whole words, in the case they are written in, the longest first.
    """
    lines = []
    for each in definitions:
        own = " ".join(statements[each_id].text for each_id in each.statements)
        meaning = " ".join(_CONTROL.sub("\ufffd", each.explanation or own).split())
        meaning = meaning.replace("&", "&amp;").replace("\\", "\\\\")
        terms = (each.term, *each.also) if meaning else ()
        lines += [f"*[{' '.join(term.split())}]: {meaning}" for term in terms if _plain(term)]
    return Markup("\n".join(lines))  # noqa: S704 - read by Markdown as an attribute's plain value


def _plain(term: str) -> bool:
    return not set(term) & set("\\][")


def _anchor(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _reference(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"
