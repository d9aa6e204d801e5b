"""All checks together."""

from __future__ import annotations

from generator.checks import findings
from tests.checks.small import capture, entity, release, subject


def test_a_sound_archive_has_no_findings() -> None:
    """What is as it should be is not spoken of."""
    whole = subject(
        release(events=["meeting"]),
        capture(),
        entity("events", "meeting", place="alphaville", participants=["anna"]),
        entity("places", "alphaville", part_of="alphaland"),
        entity("places", "alphaland"),
        entity("people", "anna", sources=[{"release": "talks", "block": "p2"}]),
        pages={"index.md": "# Home\n\nSee [[anna]] and [talks](releases/talks.md#p1).\n"},
    )

    assert list(findings(whole)) == []
