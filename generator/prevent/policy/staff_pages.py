"""What the policy says of the site itself: how it looks, and what staff come to it for."""

from __future__ import annotations

from dataclasses import dataclass

PAGES = ("concern", "who-decides", "away", "roles", "review", "definitions", "threat-levels")
"""The pages, or places on them, that may be the answer to a task. The policy page is a clause's."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the organisation's site looks. What is not said is empty.

    ``name`` stands in the bar at the top, ``accent`` is a colour like ``#12435c``. ``logo_name`` is
    the name of the logo's file, ``logo`` what is in it.
    """

    name: str = ""
    accent: str = ""
    logo_name: str = ""
    logo: bytes = b""


PLAIN = Look()
"""That of a policy which says nothing of it."""


@dataclass(frozen=True, slots=True)
class StaffTask:
    """Something staff come to the site for, and where its answer is.

    ``title`` is what they want to do in their own words, ``also_called`` the other words they use.
    Its answer is just one of these: a ``procedure`` (only the ``rules`` of it that are named, where
    any are), ``duties``, a ``role``, a ``clause``, or a ``page`` (one of :data:`PAGES`).
    """

    id: str
    title: str
    hint: str
    also_called: tuple[str, ...]
    procedure: str = ""
    rules: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    role: str = ""
    clause: str = ""
    page: str = ""
