"""The reports that several tests look into, made once."""

from __future__ import annotations

import pytest
from hostile_reports import Reports, reports

from processes import Prevent


@pytest.fixture(scope="session")
def hostile(prevent: Prevent, tmp_path_factory: pytest.TempPathFactory) -> Reports:
    return reports(prevent, tmp_path_factory.mktemp("hostile"))
