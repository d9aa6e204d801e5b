"""Denials that deny nothing."""

from __future__ import annotations

from generator.checks.denied import idle
from generator.checks.subject import Subject
from tests.relate import build

TEXT = " ".join(f"word{number}" for number in range(40))


def test_an_idle_denial_is_a_warning_at_its_place() -> None:
    """A denied relation that no rule finds is told where it stands."""
    denied = ({"type": "same-text", "target": "two", "deny": "true"},)
    one, two = build.release("one", TEXT, relations=denied), build.release("two", "other words")
    subject = Subject(build.archive(one, two, paths={"one": "releases/2024/one.md"}))

    (finding,) = idle(subject)

    assert (finding.path, finding.at) == ("releases/2024/one.md", ("relations", 0, "deny"))
    assert finding.level == "warning"


def test_a_denial_that_holds_and_an_archive_without_any_are_silent() -> None:
    """Nothing is said of a denial that keeps a relation away, nor where nobody denied one."""
    denied = ({"type": "same-text", "target": "two", "deny": "true"},)
    one, two = build.release("one", TEXT, relations=denied), build.release("two", TEXT)

    assert list(idle(Subject(build.archive(one, two)))) == []
    assert list(idle(Subject(build.archive(two)))) == []
