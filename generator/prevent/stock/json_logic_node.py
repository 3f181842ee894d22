"""The JSON Logic, run under Node by json-logic-js: one process, which reads lines of JSON."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from prevent.stock.json_logic import JsonLogicRunner, Posted, Told

MODULES = "PREVENT_NODE_MODULES"
"""The environment variable that says in which folder json-logic-js is installed."""

_PROGRAM = """
const logic = require("json-logic-js");
const lines = require("readline").createInterface({input: process.stdin});
const first = (tests, facts) => Math.max(0, tests.findIndex((e) => logic.apply(e.when, facts)));
let scopes;
lines.on("line", (line) => {
  const read = JSON.parse(line);
  if (scopes === undefined) { scopes = read; return; }
  const [number, facts] = read;
  const findings = [];
  scopes[number].findings.forEach((each, place) => {
    if (logic.apply(each.told, facts) !== true) return;
    const who = [];
    each.who.forEach((one, role) => { if (logic.apply(one.when, facts)) who.push(role); });
    findings.push([place, who, first(each.by, facts), first(each.conditions, facts)]);
  });
  console.log(JSON.stringify([logic.apply(scopes[number].outcome, facts), findings]));
});
"""


class JsonLogicNode(JsonLogicRunner):
    """Needs Node, and json-logic-js in the folder that ``PREVENT_NODE_MODULES`` names, or here."""

    name = "json-logic-node"
    title = "JSON Logic under Node (json-logic-js)"

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or Path(os.environ.get(MODULES, "build/node"))

    def available(self) -> str | None:
        """Are Node and json-logic-js there?"""
        if shutil.which("node") is None:
            return "Node is not installed."
        if not (self._folder / "node_modules" / "json-logic-js").is_dir():
            install = f"npm install --prefix {self._folder} json-logic-js"
            return f"json-logic-js is not installed. {install}."
        return None

    def _told(self, scopes: Sequence[Any], posted: Sequence[Posted]) -> list[Told]:
        node = shutil.which("node")
        assert node is not None
        lines = [json.dumps(scopes), *(json.dumps([each.scope, each.facts]) for each in posted)]
        done = subprocess.run(  # noqa: S603 (Node itself, and a program that stands above)
            [node, "-e", _PROGRAM],
            input="\n".join(lines) + "\n",
            cwd=self._folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        return [Told(outcome, [tuple(each) for each in findings]) for outcome, findings in answers]
