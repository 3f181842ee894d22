"""Faults of a policy, which hide others or are hidden; made in DMM's own, told as they must be."""

from __future__ import annotations

from spoiled import Spoiled

EVENTS, BOOKINGS, LEAFLETS = (
    f"procedures/{name}.yaml" for name in ("events", "bookings", "leaflets")
)

IMPOSSIBLE_NOTICE = Spoiled("", EVENTS, "from: received_on\n", "from: date\n", ())

# Each of these hides, or is hidden by, one of those above.
ALONE = [
    Spoiled(
        "a procedure with the name of a page",
        LEAFLETS,
        "  id: leaflets",
        "  ¦id: index",
        ("A page of the site has this name", "Choose another"),
    ),
    Spoiled(
        "a rule for a kind that lacks a field",
        LEAFLETS,
        "    clause:",
        "    kinds: [leaflet, event]\n    clause:",
        ("'leaflet-permission' for event", "no field 'source'"),
    ),
    Spoiled(
        "an unless that is always so",
        LEAFLETS,
        "    unless:\n      all:\n        - source: [learner, dmm]\n"
        "        - related_to_programme: yes\n",
        "    unless: {title: {given: yes}}\n",
        ("'leaflet-permission' for leaflet", "No request can ever meet its condition"),
    ),
    Spoiled(
        "a statement that is a rule, in no rule",
        "clauses.yaml",
        "      - id: S44\n        form: paragraph\n        is: duty",
        "      - ¦id: S44\n        form: paragraph\n        is: rule",
        ("S44 is a rule, but no rule in procedures/ comes from it", "Add S44"),
    ),
    Spoiled(
        "a duty no entry cites",
        "clauses.yaml",
        "      - id: S43\n        form: heading\n        is: narrative",
        "      - ¦id: S43\n        form: heading\n        is: duty",
        ("S43 is a duty, but duties.yaml has none that cites it", "Add S43"),
    ),
    Spoiled(
        "two rules with one id, in two files",
        EVENTS,
        "id: event-notice",
        "id: ¦risk-assessment",
        ("Two rules have the id 'risk-assessment'", "first is at policy/procedures/bookings.yaml:"),
    ),
    Spoiled(
        "two procedures with one id",
        LEAFLETS,
        "id: leaflets",
        "id: ¦events",
        ("Two procedures have the id 'events'", "first is at policy/procedures/events.yaml:"),
    ),
    Spoiled(
        "two procedures of one kind",
        LEAFLETS,
        "kind: leaflet",
        "kind: ¦event",
        ("Two procedures have the kind 'event'",),
    ),
    Spoiled(
        "a condition that calls itself",
        EVENTS,
        "- hosts_event: yes",
        "- condition: is-an-event",
        ("'is-an-event' calls 'is-an-event', which is not above it",),
    ),
    Spoiled(
        "a condition that calls one below it",
        EVENTS,
        "conditions:\n",
        "conditions:\n  - id: early\n    when: {condition: ¦is-an-event}\n",
        ("'early' calls 'is-an-event', which is not above it",),
    ),
    Spoiled(
        "a fault in a condition that rules call",
        EVENTS,
        "- hosts_event: yes",
        "- ¦hosts_events: yes",
        ("Unknown key 'hosts_events'", "Did you mean 'hosts_event'?"),
    ),
    Spoiled(
        "a date compared with what is no date",
        EVENTS,
        "speakers: {at_least: 1}",
        "date: {before: ¦title}",
        ("'title' is not accepted for 'before'", "received_on, date, distribute_from"),
    ),
    Spoiled(
        "a rule that requires and decides",
        EVENTS,
        "    then:\n",
        "    require: {answer: {to: [values]}}\n    then:\n",
        ("Only one of these can be given here: 'require', 'then'",),
    ),
    Spoiled(
        "a requirement that is a list",
        EVENTS,
        "      approval: {from: [managing-director]}",
        "      ¦- approval: {from: [managing-director]}",
        ("'require' is a list, but a group of keys is expected",),
    ),
    Spoiled(
        "a key given twice",
        "organisation.yaml",
        "  name: Digital",
        "  name: X\n  ¦name: Digital",
        ("The key 'name' is given twice", "line 11"),
    ),
    Spoiled("a tab", "organisation.yaml", "  name: D", "¦\tname: D", ("A tab", "use spaces")),
    Spoiled(
        "a tag",
        "organisation.yaml",
        "name: Digital Marketing Mentor",
        "name: ¦!!python/object/apply:os.system [true]",
        ("'!!python/object/apply:os.system' is a tag", "Delete it"),
    ),
    Spoiled(
        "merged keys",
        EVENTS,
        "    for_each: speakers",
        "    ¦<<: {for_each: speakers}",
        ("'<<' merges keys from elsewhere", "Write the keys out"),
    ),
    Spoiled(
        "an alias within itself",
        LEAFLETS,
        "rules:\n",
        "rules: &all\n  - ¦*all\n",
        ("The alias '*all' stands within itself",),
    ),
    Spoiled(
        "a second document",
        "organisation.yaml",
        "policy:",
        "---\n¦policy:",
        ("A policy file holds one document", "Take the line '---' out"),
    ),
]
