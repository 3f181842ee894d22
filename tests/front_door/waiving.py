"""A project whose policy allows waivers, its requests, and the waivers given in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spoiled import copy_policy

from processes import Prevent, Ran

ALLOWED = """
waivers:
  authorised_by: [managing-director]
  rules: [leaflet-permission, event-notice, event-outline, speaker-assessed]
  clause: "3.8"
  statements: [S69]
"""
LEAFLET = """\
kind: leaflet
reference: LF-1
title: Free trial at a new gym
requested_by: staff
source: external-agency
distribute_from: 2026-05-01
"""
BOOKING = """\
kind: booking
reference: BK-1
title: Careers fair
requested_by: external-agency
date: 2026-05-01
facility: Hall
risk_assessment: {completed: 2026-03-01}
"""
EVENT = """\
kind: event
reference: EV-1
title: Careers talk
requested_by: staff
date: 2026-05-01
received_on: 2026-03-01
speakers:
  - {name: A. Speaker, values: shared}
  - {name: B. Speaker, values: shared}
"""
GIVEN: dict[str, Any] = {
    "id": "w-1",
    "kind": "leaflet",
    "reference": "LF-1",
    "rules": ["leaflet-permission"],
    "by": "managing-director",
    "why": "The Quality Director is away until June.",
    "granted_on": "2026-03-01",
    "until": "2026-04-30",
}


@dataclass(frozen=True)
class Project:
    """The folder of a project, and the command run in it on 10 March 2026."""

    folder: Path
    prevent: Prevent

    def request(self, name: str, text: str = LEAFLET) -> None:
        path = self.folder / "requests" / f"{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def waive(self, *waivers: dict[str, Any]) -> None:
        """Write the waivers, each like ``GIVEN`` but for what is named."""
        lines = ["waivers:"]
        for waiver in waivers:
            written = [f"{key}: {_written(value)}" for key, value in (GIVEN | waiver).items()]
            lines += [f"  - {written[0]}", *(f"    {line}" for line in written[1:])]
        (self.folder / "waivers.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def check(self, *arguments: str, as_of: str = "2026-03-10") -> Ran:
        return self.prevent("check", "requests", "--as-of", as_of, *arguments, cwd=self.folder)

    def report(self, *arguments: str, as_of: str = "2026-03-10") -> dict[str, Any]:
        return self.check("--format", "json", *arguments, as_of=as_of).json


def project_at(folder: Path) -> Path:
    """A project whose policy allows waivers; its folder."""
    organisation = copy_policy(folder) / "organisation.yaml"
    organisation.write_text(organisation.read_text(encoding="utf-8") + ALLOWED, encoding="utf-8")
    return folder


def _written(value: object) -> str:
    return f"[{', '.join(value)}]" if isinstance(value, list) else str(value)
