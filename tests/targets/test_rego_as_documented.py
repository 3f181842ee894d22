"""The Rego keeps to what Open Policy Agent documents, for every policy and for random rules.

It has strict checks of its own, ``opa check --strict``: what is imported or named is used.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from rego_text import (
    ANNOTATED,
    BUILT_IN,
    annotations,
    calls,
    defined,
    imported,
    plain,
    rules_in,
    unused,
)

from prevent.bundle.make import rules_of
from prevent.conformance.random_cases import lot
from prevent.rules.ruleset import RuleSet
from prevent.targets.rego.target import Rego
from sample_requests import POLICIES, rules
from small_policy import rule, write_policy

RANDOM = [f"random {number}" for number in range(12)]


@pytest.fixture(params=[*POLICIES, *RANDOM])
def files(request: pytest.FixtureRequest) -> Mapping[str, str]:
    """The files of a policy, or of random rules."""
    return made(request.param)


@cache
def made(name: str) -> Mapping[str, str]:
    return Rego().files(rule_set(name), {})


def rule_set(name: str) -> RuleSet:
    if name in POLICIES:
        return rules(name).rule_set
    return lot("strict", int(name.split()[1]), 1).rule_set


def modules(files: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in files.items() if name.endswith(".rego")}


def test_every_name_that_is_given_is_used(files: Mapping[str, str]) -> None:
    for name, text in modules(files).items():
        for each in rules_in(text):
            assert not unused(each), f"{name}: {each}"
        for each in imported(text):
            assert f"{each}." in plain(text).replace(f"data.prevent.{each}", ""), (name, each)


def test_only_functions_that_are_documented_are_called(files: Mapping[str, str]) -> None:
    own = {f"request.{each}" for each in defined(files["request.rego"])}
    for name, text in modules(files).items():
        known = own | defined(text)
        for function, arguments in calls(text):
            if function not in known:
                assert BUILT_IN.get(function) == arguments, f"{name}: {function}"


def test_what_a_request_or_data_is_called_is_no_name_of_ours(files: Mapping[str, str]) -> None:
    for text in modules(files).values():
        assert not {"input", "data"} & defined(text)
        assert "input :=" not in text
        assert "data :=" not in text


def test_annotations_are_of_the_kinds_there_are(files: Mapping[str, str]) -> None:
    for text in modules(files).values():
        found = list(annotations(text))
        assert len(found) == text.count("\nfindings contains {")
        for each in found:
            assert {key: type(value) for key, value in each.items()} == ANNOTATED


def test_every_module_says_which_rego_it_is(files: Mapping[str, str]) -> None:
    for name, text in modules(files).items():
        code = [line for line in text.splitlines() if line and not line.startswith("#")]
        package, version, *_ = code
        assert package == "package prevent" or package.startswith("package prevent."), name
        assert version == "import rego.v1", name


def test_the_manifest_is_that_of_a_bundle(files: Mapping[str, str]) -> None:
    manifest = json.loads(files[".manifest"])
    assert {key: type(value) for key, value in manifest.items()} == {
        "revision": str,
        "roots": list,
        "rego_version": int,
    }
    assert manifest["roots"] == ["prevent"]
    assert manifest["rego_version"] == 1


ALWAYS = """
then: {outcome: referred, who: [head], say: The Head decides.}
"""
EACH = """
for_each: speakers
then: {outcome: referred, who: [head], say: The Head decides.}
"""


@pytest.mark.parametrize("written", [ALWAYS, EACH], ids=["always", "each"])
def test_rules_that_compare_nothing_name_nothing(written: str, tmp_path: Path) -> None:
    policy = write_policy(tmp_path, rule(written))
    texts = modules(Rego().files(rules_of(policy, "policy").rule_set, {}))
    assert [
        unused(each) for text in texts.values() for each in rules_in(text) if unused(each)
    ] == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("f(a, b) := a", ["b"]),
        ("f(_, b) := b", []),
        ("p if {\n\tx := 1\n\ty := 2\n\ty > 1\n}", ["x"]),
        ("p := x if {\n\tx := input.y\n}", []),
        ("f(a) := b.a if {\n\tb := 1\n}", ["a"]),
    ],
)
def test_a_name_that_nothing_uses_is_found(text: str, named: list[str]) -> None:
    assert unused(text) == named
