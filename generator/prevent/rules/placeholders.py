"""What a message may name in braces."""

from __future__ import annotations

import re
from collections.abc import Mapping

from prevent.policy.wording import sentence_case

PLACEHOLDER = re.compile(r"\{([A-Za-z_]*)\}")

IN_EVERY_MESSAGE: Mapping[str, str] = {
    "who": "Those who act, each with their title: the Head and the Deputy Head.",
    "who_or": "The same, with or: the Head or the Deputy Head.",
    "items": "What it is about, such as the documents or the answers that are missing.",
    "subject": "What is looked at: the item of the list (the speaker's name), or else the title.",
    "organisation": "The organisation's name.",
}
"""What every message may name, besides the fields of the request, with what stands for it."""

WORKED_OUT: Mapping[str, str] = {
    "dated": "The day the evidence is dated.",
    "agreed_on": "The day the role agreed.",
    "completed_on": "The day it was completed.",
    "decide_by": "The day by which they had to decide.",
    "not_before": "The day from which it counts, in words.",
    "no_later_than": "The last day that counts, in words.",
    "missing": "The day that is not given.",
    "first": "Who had to agree first.",
    "notice": "How long: 10 working days.",
    "limit": "How long, with at least or at most: at least 10 working days.",
    "would_do": "The date that would do.",
    "would_do_is": "The words before that date: The earliest date that gives enough is.",
    "earliest": "The first date that would do.",
    "latest": "The last date that would do.",
}
"""What a failure's own message may name as well: a failure says which of them it knows."""

ALWAYS_KNOWN = frozenset({*IN_EVERY_MESSAGE, *map(sentence_case, IN_EVERY_MESSAGE)})
"""The names every message may use; with a capital letter, so that a sentence can begin with one."""
