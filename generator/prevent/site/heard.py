"""What the libraries that build the site warn of: nobody reads a log, so a warning is a fault."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def warnings_of(name: str) -> Iterator[list[str]]:
    """What the logger of this name warns of meanwhile, each on one line and once.

    The list is filled as warnings come. They are shown nowhere else.
    """
    found: list[str] = []
    logger, keeper = logging.getLogger(name), _Keeper(found)
    logger.addHandler(keeper)
    propagated, logger.propagate = logger.propagate, False
    try:
        yield found
    finally:
        logger.removeHandler(keeper)
        logger.propagate = propagated


class _Keeper(logging.Handler):
    """Keeps warnings in a list."""

    def __init__(self, found: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._found = found

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the warning."""
        message = " ".join(record.getMessage().split())
        if message not in self._found:
            self._found.append(message)
