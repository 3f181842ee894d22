"""A finding has one fingerprint in every run, wherever its request stands by then."""

from __future__ import annotations

import json
from pathlib import Path

from processes import ROOT, Prevent

EVENT = """\
kind: event
title: A talk
reference: {reference}
requested_by: external-agency
date: 2026-05-01
speakers:
  - {{name: One, values: unsure, extremism_concern: unsure}}
  - {{name: Two, values: unsure}}
"""


def prints(prevent: Prevent, folder: Path, *files: str) -> dict[str, tuple[str, int]]:
    """The rule and line of each result, by fingerprint."""
    arguments = ("--policy", str(ROOT / "policy"), "--as-of", "2026-03-10", "--format", "sarif")
    results = json.loads(prevent("check", *files, *arguments, cwd=folder).out)["runs"][0]["results"]
    found = {
        each["partialFingerprints"]["primaryLocationLineHash"]: (
            each["ruleId"],
            each["locations"][0]["physicalLocation"]["region"]["startLine"],
        )
        for each in results
    }
    assert len(found) == len(results) > 4
    return found


def test_they_stay_while_lines_move_and_files_come_in_another_order(
    prevent: Prevent, tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_text(EVENT.format(reference="A-1"))
    (tmp_path / "b.yaml").write_text(EVENT.format(reference="B-1"))
    before = prints(prevent, tmp_path, "a.yaml", "b.yaml")
    assert prints(prevent, tmp_path, "a.yaml", "b.yaml") == before
    assert prints(prevent, tmp_path, "b.yaml", "a.yaml") == before
    (tmp_path / "a.yaml").write_text("# Moved.\n\n" + EVENT.format(reference="A-1"))
    moved = prints(prevent, tmp_path, "a.yaml", "b.yaml")
    assert moved.keys() == before.keys()
    assert moved != before
    (tmp_path / "a.yaml").rename(tmp_path / "c.yaml")
    assert prints(prevent, tmp_path, "c.yaml", "b.yaml").keys() == before.keys()


def test_another_request_and_another_speaker_have_others(prevent: Prevent, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(EVENT.format(reference="A-1"))
    (tmp_path / "b.yaml").write_text(EVENT.format(reference="B-1"))
    one, other = prints(prevent, tmp_path, "a.yaml"), prints(prevent, tmp_path, "b.yaml")
    assert one.keys().isdisjoint(other)
    assert sorted(one.values()) == sorted(other.values())


def test_an_error_keeps_its_own_though_it_names_a_line(prevent: Prevent, tmp_path: Path) -> None:
    lines = "kind: leaflet\n" + "".join(f"{key}: x\n" for key in "abcde") + "a: y\n"
    (tmp_path / "a.yaml").write_text(lines + "---\nkind: leaflet\n")
    before = prints(prevent, tmp_path, "a.yaml")
    (tmp_path / "a.yaml").write_text(f"# Moved.\n{lines}---\nkind: leaflet\n")
    assert prints(prevent, tmp_path, "a.yaml").keys() == before.keys()
