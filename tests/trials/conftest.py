"""An owner with a policy to edit."""

from __future__ import annotations

from pathlib import Path

import pytest
from owners import Owner, owner_of_a_copy

from processes import Prevent


@pytest.fixture
def owner(tmp_path: Path, prevent: Prevent) -> Owner:
    """The owner of a copy of the project's policy."""
    return owner_of_a_copy(tmp_path, prevent)
