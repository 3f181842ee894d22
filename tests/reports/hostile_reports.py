"""Requests of which every word tries to be more than a word, and every report of them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import yaml

from prevent.reports.formats import FORMATS
from processes import ROOT, Prevent

CORPUS: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parent / "payloads.yaml").read_text(encoding="utf-8")
)
PAYLOADS = [payload for each in CORPUS.values() for payload in each]

_LONGEST_NAME = 100


@dataclass(frozen=True)
class Reports:
    """The folder a check ran in, and what it wrote in each format."""

    folder: Path
    texts: dict[str, str]


def request(payload: str) -> dict[str, object]:
    """A request with findings that name the payload, as title, reference and speaker."""
    return {
        "kind": "event",
        "title": payload,
        "reference": payload,
        "requested_by": "external-agency",
        "date": "2026-05-01",
        "speakers": [{"name": payload, "values": "contrary", "extremism_concern": "unsure"}],
    }


def broken(payload: str) -> dict[str, object]:
    """A request whose faults quote the payload."""
    return {"kind": "event", "title": "x", "requested_by": payload, payload: payload}


def write_hostile(folder: Path) -> None:
    """A file for each payload, with two requests in it; and one named by it, if that can be."""
    for number, payload in enumerate(PAYLOADS):
        documents = [json.dumps(each) for each in (request(payload), broken(payload))]
        text = "\n---\n".join(documents)
        (folder / f"{number:03}.yaml").write_text(text, encoding="utf-8")
        name = payload.replace("/", "_").replace("\0", "_")[:_LONGEST_NAME]
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def reports(prevent: Prevent, folder: Path) -> Reports:
    """Every format of a check of such a folder."""
    (folder / "in").mkdir()
    write_hostile(folder / "in")
    named = [word for form in FORMATS for word in ("--format", f"{form}=out.{form}")]
    policy = ("--policy", str(ROOT / "policy"), "--as-of", "2026-03-10")
    ran = prevent("check", "in", *policy, *named, cwd=folder)
    assert (ran.status, ran.out, ran.err) == (2, "", "")
    read = {form: (folder / f"out.{form}").read_text(encoding="utf-8") for form in FORMATS}
    return Reports(folder, read)
