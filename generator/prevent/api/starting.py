"""A new project: what is asked of whoever starts it, and its files written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from prevent.dates import today
from prevent.starting.answers import QUESTIONS, AnswerError, Question
from prevent.starting.files import files_of
from prevent.starting.place import put, require_room

__all__ = ["QUESTIONS", "AnswerError", "Question", "require_room", "start"]


def start(folder: Path, answers: Mapping[str, str]) -> int:
    """Write a project into ``folder``, all of it or nothing; the number of its files.

    There is an answer for each question. Raises ``PreventError`` where the folder is not empty, or
    cannot be written.
    """
    files = files_of(answers, today())
    put(files, folder)
    return len(files)
