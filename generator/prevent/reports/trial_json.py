"""What the policy's tests came to, as JSON. Keys may be added, never renamed or removed."""

from __future__ import annotations

from prevent.conditions.json_form import Json
from prevent.faults import Place
from prevent.reports.inert import json_text
from prevent.trials.trial import Result
from prevent.trials.tried import Tried


def trial_json(tried: Tried) -> str:
    """The whole report as one JSON object, with a line end."""
    mutation = tried.mutation
    data: Json = {
        "policy": {"title": tried.policy.issue.title, "digest": tried.policy.digest},
        "tests": [_result(result) for result in tried.results],
        "coverage": {
            "possible": len(tried.goals),
            "shown": len(tried.goals) - len(tried.missing),
            "missing": [
                {
                    "kind": goal.kind,
                    "rule": goal.rule or None,
                    "what": goal.name,
                    "message": goal.words,
                }
                for goal in tried.missing
            ],
        },
        "changes": {
            "tried": mutation.tried,
            "noticed": mutation.noticed,
            "alike": mutation.alike,
            "unnoticed": [
                {
                    "rule": each.rule,
                    **_place(each.place),
                    "message": f"No example shows {each.shows}.",
                    "kind": each.kind or None,
                    "example": each.example or None,
                }
                for each in mutation.unshown
            ],
        }
        if mutation
        else None,
        "in_order": tried.in_order,
    }
    return json_text(data)


def _result(result: Result) -> Json:
    decision = result.decision
    return {
        "title": result.trial.title,
        **_place(result.trial.place),
        "as_expected": result.as_expected,
        "expected": result.trial.expected.outcome,
        "outcome": decision.outcome,
        "findings": [
            {
                "rule": found.rule,
                "outcome": found.outcome,
                "who": list(found.who),
                "by": found.by.isoformat() if found.by else None,
                "subject": found.subject,
                "message": found.message,
            }
            for found in decision.findings
        ],
        "conditions": [imposed.condition for imposed in decision.conditions],
        "notes": [found.rule for found in decision.notes],
        "afterwards": [found.rule for found in decision.afterwards],
    }


def _place(place: Place) -> dict[str, Json]:
    return {"file": place.file, "line": place.line, "column": place.column}
