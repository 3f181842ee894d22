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

    def documents(self, duty: Duty) -> tuple[Link, ...]:
        """The documents that the duty's statements name."""
        own = set(duty.statements)
        return tuple(each for each in self.related if own & set(each.statements))


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
