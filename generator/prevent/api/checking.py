"""Requests decided by a policy: what ``prevent check`` does, for programs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING, Self

from prevent.api.rules import Loaded, load_rules
from prevent.dates import today
from prevent.decide.check import MANY, Checker, Report
from prevent.decide.decision import Decision
from prevent.faults import Fault, Place, PreventError
from prevent.reading.documents import LIMIT

if TYPE_CHECKING:  # most checks are given no waivers
    from prevent.requests.waivers import GivenWaivers

__all__ = ["LIMIT", "MANY", "Policy"]

GIVEN = "request"
"""What faults call a request that is no file."""


class Policy:
    """A policy that requests are checked by.

    It keeps what it has made, so the second check is quick: load it once and use it again. Several
    threads may use one policy; their checks take turns. Each check goes by the policy as it was
    when it was loaded. A policy is closed by ``close``, or at the end of a ``with`` block; until
    then it keeps the rules engine's memory.

        from prevent import Policy

        with Policy.load("policy") as policy:
            decision = policy.check("requests/leaflet.yaml")
            print(decision.outcome)
    """

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._checker: Checker | None = Checker(loaded.rules, today())
        self._lock = RLock()

    @classmethod
    def load(cls, path: str | os.PathLike[str] | None = None) -> Policy:
        """The policy in the folder ``path``: the one that holds ``organisation.yaml``.

        Left out, it is the nearest folder called ``policy``, in the working folder or above it.
        The rules beside it, in ``rules/``, are used where they are current, and made where they
        are not; ``note`` then says so. Raises ``PreventError`` with every fault of the policy.
        """
        return cls(load_rules(None if path is None else os.fspath(path)))

    @property
    def note(self) -> str:
        """That the rules had to be made, because ``rules/`` is not current; empty where it is."""
        return self._loaded.note

    @property
    def title(self) -> str:
        """The policy's title."""
        return self._loaded.rules.rule_set.title

    @property
    def digest(self) -> str:
        """What tells this version of the policy from any other: ``sha256:`` and 64 digits."""
        return self._loaded.rules.rule_set.digest

    @property
    def site_address(self) -> str:
        """The address of the policy's site, as its settings have it; empty where they have none."""
        return self._loaded.project.site_address

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of request it has rules for, such as ``event``."""
        return tuple(self._loaded.rules.rule_set.kinds)

    @property
    def roles(self) -> Mapping[str, str]:
        """The titles of the roles, by the ids that findings name."""
        return self._loaded.rules.rule_set.roles

    def check(
        self,
        request: Mapping[str, object] | str | os.PathLike[str],
        *,
        as_of: date | None = None,
        policy_as_of: date | None = None,
        waivers: str | os.PathLike[str] | None = None,
        explain: bool = False,
        redact: bool = False,
    ) -> Decision:
        """Decide one request.

        ``request`` is a mapping with the keys of a request file, or the path of a file that holds
        one request. In a mapping dates may be ``datetime.date``, and answers ``True`` and
        ``False``. ``as_of`` is the day of the check (today if left out). What was in force on
        ``policy_as_of`` counts (the day the request was received if left out). ``waivers`` is the
        file of the waivers given (``waivers.yaml`` beside the policy folder if left out).
        ``explain`` adds which condition of each rule held. ``redact`` leaves people's names out:
        the first speaker becomes ``speaker 1``.

        Raises ``PreventError`` where the request, or the file of waivers, is not valid. Each of
        its ``faults`` says where: the line of a file, or the keys of a mapping
        (``request: approvals[0].role``).
        """
        if isinstance(request, Mapping):
            from prevent.reading.plain_data import plain_document  # noqa: PLC0415 (not for files)

            document = plain_document(request, GIVEN)
            if isinstance(document, list):
                raise PreventError(document)
            with self._lock:
                checker = self._asked(as_of, policy_as_of, waivers, explain=explain, redact=redact)
                return _only(checker.check_document(document), GIVEN)
        path = os.fspath(request)
        if os.path.isdir(path):  # noqa: PTH112 (a path may hold what pathlib takes away)
            hint = "Name a file, or use check_files."
            raise PreventError([Fault(Place(path), "This is a folder, not a request.", hint)])
        with self._lock:
            checker = self._asked(as_of, policy_as_of, waivers, explain=explain, redact=redact)
            return _only(checker.check([path], bytes), path)

    def check_files(  # noqa: PLR0913 (all but the first are named)
        self,
        paths: Iterable[str | os.PathLike[str]],
        *,
        as_of: date | None = None,
        policy_as_of: date | None = None,
        waivers: str | os.PathLike[str] | None = None,
        explain: bool = False,
        redact: bool = False,
        jobs: int = 1,
        progress: Callable[[int], None] = lambda _: None,
        standard_input: Callable[[], bytes] = bytes,
    ) -> Report:
        """Decide every request of these files, and of the files in these folders.

        The other arguments are those of ``check``. Faults are in the report, and what is sound is
        still decided. Where there are 500 files or more, they are shared out among so many
        ``jobs``, which are processes. ``progress`` is told how many files have been read.
        ``standard_input`` gives what is read for the path ``-``. Raises ``PreventError`` where a
        process is lost.
        """
        named = [os.fspath(path) for path in paths]
        with self._lock:
            checker = self._asked(as_of, policy_as_of, waivers, explain=explain, redact=redact)
            return checker.check(named, standard_input, progress, jobs)

    def close(self) -> None:
        """Let go of what it keeps. A closed policy checks nothing more."""
        with self._lock:
            if self._checker:
                self._checker.close()
            self._checker = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _asked(
        self,
        as_of: date | None,
        policy_as_of: date | None,
        waivers: str | os.PathLike[str] | None,
        *,
        explain: bool,
        redact: bool,
    ) -> Checker:
        if self._checker is None:
            raise ValueError("This policy is closed. Load it again.")
        return self._checker.again(
            _day(as_of) or today(),
            policy_as_of=_day(policy_as_of),
            explaining=explain,
            redacting=redact,
            given=self._given(waivers),
        )

    def _given(self, named: str | os.PathLike[str] | None) -> GivenWaivers | None:
        """The waivers of the file named, or of the project; None where it has none."""
        project, rules, _ = self._loaded
        path = project.waivers if named is None else Path(named)
        # A link that leads nowhere is a fault to be told, not a file that is not there.
        if named is None and not os.path.lexists(path):
            return None
        from prevent.requests.waivers import read_waivers  # noqa: PLC0415 (as few have any)

        shown = project.shown_beside(path) if named is None else os.fspath(named)
        return read_waivers(path, shown, rules.rule_set)


def _day(given: date | None) -> date | None:
    """A day is a day: a moment of it, which is a date too, cannot be compared with one."""
    return given.date() if isinstance(given, datetime) else given


def _only(report: Report, name: str) -> Decision:
    """The one decision of a report. Raises ``PreventError`` where there is not one."""
    if report.every_error:
        raise PreventError(report.every_error)
    if len(report.decisions) != 1:
        message = f"This file holds {len(report.decisions)} requests, and one is decided at a time."
        raise PreventError([Fault(Place(name), message, "Use check_files.")])
    return report.decisions[0]
