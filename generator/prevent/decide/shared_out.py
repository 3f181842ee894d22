"""Work shared out among processes, a part at a time, with the answers in the order of the work.

A process is given its next part when it has answered the last, and ends when whoever gives it work
is no more. Python's own pools need threads for it, and one of them waits for ever where a process
is killed.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, Literal, NamedTuple, TypeVar

Item = TypeVar("Item")
Answer = TypeVar("Answer")

START: Literal["fork", "spawn"] = "fork" if sys.platform == "linux" else "spawn"
"""How a process begins. Where a copy of this one is safe, it has the rules at once."""


class LostError(Exception, Generic[Item]):
    """A process ended before it answered: for which part, and why, as far as is known."""

    def __init__(self, part: list[Item], why: str) -> None:
        super().__init__(why)
        self.part = part
        self.why = why


class _Worker(NamedTuple):
    process: BaseProcess
    connection: Connection[Any, Any]


def shared_out(
    work: Callable[[list[Item]], Answer], items: Iterable[Item], jobs: int, most: int
) -> Iterator[Answer]:
    """What ``work`` answers of the items, at most so many at a time, in their order.

    Raises what ``work`` raises, and ``LostError`` where a process is lost. ``work`` and what it
    answers go from process to process. No process is left when this ends. Where none can be begun,
    the work is done here.
    """
    left = iter(items)
    with _workers(work, jobs) as idle:
        while not idle and (part := list(islice(left, most))):
            yield work(part)
        busy: dict[Any, tuple[int, list[Item], _Worker]] = {}
        answers: dict[int, Answer] = {}
        given = told = 0
        while True:
            while idle and (part := list(islice(left, most))):
                worker = idle.pop()
                _give(worker, part)
                busy[worker.connection] = (given, part, worker)
                given += 1
            if not busy:
                return
            for connection in wait(list(busy)):
                place, part, worker = busy.pop(connection)
                answers[place] = _answer(worker, part)
                idle.append(worker)
            while told in answers:
                yield answers.pop(told)
                told += 1


def _give(worker: _Worker, part: list[Item]) -> None:
    try:
        worker.connection.send(part)
    except OSError as error:
        raise _lost(worker, part) from error


def _answer(worker: _Worker, part: list[Item]) -> Any:  # noqa: ANN401 (whatever the work answers)
    try:
        answer, error = worker.connection.recv()
    except (EOFError, OSError) as lost:
        raise _lost(worker, part) from lost
    if error is not None:
        raise error
    return answer


def _lost(worker: _Worker, part: list[Item]) -> LostError[Item]:
    worker.process.join(timeout=5)
    code = worker.process.exitcode or 0
    return LostError(part, f"signal {-code}" if code < 0 else f"exit status {code}")


@contextmanager
def _workers(work: Callable[[list[Item]], Answer], jobs: int) -> Iterator[list[_Worker]]:
    context: Any = multiprocessing.get_context(START)
    workers: list[_Worker] = []
    try:
        with _no_interrupts():
            for _ in range(jobs):
                here, there = context.Pipe()
                # A copy of this process holds these ends too, and would never see them shut.
                ours = [here, *(each.connection for each in workers)] if START == "fork" else []
                process = context.Process(target=_serve, args=(work, there, ours), daemon=True)
                try:
                    process.start()
                except OSError:  # there may be no more of them: those that there are will do
                    here.close()
                    break
                finally:
                    # What only the other process holds is shut when it ends.
                    there.close()
                workers.append(_Worker(process, here))
        yield list(workers)
    finally:
        for worker in workers:
            worker.connection.close()
            worker.process.terminate()
        for worker in workers:
            worker.process.join()


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """Ctrl-C waits, and never reaches the processes that are begun: it is for this one to heed."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(
    work: Callable[[list[Item]], Answer],
    connection: Connection[Any, Any],
    theirs: list[Connection[Any, Any]],
) -> None:
    """Answer part after part until no more is given, with their ends of the connections shut."""
    for each in theirs:
        each.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            part = connection.recv()
        except (EOFError, OSError):
            return
        try:
            connection.send_bytes(_told(work, part))
        except OSError:
            return


def _told(work: Callable[[list[Item]], Answer], part: list[Item]) -> bytes:
    """What the work answers of a part, or else what it raises; as it is sent."""
    try:
        return pickle.dumps((work(part), None), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 (it is raised again where the work is wanted)
        if os.environ.get("PREVENT_DEBUG"):
            error.add_note(traceback.format_exc())
        try:
            return pickle.dumps((None, error))
        except Exception:  # noqa: BLE001 (some errors hold what cannot be sent)
            return pickle.dumps((None, RuntimeError(f"{type(error).__name__}: {error}")))
