"""``prevent conform``: engines that agree are said to, and none that differs goes unnoticed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from conformance.own_runners import Absent, Failing, Forgetful, Honest, Short, Tardy
from conformance.written_cases import every
from prevent.cli import main
from prevent.stock import table
from prevent.stock.runner import Runner
from prevent.targets.table import TARGETS
from processes import ROOT, Prevent

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in this process: its status, output and messages."""
    monkeypatch.chdir(ROOT)

    def run_it(*arguments: str) -> tuple[int, str, str]:
        status = main(arguments)
        shown = capsys.readouterr()
        return status, shown.out, shown.err

    return run_it


@pytest.fixture
def engines(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Puts these in place of the stock engines."""

    def put(*runners: type[Runner]) -> None:
        by_name = {each.name: each for each in runners}
        monkeypatch.setattr(table, "RUNNERS", dict.fromkeys(by_name, ""))
        monkeypatch.setattr(table, "runner", lambda name: by_name[name]())

    return put


def number_of_cases() -> int:
    return sum(len(cases) for _, _, cases in every("policy"))


def test_every_row_of_the_table_is_a_runner_of_that_name_for_a_target_there_is() -> None:
    for name in table.RUNNERS:
        runner = table.runner(name)
        assert runner.name == name
        assert runner.target in TARGETS


def test_every_stock_engine_that_is_installed_agrees_in_every_case(run: Run) -> None:
    status, out, err = run("conform")
    assert status == 0, out + err
    lines = [line for line in out.splitlines() if f"{number_of_cases():,}" in line]
    assert lines
    assert all(line.split()[-2] == "0" for line in lines)
    assert "agree" in out.splitlines()[-1]


@pytest.mark.parametrize("seed", ["1", "two"])
def test_every_stock_engine_agrees_on_random_rules_and_requests(seed: str, run: Run) -> None:
    status, out, err = run("conform", "--cases", "150", "--seed", seed)
    assert (status, err) == (0, ""), out
    assert "150" in out


def test_an_engine_that_leaves_a_finding_out_is_caught_and_told(
    run: Run, engines: Callable[..., None]
) -> None:
    engines(Honest, Forgetful)
    status, out, _ = run("conform")
    assert status == 1
    assert "Forgetful differs in" in out
    assert "Honest differs" not in out
    assert "    the outcome is action-needed" in out
    assert "    it does not tell: leaflet-permission (late): action-needed, clause " in out
    assert "1 of 2 engines differ." in out.splitlines()[-1]
    [head] = [line for line in out.splitlines() if line.startswith("Forgetful  by-rows")]
    cases, agreed, differed = (int(number.replace(",", "")) for number in head.split()[2:5])
    assert cases == number_of_cases() == agreed + differed
    late = sum(
        any(found["failure"] == "late" for found in case["findings"])
        for _, _, cases_of_kind in every("policy")
        for case in cases_of_kind
    )
    assert differed == late > 0


@pytest.mark.parametrize(
    "arguments", [(), ("--cases", "200", "--seed", "4")], ids=["written", "random"]
)
def test_what_is_shown_can_be_tried_again_as_it_says(
    arguments: tuple[str, ...], run: Run, engines: Callable[..., None]
) -> None:
    engines(Tardy)
    status, out, _ = run("conform", *arguments)
    assert status == 1
    again = next(line for line in out.splitlines() if "again: prevent " in line)
    start = out.splitlines().index(again)
    words = again.partition("prevent ")[2].split()
    status, alone, _ = run(*words)
    assert status == 1
    assert "differs in 1 of 1 case." in alone
    told = {line for line in out.splitlines()[:start] if line.startswith("    it ")}
    assert told & set(alone.splitlines())


def test_an_engine_that_is_not_installed_is_said_and_passes_for_none(
    run: Run, engines: Callable[..., None]
) -> None:
    engines(Honest, Absent)
    status, out, _ = run("conform")
    assert status == 0
    assert "Absent: not run. Absent is not installed: pip install absent." in out
    assert out.splitlines()[-1] == "1 engine agrees in every case. 1 could not be run to the end."
    assert run("conform", "--target", "absent")[0] == 2
    engines(Absent)
    status, out, _ = run("conform")
    assert status == 2
    assert "No engine could be run." in out


@pytest.mark.parametrize(
    ("engine", "why"),
    [(Failing, "RuntimeError: the disk is full"), (Short, "It gave")],
    ids=["failing", "short"],
)
def test_an_engine_that_gives_no_answers_agrees_with_nothing(
    engine: type[Runner], why: str, run: Run, engines: Callable[..., None]
) -> None:
    engines(Honest, engine)
    status, out, _ = run("conform")
    assert status == 2
    assert f"{engine.title}: it stopped. {why}" in out
    assert f"  again: prevent conform --target {engine.name} --case leaflet-0001" in out
    assert "1 engine agrees in every case. 1 could not be run to the end." in out


def test_a_target_may_be_named_instead_of_an_engine(run: Run, engines: Callable[..., None]) -> None:
    engines(Honest, Tardy)
    status, out, _ = run("conform", "--target", "by-rows", "--case", "event-0001")
    assert "Honest" in out
    assert "Tardy" in out
    assert status == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("--target", "honset"),
            "honset: There is no such engine or target. Did you mean 'honest'?",
        ),
        (("--case", "event-9999"), "event-9999: There is no such case."),
        (("--seed", "4"), "It is not said how many cases."),
        (("--seed", "4", "--case", "x"), "x: There is no such case."),
    ],
)
def test_what_there_is_not_is_said(
    arguments: tuple[str, ...], told: str, run: Run, engines: Callable[..., None]
) -> None:
    engines(Honest)
    status, out, err = run("conform", *arguments)
    assert (status, out) == (2, "")
    assert told in err


@pytest.mark.parametrize("number", ["0", "-1", "many", "1.5"])
def test_a_number_of_cases_is_a_whole_number(number: str, prevent: Prevent) -> None:
    ran = prevent("conform", f"--cases={number}")
    assert ran.status == 2
    assert f"'{number}' is not a number from 1" in ran.err


def test_random_rules_need_no_policy(
    run: Run, engines: Callable[..., None], monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    engines(Honest)
    monkeypatch.chdir(str(tmp_path))
    assert run("conform", "--cases", "30")[0] == 0
    status, _, err = run("conform")
    assert status == 2
    assert "policy" in err
