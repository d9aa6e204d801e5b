"""A news report beside a release: what both have, what only one has, and what cannot be said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.authority import Event
from generator.model import KindTerm, Mention, Relation, Release
from generator.wording import Wording
from generator.wording.report import RUN, Retelling
from tests.wording import texts

KINDS = (
    KindTerm(id="statement", label="statement", level=3, definition="S."),
    KindTerm(id="news-report", label="news report", level=6, definition="N."),
)
RELEASE, REPORT = "2024-01-01-release", "2024-01-02-report"
SAID = "The fleets shall never again cross the narrow sound without notice"


def told(release: Release, report: Release, *mentions: Mention) -> Wording:
    """Return an archive of a release and a report that are of one event."""
    event = Event(id="talks", heading="T", date="2024-01-01")
    made = texts.wording(release, report, entities=(event,))
    archive = replace(made.archive, kinds={one.id: one for one in KINDS})
    found = {key: [one for one in mentions if one.release == key] for key in (RELEASE, REPORT)}
    return Wording(archive, found, (Relation("same-event", RELEASE, REPORT, via="talks"),))


def retold(release: str, report: str, *mentions: Mention) -> Retelling:
    """Return a report held against a release; each text has a paragraph for each line."""
    made = told(
        texts.release(RELEASE, *release.split("\n"), events=("talks",)),
        texts.release(REPORT, *report.split("\n"), kind="news-report", events=("talks",)),
        *mentions,
    )
    return made.retellings[RELEASE, REPORT]


def test_the_report_of_january_beside_the_release() -> None:
    """Two paragraphs aligned, one more touched, no word taken from a text that came later."""
    made = texts.seeds().retellings[texts.REPORT, texts.JANUARY]

    assert (made.report.id, made.release.id) == (texts.REPORT, texts.JANUARY)
    assert made.is_earlier
    assert made.touched == ("p2", "p5", "p10")
    assert "at a convenient time" in {made.report.text(one.block)[one.start : one.end] for one in made.shared}  # fmt: skip
    assert {"p14", "p15"} <= set(made.own)
    assert {"p9", "p11"} <= set(made.untouched)


def test_words_in_a_row_are_found_with_their_places() -> None:
    """The longest run, once; punctuation and case are no difference."""
    made = retold(
        f"{SAID}.\nPeace.",
        f"Elsewhere: the FLEETS shall never again, cross the narrow sound!\n{SAID}",
    )
    first, second = made.shared

    assert (first.block, first.other, first.words) == ("p1", "p1", 9)
    assert second.words == len(SAID.split())
    assert made.untouched == ("p2",)


def test_a_name_is_one_word_however_it_is_spelt_and_no_run_by_itself() -> None:
    """Names agree by their records; a run of names alone is nobody's wording."""
    one, other = (
        "A. B. Sampleson met Sample Harbour on that day",
        "Sampleson met the harbour on that day",
    )
    names = (
        Mention(RELEASE, "p1", 0, 15, "A. B. Sampleson", ("ann",), "named", ""),
        Mention(RELEASE, "p1", 20, 34, "Sample Harbour", ("harbour",), "named", ""),
        Mention(REPORT, "p1", 0, 9, "Sampleson", ("ann",), "named", ""),
        Mention(REPORT, "p1", 14, 25, "the harbour", ("harbour",), "named", ""),
    )
    (shared,) = retold(one, other, *names).shared

    assert (shared.start, shared.end, shared.words) == (0, len(other), 4)


@pytest.mark.parametrize("kinds", [("statement", "statement"), ("news-report", "news-report"), ("unknown", "news-report")])  # fmt: skip
def test_two_of_one_sort_are_no_report_and_release(kinds: tuple[str, str]) -> None:
    """A report is of the lowest level, what it reports of a higher one."""
    made = told(
        texts.release(RELEASE, SAID, kind=kinds[0], events=("talks",)),
        texts.release(REPORT, SAID, kind=kinds[1], events=("talks",)),
    )

    assert made.retellings == {}


def test_releases_on_different_events_are_not_held_against_each_other() -> None:
    """A report is beside the release on its own event."""
    made = told(texts.release(RELEASE, SAID, events=("talks",)), texts.release(REPORT, SAID, kind="news-report"))  # fmt: skip

    assert made.retellings == {}


WORDS = st.lists(st.sampled_from(["fleet", "sound", "never", "cross", "peace", "\n", "the"]), max_size=24).map(" ".join)  # fmt: skip


@given(WORDS, WORDS)
def test_shared_runs_stand_in_both_and_do_not_overlap(release: str, report: str) -> None:
    """Each is as long as it says, and of the report as printed; every paragraph is on one side."""
    made = retold(release, report)
    end = ("", 0)
    for one in made.shared:
        words = made.report.text(one.block)[one.start : one.end].split()
        assert len(words) == one.words >= RUN
        assert " ".join(words) in " ".join(made.release.text(one.other).split())
        assert one.start >= (end[1] if end[0] == one.block else 0)
        end = (one.block, one.end)
    assert {*made.touched, *made.untouched} == {one.id for one in made.release.blocks}
    assert not {*made.touched} & {*made.untouched}
