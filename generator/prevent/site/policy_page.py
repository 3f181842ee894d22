"""What the template of the policy page is given."""

from __future__ import annotations

import html
from collections.abc import Mapping
from functools import partial

from markupsafe import Markup

from prevent.policy.model import Policy, Statement
from prevent.rules.words import days_in_force
from prevent.site import links as paths
from prevent.site.links import Links, procedure_page
from prevent.site.markdown import literal, policy_words, statement_anchor
from prevent.site.policy_text import blocks
from prevent.site.told import told_once


def policy_page(policy: Policy) -> Mapping[str, object]:
    """The pieces of the policy page: blocks of statements, permalinks, links of a clause."""
    clauses = {clause.number: clause for clause in policy.clauses}
    links = Links(paths.POLICY, clauses, policy.statements)

    def clause_links(number: str) -> list[Markup]:
        return _clause_links(policy, links, number)

    return {
        "blocks": partial(blocks, below=2 if policy.layers else 1),
        "layer_heads": layer_heads(policy),
        "anchored": lambda statement: policy_words(statement, anchored=True),
        "permalink": permalink,
        "clause_links": clause_links,
        "toc_label": toc_label,
    }


def layer_heads(policy: Policy) -> dict[str, tuple[str, str]]:
    """By the number of its first clause: a layer's anchor and title; empty if there are none."""
    first = {clause.layer: clause.number for clause in reversed(policy.clauses)}
    return {
        first[layer]: (f"layer-{number}", title)
        for number, (layer, title) in enumerate(policy.layers.items(), start=1)
        if layer in first
    }


def toc_label(text: str) -> Markup:
    """A heading's name for the list of contents, which Markdown takes as HTML."""
    return literal(html.escape(text))


def permalink(statement: Statement) -> Markup:
    """The statement's number, quietly, as a link to itself, and the days on which it counts."""
    number = Markup("[{}](#{}){{: .permalink data-search-exclude= }}").format(
        literal(statement.id), statement_anchor(statement.id)
    )
    days = days_in_force(statement.in_force)
    return (
        number + Markup(' <small class="added">(in force {})</small>').format(days)
        if days
        else number
    )


def _clause_links(policy: Policy, links: Links, number: str) -> list[Markup]:
    """What else the site has on a clause: procedures whose rules cite it, and review notes."""
    rules = (*policy.rules, *told_once(policy))
    kinds = {kind for rule in rules if rule.clause == number for kind in rule.kinds}
    found = [
        Markup("What to do: {}").format(links.to(each.task, procedure_page(each.id)))
        for each in policy.procedures
        if each.kind in kinds
    ]
    notes = [note for note in policy.review_notes if note.clause == number]
    if notes:
        text = "Note for the next review" if len(notes) == 1 else "Notes for the next review"
        found.append(links.to(text, paths.REVIEW, f"note-{notes[0].id}"))
    return found
