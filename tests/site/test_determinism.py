"""The same content gives the same site, byte for byte, whatever else differs."""

from __future__ import annotations

from pathlib import Path

from tests import reproduce, small


def test_two_builds_in_unlike_circumstances_give_the_same_bytes(tmp_path: Path) -> None:
    """Folder, user, time zone, language, hash seed, umask, clock, processes, Git, an earlier build."""
    one = reproduce.site(reproduce.Way("here"), small.CONTENT, tmp_path / "one")
    other = reproduce.site(reproduce.everything(), small.CONTENT, tmp_path / "other")

    assert reproduce.differing(one, other) == []
    assert len(one) > 50
