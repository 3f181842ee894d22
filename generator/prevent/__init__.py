"""A Prevent policy kept as data: its words, its rules, and the checks made with them.

``__all__`` lists the names that programs may rely on. Each is imported when it is first asked
for, so that nobody waits for what they do not use.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prevent.api.checking import Policy
    from prevent.decide.check import Report
    from prevent.decide.decision import Decision, Found, Imposed, Remark
    from prevent.decide.explanation import Explanation, Reason
    from prevent.decide.waivers import WaiverStatus, WaiverUse
    from prevent.faults import Fault, Place, PreventError
    from prevent.policy.outcomes import Outcome
    from prevent.requests.waivers import Waiver

__version__ = "0.1.0"

__all__ = [
    "Decision",
    "Explanation",
    "Fault",
    "Found",
    "Imposed",
    "Outcome",
    "Place",
    "Policy",
    "PreventError",
    "Reason",
    "Remark",
    "Report",
    "Waiver",
    "WaiverStatus",
    "WaiverUse",
    "__version__",
]

_HOMES = {
    "Decision": "decide.decision",
    "Explanation": "decide.explanation",
    "Fault": "faults",
    "Found": "decide.decision",
    "Imposed": "decide.decision",
    "Outcome": "policy.outcomes",
    "Place": "faults",
    "Policy": "api.checking",
    "PreventError": "faults",
    "Reason": "decide.explanation",
    "Remark": "decide.decision",
    "Report": "decide.check",
    "Waiver": "requests.waivers",
    "WaiverStatus": "decide.waivers",
    "WaiverUse": "decide.waivers",
}


def __getattr__(name: str) -> object:
    """A stable name, from where it lives."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 (a check does without it)

    found: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return [*__all__]
