"""Every example of the language reference, loaded, compiled and decided like any policy."""

import json
from pathlib import Path
from typing import TypeAlias

import pytest
from language_policy import write_policy

from prevent.cli import main
from prevent.reading.documents import read_documents
from prevent.requirements.kinds import KINDS
from prevent.site.language.examples import kind_examples, whole_examples

Json: TypeAlias = dict[str, "Json"] | list["Json"] | str | int | bool | None
Mapping: TypeAlias = dict[str, Json]

AS_OF = "2026-10-20"


def mapping(value: object) -> Mapping:
    assert isinstance(value, dict)
    return value


REQUESTS = mapping(read_documents(Path(__file__).parent / "language_requests.yaml")[0][0].data)
FAILURES = {
    (kind, failure): mapping(case)
    for kind, failures in mapping(REQUESTS["failures"]).items()
    for failure, case in mapping(failures).items()
}
EXAMPLES = {name: mapping(case) for name, case in mapping(REQUESTS["examples"]).items()}


@pytest.fixture(scope="module")
def elm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose policy has every example as a rule, and its rules built."""
    folder = tmp_path_factory.mktemp("elm")
    write_policy(folder / "policy")
    assert main(["build", "--rules-only", "--policy", str(folder / "policy")]) == 0
    return folder


def decided(elm: Path, says: Json, capsys: pytest.CaptureFixture[str], as_of: Json) -> Mapping:
    request = mapping(REQUESTS["all_met"]) | mapping(says)
    path = elm / "request.json"
    given = {key: value for key, value in request.items() if value is not None}
    path.write_text(json.dumps(given), encoding="utf-8")
    options = ["--policy", str(elm / "policy"), "--as-of", str(as_of), "--format", "json"]
    main(["check", str(path), *options])
    report = json.loads(capsys.readouterr().out)
    assert report["errors"] == []
    return mapping(report["decisions"][0])


def told(decision: Mapping, part: Json, rule: Json) -> str:
    found = decision[str(part)]
    assert isinstance(found, list)
    return " ".join(
        str(mapping(each)["message"]) for each in found if mapping(each)["rule"] == rule
    )


def test_one_request_meets_every_example_of_a_requirement(
    elm: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decision = decided(elm, {}, capsys, AS_OF)
    passed = decision["passed"]
    assert isinstance(passed, list)
    assert {shown.id for kind in KINDS.values() for shown in kind_examples(kind)} <= set(passed)
    assert decision["outcome"] == "allowed"


@pytest.mark.parametrize(("kind", "failure"), FAILURES)
def test_a_request_that_fails_is_told_so(
    kind: str, failure: str, elm: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = FAILURES[kind, failure]
    decision = decided(elm, case["says"], capsys, case.get("as_of", AS_OF))
    assert str(case["told"]) in told(decision, "findings", case["rule"])


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_whole_example_decides(name: str, elm: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = EXAMPLES[name]
    decision = decided(elm, case["says"], capsys, AS_OF)
    assert str(case["told"]) in told(decision, case["part"], name)


def test_no_failure_and_no_example_is_without_a_request() -> None:
    failures = {(kind.name, each.name) for kind in KINDS.values() for each in kind.failures}
    assert set(FAILURES) == failures
    assert set(EXAMPLES) == {shown.id for shown in whole_examples()}
