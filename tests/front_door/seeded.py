"""Rules put into a copy of the policy that cannot be meant as they are, and what shows it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from spoiled import Spoiled

EVENTS, LEAFLETS = "procedures/events.yaml", "procedures/leaflets.yaml"

_RULE = """\
  - id: seeded
    title: Seeded
    clause: "{clause}"
    statements: [{statement}]
{own}
"""
_CITED = {EVENTS: ("3.8", "S70"), LEAFLETS: ("3.7", "S65")}


@dataclass(frozen=True)
class Seed:
    """A rule with a fault: its own lines, with ``¦`` where the fault is.

    ``words`` stand in the message. ``mended`` are the rule's own lines put right; under them, the
    request that shows the fault is decided with ``shows`` in the report. Without ``mended`` there
    is no such request.
    """

    what: str
    file: str
    own: str
    words: tuple[str, ...]
    mended: str = ""
    shows: str = ""

    def plant(self, policy: Path) -> None:
        """Write the faulty rule into the policy."""
        self._write(policy, self.own)

    def plant_mended(self, policy: Path) -> None:
        """Write the rule as it should be into the policy."""
        self._write(policy, self.mended)

    def _write(self, policy: Path, own: str) -> None:
        clause, statement = _CITED[self.file]
        lines = "\n".join(f"    {line}" for line in own.strip().splitlines())
        rule = _RULE.format(clause=clause, statement=statement, own=lines)
        Spoiled("", self.file, "\nrules:\n", f"\nrules:\n{rule}", ()).write(policy)


_REFERRED = "then: {outcome: referred, say: Seeded, who: [managing-director]}"
ASK = "require: {approval: {from: [managing-director]}}"
ASKED = "The Managing Director must agree"

NEVER_APPLIES = [
    Seed(
        "two answers at once",
        LEAFLETS,
        f"¦when: {{all: [{{source: dmm}}, {{source: learner}}]}}\n{ASK}",
        (
            "No request can ever meet its condition",
            "“it is the organisation's own literature” and “a learner produced it” are never both",
        ),
    ),
    Seed(
        "a day before and after another",
        EVENTS,
        "¦when: {all: [{date: {on_or_before: received_on}}, {date: {after: received_on}}]}\n" + ASK,
        ("No request can ever meet its condition", "are never both so"),
    ),
    Seed(
        "days in a ring",
        LEAFLETS,
        "¦when:\n"
        "  all:\n"
        "    - received_on: {before: distribute_from}\n"
        "    - not: {received_on: {on_or_before: distribute_from}}\n" + ASK,
        ("No request can ever meet its condition", "are never both so"),
    ),
    Seed(
        "a number too small and too large",
        EVENTS,
        "¦when: {all: [{speakers: {at_least: 3}}, {speakers: {less_than: 3}}]}\n" + ASK,
        ("No request can ever meet its condition", "at least 3", "less than 3"),
    ),
    Seed(
        "an answer that is given and is not",
        LEAFLETS,
        "¦when: {all: [{source: dmm}, {related_to_programme: {given: no}},"
        " {related_to_programme: yes}]}\n" + ASK,
        ("No request can ever meet its condition", "are never both so"),
    ),
    Seed(
        "an unless that is always so",
        LEAFLETS,
        f"when: {{source: dmm}}\n¦unless: {{title: {{given: yes}}}}\n{ASK}",
        ("its unless is always so",),
    ),
    Seed(
        "an unless that covers the when",
        LEAFLETS,
        f"when: {{source: dmm}}\n¦unless: {{source: [dmm, learner]}}\n{ASK}",
        ("It never applies, since its unless covers all of its when",),
        f"when: {{source: dmm}}\n{ASK}",
        ASKED,
    ),
    Seed(
        "an unless that covers the when by days",
        LEAFLETS,
        f"when: {{received_on: {{before: distribute_from}}}}\n"
        f"¦unless: {{received_on: {{on_or_before: distribute_from}}}}\n{ASK}",
        ("It never applies, since its unless covers all of its when",),
        f"when: {{received_on: {{before: distribute_from}}}}\n{ASK}",
        ASKED,
    ),
    Seed(
        "a speaker where there is none",
        EVENTS,
        "for_each: speakers\n¦when: {speakers: {at_most: 0}}\n" + ASK,
        ("No request can ever meet its condition",),
    ),
]

NEVER_SATISFIED = [
    Seed(
        "notice between a day and itself",
        EVENTS,
        "¦require: {notice: {at_least: {days: 1}, from: date, to: date}}",
        ("Nothing a request says can ever satisfy it",),
    ),
    Seed(
        "a document asked for where it is withheld",
        EVENTS,
        "when: {outline: withheld}\n¦require: {document: {field: outline, accepted: [shared]}}",
        ("Where it applies, nothing a request says can satisfy it",),
        f"when: {{outline: withheld}}\n{_REFERRED}",
        "Seeded",
    ),
    Seed(
        "notice asked for where there is less",
        EVENTS,
        "when: {date: {on_or_before: received_on}}\n"
        "¦require: {notice: {at_least: {weeks: 2}, from: received_on}}",
        ("Where it applies, nothing a request says can satisfy it",),
        "when: {date: {on_or_before: received_on}}\n" + _REFERRED,
        "Seeded",
    ),
]

ALWAYS_SO = [
    Seed(
        "every answer there is",
        EVENTS,
        f"¦when: {{requested_by: [staff, learner, external-agency]}}\n{ASK}",
        ("Its condition is always so", "Take the condition out, or mend it."),
        ASK,
        ASKED,
    ),
    Seed(
        "an answer that every request has",
        LEAFLETS,
        f"¦when: {{distribute_from: {{given: yes}}}}\n{ASK}",
        ("Its condition is always so",),
        ASK,
        ASKED,
    ),
    Seed(
        "the kind of request it is for",
        EVENTS,
        f"kinds: [event]\n¦when: {{kind: event}}\n{ASK}",
        ("Its condition is always so",),
        f"kinds: [event]\n{ASK}",
        ASKED,
    ),
    Seed(
        "a speaker for each speaker",
        EVENTS,
        f"for_each: speakers\n¦when: {{speakers: {{at_least: 1}}}}\n{ASK}",
        ("Its condition is always so",),
        f"for_each: speakers\n{ASK}",
        ASKED,
    ),
]

NEVER_MATTERS = [
    Seed(
        "a part that another covers",
        LEAFLETS,
        f"when:\n  any:\n    - ¦source: dmm\n    - source: [dmm, learner]\n{ASK}",
        ("“it is the organisation's own literature” in its when never matters",),
        f"when: {{source: [dmm, learner]}}\n{ASK}",
        ASKED,
    ),
    Seed(
        "a part that another implies",
        LEAFLETS,
        f"when:\n  all:\n    - requested_by: staff\n    - ¦not: {{requested_by: learner}}\n{ASK}",
        ("in its when never matters: without it, it applies to the same requests",),
        f"when: {{requested_by: staff}}\n{ASK}",
        ASKED,
    ),
    Seed(
        "one of several answers",
        EVENTS,
        "when:\n  any:\n    - outline:\n        - shared\n        - ¦promised\n"
        f"    - outline: [promised, withheld]\n{ASK}",
        ("“the outline is promised” in its when never matters",),
        f"when:\n  any:\n    - outline: shared\n    - outline: [promised, withheld]\n{ASK}",
        ASKED,
    ),
    Seed(
        "an unless of other requests",
        LEAFLETS,
        f"when: {{source: dmm}}\n¦unless: {{source: learner}}\n{ASK}",
        ("Its unless never matters",),
        f"when: {{source: dmm}}\n{ASK}",
        ASKED,
    ),
    Seed(
        "a looser day beside a stricter one",
        LEAFLETS,
        "when:\n  all:\n    - ¦distribute_from: {on_or_after: received_on}\n"
        f"    - distribute_from: {{after: received_on}}\n{ASK}",
        ("in its when never matters",),
        f"when: {{distribute_from: {{after: received_on}}}}\n{ASK}",
        ASKED,
    ),
    Seed(
        "a part of an unless",
        LEAFLETS,
        "when: {source: learner}\nunless:\n  any:\n    - requested_by: staff\n"
        f"    - ¦source: dmm\n{ASK}",
        ("in its unless never matters",),
        f"when: {{source: learner}}\nunless: {{requested_by: staff}}\n{ASK}",
        ASKED,
    ),
]

_CASE = _REFERRED

CASES = [
    Seed(
        "a case after one that always holds",
        LEAFLETS,
        f"cases:\n  - when: {{source: dmm}}\n    {_CASE}\n"
        f"  - when: {{distribute_from: {{given: yes}}}}\n    {_CASE}\n"
        f"  - ¦when: {{source: learner}}\n    {_CASE}",
        ("Its case 3 is never reached: case 2 always holds", "Take case 3 out"),
    ),
    Seed(
        "a case that those before it cover",
        LEAFLETS,
        f"cases:\n  - when: {{source: [dmm, learner]}}\n    {_CASE}\n"
        f"  - ¦when: {{source: learner}}\n    {_CASE}",
        ("No request can ever be in its case 2",),
    ),
    Seed(
        "a case outside what the rule is for",
        LEAFLETS,
        f"when: {{source: dmm}}\ncases:\n  - when: {{requested_by: staff}}\n    {_CASE}\n"
        f"  - ¦when: {{source: learner}}\n    {_CASE}",
        ("No request can ever be in its case 2",),
    ),
    Seed(
        "a case that asks for what it excludes",
        EVENTS,
        f"cases:\n  - when: {{requested_by: staff}}\n    {_CASE}\n"
        "  - when: {outline: withheld}\n"
        "    ¦require: {document: {field: outline, accepted: [shared]}}",
        ("Where it applies, nothing a request says can satisfy it",),
        f"cases:\n  - when: {{requested_by: staff}}\n    {_CASE}\n"
        f"  - when: {{outline: withheld}}\n    {_CASE}",
        "Seeded",
    ),
]

NOBODY_DECIDES = [
    Seed(
        "a referral at once to nobody",
        LEAFLETS,
        "when: {source: learner}\nthen:\n  ¦outcome: referred\n  say: Somebody decides.",
        ("It goes to somebody to decide, and does not say to whom", "Say who decides: add 'who'"),
    ),
    Seed(
        "a referral to nobody where something is missing",
        LEAFLETS,
        "require: {answer: {to: [source]}}\n"
        "otherwise:\n  missing:\n    say: Somebody decides.\n    who: []\n    ¦outcome: referred",
        ("It goes to somebody to decide, and does not say to whom",),
    ),
    Seed(
        "a document that may be withheld, and nobody who decides",
        EVENTS,
        "require:\n  ¦document: {field: outline, accepted: [shared]}",
        ("Where it fails as 'withheld', somebody must decide", "Say who decides: add 'withheld'"),
    ),
    Seed(
        "a referral to nobody in a case",
        LEAFLETS,
        f"cases:\n  - when: {{source: dmm}}\n    {_CASE}\n"
        "  - then:\n      ¦outcome: referred\n      say: Somebody decides.",
        ("It goes to somebody to decide, and does not say to whom",),
    ),
]

DAYS = [
    Seed(
        "in force on no day",
        EVENTS,
        f"from: 2026-09-01\n¦until: 2026-08-31\n{ASK}",
        ("It is never in force: from 1 September 2026 until 31 August 2026",),
    ),
    Seed(
        "at least more notice than at most",
        EVENTS,
        "¦require: {notice: {at_least: {months: 3}, at_most: {months: 1}, from: received_on}}",
        ("Nothing a request says can ever satisfy it",),
    ),
    Seed(
        "a day in the calendar before and after which",
        EVENTS,
        "¦when: {all: [{date: {before: 2026-09-01}}, {date: {on_or_after: 2026-09-01}}]}\n" + ASK,
        ("are never both so",),
    ),
    Seed(
        "agreement needed before the request is received and not before it",
        EVENTS,
        "¦require:\n  approval:\n    from: [managing-director]\n"
        "    no_later_than: {weeks: 1, before: received_on}\n    not_before: received_on",
        ("Nothing a request says can ever satisfy it",),
    ),
]

LOOSE_DAYS = [
    Seed(
        "an earlier day of the calendar beside a later one",
        EVENTS,
        "when:\n  all:\n    - ¦date: {after: 2026-09-01}\n"
        f"    - date: {{after: 2026-10-01}}\n{ASK}",
        ("in its when never matters",),
        f"when: {{date: {{after: 2026-10-01}}}}\n{ASK}",
        ASKED,
    ),
]

HARMLESS = [*ALWAYS_SO, *NEVER_MATTERS, *LOOSE_DAYS]
"""A policy with one of these is sound, but worth a look."""

SEEDS = [*CASES, *DAYS, *NOBODY_DECIDES, *NEVER_APPLIES, *NEVER_SATISFIED, *HARMLESS]
