"""Work in a thread of its own, so that whoever waits for it can be stopped, or can give up."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from typing import Generic, TypeVar

_Came = TypeVar("_Came")


class Working(Generic[_Came]):
    """Work that has begun. It goes on by itself, and ends with the process at the latest."""

    def __init__(self, work: Callable[[], _Came]) -> None:
        self._came: list[_Came] = []
        self._failed: list[BaseException] = []
        # A thread that is waited for while Ctrl-C comes is taken for ended by Python 3.11.
        self._ended = Event()

        def run() -> None:
            try:
                self._came.append(work())
            except BaseException as error:  # noqa: BLE001 (it is raised again, where it is waited for)
                self._failed.append(error)
            finally:
                self._ended.set()

        self._thread = Thread(target=run, daemon=True)
        self._thread.start()

    def ended(self, seconds: float) -> bool:
        """Has it ended, or does it within these seconds?"""
        return self._ended.wait(seconds)

    def came(self) -> _Came:
        """What the work, which has ended, gave. Raises what it raised."""
        if self._failed:
            raise self._failed[0]
        return self._came[0]

    def forget(self) -> None:
        """Let go of what the work, which has ended, gave or raised, and of all that it held."""
        self._thread.join()
        self._came.clear()
        self._failed.clear()
