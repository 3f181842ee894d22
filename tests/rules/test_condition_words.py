"""Conditions in words: where "and" and "or" stand within each other, it reads in one way only."""

from __future__ import annotations

import pytest

from prevent.reading.documents import parse_documents
from prevent.rules.condition_words import condition_words
from prevent.site.language.examples import organisation

AGENCY, LEARNER = "{source: agency}", "{source: learner}"
SHARED, OPEN, FEW = "{outline: shared}", "{open_to_public: yes}", "{guests: {at_most: 10}}"


def words(written: str) -> str:
    [document], faults = parse_documents(written.encode(), name="condition")
    assert not faults
    own = organisation()
    return condition_words(own.conditions.condition(document.data), own.setting)


@pytest.mark.parametrize(
    ("written", "reads"),
    [
        (f"all: [{AGENCY}, {SHARED}]", "an agency made it and the outline is shared"),
        (
            "all: [{source: [agency, learner]}, {outline: shared}]",
            "the outline is shared, and either an agency made it or a learner made it",
        ),
        (
            f"any: [{{all: [{AGENCY}, {SHARED}]}}, {OPEN}]",
            "anybody may come, or both an agency made it and the outline is shared",
        ),
        (
            f"any: [{OPEN}, {{all: [{AGENCY}, {SHARED}, {FEW}]}}]",
            (
                "anybody may come, or all of these: an agency made it, the outline is shared and"
                " the number of guests is at most 10"
            ),
        ),
        (
            f"any: [{{all: [{AGENCY}, {SHARED}, {FEW}]}}, {{all: [{LEARNER}, {OPEN}]}}]",
            (
                "all of these: an agency made it, the outline is shared and the number of guests is"
                " at most 10; or both a learner made it and anybody may come"
            ),
        ),
        (
            f"any: [{{all: [{OPEN}, {{any: [{AGENCY}, {SHARED}]}}]}}, {FEW}]",
            (
                "the number of guests is at most 10, or all of these: anybody may come, and either"
                " an agency made it or the outline is shared"
            ),
        ),
        (
            "any: [{source: [agency, learner]}, {outline: shared}]",
            "an agency made it, a learner made it or the outline is shared",
        ),
        (
            f"all: [{AGENCY}, {{not: {{all: [{SHARED}, {OPEN}]}}}}]",
            (
                "an agency made it and it is not so that both the outline is shared and anybody may"
                " come"
            ),
        ),
        (
            f"all: [{{source: {{not: agency}}}}, {SHARED}]",
            "the outline is shared, and either staff made it or a learner made it",
        ),
    ],
)
def test_what_belongs_together_is_said_to(written: str, reads: str) -> None:
    assert words(f"{{{written}}}") == reads
