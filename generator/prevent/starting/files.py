"""The files of a new project, from the starting files and the answers.

The starting files are YAML as it will be written, with three things to fill in. ``<organisation>``
is an answer; in quotation marks it becomes a YAML text. ``S-aim`` and ``C-events`` are a statement
and a clause, which are numbered in the order of ``clauses.yaml``. What stands between ``#[ events``
and ``#]`` is for these procedures alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from importlib import resources
from importlib.resources.abc import Traversable

from prevent.loading.entry import whole
from prevent.loading.nouns import clauses
from prevent.policy.model import Clause
from prevent.reading.documents import parse_documents
from prevent.starting.answers import PROCEDURES, role_id

CLAUSES = "policy/clauses.yaml"
ISSUED_TEXT = "policy/source/policy.txt"

_UNTIL_SAMPLE = timedelta(weeks=6)
_ONLY = re.compile(r"^ *#\[ (.*)\n((?:.*\n)*?) *#\]\n", re.MULTILINE)
_NUMBERED = re.compile(r"\b[SC](?:-[a-z]+)+\b")
_STATEMENT = re.compile(r"^ *- id: (S-[a-z-]+)$", re.MULTILINE)
_CLAUSE = re.compile(r'^ *- number: "(C-[a-z-]+)"$', re.MULTILINE)
_ANSWER = re.compile(r'"<(\w+)>"|<(\w+)>')


def files_of(answers: Mapping[str, str], today: date) -> dict[str, str]:
    """The text of each file of a new project, by its name there.

    ``answers`` are those to all the questions, by their ids. The samples are asked for ``today``.
    """
    chosen = set(answers["procedures"].split(","))
    others = set(PROCEDURES) - chosen
    written = {
        name: left
        for name, text in _starting_files()
        if name.rpartition("/")[2].removesuffix(".yaml") not in others
        and (left := _ONLY.sub(lambda part: part[2] if chosen & set(part[1].split()) else "", text))
    }
    numbers = _numbers(written[CLAUSES])
    filled = {
        **answers,
        "role": role_id(answers["responsible"]),
        "today": today.isoformat(),
        "in_six_weeks": (today + _UNTIL_SAMPLE).isoformat(),
    }
    files = {
        name: _fill(_NUMBERED.sub(lambda at: numbers.get(at[0], at[0]), text), filled)
        for name, text in written.items()
    }
    return files | {ISSUED_TEXT: _as_issued(files[CLAUSES])}


def _starting_files() -> Iterator[tuple[str, str]]:
    """Each starting file by its name in a project."""
    waiting: list[tuple[str, Traversable]] = [("", resources.files(__package__) / "files")]
    while waiting:
        name, found = waiting.pop()
        if found.is_dir():
            prefix = f"{name}/" if name else ""
            waiting += [(f"{prefix}{each.name}", each) for each in found.iterdir()]
        else:
            # A name that begins with a dot might be left out of a package.
            shown = ".gitignore" if name == "gitignore" else name
            yield shown, found.read_text(encoding="utf-8")


def _numbers(text: str) -> dict[str, str]:
    statements = _STATEMENT.findall(text)
    named = {name: f"S{number:02d}" for number, name in enumerate(statements, start=1)}
    return named | {name: str(number) for number, name in enumerate(_CLAUSE.findall(text), start=1)}


def _fill(text: str, answers: Mapping[str, str]) -> str:
    def answer(at: re.Match[str]) -> str:
        # JSON's way to write a text is YAML's too.
        return json.dumps(answers[at[1]], ensure_ascii=False) if at[1] else answers[at[2]]

    return _ANSWER.sub(answer, text)


def _as_issued(text: str) -> str:
    """The document in which the statements of ``clauses.yaml`` stand, as it might be issued."""
    documents, faults = parse_documents(text.encode(), name=CLAUSES)
    assert not faults
    return "\n\n".join(_paragraphs(clauses(whole(documents[0])))) + "\n"


def _paragraphs(found: tuple[Clause, ...]) -> Iterator[str]:
    for clause in found:
        paragraph: list[str] = []
        for statement in clause.statements:
            if statement.form != "continued" and paragraph:
                yield " ".join(paragraph)
                paragraph = []
            paragraph.append(statement.text)
        yield " ".join(paragraph)
