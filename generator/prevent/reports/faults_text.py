"""A fault as lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from prevent.faults import Fault
from prevent.policy.wording import sentence_case
from prevent.reports.inert import terminal
from prevent.reports.style import Style


def error_lines(fault: Fault, style: Style) -> Iterator[str]:
    """A fault as text: its place, what is wrong and what to do, and a request that shows it."""
    yield style.paint(f"  {terminal(str(fault.place))}", "bold")
    yield style.wrap(sentence_case(terminal(fault.text)), "    ")
    if fault.example:
        yield "    A request that shows it:"
        for line in fault.example.splitlines():
            yield f"      {terminal(line)}"
