"""Faults of a policy, each as it is made in DMM's own and as it must be told."""

from __future__ import annotations

from spoiled import Spoiled

EVENTS, BOOKINGS, LEAFLETS = (
    f"procedures/{name}.yaml" for name in ("events", "bookings", "leaflets")
)

# No two of these stand in each other's way, so that all can be made at once.
TOGETHER = [
    Spoiled(
        "a key left out",
        "organisation.yaml",
        "organisation:\n  name: Digital Marketing Mentor\n  short_name: DMM",
        "organisation:\n  ¦name: Digital Marketing Mentor",
        ("'short_name' is missing from 'organisation'",),
    ),
    Spoiled(
        "a month that is no month",
        "organisation.yaml",
        "issued: 2022-02\n",
        "issued: ¦2022-13\n",
        ("'2022-13' is not a month in the calendar", "01 to 12"),
    ),
    Spoiled(
        "a role nobody has, for a duty",
        "organisation.yaml",
        "responsibility: managing-director",
        "responsibility: ¦managing-directer",
        ("'managing-directer'", "Did you mean 'managing-director'?"),
    ),
    Spoiled(
        "a date that is no date",
        "contacts.yaml",
        "checked_on: 2026-11-22",
        "checked_on: ¦2026-02-30",
        ("'2026-02-30' is not a date in the calendar", "February 2026 has 28 days"),
    ),
    Spoiled(
        "a date written otherwise",
        "contacts.yaml",
        "checked_on: 2026-11-22",
        "checked_on: ¦22/11/2026",
        ("'22/11/2026' is not written YYYY-MM-DD", "Did you mean 2026-11-22?"),
        nth=2,
    ),
    Spoiled(
        "a telephone number that is a number",
        "contacts.yaml",
        'phone: "101"',
        "phone: ¦101",
        ("'phone' is 101, an unquoted number", "quotation marks"),
    ),
    Spoiled(
        "an unknown role of a rule",
        EVENTS,
        "approval: {from: [managing-director]}",
        "approval: {from: [¦managing-directr]}",
        ("'managing-directr'", "Did you mean 'managing-director'?"),
    ),
    Spoiled(
        "an unknown clause",
        EVENTS,
        'clause: "3.8"',
        'clause: ¦"3.88"',
        ("'3.88'", "Did you mean '3.8'?"),
        nth=1,
    ),
    Spoiled(
        "an unknown statement",
        EVENTS,
        "statements: [S68]",
        "statements: [¦S068]",
        ("'S068'", "Did you mean 'S68'?"),
        nth=1,
    ),
    Spoiled(
        "an unknown kind",
        EVENTS,
        "kinds: [event, booking]",
        "kinds: [event, ¦boking]",
        ("'boking'", "Did you mean 'booking'?"),
        nth=3,
    ),
    Spoiled(
        "an unknown field in a condition",
        EVENTS,
        "- values: unsure",
        "- ¦valeus: unsure",
        ("Unknown key 'valeus'", "Did you mean 'values'?"),
    ),
    Spoiled(
        "an unknown option",
        EVENTS,
        "- extremism_concern: unsure",
        "- extremism_concern: ¦unsre",
        ("'unsre'", "Did you mean 'unsure'?"),
    ),
    Spoiled(
        "an unknown condition",
        EVENTS,
        "- condition: is-an-event",
        "- condition: ¦is-an-evnt",
        ("'is-an-evnt'", "Did you mean 'is-an-event'?"),
        nth=1,
    ),
    Spoiled(
        "notice that no date can give",
        EVENTS,
        "    require:\n      notice:",
        "    ¦require:\n      notice:",
        ("'event-notice' for event and booking", "Nothing a request says can ever satisfy it"),
    ),
    Spoiled(
        "an unknown option of a document",
        EVENTS,
        "{field: outline, accepted: [shared, promised]}",
        "{field: outline, accepted: [shared, ¦promissed]}",
        ("'outline' has no option 'promissed'", "Did you mean 'promised'?"),
    ),
    Spoiled(
        "an unknown failure",
        BOOKINGS,
        "      late:\n",
        "      ¦lat:\n",
        ("Unknown key 'lat'", "Did you mean 'late'?"),
    ),
    Spoiled(
        "a misspelt key",
        BOOKINGS,
        "    reading: >-",
        "    ¦readng: >-",
        ("Unknown key 'readng'", "Did you mean 'reading'?"),
    ),
    Spoiled(
        "a day it happens that is no date",
        BOOKINGS,
        "happens_on: date",
        "happens_on: ¦facility",
        ("'facility' must be a date that every request has",),
    ),
    Spoiled(
        "fields given only where an answer no request has",
        BOOKINGS,
        "{hosts_event: yes}",
        "{hosts_event: ¦maybe}",
        ("'maybe' is no answer to 'hosts_event'", "Expected one of: yes, no"),
    ),
    Spoiled(
        "a condition nothing meets",
        LEAFLETS,
        "  - id: leaflet-permission\n",
        """\
  - id: never
    title: Never
    clause: "3.7"
    statements: [S65]
    ¦when: {all: [{source: dmm}, {source: learner}]}
    require: {answer: {to: [source]}}
  - id: leaflet-permission
""",
        ("Rule 'never'", "No request can ever meet its condition"),
    ),
    Spoiled(
        "an unless that covers the when",
        LEAFLETS,
        "rules:\n",
        """\
rules:
  - id: covered
    title: Covered
    clause: "3.7"
    statements: [S65]
    when: {source: dmm}
    ¦unless: {source: [dmm, learner]}
    require: {answer: {to: [source]}}
""",
        ("Rule 'covered'", "its unless covers all of its when"),
    ),
    Spoiled(
        "a message that names what is not known",
        LEAFLETS,
        'say: "{Who} must give permission before it is handed out."',
        'say: ¦"{Whom} must give permission before it is handed out."',
        ("The message names {Whom}", "Did you mean 'Who'?"),
    ),
    Spoiled(
        "a value that is not in the statement",
        "aims.yaml",
        "Passion",
        "¦Passions",
        ("'Passions' does not stand in S41", "as the statement does"),
    ),
    Spoiled(
        "two definitions with one id",
        "definitions.yaml",
        "id: british-values",
        "id: ¦extremism",
        ("Two definitions have the id 'extremism'", "The first is at"),
    ),
    Spoiled(
        "a kind of entry there is not",
        "duties.yaml",
        "kind: duty",
        "kind: ¦dutty",
        ("'dutty'", "Did you mean 'duty'?"),
    ),
    Spoiled(
        "two roles with one id",
        "roles.yaml",
        "id: partner-providers",
        "id: ¦teachers",
        ("Two roles have the id 'teachers'", "The first is at"),
    ),
    Spoiled(
        "two fields with one id",
        "fields.yaml",
        "  - id: notes\n",
        "  - {id: ¦title, type: text, label: A, question: A?, phrase: a}\n  - id: notes\n",
        ("Two fields have the id 'title'", "The first is at"),
    ),
    Spoiled(
        "two options with one id",
        "fields.yaml",
        "id: confirmed\n",
        "id: confirmed\n        label: A\n        means: A.\n        reads: a\n"
        "      - id: ¦confirmed\n",
        ("Two options have the id 'confirmed'", "The first is at"),
    ),
    Spoiled(
        "items named by what they lack",
        "fields.yaml",
        "named_by: name",
        "named_by: ¦nam",
        ("'nam' is not a field of type text in this list", "Did you mean 'name'?"),
    ),
    Spoiled(
        "a statement nobody classified",
        "clauses.yaml",
        "      - id: S42\n        form: heading\n        is: narrative\n",
        "      - ¦id: S42\n        form: heading\n",
        ("'is' is missing",),
    ),
    Spoiled(
        "two statements with one id",
        "clauses.yaml",
        "id: S05",
        "id: ¦S04",
        ("Two statements have the id 'S04'", "The first is at"),
    ),
    Spoiled(
        "two clauses with one number",
        "clauses.yaml",
        'number: "4.3"',
        'number: ¦"4.2"',
        ("Two clauses have the number '4.2'", "The first is at"),
    ),
    Spoiled(
        "a level there is not",
        "threat-levels.yaml",
        "id: low",
        "id: ¦No",
        ("'No' is not written as expected",),
    ),
    Spoiled(
        "a note about a clause there is not",
        "review-notes.yaml",
        'clause: "0"',
        'clause: ¦"7"',
        ("'7'", "Expected one of: 0, 1, 2"),
    ),
]
