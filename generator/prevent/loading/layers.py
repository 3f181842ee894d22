"""Two layers: a policy that adds to another one, such as a site's to its organisation's.

The added policy takes nothing away: the rules of both are checked, and the worst of their findings
is the outcome. So the stricter holds.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from prevent.faults import Fault
from prevent.loading.digest import base_folder
from prevent.loading.entry import Entry
from prevent.loading.ids import Ids
from prevent.policy.model import Policy
from prevent.policy.staff_pages import Look
from prevent.policy.written import Procedure, WrittenRule


def base_of(folder: Path, shown: str) -> tuple[Path, str] | None:
    """The folder of the policy that the one in ``folder`` adds to, and how faults name it."""
    base = base_folder(folder)
    if base is None:
        return None
    return folder / base, Path(os.path.normpath(Path(shown) / base)).as_posix()


def as_base(policy: Policy) -> Policy:
    """The policy as the base of another: what comes from it says so."""
    if policy.layers:
        return policy
    layer = policy.issue.short_name

    def named(rules: Iterable[WrittenRule]) -> tuple[WrittenRule, ...]:
        return tuple(replace(rule, layer=layer) for rule in rules)

    def told(procedure: Procedure) -> Procedure:
        return replace(
            procedure,
            exemptions=named(procedure.exemptions),
            afterwards=named(procedure.afterwards),
        )

    return replace(
        policy,
        layers={layer: policy.issue.organisation},
        clauses=tuple(replace(clause, layer=layer) for clause in policy.clauses),
        procedures=tuple(told(procedure) for procedure in policy.procedures),
        rules=named(policy.rules),
    )


def ids_of(policy: Policy) -> Ids:
    """The ids that a policy declares."""
    fields = {each.id: each for own in policy.procedures for each in own.fields.values()}
    told = (each for own in policy.procedures for each in (*own.exemptions, *own.afterwards))
    return Ids(
        roles=tuple(policy.roles),
        statements=tuple(policy.statements),
        clauses=tuple(clause.number for clause in policy.clauses),
        fields=tuple(fields.values()),
        kinds=tuple(procedure.kind for procedure in policy.procedures),
        conditions=tuple(policy.conditions),
        imposed=tuple(policy.catalogue),
        rules=tuple(rule.id for rule in policy.rules),
        told=tuple(dict.fromkeys(each.id for each in (*policy.rules, *told))),
        procedures=tuple(procedure.id for procedure in policy.procedures),
    )


def merged(base: Policy, own: Policy) -> Policy:
    """The policy with what it adds to ``base``: its own parts after those of the base.

    What there can be only one of (the first page, the aims, the threat levels, the tasks of the
    home page) is its own where it has it. Its procedures and rules are those of both already.
    """
    layer = own.issue.short_name
    issue = own.issue
    if not issue.bank_holidays:
        issue = replace(issue, bank_holidays=base.issue.bank_holidays)
    issue = replace(
        issue,
        waivers=(*base.issue.waivers, *issue.waivers),
        look=_look(base.issue.look, issue.look),
    )
    return replace(
        own,
        issue=issue,
        clauses=(*base.clauses, *(replace(clause, layer=layer) for clause in own.clauses)),
        aims=own.aims if own.aims.aims else base.aims,
        definitions=(*base.definitions, *own.definitions),
        threat_levels=own.threat_levels or base.threat_levels,
        roles={**base.roles, **own.roles},
        duties=(*base.duties, *own.duties),
        contacts=(*base.contacts, *own.contacts),
        review_notes=(*base.review_notes, *own.review_notes),
        conditions={**base.conditions, **own.conditions},
        catalogue={**base.catalogue, **own.catalogue},
        layers={**base.layers, layer: own.issue.organisation},
        base=base.issue,
        tasks=own.tasks or base.tasks,
    )


def _look(base: Look, own: Look) -> Look:
    """How the site of a policy looks: as its base's, save for its name and what it says itself."""
    logo = own if own.logo_name else base
    return Look(own.name, own.accent or base.accent, logo.logo_name, logo.logo)


def check_new(base: Policy, declared: Mapping[str, Iterable[tuple[str, Entry]]]) -> Iterator[Fault]:
    """What a policy declares is new: nothing of the one it adds to is declared anew.

    ``declared`` are the ids by sort, as in :class:`Ids`, each with the entry that declares it.
    """
    ids = ids_of(base)
    known: dict[str, Iterable[str]] = {
        "roles": ids.roles,
        "statements": ids.statements,
        "clauses": ids.clauses,
        "fields": ids.every_field(),
        "conditions": (*ids.conditions, *ids.imposed),
        "rules": (
            *ids.rules,
            *(each.id for own in base.procedures for each in (*own.exemptions, *own.afterwards)),
        ),
        "procedures": ids.procedures,
        "kinds": ids.kinds,
    }
    for sort, entries in declared.items():
        taken = frozenset(known[sort])
        for name, entry in entries:
            if name in taken:
                message = f"'{name}' is one of the {sort} of the policy that this one adds to."
                yield Fault(entry.place, message, "Give it another name; nothing is taken away.")
