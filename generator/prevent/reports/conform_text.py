"""What became of the cases put to each engine, as text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from prevent.conformance.case import Case
from prevent.dates import in_words
from prevent.policy.wording import listed
from prevent.reports.style import Style
from prevent.rules.found import Found
from prevent.stock.confirm import Tally

_HEADS = ("engine", "runs", "cases", "agreed", "differed", "seconds")


def conform_text(
    tallies: Sequence[Tally], again: Callable[[Tally, Case], str], style: Style
) -> str:
    """A table by engine, then the first cases that differ, each with how to put it ``again``."""
    rows = [
        [
            each.runner.title,
            each.runner.target,
            *(f"{number:,}" for number in (each.cases, each.agreed, each.differed)),
            f"{each.seconds:.1f}",
        ]
        for each in tallies
        if not each.not_run
    ]
    lines = _table([[*_HEADS], *rows], style) if rows else []
    for each in tallies:
        if each.not_run:
            lines.append(style.wrap(f"{each.runner.title}: not run. {each.not_run}", "  ", ""))
        if each.failed:
            told = f"{each.runner.title}: it stopped. {each.failed}"
            lines.append(style.paint(style.wrap(told, "  ", ""), "red"))
            if each.failed_at:
                lines.append(f"  again: {again(each, each.failed_at)}")
    for each in tallies:
        if each.differed:
            lines += ["", *_differing(each, again, style)]
    return "\n".join([*lines, "", _summary(tallies, style), ""])


def _table(rows: Sequence[Sequence[str]], style: Style) -> list[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADS))]
    lines = []
    for number, row in enumerate(rows):
        # Words to the left, numbers to the right.
        cells = [
            text.ljust(width) if column < 2 else text.rjust(width)
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        ]
        line = "  ".join(cells).rstrip()
        lines.append(style.paint(line, "bold") if not number else line)
    return lines


def _differing(tally: Tally, again: Callable[[Tally, Case], str], style: Style) -> list[str]:
    cases = f"{tally.cases:,} {'case' if tally.cases == 1 else 'cases'}"
    head = f"{tally.runner.title} differs in {tally.differed:,} of {cases}."
    lines = [style.paint(head, "red")]
    for each in tally.first:
        expected, said = each.expected.outcome, each.said.outcome
        outcome = f"the outcome is {expected}"
        if expected != said:
            outcome = f"expected {expected}, it says {said}"
        lines.append(
            style.wrap(f"{each.case.id}: {each.case.draft.shows or each.kind}", "    ", "  ")
        )
        lines.append(f"    {outcome}")
        lines += [f"    it does not tell: {_found(found)}" for found in each.left_out]
        lines += [f"    it tells beyond that: {_found(found)}" for found in each.beyond]
        lines.append(f"    again: {again(tally, each.case)}")
    return lines


def _found(found: Found) -> str:
    words = [f"{found.rule} ({found.failure}): {found.outcome}, clause {found.clause}"]
    if found.item is not None:
        words.append(f"of number {found.item + 1} of {found.list}")
    if found.who:
        words.append(f"by {listed(sorted(found.who))}")
    if found.by:
        words.append(f"until {in_words(found.by)}")
    if found.conditions:
        words.append(f"on {listed(found.conditions)}")
    return ", ".join(words)


def _summary(tallies: Sequence[Tally], style: Style) -> str:
    ran = [each for each in tallies if each.cases and (each.differed or not each.failed)]
    differ = [each for each in ran if each.differed]
    missing = sum(1 for each in tallies if each.not_run or each.failed)
    left = f" {missing} could not be run to the end." if missing else ""
    if not ran:
        return style.paint(f"No engine could be run.{left}", "red")
    if differ:
        return style.paint(f"{len(differ)} of {len(ran)} engines differ.{left}", "red")
    engines = "1 engine agrees" if len(ran) == 1 else f"All {len(ran)} engines agree"
    return style.paint(f"{engines} in every case.{left}", "green")
