"""What the tests of the corpus share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile import made
from tests.hostile.case import Case


@pytest.fixture(scope="session")
def hostile_site() -> tuple[Path, list[Case]]:
    """The site of what was taken, and the cases that stand in it."""
    return made.site()
