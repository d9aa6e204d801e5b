"""A long command says how far it is, in a form that fits where it is read."""

from __future__ import annotations

import sys

import pytest

from generator.cli._progress import WIDTH, Progress


def test_elsewhere_each_stage_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    """And no more than that."""
    with Progress(2) as tell:
        tell("reading")
        tell.part(1, 2)
        tell("writing")

    assert capsys.readouterr().err == "reading …\nwriting …\n"


def test_on_a_terminal_a_bar_grows_within_a_stage(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And is gone at the end."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    with Progress(2) as tell:
        tell("reading")
        tell("writing")
        tell.part(1, 2)

    drawn = capsys.readouterr().err.split("\r\x1b[K")
    assert drawn[1:] == [
        f"{'█' * 10}{'░' * 10} reading",
        f"{'█' * WIDTH} writing",
        f"{'█' * 15}{'░' * 5} writing (50 %)",
        "",
    ]
