"""Asks a rule of requests: the rule as a person writes it, the real loader, both evaluators."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from small_policy import Ask


@pytest.fixture(scope="session")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """The decision on a request by one rule, whose policy is made but once."""
    asking = Ask(lambda: tmp_path_factory.mktemp("asked"))
    yield asking
    asking.close()
