"""How a role is named on a page: one person or body, or many people."""

from __future__ import annotations

from prevent.policy.model import Role
from prevent.policy.wording import titled


def named(role: Role) -> str:
    """The role in a sentence: ``the Managing Director``, but ``partner providers``."""
    title = role.title
    if not role.many_people:
        return titled(title)
    return title[:1].lower() + title[1:] if title[1:2].islower() else title
