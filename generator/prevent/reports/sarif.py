"""The report as SARIF 2.1.0, which code scanning tools read.

Each rule of the policy is a rule of the tool, with the policy's words as its help. What is wrong
with a file is a result too, under a rule of our own: tools show results, but not notifications.
"""

from __future__ import annotations

from collections.abc import Iterator

from prevent import __version__
from prevent.conditions.json_form import Json
from prevent.decide.check import Report
from prevent.reports import inert
from prevent.reports.marks import OWN_RULES, Mark, policy_words, told_apart
from prevent.reports.style import Style
from prevent.rules.ruleset import Rule

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def sarif_report(report: Report, _style: Style) -> Iterator[str]:
    """One run of the tool, with every rule there is and every mark."""
    rules = [*_rules(report)]
    index = {str(rule["id"]): number for number, rule in enumerate(rules)}
    driver: dict[str, Json] = {
        "name": "prevent",
        "semanticVersion": __version__,
        "rules": [*rules],
    }
    if report.site:
        driver["informationUri"] = report.site
    run: Json = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The folder it was run in."}}},
        "invocations": [{"executionSuccessful": not report.every_error}],
        "results": [],
        "properties": {
            "policy": report.rule_set.digest,
            "asOf": report.as_of.isoformat(),
            "decided": len(report.decisions),
        },
    }
    data = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    results = (_result(mark, index) for mark in told_apart(report))
    return inert.json_with(data, ["runs", "0", "results"], results)


def _rules(report: Report) -> Iterator[dict[str, Json]]:
    """Every rule of every kind of request, once, and those of our own."""
    seen: set[str] = set()
    for kind in report.rule_set.kinds.values():
        for rule in kind.rules:
            if rule.id not in seen:
                seen.add(rule.id)
                yield _rule(rule, report)
    for name, (title, means) in OWN_RULES.items():
        yield {
            "id": name,
            "shortDescription": {"text": title},
            "fullDescription": {"text": means},
            "help": {"text": means},
        }


def _rule(rule: Rule, report: Report) -> dict[str, Json]:
    words = policy_words(rule, report)
    made: dict[str, Json] = {
        "id": rule.id,
        "name": "".join(part.capitalize() for part in rule.id.split("-")),
        "shortDescription": {"text": inert.sarif(rule.title)},
        "fullDescription": {"text": inert.sarif(" ".join(words) or rule.title)},
        "help": {
            "text": "\n\n".join(map(inert.sarif, words)) or inert.sarif(rule.title),
            "markdown": "\n\n".join(map(inert.markdown, words)) or inert.markdown(rule.title),
        },
    }
    if report.site:
        made["helpUri"] = f"{report.site}/rules.html#{rule.id}"
    return made


def _result(mark: Mark, index: dict[str, int]) -> Json:
    about = ": ".join(part for part in (mark.outcome, mark.about) if part)
    said = " ".join(
        part for part in (f"{about}:" if about else "", mark.message, mark.then) if part
    )
    made: dict[str, Json] = {
        "ruleId": mark.rule,
        "ruleIndex": index[mark.rule],
        "level": mark.level,
        "message": {"text": inert.sarif(said)},
        "locations": [*_locations(mark)],
        # The second is the one that GitHub looks at; where it is missing, lines that move raise
        # everything anew.
        "partialFingerprints": {
            "preventFinding/v1": mark.fingerprint,
            "primaryLocationLineHash": f"{mark.fingerprint}:1",
        },
    }
    if mark.waived:
        made["suppressions"] = [
            {
                "kind": "external",
                "status": "accepted",
                "justification": inert.terminal(mark.waived),
            }
        ]
    return made


def _locations(mark: Mark) -> Iterator[Json]:
    if mark.in_file:
        uri = inert.uri(mark.place.file)
        file: dict[str, Json] = {"uri": uri}
        if not uri.startswith("file:"):
            file["uriBaseId"] = "SRCROOT"
        yield {
            "physicalLocation": {
                "artifactLocation": file,
                "region": {"startLine": mark.line, "startColumn": mark.column},
            }
        }
