"""Many files are shared out among processes, and nothing else about the check is different."""

from __future__ import annotations

import os
import pickle
import shutil
import signal
import subprocess
import sys
import time
from datetime import date
from itertools import cycle, islice
from multiprocessing.context import ForkProcess
from pathlib import Path

import pytest
from waiving import GIVEN, LEAFLET, Project, project_at

from prevent.bundle.make import rules_of
from prevent.decide import shared_out
from prevent.decide.check import MANY, Checker
from prevent.decide.shared_out import LostError
from processes import HEED_INTERRUPTS, ROOT, Prevent

AS_OF = ("--as-of", "2026-11-23")
PROGRAM = """
import os, sys, time
from pathlib import Path
from prevent.cli import main
from prevent.decide import check
usual = check.read_documents
def read_documents(path):
    if "0250" in path:
        {instead}
    return usual(path)
check.read_documents = read_documents
sys.exit(main())
"""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of requests: allowed, refused, not valid, unreadable, and several in a file."""
    folder = tmp_path_factory.mktemp("many")
    samples = sorted((ROOT / "requests").rglob("*.yaml"))
    for number, sample in enumerate(islice(cycle(samples), MANY + 70)):
        shutil.copyfile(sample, folder / f"request-{number:04}.yaml")
    spoiled = {
        "empty": b"",
        "no-kind": b"title: A talk\n",
        "not-text": b"kind: event\ntitle: \xff\n",
        "repeated": b"kind: event\nkind: leaflet\n",
        "tags": b"kind: !x event\n",
        "two": b"kind: event\n---\nkind: nothing\n---\n[",
    }
    for number, (name, data) in zip(range(0, 600, 95), spoiled.items(), strict=False):
        (folder / f"request-{number:04}-{name}.yaml").write_bytes(data)
    (folder / "request-0300-gone.yaml").symlink_to(folder / "nowhere.yaml")
    os.mkfifo(folder / "request-0410-pipe.yaml")
    (folder / "request-0420.json").write_text('{"kind": "leaflet"}')
    return folder


def test_it_makes_no_difference_by_how_many_processes(prevent: Prevent, many: Path) -> None:
    given = ("check", str(many / "request-0003.yaml"), "-", str(many), "nowhere", *AS_OF)
    for also in ((), ("--format", "json"), ("--explain",)):
        ran = [prevent(*given, *also, "--jobs", jobs, stdin=LEAFLET.encode()) for jobs in "123"]
        assert ran[0] == ran[1] == ran[2]
        assert ran[0].status == 2
        assert "request-0300-gone.yaml" in ran[0].out


def test_waivers_count_as_they_do_where_one_process_checks(
    prevent: Prevent, tmp_path: Path
) -> None:
    folder = project_at(tmp_path)
    assert prevent("build", "--rules-only", cwd=folder).status == 0
    project = Project(folder, prevent)
    (folder / "many").mkdir()
    for number in range(MANY + 10):
        # Of those that are waived one is in the first part, and two are in different parts.
        reference = {3: "LF-1", 120: "LF-2", 480: "LF-2"}.get(number, f"LF-1{number:04}")
        text = LEAFLET.replace("LF-1", reference)
        (folder / "many" / f"{number:04}.yaml").write_text(text)
    project.waive({}, {"id": "w-2", "reference": "LF-2"}, {"id": "w-3", "reference": "LF-3"})
    given = ("check", "many", "--as-of", GIVEN["granted_on"], "--format", "json", "--jobs")
    one, two = (prevent(*given, jobs, cwd=folder) for jobs in "12")
    assert one == two
    found = {each["id"]: each["status"] for each in one.json["waivers"]}
    assert found == {"w-1": "used", "w-2": "ambiguous", "w-3": "no-request"}


def run_instead(many: Path, instead: str, **environment: str) -> subprocess.Popen[bytes]:
    """A check of many files in two processes, in which one file is read in some other way."""
    program = HEED_INTERRUPTS + PROGRAM.format(instead=instead)
    return subprocess.Popen(
        [sys.executable, "-c", program, "check", str(many), *AS_OF, "--jobs", "2"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        env={**os.environ, **environment},
    )


needs_copies = pytest.mark.skipif(
    shared_out.START != "fork", reason="what a test changes is not there in another process"
)


@needs_copies
def test_a_process_that_is_killed_is_one_plain_error(many: Path) -> None:
    out, err = (process := run_instead(many, "os.kill(os.getpid(), 9)")).communicate(timeout=60)
    assert (process.returncode, out) == (2, b"")
    [told] = err.decode().splitlines()
    assert "was lost (signal 9). Nothing was decided. Try again with '--jobs 1'." in told


@needs_copies
def test_a_fault_of_the_program_is_told_as_it_is_of_one_process(many: Path) -> None:
    instead = "raise ZeroDivisionError('no such luck')"
    out, err = (process := run_instead(many, instead)).communicate(timeout=60)
    assert (process.returncode, out) == (2, b"")
    [told] = err.decode().splitlines()
    assert "a fault of the program, not yours: ZeroDivisionError, in prevent." in told
    assert "no such luck" not in told
    out, err = run_instead(many, instead, PREVENT_DEBUG="1").communicate(timeout=60)
    assert b"in read_documents" in err


@needs_copies
def test_ctrl_c_stops_all_of_them_at_once_and_quietly(many: Path, tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    process = run_instead(many, f"Path({str(begun)!r}).touch(); time.sleep(60)")
    deadline = time.monotonic() + 60
    while not begun.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    # As a terminal does, to every process.
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (130, b"")
    assert err.decode().splitlines() == ["prevent: Stopped. Nothing was left half-written."]
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


@needs_copies
@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGKILL])
def test_what_ends_the_check_ends_all_of_them(
    sent: signal.Signals, many: Path, tmp_path: Path
) -> None:
    begun = tmp_path / "begun"
    process = run_instead(many, f"Path({str(begun)!r}).touch(); time.sleep(1)")
    deadline = time.monotonic() + 60
    while not begun.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(sent)
    # It ends only when nobody can write to it any more.
    assert process.communicate(timeout=30)[0] == b""
    assert process.returncode == -sent


@pytest.mark.parametrize("jobs", ["0", "-1", "two", "1000", ""])
def test_a_number_of_processes_that_is_none_is_refused(prevent: Prevent, jobs: str) -> None:
    ran = prevent("check", "requests", f"--jobs={jobs}")
    assert ran.status == 2
    assert "is not a number of processes. Write 1 to 64." in ran.err


# ----------------------------------------------------------------------------- how it is shared out


def slow_first(part: list[int]) -> list[int]:
    time.sleep(0.2 if 0 in part else 0)
    return [os.getpid(), *part]


@needs_copies
def test_answers_come_in_the_order_of_the_work_from_several_processes() -> None:
    answers = list(shared_out.shared_out(slow_first, range(95), 3, 10))
    assert [each for _, *part in answers for each in part] == list(range(95))
    assert 1 < len({process for process, *_ in answers}) <= 3


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_processes_may_begin_in_either_way(start: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_out, "START", start)
    assert list(shared_out.shared_out(sum, range(20), 2, 10)) == [45, 145]


@needs_copies
@pytest.mark.parametrize("there_are", [0, 1])
def test_where_no_more_processes_can_be_begun_those_there_are_do_the_work(
    there_are: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual, begun = ForkProcess.start, []

    def start(process: ForkProcess) -> None:
        if len(begun) == there_are:
            raise BlockingIOError
        begun.append(process)
        usual(process)

    monkeypatch.setattr(ForkProcess, "start", start)
    answers = list(shared_out.shared_out(slow_first, range(25), 3, 10))
    assert [each for _, *part in answers for each in part] == list(range(25))
    assert len({process for process, *_ in answers}) == 1


@needs_copies
def test_what_is_not_waited_for_leaves_no_process() -> None:
    answers = shared_out.shared_out(slow_first, iter(range(10_000)), 2, 10)
    process, *_ = next(answers)
    answers.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


@needs_copies
def test_what_cannot_be_sent_is_an_error_and_not_a_process_lost() -> None:
    with pytest.raises((AttributeError, pickle.PicklingError)):
        list(shared_out.shared_out(lambda _: lambda: None, range(3), 1, 10))


@needs_copies
def test_a_process_that_ends_says_how() -> None:
    with pytest.raises(LostError, match="exit status 3") as lost:
        list(shared_out.shared_out(lambda _: os._exit(3), range(25), 1, 10))
    assert lost.value.part == list(range(10))


def test_what_checks_can_be_sent_to_another_process() -> None:
    own = Checker(rules_of(ROOT / "policy", "policy"), date(2026, 11, 23), explaining=True)
    other = pickle.loads(pickle.dumps(own))  # noqa: S301 (it was made here)
    paths = [str(path) for path in sorted((ROOT / "requests").rglob("*.yaml"))]
    assert other.part(paths) == own.part(paths)
    own.close()
    other.close()
