"""The policy as a PDF: what stands in it, and what its file is called."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from prevent import dates
from prevent.policy.colours import darkened
from prevent.policy.model import Issue, Policy
from prevent.rules.words import days_in_force
from prevent.site.layout import PDF, Layout
from prevent.site.look import STYLES, logo_path
from prevent.site.markdown import clause_anchor, statement_anchor
from prevent.site.pdf_printer import Made, Sheet, printed
from prevent.site.policy_page import layer_heads
from prevent.site.policy_text import blocks
from prevent.site.review import Review
from prevent.site.templates import rendered, templates

_TEMPLATE = "policy.html.j2"
_LONGEST = 80
_DIGEST_SHOWN = 12
"""As many of the digest's figures as each page of the site shows."""


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF at the top of the site: the name of its file, and what is in it."""

    name: str
    content: bytes

    @property
    def size(self) -> str:
        """Its size as staff read it: ``96 KB``."""
        return f"{max(1, round(len(self.content) / 1000))} KB"


def policy_pdf(policy: Policy, review: Review, layout: Layout) -> Pdf:
    """The policy as a PDF. The same policy on the same day gives the same bytes.

    Raises ``PreventError`` where the template is at fault or the PDF cannot be made.
    """
    issue, look = policy.issue, policy.issue.look
    logo = Made(f"policy:{logo_path(look)}", look.logo) if look.logo else None
    colours = Made(f"policy:{STYLES}", _colours(look.accent.lower())) if look.accent else None
    context = {
        "policy": policy,
        "review": review,
        "responsible": policy.roles[issue.responsibility],
        "signed_on": dates.month_in_words(issue.signed_on) if issue.signed_by else "",
        "look": colours,
        "logo": logo,
        "blocks": partial(blocks, below=2 if policy.layers else 1),
        "layer_heads": layer_heads(policy),
        "clause_anchor": clause_anchor,
        "statement_anchor": statement_anchor,
        "month_in_words": dates.month_in_words,
        "days_in_force": days_in_force,
    }
    html = rendered(templates(layout.pdf), PDF, _TEMPLATE, context)
    made = tuple(each for each in (logo, colours) if each)
    sheet = Sheet(html, layout.pdf, made, policy.digest, _issued_at(issue))
    return Pdf(file_name(policy), printed(sheet))


def file_name(policy: Policy) -> str:
    """What whoever downloads it can tell apart: ``dmm-prevent-policy-2022-02-db33d722d1f3.pdf``.

    That is whose policy, its title, its issue, and the version that the site's pages show.
    """
    issue = policy.issue
    digest = policy.digest.removeprefix("sha256:")[:_DIGEST_SHOWN]
    words = _plain(f"{issue.short_name} {issue.title}")[:_LONGEST].strip("-") or "policy"
    return f"{words}-{_plain(issue.issued)}-{digest}.pdf"


def _plain(text: str) -> str:
    """Small letters, figures and hyphens, which every disk and address takes."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def _colours(accent: str) -> bytes:
    return f":root {{ --accent: {accent}; --accent-text: {darkened(accent)}; }}\n".encode()


def _issued_at(issue: Issue) -> int:
    """When the policy was issued, in seconds since 1970: the only time that a PDF holds."""
    year, month, day = (int(part) for part in f"{issue.issued}-01".split("-")[:3])
    return max(0, int(datetime(year, month, day, tzinfo=UTC).timestamp()))
