"""What came of a register, in words."""

from __future__ import annotations

from prevent.bulk.deciding import Summary
from prevent.bulk.progress import in_time
from prevent.policy.wording import counted
from prevent.reading.quoting import safe
from prevent.reports.inert import terminal

_MOST_NAMED = 10


def register_text(summary: Summary, out: str, rejects: str, seconds: float) -> str:
    """The counts, what confirmed them, and where the results are."""
    rate = summary.rows / max(seconds, 0.001)
    lines = [f"{summary.rows:,} rows in {in_time(seconds)} ({rate:,.0f} rows a second)"]
    lines += [f"  {rows:>14,}  {outcome}" for outcome, rows in summary.outcomes.items()]
    lines.append(f"  {summary.rejected:>14,}  rejected")
    lines.append(
        f"{counted(summary.rows, 'row')} in = {counted(summary.decided, 'decision')}"
        f" + {counted(summary.rejected, 'reject')}."
    )
    few = summary.confirmed == summary.combinations
    which = "Each" if few else f"The {summary.confirmed:,} most frequent"
    combinations = f"the {summary.combinations:,} combinations of findings"
    confirmed = f"{which} of {combinations}" if summary.combinations != 1 else "What was found is"
    lines.append(f"{confirmed} confirmed on a row of it by {summary.confirmed_by}.")
    if summary.ignored:
        named = ", ".join(terminal(safe(name)) for name in summary.ignored[:_MOST_NAMED])
        more = len(summary.ignored) - _MOST_NAMED
        also = f" and {more} more" if more > 0 else ""
        lines.append(f"Columns that no rule looks at: {named}{also}.")
    lines += [f"Decisions: {terminal(out)}", f"Rejects:   {terminal(rejects)}"]
    return "\n".join(lines) + "\n"
