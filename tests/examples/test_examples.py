"""The examples: whole projects of other providers, each sound, current and decided as expected.

Each project under ``examples/`` has an ``expected.yaml``: for each request file a list of checks,
each with its ``as_of``, the ``outcome``, and every finding, condition and note. Of a finding, what
is written there is compared; ``afterwards`` and ``waived`` are compared where they are written.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml

from prevent.engines.durable import available
from processes import ROOT, Prevent, Ran

EXAMPLES = sorted(path.parent for path in (ROOT / "examples").rglob("expected.yaml"))

Checks = dict[str, list[dict[str, Any]]]


def named(folder: Path) -> str:
    return folder.relative_to(ROOT / "examples").as_posix()


def plain(value: object) -> object:
    """What YAML reads as dates is text in the report."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, list) else value


def expected(example: Path) -> Checks:
    loaded: Any = plain(yaml.safe_load((example / "expected.yaml").read_text(encoding="utf-8")))
    assert isinstance(loaded, dict)
    return loaded


@pytest.fixture(params=EXAMPLES, ids=named, scope="module")
def example(request: pytest.FixtureRequest) -> Path:
    folder = request.param
    assert isinstance(folder, Path)
    return folder


@pytest.fixture(scope="module", params=["durable-rules confirmed", "reference evaluator alone"])
def environment(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    """With the rules engine, and as where it cannot be installed."""
    if request.param == "durable-rules confirmed":
        return {}
    folder = tmp_path_factory.mktemp("without")
    (folder / "durable_rules_engine.py").write_text("raise ImportError('not here')\n")
    paths = [str(folder), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {"PYTHONPATH": os.pathsep.join(paths)}


def test_there_are_examples() -> None:
    assert EXAMPLES


def test_the_policy_is_sound(example: Path, prevent: Prevent) -> None:
    ran = prevent("validate", cwd=example)
    assert (ran.status, ran.err) == (0, ""), ran.out


def test_its_rules_are_what_the_policy_makes(example: Path, prevent: Prevent) -> None:
    ran = prevent("build", "--check", cwd=example)
    assert ran.status == 0, ran.err


def test_every_request_is_expected_and_every_expectation_has_its_request(example: Path) -> None:
    files = {
        path.relative_to(example).as_posix() for path in (example / "requests").rglob("*.yaml")
    }
    assert files == set(expected(example))


def test_every_rule_is_in_an_expectation_or_passed_where_it_applies(
    example: Path, prevent: Prevent
) -> None:
    report = checked(example, prevent, sorted(expected(example)), "--as-of", "2030-01-01").json
    met = {rule for decision in report["decisions"] for rule in decision["passed"]}
    met |= {each["rule"] for decision in report["decisions"] for each in decision["conditions"]}
    told = {name for want in every_check(example) for name in names_of(want)}
    assert set(rules_of(example)) <= met | told


def test_requests_are_decided_as_expected(
    example: Path, prevent: Prevent, environment: dict[str, str]
) -> None:
    wants = expected(example)
    days = dict.fromkeys((want["as_of"], want.get("policy_as_of")) for want in every_check(example))
    wrong = []
    for as_of, policy_as_of in days:
        asked = {
            name: want
            for name, each in wants.items()
            for want in each
            if (want["as_of"], want.get("policy_as_of")) == (as_of, policy_as_of)
        }
        options = ["--as-of", as_of]
        options += ["--policy-as-of", policy_as_of] if policy_as_of else []
        report = checked(example, prevent, list(asked), *options, environment=environment).json
        assert report["errors"] == []
        engine_takes_part = not environment and available() is None
        assert ("durable-rules" in report["engine"]) == engine_takes_part
        for (name, want), decision in zip(asked.items(), report["decisions"], strict=True):
            assert decision["file"] == name
            found = told(decision, want)
            if found != wanted(want):
                wrong.append((name, as_of, found, wanted(want)))
    assert wrong == []


def checked(
    example: Path,
    prevent: Prevent,
    files: list[str],
    *options: str,
    environment: dict[str, str] | None = None,
) -> Ran:
    arguments = ("check", *files, "--format", "json", *options)
    return prevent(*arguments, cwd=example, environment=environment)


def every_check(example: Path) -> Iterator[dict[str, Any]]:
    return chain.from_iterable(expected(example).values())


def wanted(want: dict[str, Any]) -> dict[str, Any]:
    listed = {key: sorted(want.get(key, [])) for key in ("conditions", "notes")}
    listed |= {key: sorted(want[key]) for key in ("afterwards", "waived") if key in want}
    findings = [sorted(each.items()) for each in want.get("findings", [])]
    return {"outcome": want["outcome"], "findings": sorted(findings, key=str), **listed}


def told(decision: dict[str, Any], want: dict[str, Any]) -> dict[str, Any]:
    """What was decided, of each finding just what the expectation of it speaks of."""
    listed = {
        "conditions": sorted(each["condition"] for each in decision["conditions"]),
        "notes": sorted(each["rule"] for each in decision["notes"]),
    }
    for key in {"afterwards", "waived"} & want.keys():
        listed[key] = sorted(each["rule"] for each in decision[key])
    left = list(decision["findings"])
    findings = []
    for each in want.get("findings", []):
        same = [found for found in left if all(found[key] == each[key] for key in each)]
        if same:
            left.remove(same[0])
            findings.append(sorted(each.items()))
    shown = ("rule", "outcome", "who", "by", "subject", "message", "dates")
    findings += [[(key, found[key]) for key in shown] for found in left]
    return {"outcome": decision["outcome"], "findings": sorted(findings, key=str), **listed}


def names_of(want: dict[str, Any]) -> Iterator[str]:
    yield from (each["rule"] for each in want.get("findings", []))
    yield from want.get("notes", [])
    yield from want.get("afterwards", [])


def rules_of(example: Path) -> Iterator[str]:
    for path in (example / "policy" / "procedures").glob("*.yaml"):
        procedure = yaml.safe_load(path.read_text(encoding="utf-8"))
        for part in ("rules", "does_not_apply", "afterwards"):
            yield from (rule["id"] for rule in procedure.get(part, []))
