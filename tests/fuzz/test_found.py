"""What fuzzing has found stays found: each case is fed to its law again, and each seed of ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz import targets

FOUND = sorted((Path(__file__).parent / "found").glob("*/*"))
SEEDS = sorted(targets.CONTENT.glob("captures/*/*.txt"))[:2]


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_a_case_that_was_found_holds(path: Path) -> None:
    """The folder names the target."""
    assert targets.holds(targets.ALL[path.parent.name], path.read_bytes())


@pytest.mark.parametrize("target", targets.ALL.values(), ids=targets.ALL)
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.parent.name)
def test_every_law_holds_of_captures(target: targets.Target, path: Path) -> None:
    """Whatever the law is about."""
    assert targets.holds(targets.decoder, path.read_bytes())
    assert targets.holds(target, path.read_bytes()[:2000])


@given(st.sampled_from(sorted(targets.ALL)), st.binary(max_size=300))
def test_every_law_holds_of_any_bytes(name: str, data: bytes) -> None:
    """A few of what `make fuzz` feeds by the million."""
    assert targets.holds(targets.ALL[name], data)
