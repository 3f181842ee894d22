"""A check of very many files: what it came to is kept on the disk, and is told as from memory."""

from __future__ import annotations

import contextlib
import io
import tempfile
from pathlib import Path

import pytest

from prevent.cli import main
from prevent.decide import kept
from prevent.decide.kept import Kept
from prevent.reports.formats import FORMATS
from processes import ROOT

AS_OF = ("--as-of", "2026-03-10")
REQUESTS = [str(path) for path in sorted((ROOT / "requests").rglob("*.yaml"))]


def told(form: str, folder: Path) -> tuple[int, str]:
    """What a check of the project's requests says, and of files that are not right."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        status = main(["check", *REQUESTS, str(folder), "--format", form, *AS_OF])
    return status, out.getvalue()


@pytest.fixture
def spoilt(tmp_path: Path) -> Path:
    """Files of which each has another fault, as many as there are requests."""
    for number, path in enumerate(REQUESTS):
        text = Path(path).read_text(encoding="utf-8")
        (tmp_path / f"{number}.yaml").write_text(f"{text}\nwrong_{number}: yes\n")
    return tmp_path


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_says_the_same_of_what_is_kept_on_the_disk(
    form: str, spoilt: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    expected = told(form, spoilt)
    for in_memory, a_part in ((0, 1), (2, 3)):
        monkeypatch.setattr(kept, "IN_MEMORY", in_memory)
        monkeypatch.setattr(kept, "_A_PART", a_part)
        assert told(form, spoilt) == expected
    assert expected[0] == 2
    assert len(expected[1].splitlines()) > len(REQUESTS)


@pytest.mark.parametrize("in_memory", [0, 1, 5])
@pytest.mark.parametrize("a_part", [1, 2, 3])
def test_it_is_a_sequence_like_any_other(
    in_memory: int, a_part: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "IN_MEMORY", in_memory)
    monkeypatch.setattr(kept, "_A_PART", a_part)
    for number in range(12):
        plain = tuple(range(number))
        made = Kept(plain)
        assert len(made) == number
        # Two that go through it at once do not disturb each other.
        assert [*zip(made, made, strict=True)] == [*zip(plain, plain, strict=True)]
        assert [made[place] for place in range(-number, number)] == [*plain, *plain]
        assert tuple(made[1:7:2]) == plain[1:7:2]
        assert tuple(reversed(made.settled())) == plain[::-1]
        with pytest.raises(IndexError):
            made[number]


def test_a_disk_without_room_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full() -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(kept, "IN_MEMORY", 0)
    monkeypatch.setattr(kept, "_A_PART", 1)
    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    assert main(["check", *REQUESTS, *AS_OF]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "What was decided cannot be kept here: No space left on device." in said.err
    assert "Make room, or check fewer files at a time." in said.err
