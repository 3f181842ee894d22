"""How a role is named on a page: one person or body, or a group of people."""

from __future__ import annotations

from prevent.policy.wording import titled


def is_group(title: str) -> bool:
    """Is it a title of many people, such as ``All staff``, ``Teachers`` or ``Members of staff``?

    ``Vice-President Societies`` is one person: the last word of a group, if it has several, is
    written small.
    """
    words = title.partition(" of ")[0].split()
    last = words[-1]
    many = last.casefold() == "staff" or (last.endswith("s") and not last.endswith("ss"))
    return many and (len(words) == 1 or last.islower())


def named(title: str) -> str:
    """The title in a sentence: ``the Managing Director``, but ``partner providers``."""
    if not is_group(title):
        return titled(title)
    return title[:1].lower() + title[1:] if title[1:2].islower() else title
