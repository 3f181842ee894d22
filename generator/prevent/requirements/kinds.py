"""The table of requirement kinds: a new kind is one module and one row."""

from __future__ import annotations

from collections.abc import Mapping

from prevent.requirements.advice import Advice
from prevent.requirements.answer import Answer
from prevent.requirements.approval import Approval
from prevent.requirements.completion import Completion, RiskAssessment
from prevent.requirements.document import Document
from prevent.requirements.includes import Includes
from prevent.requirements.notice import Notice
from prevent.requirements.requirement import RequirementKind

KINDS: Mapping[str, RequirementKind] = {
    kind.name: kind
    for kind in (
        Approval(),
        Advice(),
        Notice(),
        Document(),
        Completion(),
        RiskAssessment(),
        Includes(),
        Answer(),
    )
}
