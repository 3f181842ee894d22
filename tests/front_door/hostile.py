"""A small policy to be spoiled, and every engine that it is put to."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from prevent.stock import table
from prevent.stock.json_logic_node import MODULES
from processes import Prevent
from small_policy import FIELDS, rule, write_policy

RULES = (
    rule(
        """
        when: {source: outside}
        require: {approval: {from: [head]}}
        otherwise: {missing: {outcome: referred, who: [bursar], say: It is not agreed to}}
        """,
        id="agreed",
    ),
    rule("require: {answer: {to: [outline]}}", id="outlined"),
    rule(
        """
        for_each: speakers
        cases:
          - when: {topic: delicate}
            require: {advice: {from: [head]}}
          - when: {known: no}
            then: {outcome: refused, say: It is refused}
        """,
        id="each",
    ),
    rule(
        "when: {size: {at_least: 50}}\nthen: {outcome: referred, who: [bursar], say: It is large}"
    ),
    rule(
        "when: {indoors: no}\nthen: {outcome: allowed, say: It is quiet, conditions: [quiet]}",
        id="quietly",
    ),
)
ASKED = (
    *("title", "date", "size", "indoors", "source", "outline", "speakers"),
    *("approvals", "advice"),
)
OWN_FIELDS = [each for each in FIELDS if each["id"] in ASKED]


def policy_in(folder: Path) -> Path:
    """The small policy, with nothing wrong yet."""
    return write_policy(folder, *RULES, fields=OWN_FIELDS)


class Words(yaml.SafeLoader):
    """Reads yes, no and on as words, as the policy's own reader does."""

    yaml_implicit_resolvers = {  # noqa: RUF012 (the library's own way)
        first: [each for each in resolvers if each[0] != "tag:yaml.org,2002:bool"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


Words.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), ["t", "f"])


def rewrite(policy: Path, change: Callable[[Any], Any], files: str = "**/*.yaml") -> None:
    """Changes what the files of a policy say."""
    for path in policy.glob(files):
        read = yaml.load(path.read_text(encoding="utf-8"), Words)  # noqa: S506 (a safe loader)
        written = yaml.safe_dump(change(read), sort_keys=False)
        path.write_text(written, encoding="utf-8")


def engines(folder: Path) -> dict[str, str]:
    """The environment in which JSON Logic is found under Node, where there is Node."""
    if (npm := shutil.which("npm")) is not None:
        quiet = ("--silent", "--no-audit", "--no-fund")
        install = (npm, "install", *quiet, "--prefix", str(folder), "json-logic-js@2.0.5")
        subprocess.run(install, check=True, timeout=120)
    return {MODULES: str(folder)}


def conforms(prevent: Prevent, folder: Path, environment: dict[str, str]) -> None:
    """Builds the policy and puts its cases to every engine that is installed here."""
    built = prevent("build", "--rules-only", cwd=folder)
    assert built.status == 0, built.err
    ran = prevent("conform", cwd=folder, environment=environment)
    assert ran.status == 0, ran.out + ran.err
    for name in ("durable-rules", "json-logic-python", "rego", "duckdb"):
        assert f"{table.runner(name).title}: not run" not in ran.out
    assert shutil.which("npm") is None or "(json-logic-js): not run" not in ran.out
