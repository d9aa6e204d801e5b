"""What stands in the archive twice, and what waits for a person."""

from __future__ import annotations

from generator.checks.twice import ruled_twice, same_bytes, unreviewed
from tests.checks.small import capture, release, subject, told


def test_the_same_bytes_in_two_captures_are_told() -> None:
    """The second capture is the one to look at."""
    whole = subject(capture(), capture(accession="a2"))

    assert told(same_bytes(whole)) == [
        "gazette/a2 sha256: the same bytes as the capture `gazette/a1`"
    ]


def test_a_relation_is_ruled_on_once() -> None:
    """The same relation from the other side, or to the release itself, is told."""
    whole = subject(
        release(id="a", relations=[{"type": "same-text", "target": "b"}]),
        release(
            id="b",
            relations=[
                {"type": "same-text", "target": "a", "deny": True},
                {"type": "same-event", "target": "a"},
                {"type": "same-text", "target": "b"},
            ],
        ),
    )

    assert told(ruled_twice(whole)) == [
        "b relations.0.target: `same-text` with `a` is ruled on already",
        "b relations.2.target: a relation of the release to itself",
    ]


def test_what_nobody_has_reviewed_is_a_warning() -> None:
    """`add` writes the line, a person deletes it."""
    (finding,) = unreviewed(subject(release(review="pending"), release(id="b")))

    assert (finding.path, finding.level) == ("talks", "warning")
