"""The rules engine: the real extension, or a stand-in for it."""

import importlib
import sys
from types import ModuleType

import pytest
from stand_in import EXTENSION, StandIn

from prevent.engines.durable import available


@pytest.fixture(scope="module")
def installed() -> ModuleType:
    """The real extension. Tests that ask for it are skipped where it cannot be imported."""
    reason = available()
    if reason:
        pytest.skip(reason)
    return importlib.import_module(EXTENSION)


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> StandIn:
    extension = StandIn()
    monkeypatch.setitem(sys.modules, EXTENSION, extension)
    return extension
