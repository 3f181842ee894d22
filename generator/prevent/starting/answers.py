"""What is asked of whoever starts a policy, and which answers will do."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from prevent.bank_holidays import PARTS
from prevent.dates import last_day
from prevent.policy.wording import listed
from prevent.reading.nearest import did_you_mean
from prevent.reading.quoting import quoted
from prevent.reading.written_dates import about_date

PROCEDURES = ("events", "leaflets", "bookings")
"""The procedures a policy can be started with, in the order of the menu."""

_LONGEST = 120
_MOST_INITIALS = 6
_JOINERS = "\u200c\u200d"
"""Invisible, and part of some words and of many emoji."""


class AnswerError(Exception):
    """An answer that will not do. The message says so; ``hint`` is the nearest right thing."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its flag, what a person is asked, and what is usual.

    ``usual`` is what is taken where nothing is said, from the answers so far and the day it is;
    empty where nothing is usual. ``read`` gives the answer as it is used, and raises
    ``AnswerError`` where it will not do.
    """

    id: str
    asked: str
    shape: str
    usual: Callable[[Mapping[str, str], date], str]
    read: Callable[[str, Mapping[str, str]], str]

    @property
    def flag(self) -> str:
        """``--short-name``."""
        return f"--{self.id.replace('_', '-')}"


def _line(text: str, _: Mapping[str, str]) -> str:
    """One line of text that can be read, with single spaces."""
    if any(
        (unicodedata.category(each)[0] == "C" and each not in _JOINERS) or each in "\u2028\u2029"
        for each in text
    ):
        message = f"{quoted(text)} holds a character that cannot be shown, such as a line end."
        raise AnswerError(message, "Write it on one line, without it.")
    line = " ".join(text.split())
    if not line.strip(_JOINERS):
        raise AnswerError("This is empty.", "Write a name.")
    if len(line) > _LONGEST:
        raise AnswerError(f"This is longer than {_LONGEST} characters.", "Write a shorter name.")
    return line


def _role(text: str, answers: Mapping[str, str]) -> str:
    title = _line(text, answers)
    if role_id(title) == "all-staff":
        raise AnswerError("One role is responsible, not all staff.", "Name the role.")
    return title


def _month(text: str, _: Mapping[str, str]) -> str:
    if last_day(text.strip()) is None:
        raise AnswerError(*about_date("month-or-date", text.strip()))
    return text.strip()


def _later_month(text: str, answers: Mapping[str, str]) -> str:
    month = _month(text, answers)
    issued = answers["issued"]
    ends, begins = last_day(month), last_day(issued)
    assert ends is not None
    assert begins is not None
    if ends <= begins:
        message = f"{month} is not after {issued}, when the policy is issued."
        raise AnswerError(message, "The next review comes later.")
    return month


def _part_of_the_uk(text: str, _: Mapping[str, str]) -> str:
    part = text.strip()
    if part not in PARTS:
        raise AnswerError(
            f"There are no bank holidays of {quoted(part)}.", did_you_mean(part, PARTS)
        )
    return part


def _procedures(text: str, _: Mapping[str, str]) -> str:
    named = [each for each in re.split(r"[\s,]+", text) if each]
    for each in named:
        if each not in PROCEDURES:
            raise AnswerError(
                f"There is no procedure {quoted(each)} to start with.",
                did_you_mean(each, PROCEDURES),
            )
    if not named:
        raise AnswerError("At least one is needed.", f"Choose from {', '.join(PROCEDURES)}.")
    return ",".join(each for each in PROCEDURES if each in named)


def _initials(answers: Mapping[str, str], _: date) -> str:
    """The capital letters a name's words begin with, or the name where that makes no short one."""
    name = answers["organisation"]
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    return initials if 1 < len(initials) <= _MOST_INITIALS else name


def _year_later(answers: Mapping[str, str], _: date) -> str:
    issued = answers["issued"]
    year = min(int(issued[:4]) + 1, date.max.year)
    return f"{year:04d}{issued[4:7]}"


QUESTIONS = (
    Question(
        "organisation",
        "What is the organisation called?",
        "NAME",
        lambda _, __: "",
        _line,
    ),
    Question("short_name", "What do staff call it?", "NAME", _initials, _line),
    Question(
        "responsible",
        "Which role is responsible for the policy?",
        "ROLE",
        lambda _, __: "Designated Safeguarding Lead",
        _role,
    ),
    Question(
        "issued",
        "When was the policy issued (year and month)?",
        "MONTH",
        lambda _, day: f"{day:%Y-%m}",
        _month,
    ),
    Question(
        "next_review",
        "When must it be reviewed (year and month)?",
        "MONTH",
        _year_later,
        _later_month,
    ),
    Question(
        "bank_holidays",
        f"Whose bank holidays are no working days ({listed(tuple(PARTS), 'or')})?",
        "PART",
        lambda _, __: next(iter(PARTS)),
        _part_of_the_uk,
    ),
    Question(
        "procedures",
        f"What should it be about (some of {', '.join(PROCEDURES)})?",
        "LIST",
        lambda _, __: ",".join(PROCEDURES),
        _procedures,
    ),
)
"""In the order in which they are asked: an answer may depend on those before it."""


def role_id(title: str) -> str:
    """The id of a role of this title: ``head-of-centre`` for ``Head of Centre``."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    found = "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", "")))
    if not found:
        return "responsible"
    return found if found[0].isalpha() else f"role-{found}"
