"""Libraries that are not needed to check a request, and so may not be installed."""

from __future__ import annotations

import importlib
from typing import Any

from prevent.faults import Fault, Place, PreventError


def optional(module: str, needed: str, extra: str, made: str = "make install") -> Any:  # noqa: ANN401 (it may not be there, so it has no type)
    """A module, imported now; ``needed`` says what is done with it.

    Raises ``PreventError`` where it is not installed. It says that ``extra`` of this package brings
    it, and so does the command ``made``.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        hint = f"Install it with: pip install 'prevent-policy[{extra}]' (or run {made})."
        place = Place(module.partition(".")[0])
        raise PreventError([Fault(place, f"{needed}, which is not installed.", hint)]) from error
