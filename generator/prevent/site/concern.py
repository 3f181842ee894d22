"""What the page "Report a concern" shows, as the site's settings name it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from prevent.faults import Fault, Place, PreventError
from prevent.policy.model import Duty, Link, Policy, Role

_SETTINGS = "site_src/site.yaml"


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


def concern(policy: Policy, project: Path) -> Concern:
    """What the settings name, found in the policy. Raises ``PreventError``."""
    try:
        written = yaml.safe_load((project / _SETTINGS).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise _fault(f"The site's settings cannot be read: {error}") from None
    named = written.get("report_a_concern") if isinstance(written, dict) else None
    if not isinstance(named, dict):
        raise _fault("'report_a_concern' is missing. It names the duties the page shows.")
    what_to_do = _duties(policy, named, "what_to_do")
    afterwards = _duties(policy, named, "what_happens_next")
    roles = dict.fromkeys(role for duty in afterwards for role in duty.who)
    return Concern(
        what_to_do,
        afterwards,
        tuple(policy.roles[role] for role in roles),
        policy.aims.related_documents,
    )


def _duties(policy: Policy, named: dict[object, object], key: str) -> tuple[Duty, ...]:
    ids = named.get(key)
    if not isinstance(ids, list):
        raise _fault(f"'{key}' is missing. Write a list of ids from policy/duties.yaml.")
    known = {duty.id: duty for duty in policy.duties}
    for each in ids:
        if each not in known:
            raise _fault(f"'{key}' names '{each}', which is no duty in policy/duties.yaml.")
    return tuple(known[str(each)] for each in ids)


def _fault(message: str) -> PreventError:
    return PreventError([Fault(Place(_SETTINGS), message)])
