"""What the site needs besides the policy: its packages, and the sample requests decided."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import NamedTuple

from prevent.bundle.current import Rules
from prevent.dates import today
from prevent.decide.check import Checker
from prevent.decide.decision import Decision
from prevent.faults import Fault, Place, PreventError
from prevent.policy.outcomes import IN_WORDS
from prevent.site.examples import ExampleDecision


def require_site() -> None:
    """Raise ``PreventError`` where the packages that build the site are not installed."""
    for package in ("jinja2", "mkdocs", "material"):
        if importlib.util.find_spec(package) is None:
            message = f"The site needs the package {package}, which is not installed."
            hint = "Install prevent-policy[site], or build with --rules-only."
            raise PreventError([Fault(Place("prevent"), message, hint)])


class Samples(NamedTuple):
    """The sample requests that are decided, and how many errors the others have."""

    decided: list[ExampleDecision]
    errors: int


def samples(root: Path, rules: Rules) -> Samples:
    """The requests under ``requests/``, decided as of today. Those with errors are left out.

    They show what the rules say, so no waiver counts: who was let off, and why, is not published.
    """
    folder = root / "requests"
    if not folder.is_dir():
        return Samples([], 0)
    checker = Checker(rules, today())
    try:
        report = checker.check([str(folder)], bytes)
    finally:
        checker.close()
    decided = [_example(decision, root) for decision in report.decisions]
    return Samples(decided, len(report.errors))


def _example(decision: Decision, root: Path) -> ExampleDecision:
    return ExampleDecision(
        file=Path(decision.place.file).relative_to(root).as_posix(),
        title=decision.title,
        kind=decision.kind,
        outcome=decision.outcome,
        outcome_words=IN_WORDS[decision.outcome],
        findings=tuple((finding.rule, finding.message) for finding in decision.findings),
    )
