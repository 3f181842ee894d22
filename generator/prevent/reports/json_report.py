"""The report as JSON, for machines. Keys may be added, never renamed or removed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from prevent.conditions.json_form import Json
from prevent.decide.check import Report
from prevent.decide.decision import Decision, Found, Imposed
from prevent.faults import Fault, Place
from prevent.policy.outcomes import OUTCOMES
from prevent.reports.inert import json_with
from prevent.reports.style import Style

if TYPE_CHECKING:  # a check that has none of these does without them
    from prevent.decide.explanation import Explanation
    from prevent.decide.waivers import WaiverUse
    from prevent.requests.waivers import Waiver


def json_report(report: Report, _style: Style) -> Iterator[str]:
    """The whole report as one JSON object, with a line end."""
    rule_set = report.rule_set
    counts = Counter(decision.outcome for decision in report.decisions)
    summary: dict[str, Json] = {outcome: counts[outcome] for outcome in reversed(OUTCOMES)}
    data: Json = {
        "policy": {
            "title": rule_set.title,
            "organisation": rule_set.organisation,
            "issued": rule_set.issued,
            "next_review": rule_set.next_review,
            "digest": rule_set.digest,
        },
        "as_of": report.as_of.isoformat(),
        "engine": report.engine,
        "decisions": [],
        "waivers": [_waiver(use) for use in report.waivers],
        "errors": [_error(fault) for fault in report.every_error],
        "summary": summary | {"errors": len(report.every_error)},
    }
    return json_with(data, ["decisions"], (_decision(each, report) for each in report.decisions))


def _decision(decision: Decision, report: Report) -> Json:
    data: dict[str, Json] = {
        "file": decision.place.file,
        "document": decision.place.document,
        "line": decision.place.line,
        **_sheet(decision.place),
        "kind": decision.kind,
        "reference": decision.reference,
        "title": decision.title,
        "outcome": decision.outcome,
        "findings": [_finding(finding, report) for finding in decision.findings],
        "passed": list(decision.passed),
        "not_applicable": list(decision.not_applicable),
        "undecided": list(decision.undecided),
        "conditions": [_imposed(each) for each in decision.conditions],
        "notes": [_finding(note, report) for note in decision.notes],
        "afterwards": [_finding(each, report) for each in decision.afterwards],
        "waived": [_finding(each, report) for each in decision.waived],
        "in_force_on": decision.in_force_on.isoformat() if decision.in_force_on else None,
        "remarks": [
            {"message": remark.message, "line": remark.place.line, "column": remark.place.column}
            for remark in decision.remarks
        ],
    }
    if decision.explanations:
        data["explanation"] = [_explanation(each) for each in decision.explanations]
    return data


def _finding(finding: Found, report: Report) -> Json:
    words: dict[str, Json] = {
        statement: report.rule_set.statements[statement] for statement in finding.statements
    }
    return {
        "rule": finding.rule,
        "outcome": finding.outcome,
        "clause": finding.clause,
        "statements": list(finding.statements),
        "message": finding.message,
        "who": list(finding.who),
        "any_of": finding.any_of,
        "by": finding.by.isoformat() if finding.by else None,
        "subject": finding.subject,
        "line": finding.place.line,
        "column": finding.place.column,
        **_sheet(finding.place),
        "dates": {name: day.isoformat() for name, day in finding.dates.items()},
        "words": words,
        "layer": finding.layer or None,
        "ask_again": finding.ask_again,
        "waiver": _waived_by(finding, report),
    }


def _waived_by(finding: Found, report: Report) -> Json:
    """The waiver that sets a finding aside, and the words that let it; null for any other."""
    allowed = report.rule_set.waivers_of(finding.rule)
    used = next((use for use in report.waivers if use.waiver.id == finding.waiver), None)
    if allowed is None or used is None:
        return None
    waiver = used.waiver
    words: dict[str, Json] = {
        statement: report.rule_set.statements[statement] for statement in allowed.statements
    }
    return {
        "id": waiver.id,
        **_granted(waiver),
        "clause": allowed.clause,
        "statements": list(allowed.statements),
        "words": words,
    }


def _waiver(use: WaiverUse) -> Json:
    waiver = use.waiver
    return {
        "id": waiver.id,
        "status": use.status,
        "kind": waiver.kind,
        "reference": waiver.reference,
        "rules": list(waiver.rules),
        "set_aside": list(use.set_aside),
        **_granted(waiver),
        "requests": [
            {"file": place.file, "document": place.document, "line": place.line}
            for place in use.requests
        ],
    }


def _granted(waiver: Waiver) -> dict[str, Json]:
    """By whom, why and on which days a rule is waived, and where that is written."""
    return {
        "by": waiver.by,
        "why": waiver.why,
        "granted_on": waiver.granted_on.isoformat(),
        "until": waiver.until.isoformat(),
        "file": waiver.place.file,
        "line": waiver.place.line,
        "column": waiver.place.column,
    }


def _imposed(imposed: Imposed) -> Json:
    return {
        "condition": imposed.condition,
        "rule": imposed.rule or None,
        "approver": imposed.approver or None,
        "clause": imposed.clause,
        "statements": list(imposed.statements),
        "message": imposed.message,
        "reason": imposed.reason or None,
        "who": list(imposed.who),
        "by": imposed.by.isoformat() if imposed.by else None,
        "subject": imposed.subject,
        "line": imposed.place.line,
        "column": imposed.place.column,
        **_sheet(imposed.place),
        "layer": imposed.layer or None,
    }


def _explanation(explanation: Explanation) -> Json:
    return {
        "rule": explanation.rule,
        "subject": explanation.subject,
        "applies": explanation.applies,
        "conditions": [
            {"depth": reason.depth, "words": reason.words, "holds": reason.truth}
            for reason in explanation.reasons
        ],
    }


def _sheet(place: Place) -> dict[str, Json]:
    """The sheet of a spreadsheet, whose rows are lines; nothing for any other file."""
    return {} if place.sheet is None else {"sheet": place.sheet}


def _error(fault: Fault) -> Json:
    return {
        "file": fault.place.file,
        "document": fault.place.document,
        "line": fault.place.line,
        "column": fault.place.column,
        **_sheet(fault.place),
        "message": fault.text,
    }
