"""What the page "Report a concern" shows: the duties that the policy's files mark for it."""

from __future__ import annotations

from dataclasses import dataclass

from prevent.policy.model import Duty, Link, Policy, Role


@dataclass(frozen=True, slots=True)
class Concern:
    """What staff do about a concern, what follows, and the roles that deal with it."""

    what_to_do: tuple[Duty, ...]
    afterwards: tuple[Duty, ...]
    roles: tuple[Role, ...]
    related: tuple[Link, ...]

    @property
    def documents(self) -> tuple[Link, ...]:
        """What can be opened of the documents that say more about safeguarding, or are named."""
        own = {statement for duty in self.what_to_do for statement in duty.statements}
        return tuple(
            each
            for each in self.related
            if each.url and (own & set(each.statements) or "safeguarding" in each.title.casefold())
        )


def concern(policy: Policy) -> Concern | None:
    """What the policy says about a concern; None where it says nothing and names no contact."""
    now = tuple(duty for duty in policy.duties if duty.when_concerned == "now")
    afterwards = tuple(duty for duty in policy.duties if duty.when_concerned == "next")
    if not (now or afterwards or policy.contacts):
        return None
    roles = dict.fromkeys(role for duty in afterwards for role in duty.who)
    return Concern(
        now,
        afterwards,
        tuple(policy.roles[role] for role in roles),
        policy.aims.related_documents,
    )
