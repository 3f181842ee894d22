"""Folders with a built policy and requests in them, for the tests of ``prevent check``."""

from __future__ import annotations

from pathlib import Path

LEAFLET = "kind: leaflet\ntitle: {title}\nrequested_by: staff\nsource: {source}\n{more}"
ALLOWED = LEAFLET.format(title="Ours", source="dmm", more="distribute_from: 2026-05-01\n")
NOT_YET = LEAFLET.format(
    title="Theirs", source="external-agency", more="distribute_from: 2026-05-01\n"
)
INVALID = ALLOWED.replace("dmm", "external-agancy")
AS_OF = ("--as-of", "2026-03-10")


LINES = """\
# A booking with something to say about almost every line.
kind: booking
title: A conference
requested_by: external-agency
received_on: 2026-04-01
date: 2026-04-20
facility: Hall
hosts_event: yes
organiser: unsure
speakers:
  - name: One
    values: contrary
    extremism_concern: possible
  - name: Two
    values: shared
    extremism_concern: possible
  - name: Three
    values: shared
  - name: Four
    values: unsure
    extremism_concern: none
outline: withheld
risk_assessment:
  completed: 2026-04-21
approvals:
  - role: quality-director
    decision: granted
    date: 2026-04-02
  - role: managing-director
    decision: declined
    date: 2026-04-03
"""


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def squeezed(text: str) -> str:
    return " ".join(text.split())
