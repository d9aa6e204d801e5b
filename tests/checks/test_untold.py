"""What was published is not changed in silence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.changes import Withdrawal
from generator.checks.untold import Earlier, untold
from generator.model import Archive, Release
from tests.checks.small import capture, entity, release, subject, told

BEFORE = release()
GONE = "published and is gone; an id that was published leads somewhere for ever"
WHY = {"date": "2024-12-01", "why": "a slip"}


def earlier(*releases: Release, **more: Any) -> Earlier:
    """Return a state in which some releases were otherwise."""
    return Earlier(
        {one.id: one for one in releases},
        {one.id: f"old/{one.id}.md" for one in releases},
        **{"records": {}, **more},
    )


def now(*parts: Any, **withdrawn: Withdrawal) -> Archive:
    """Return the archive as it is now."""
    return replace(subject(*parts).archive, withdrawn=withdrawn)


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (release("The ministers met.", "They spoke."), "p2: p2 was published as `They talked.`"),
        (release("The ministers met."), "changes: p2 was published as `They talked.`"),
        (release("So.", "The ministers met.", "They talked."), "p1: p1 was not published before"),
        (release(title="Talk"), "title: `title` was published as `Talks`"),
        (release(published="2024-11-03"), "published: `published` was published as `2024-11-02`"),
        (release(author="Anna"), "author: `author` was published as nothing"),
        (release(outlet="herald"), "outlet: `outlet` was published as `gazette`"),
    ],
)
def test_a_change_without_its_entry_is_refused(after: Release, found: str) -> None:
    """Of a paragraph, a title, a date, whose text it is: one fault each, at the place."""
    (message,) = told(untold(earlier(BEFORE), now(after)))

    assert message.startswith(f"talks {found}")
    assert message.endswith("no entry says so")


@pytest.mark.parametrize(
    "after",
    [
        release(
            "The ministers met.",
            "They spoke.",
            changes=[{**WHY, "what": "p2", "from": "They talked."}],
        ),
        release(
            "The ministers met.",
            changes=[{**WHY, "what": "p2", "from": "They talked.", "gone": "true"}],
        ),
        release("So.", "The ministers met.", "They talked.", changes=[{**WHY, "what": "p1"}]),
        release(title="Talk", changes=[{**WHY, "what": "title", "from": "Talks"}]),
        release(author="Anna", changes=[{**WHY, "what": "author"}]),
        release(kind="statement", events=["meeting"], section={"value": "News"}),
        release(published={"value": "2024-11-02", "status": "inferred"}),
    ],
)
def test_a_change_with_its_entry_is_well(after: Release) -> None:
    """And so is one that takes nothing from what a reader may have cited."""
    assert list(untold(earlier(BEFORE), now(after))) == []


def test_an_entry_with_other_former_words_does_not_do() -> None:
    """The former wording stays readable: the entry has it, to the character."""
    after = release(title="Talk", changes=[{**WHY, "what": "title", "from": "Talks!"}])

    (message,) = told(untold(earlier(BEFORE), now(after)))

    assert "`title` was published as `Talks`" in message


def test_an_old_entry_does_not_tell_a_new_change() -> None:
    """Each change has an entry of its own."""
    entry = {**WHY, "what": "p2", "from": "They talked."}
    once = release("The ministers met.", "They spoke.", changes=[entry])
    twice = release("The ministers met.", "They argued.", changes=[entry])

    assert len(told(untold(earlier(once), now(twice)))) == 1


def test_an_entry_is_never_taken_back() -> None:
    """What was told of changes stays told."""
    entry = {**WHY, "what": "kind", "from": "report"}

    assert told(untold(earlier(release(changes=[entry])), now(BEFORE))) == [
        "talks changes: the entry of 2024-12-01 on kind was published and is gone"
    ]


def test_what_nobody_has_read_yet_may_change() -> None:
    """A release that waits for its review is not published."""
    assert not list(untold(earlier(release(review="pending")), now(release("Other."))))


def test_a_release_does_not_vanish() -> None:
    """It leaves a tombstone, or leads to where it has gone."""
    moved = Release(replace(release(formerly=["talks"]).head, id="new"), BEFORE.blocks)
    stone = Withdrawal(id="talks", date="2024-12-01", why="w")

    assert told(untold(earlier(BEFORE), now())) == [
        f"old/talks.md 1: the release `talks` was {GONE}",
    ]
    assert not list(untold(earlier(BEFORE), now(talks=stone)))
    assert not list(untold(earlier(BEFORE), now(moved)))


def test_a_renamed_release_still_tells_its_changes() -> None:
    """A new id is no way to change the words."""
    head = replace(release(formerly=["talks"], title="Talk").head, id="new")

    assert len(list(untold(earlier(BEFORE), now(Release(head, BEFORE.blocks))))) == 1


def test_records_and_tombstones_do_not_vanish() -> None:
    """A renamed record leads on from its former id."""
    gone = earlier(records={"anna": "old/anna.yml"}, stones={"x": "withdrawn/x.yml"})

    assert told(untold(gone, now())) == [
        f"old/anna.yml 1: the record `anna` was {GONE}",
        "withdrawn/x.yml 1: the tombstone of `x` is gone",
    ]
    renamed = entity("people", "anna-alpha", formerly=["anna"])
    assert len(list(untold(gone, now(renamed)))) == 1


def test_a_capture_is_never_edited() -> None:
    """Its bytes are evidence; it goes only with its release."""
    changed = earlier(captures=("captures/gazette/a1.txt",))

    assert told(untold(changed, now(BEFORE, capture()))) == [
        "captures/gazette/a1.txt 1: the bytes of a capture that was committed have changed"
    ]
    assert told(untold(changed, now(BEFORE))) == [
        "captures/gazette/a1.txt 1: a capture that a release rests on is gone"
    ]
    assert not list(untold(changed, now()))


TEXTS = st.lists(st.sampled_from(["A.", "B.", "C.", "D."]), min_size=1, max_size=4)


@given(TEXTS, TEXTS)
def test_silence_is_allowed_only_where_every_word_stayed(then: list[str], here: list[str]) -> None:
    """Whatever changes among the paragraphs, some fault tells it."""
    found = list(untold(earlier(release(*then)), now(release(*here))))

    assert bool(found) == (sorted(then) != sorted(here))
