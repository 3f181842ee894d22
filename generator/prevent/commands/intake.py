"""``prevent intake``: make request files from what people send."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from prevent.commands.arguments import add_policy
from prevent.commands.current import rules_for
from prevent.faults import Fault, Place, PreventError
from prevent.intake.take import Intake, Taken, Taker
from prevent.intake.written import as_yaml, file_names
from prevent.project import find_project
from prevent.reading.documents import LIMIT
from prevent.reading.nearest import did_you_mean
from prevent.reading.quoting import quoted
from prevent.writing import write_whole

EPILOG = """\
Reads the text of an issue that a form made, the YAML or JSON that the site's own form gives, or a
spreadsheet with one request in each row. Every answer is kept, or said to be left out; nothing is
guessed. What a person must look at is said, and stands at the top of the request file; an answer
that is not valid stays as it was given, so that prevent check decides nothing by it.

exit status: 0 nothing is doubtful, 1 something is to be looked at, 2 something could not be read

examples:
  prevent intake issue.md --out requests/events/ev-2026-014.yaml
  gh issue view 14 --json body --jq .body | prevent intake -
  prevent intake bookings.xlsx --out requests/bookings/
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "path",
        metavar="FILE",
        help="an issue's text (.md or .txt), a .yaml, .json, .csv or .xlsx file, or - for standard"
        " input",
    )
    parser.add_argument(
        "--out",
        metavar="PATH",
        help="a new file for all the requests, or a folder for a file each (standard output if left"
        " out)",
    )
    parser.add_argument("--kind", help="the kind of the requests that do not say it")
    add_policy(parser)


def run(arguments: argparse.Namespace) -> int:
    """Take the requests in, and say what is doubtful; the exit status."""
    rules = rules_for(find_project(arguments.policy))
    kinds = rules.rule_set.kinds
    if arguments.kind and arguments.kind not in kinds:
        message = f"There is no kind of request {quoted(arguments.kind)}."
        hint = did_you_mean(arguments.kind, kinds)
        raise PreventError([Fault(Place("--kind"), message, hint)])
    taker = Taker(rules, arguments.kind or "")
    intake = _read(taker, arguments.path)
    for fault in intake.faults:
        _say(fault)
    _write(intake.taken, arguments.out)
    doubts = [doubt for taken in intake.taken for doubt in taken.doubts]
    for doubt in doubts:
        _say(doubt)
    if intake.faults:
        return 2
    return int(bool(doubts))


def _read(taker: Taker, path: str) -> Intake:
    if path == "-":
        data = sys.stdin.buffer.read(LIMIT + 1) if sys.stdin else b""
        return taker.text(data, "<standard input>")
    return taker.file(path)


def _write(taken: list[Taken], out: str | None) -> None:
    """Write the requests where they are wanted. No file that is there is written over."""
    if not taken:
        return
    if out is None:
        sys.stdout.write(as_yaml(taken))
        return
    if not (Path(out).is_dir() or out.endswith(("/", os.sep))):
        _new(Path(out), as_yaml(taken))
        return
    texts = [as_yaml([each]) for each in taken]
    paths = [Path(out) / name for name in file_names(taken)]
    there = [path for path in paths if os.path.lexists(path)]
    if there:
        raise PreventError(_there(path) for path in there)
    for path, text in zip(paths, texts, strict=True):
        write_whole(path, text)


def _new(path: Path, text: str) -> None:
    if path.is_file() or path.is_symlink():
        raise PreventError([_there(path)])
    write_whole(path, text, new_folders=False)


def _there(path: Path) -> Fault:
    message = "There is a file of this name already."
    return Fault(Place(str(path)), message, "Move it, or name another.")


def _say(fault: Fault) -> None:
    print(f"prevent: {terminal(str(fault))}", file=sys.stderr)
