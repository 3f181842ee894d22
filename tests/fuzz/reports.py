"""Reports in which every word that a request, or a file's name, can choose is hostile."""

from __future__ import annotations

import json
import os

from prevent.decide.check import Checker, Report
from prevent.decide.decision import Decision, Remark
from prevent.faults import Fault, Place
from prevent.reading.documents import parse_documents

_PLAIN = {
    "kind": "event",
    "title": "A talk",
    "reference": "EV-1",
    "requested_by": "external-agency",
    "date": "2026-05-01",
    "speakers": [{"name": "J. Example", "values": "contrary", "extremism_concern": "unsure"}],
}


def report_of(data: bytes, checker: Checker) -> Report:
    """A decision and two errors that say this.

    The readers refuse much of what a sink makes harmless. So a decision is also made to say what
    no reader would let through.
    """
    text = data.decode("utf-8", "replace")
    name = os.fsdecode(data.replace(b"\0", b"_"))
    request = {**_PLAIN, "title": text, "reference": text, text: text}
    documents, faults = parse_documents(json.dumps(request).encode(), name=name, json=True)
    read = [checker.check_document(document) for document in documents]
    plain = _decided(checker)
    decision = plain.decisions[0]
    place = Place(name, 1, 3, 4)
    hostile = decision._replace(
        title=text,
        reference=text,
        place=place,
        findings=tuple(_said(each, text, place) for each in decision.findings),
        remarks=(*decision.remarks, Remark(text, place)),
    )
    errors = [each for report in read for each in report.errors]
    return plain._replace(
        decisions=(hostile, *(each for report in read for each in report.decisions)),
        errors=(*faults, *errors, Fault(Place(name), f"A fault: {text}", text)),
    )


def _said(found, text: str, place: Place):  # noqa: ANN001, ANN202 (whatever a decision holds)
    return found._replace(subject=text, message=f"{found.message} {text}", place=place)


def _decided(checker: Checker) -> Report:
    data = json.dumps(_PLAIN).encode()
    (document,), _ = parse_documents(data, name="plain.json", json=True)
    report = checker.check_document(document)
    assert isinstance(report.decisions[0], Decision)
    return report
