"""What became of each statement of the policy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from prevent.policy.model import Policy, Statement
from prevent.site import links as pages
from prevent.site.links import Links, condition_anchor
from prevent.site.markdown import clause_anchor, literal
from prevent.site.told import told_once

_FIRST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Row:
    """One statement: how it opens, and the places of the site that rest on it."""

    statement: Statement
    opening: str
    places: Markup


def coverage(policy: Policy, links: Links) -> tuple[Row, ...]:
    """A row for every statement, in the issued order."""
    return tuple(
        Row(each, _opening(each.text), _places(each, policy, links))
        for each in policy.statements.values()
    )


def _opening(text: str) -> str:
    words = text.split()
    opening = " ".join(words[:_FIRST_WORDS])
    return opening if len(words) <= _FIRST_WORDS else f"{opening} …"


def _places(statement: Statement, policy: Policy, links: Links) -> Markup:
    found = [
        Markup("{} {}").format(literal(what), link)
        for what, link in _uses(statement, policy, links)
    ]
    words = links.to("published", pages.POLICY, clause_anchor(statement.clause))
    return Markup("; ").join(found or [words])


def _uses(statement: Statement, policy: Policy, links: Links) -> Iterator[tuple[str, Markup]]:
    own = statement.id
    for what, text, page, anchor, cited in _places_of(policy):
        if own in cited:
            yield what, links.to(text, page, anchor)


def _places_of(policy: Policy) -> Iterator[tuple[str, str, str, str, Iterable[str]]]:
    """Each place of the site that rests on statements: kind, name, page, anchor, which."""
    for rule in policy.rules:
        yield "rule", rule.title, pages.RULES, rule.id, rule.statements
    for waivers in policy.issue.waivers:
        yield "waivers", "Rule reference", pages.RULES, waivers.rules[0], waivers.statements
    for duty in policy.duties:
        yield duty.kind, duty.title, pages.ROLES, pages.duty_anchor(duty.id), duty.statements
    for told in told_once(policy):
        yield told.sort, told.title, pages.RULES, told.id, told.statements
    for own in policy.catalogue.values():
        yield "condition", own.title, pages.RULES, condition_anchor(own.id), own.statements
    for each in policy.definitions:
        yield "definition", each.term, pages.DEFINITIONS, each.id, each.statements
    if policy.threat_levels:
        levels = policy.threat_levels
        on_levels = [*levels.introduced_by, *levels.notes, levels.recorded_statement]
        on_levels += [level.statement for level in levels.levels]
        yield "page", "Threat levels", pages.THREAT_LEVELS, "", on_levels
    for document in policy.aims.related_documents:
        yield "document", document.title, pages.POLICY, "related-documents", document.statements
    for note in policy.review_notes:
        yield "review note", _named(note.id), pages.REVIEW, f"note-{note.id}", note.statements


def _named(note_id: str) -> str:
    return note_id.replace("-", " ")
