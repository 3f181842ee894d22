"""Request files made from what people send."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from prevent.api.rules import load_rules
from prevent.faults import Fault, Place, PreventError
from prevent.intake import written
from prevent.intake.take import Intake, Taken, Taker
from prevent.intake.written import file_names
from prevent.reading.documents import LIMIT
from prevent.reading.nearest import did_you_mean
from prevent.reading.quoting import quoted
from prevent.reports.inert import terminal
from prevent.writing import write_whole

__all__ = ["LIMIT", "Intake", "Taken", "Taker", "as_yaml", "taker", "write"]


def taker(policy: str | None, kind: str = "") -> tuple[Taker, str]:
    """What takes requests in by a policy, and a note on its rules, which may be empty.

    ``kind`` is that of the requests that do not say theirs. Raises ``PreventError`` where there is
    no such kind, or the policy has faults.
    """
    _, rules, note = load_rules(policy)
    kinds = rules.rule_set.kinds
    if kind and kind not in kinds:
        message = f"There is no kind of request {quoted(kind)}."
        raise PreventError([Fault(Place("--kind"), message, did_you_mean(kind, kinds))])
    return Taker(rules, kind), note


def as_yaml(taken: Sequence[Taken]) -> str:
    """The requests as YAML, each with its doubts in a comment before it: harmless in any log.

    Raises ``PreventError`` where one cannot be written so that it is read back as it was.
    """
    return written.as_yaml(taken, terminal)


def write(taken: Sequence[Taken], out: str) -> None:
    """Write the requests to a new file, or to a file each in the folder ``out``.

    A name without an ending is that of a folder. Raises ``PreventError`` where a file is there
    already: none is written over.
    """
    path = Path(out)
    if path.suffix and not (path.is_dir() or out.endswith(("/", os.sep))):
        if path.is_file() or path.is_symlink():
            raise PreventError([_there(path)])
        write_whole(path, as_yaml([*taken]), new_folders=False)
        return
    texts = [as_yaml([each]) for each in taken]
    paths = [Path(out) / name for name in file_names([*taken])]
    there = [path for path in paths if os.path.lexists(path)]
    if there:
        raise PreventError(_there(path) for path in there)
    for path, text in zip(paths, texts, strict=True):
        write_whole(path, text)


def _there(path: Path) -> Fault:
    message = "There is a file of this name already."
    return Fault(Place(str(path)), message, "Move it, or name another.")
