"""``prevent init``: start a policy of one's own."""

from __future__ import annotations

import argparse
import shlex
import sys
from datetime import date
from pathlib import Path

from prevent.api.starting import QUESTIONS, AnswerError, Question, require_room, start
from prevent.dates import today
from prevent.faults import Fault, Place, PreventError

ABOUT = """\
A project with a small policy that is sound from the first, and that you then make your own. What is
not said is asked, on a terminal. Off a terminal it must be said, or --yes given.
"""

EXAMPLES = """\
prevent init our-policy
prevent init our-policy --organisation "Example Training" --yes
prevent init our-policy --organisation "Example Training" --responsible "Head of Centre" \\
  --issued 2026-11 --next-review 2027-11 --bank-holidays scotland --procedures events,leaflets \\
  --yes
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("folder", metavar="DIR", help="the folder to write: new, or empty")
    for question in QUESTIONS:
        parser.add_argument(question.flag, metavar=question.shape, help=question.asked)
    parser.add_argument("--yes", action="store_true", help="take the usual answer to the rest")


def run(arguments: argparse.Namespace) -> int:
    """Ask what was not said, and write the project; the exit status."""
    folder = Path(arguments.folder)
    require_room(folder)
    files = start(folder, _answers(arguments, today()))
    print(f"Written: {folder} ({files} files)")
    print(
        f"Next: cd {shlex.quote(str(folder))}, then prevent build. README.md says what to change."
    )
    return 0


def _answers(arguments: argparse.Namespace, day: date) -> dict[str, str]:
    """An answer to each question: as said, as usual, or as asked. Raises ``PreventError``."""
    asking = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
    answers: dict[str, str] = {}
    missing: list[str] = []
    for question in QUESTIONS:
        said: str | None = getattr(arguments, question.id)
        if missing:
            # Whatever depends on an answer that is missing cannot be looked at.
            missing += [question.flag] if said is None and not arguments.yes else []
            continue
        usual = question.usual(answers, day)
        if said is None and arguments.yes and usual:
            said = usual
        if said is not None:
            answers[question.id] = _read(question, said, answers)
        elif asking:
            answers[question.id] = _asked(question, usual, answers)
        else:
            missing.append(question.flag)
    if missing:
        message = f"There is no terminal to ask at, and this is not said: {', '.join(missing)}."
        hint = "" if arguments.yes else "Say it, or take the usual answers with --yes."
        raise PreventError([Fault(Place("init"), message, hint)])
    return answers


def _read(question: Question, said: str, answers: dict[str, str]) -> str:
    try:
        return question.read(said, answers)
    except AnswerError as error:
        raise PreventError([Fault(Place(question.flag), str(error), error.hint)]) from None


def _asked(question: Question, usual: str, answers: dict[str, str]) -> str:
    """The answer given at the terminal; asked again until it will do."""
    while True:
        print(f"{question.asked}{f' [{usual}]' if usual else ''} ", end="", flush=True)
        line = sys.stdin.readline()
        if not line:
            print()
            raise PreventError([Fault(Place("init"), "No more answers: nothing written.")])
        try:
            return question.read(line.strip() or usual, answers)
        except AnswerError as error:
            print(f"  {error} {error.hint}".rstrip())
