"""A run in a copy of a process that is ready is as a run in a process from the start."""

from __future__ import annotations

from pathlib import Path

import pytest

from processes import ROOT, Prevent

FROM_THE_START = {"PREVENT_TESTS": "A run that is given an environment is no copy."}
NOT_VALID = b"kind: leaflet\ntitle: caf\xc3\xa9\n"


@pytest.mark.parametrize(
    ("arguments", "stdin", "status"),
    [
        (("check", "requests", "--as-of", "2026-11-23"), b"", 1),
        (("check", "-", "--format", "json"), NOT_VALID, 2),
        (("check", "policy/roles.yaml", "--explain"), b"", 2),
        (("validate",), b"", 0),
        (("build", "--check"), b"", 0),
        (("chekc",), b"", 2),
        (("check", "--help"), b"", 0),
        ((), b"", 2),
    ],
    ids=str,
)
def test_a_copy_says_the_same_with_the_same_status(
    arguments: tuple[str, ...], stdin: bytes, status: int, prevent: Prevent
) -> None:
    copied = prevent(*arguments, stdin=stdin)
    assert copied.status == status
    assert copied == prevent(*arguments, stdin=stdin, environment=FROM_THE_START)


def test_a_copy_keeps_nothing_of_the_run_before(
    prevent: Prevent, started: Path, tmp_path: Path
) -> None:
    request = (ROOT / "requests" / "leaflets").glob("*.yaml")
    given = ("check", str(min(request)), "--format", "json", "--as-of", "2026-11-23")
    before = prevent(*given)
    assert prevent(*given, cwd=started).json["policy"] != before.json["policy"]
    assert prevent("check", ".", cwd=tmp_path).status == 2
    assert prevent(*given) == before
