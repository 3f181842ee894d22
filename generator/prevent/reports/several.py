"""Several reports of one check: which file each goes to, settled before anything is checked."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from prevent.decide.check import Report
from prevent.faults import Fault, Place, PreventError
from prevent.reports.formats import Wanted, written
from prevent.reports.style import Style


def settled(given: Sequence[Wanted], output: str | None) -> list[Wanted]:
    """What is asked for, with ``--output`` as the file of the format that names none.

    Raises ``PreventError`` where two have no file, or one file, or a folder is not there.
    """
    without = [each.form for each in given if not each.file]
    if len(without) > 1:
        first, second = without[:2]
        hint = f"Write --format {second}=FILE."
        message = f"Both '{first}' and '{second}' have no file. Only one report can be shown."
        raise PreventError([Fault(Place("--format"), message, hint)])
    if output is not None and not without:
        hint = "Leave --output out, or name one more format."
        raise PreventError(
            [Fault(Place("--output"), "Every format has a file of its own already.", hint)]
        )
    ready = [each if each.file else each._replace(file=output or "") for each in given]
    files = [each for each in ready if each.file]
    faults = [fault for each in files if (fault := _fault(each))]
    seen: dict[str, str] = {}
    for each in files:
        other = seen.setdefault(os.path.realpath(each.file), each.form)
        if other != each.form or files.count(each) > 1:
            message = f"This file is named for '{other}' and for '{each.form}'."
            faults.append(Fault(Place(each.file), message, "Give each report its own file."))
    if faults:
        raise PreventError(dict.fromkeys(faults))
    return ready


def write(report: Report, ready: Sequence[Wanted]) -> str | None:
    """Write the reports that have files, all of them or none.

    Gives the form of the one that has none, if there is one.
    """
    from prevent.writing import write_all  # noqa: PLC0415 (a check that only shows does without)

    files = {Path(each.file): written(report, Style(), each.form) for each in ready if each.file}
    write_all(files, new_folders=False)
    return next((each.form for each in ready if not each.file), None)


def _fault(each: Wanted) -> Fault | None:
    path = Path(os.path.realpath(each.file))
    if path.is_dir():
        return Fault(
            Place(each.file), "This cannot be written: it is a folder.", "Name a file in it."
        )
    if not path.parent.is_dir():
        return Fault(
            Place(each.file), "This cannot be written: there is no such folder.", "Make it first."
        )
    return None
