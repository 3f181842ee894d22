"""The addresses of other sites that our pages lead to, and when a person last looked at each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from prevent.policy.model import Link, Policy
from prevent.site import links as paths


@dataclass(frozen=True, slots=True)
class OtherSite:
    """An address elsewhere, the page it stands on, and when it was last checked by a person.

    ``checked_on`` is a day such as 2026-11-22, or empty where nobody has checked it.
    """

    title: str
    url: str
    page: str
    page_title: str
    anchor: str = ""
    checked_on: str = ""
    checked_how: str = ""


def other_sites(policy: Policy) -> tuple[OtherSite, ...]:
    """Each address once, where it stands first, with the latest day it was checked on."""
    found: dict[str, OtherSite] = {}
    for each in _all(policy):
        before = found.get(each.url)
        if before is None:
            found[each.url] = each
        elif each.checked_on > before.checked_on:
            latest = {"checked_on": each.checked_on, "checked_how": each.checked_how}
            found[each.url] = replace(before, **latest)
    return tuple(found.values())


def _all(policy: Policy) -> Iterator[OtherSite]:
    for contact in policy.contacts:
        if contact.url:
            yield OtherSite(
                contact.name,
                contact.url,
                paths.CONCERN,
                "Report a concern",
                checked_on=contact.checked_on,
                checked_how=contact.checked_how,
            )
    if policy.issue.issues:
        page, title = paths.check_page(policy.procedures[0].kind), "Checks"
        yield OtherSite("Issue tracker", policy.issue.issues, page, title)
    if policy.threat_levels:
        live = policy.threat_levels.live
        yield _of_link(live, paths.THREAT_LEVELS, "Threat levels")
    for document in policy.aims.related_documents:
        if document.url:
            yield _of_link(document, paths.POLICY, policy.issue.title)
    for note in policy.review_notes:
        for source in note.sources:
            if source.url:
                anchor = f"note-{note.id}"
                yield _of_link(source, paths.REVIEW, "Notes for the next review", anchor)


def _of_link(link: Link, page: str, page_title: str, anchor: str = "") -> OtherSite:
    return OtherSite(link.title, link.url, page, page_title, anchor, link.checked_on)
