"""Laws of cleaning: nothing is lost, nothing is written, nothing is guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.clean.cleaning import clean
from generator.clean.profile import AgencyProfile, SiteProfile
from generator.clean.result import Cleaned, Source
from generator.clean.undo import restore
from generator.errors import Refused
from generator.model import Capture
from tests.clean.built import agency, cleaned, cuts, library, rule, site, texts

HOSTILE = "\x00\x1b\u202e\ufeff\u00a0\u200b\x85\u2028\x0b\x1c\r\t\U000e0041e\u0301"
PIECES = st.sampled_from(
    [
        "Title", "Date: 02/11/2031 | Source: Gazette (EN)", "A sentence, with , a comma .", "More",
        "More", "May 4, 2031", "Geneva, May 3 (WIRE) -- It began.", "WIRE", "-0-", "one, , two",
        "# x", "\\y", "", "  ", "Read more", "Name", "Name", "Name is a writer.", *HOSTILE,
    ]
)  # fmt: skip
LINES = st.lists(st.one_of(PIECES, st.text(max_size=30)), max_size=14)
TEXTS = st.builds(
    lambda lines, end: end.join(lines), LINES, st.sampled_from(["\n", "\r\n", "\n\n", "\r"])
)
SITE = site(
    header=[
        rule("day", r"^(?P<captured>\w+ \d+, \d{4})$", dates=["Month D, YYYY"], within=2),
        rule("title", "^(?P<title>.+)$", followed_by="^Date: "),
        rule("source", r"^Date: (?P<published>\S+) \| Source: (?P<outlet>.+)$",
             dates=["DD/MM/YYYY"]),
    ],
    tail=[rule("more", "^More$", confirm="^May",
               newest={"pattern": r"^(?P<captured>\w+ \d+, \d{4})$", "dates": ["Month D, YYYY"]})],
    author_note={"id": "bio", "reason": "a note", "bio": "^ is an? "},
    captions={"id": "caption", "reason": "twice"},
    drop=[rule("read", "^Read more"), rule("top", "^Title$", position="first"),
          rule("foot", "^Name$", position="last")],
    inline=[rule("inside", r"with (?P<body>,) a"), rule("tag", r"\\(?P<title>y)")],
    split=[rule("mark", r"(?P<at>, ,)")],
    headings={"longest": 20},
    title="first-line",
)  # fmt: skip
WIRE = agency(
    dateline=[{"pattern": r"^(?P<place>\w+), (?P<date>\w+ \d+) \((?P<agency>WIRE)\) -- ",
               "dates": ["Month D"]}],
    drop=[rule("credit", "^WIRE$", position="last")],
    edit=[rule("end", r"\s*-0-$", where="last"), rule("glue", "a(?P<at>)s", to=" ")],
)  # fmt: skip
PROFILES: dict[str, tuple[SiteProfile | AgencyProfile, ...]] = {
    "none": (),
    "site": (SITE,),
    "agency": (WIRE,),
    "both": (SITE, WIRE),
}


def _sidecar(made: Cleaned) -> Capture:
    return Capture(
        accession="a", file="a.txt", sha256="0" * 64, bytes=1, encoding="utf-8", release="r",
        blocks=made.kept, captions=made.captions, cuts=made.cuts, edits=made.edits,
    )  # fmt: skip


def _try(text: str, which: str) -> Cleaned | None:
    """Return what cleaning makes of a text, or None where it refuses it."""
    try:
        return clean(Source(text, as_one=True), library(*PROFILES[which]))
    except Refused:
        return None


@pytest.mark.parametrize("which", PROFILES)
@given(text=TEXTS)
def test_undoing_gives_back_any_text(which: str, text: str) -> None:
    """Whatever the text and the profiles, what was done can be undone to the character."""
    if made := _try(text, which):
        assert restore(made.blocks, _sidecar(made), text) == text


@pytest.mark.parametrize("which", PROFILES)
@given(text=TEXTS)
def test_cleaning_the_same_text_twice_gives_the_same(which: str, text: str) -> None:
    """Cleaning is a function of the text and the profiles, and of nothing else."""
    assert _try(text, which) == _try(text, which)


@given(text=TEXTS)
def test_without_a_profile_nothing_but_text_rules_removes(text: str) -> None:
    """No line is cut, unless the `text.*` rules leave nothing of it."""
    if made := _try(text, "none"):
        rules = [cut.rule for cut in made.cuts] + [edit.rule for edit in made.edits]
        assert all(name.startswith("text.") for name in rules)
        assert made.captions == ()


@given(text=TEXTS)
def test_cleaning_what_was_cleaned_changes_nothing(text: str) -> None:
    """Without a profile, the blocks of a release are left as they are."""
    if (made := _try(text, "none")) and made.blocks:
        again = _try("\n\n".join(block.text for block in made.blocks), "none")

        assert again is not None
        assert texts(again) == texts(made)


@pytest.mark.parametrize("which", ["site", "both"])
@given(text=TEXTS)
def test_cleaning_never_writes_a_word(which: str, text: str) -> None:
    """The letters of what is kept stand in the capture in the same order."""
    if made := _try(text, which):
        letters = (one for block in made.blocks for one in block.text if one.isalpha())
        source = iter(_composed(text))

        assert all(letter in source for letter in letters)


def _composed(text: str) -> str:
    import unicodedata

    return " ".join(unicodedata.normalize("NFC", word) for word in text.split())


@given(text=TEXTS)
def test_every_block_can_be_written_as_a_line(text: str) -> None:
    """A block is one line without white space at its ends and without control characters."""
    if made := _try(text, "both"):
        for block in made.blocks:
            assert block.text
            assert block.text == block.text.strip()
            assert len(block.text.splitlines()) == 1


def test_layers_work_one_without_the_other() -> None:
    """An agency's text on a page that no profile knows loses its own marks and nothing else."""
    text = "My blog\n\nGeneva, May 3 (WIRE) -- It began. -0-"

    made = cleaned(text, WIRE)

    assert texts(made) == ["My blog", "It began."]
    assert made.profiles.site is None
    assert [edit.rule for edit in made.edits] == ["dateline.lift", "wire.end"]


def test_a_whole_page_is_read_by_its_profile() -> None:
    """Header, tail, note, caption, marks: each is cut by its rule and gives its field."""
    text = (
        "May 4, 2031\nTalks held\nDate: 03/05/2031 | Source: Gazette (EN)\n"
        "It began.\n\nPart two\n\nIt went on , and on.\nA bird\nA bird\n"
        "Jo Doe\nJo Doe\nJo Doe is a writer.\nMore\nTeaser\nMay 5, 2031"
    )

    made = cleaned(text, SITE)

    assert texts(made) == ["It began.", "## Part two", "It went on, and on."]
    assert cuts(made) == [
        "1-1 page.day", "2-2 page.title", "3-3 page.source", "9-10 page.caption",
        "11-13 page.bio", "14-16 page.more",
    ]  # fmt: skip
    found = made.fields
    assert found.title is not None
    assert found.title.value == "Talks held"
    assert found.author is not None
    assert found.author.value == "Jo Doe"
    assert found.outlet is not None
    assert found.outlet.value == "the-gazette"
    assert found.captured is not None
    assert (found.captured.value, found.captured.precision) == ("2031-05-04", "day")


def test_what_a_person_says_goes_before_what_the_page_says() -> None:
    """A field that is stated by whoever adds the capture stands, with that as its evidence."""
    text = "Talks held\nDate: 03/05/2031 | Source: Gazette (EN)\nIt began."

    made = cleaned(text, SITE, given={"published": "2031-05-02", "title": "[Talks]"})

    assert made.fields.published is not None
    assert made.fields.published.value == "2031-05-02"
    assert made.fields.published.evidence == ("person",)
    assert made.fields.title is not None
    assert made.fields.title.status == "supplied"


def test_headings_that_the_page_marks_are_headings() -> None:
    """What a page's own elements say is a heading becomes one, whatever its shape."""
    made = cleaned("Title.\nText.\nMore text.", headings=frozenset({1}))

    assert texts(made) == ["Title.", "## Text.", "More text."]


def test_a_body_of_headings_alone_has_a_kind_all_the_same() -> None:
    """There is no paragraph whose words could name one."""
    made = cleaned("Talks held", site(), headings=frozenset({0}))

    assert texts(made) == ["## Talks held"]
    assert made.fields.kind is not None
    assert made.fields.kind.value == "news-report"


def test_an_unknown_layout_is_told_and_its_first_line_only_flagged() -> None:
    """Without a profile the first line stays in the body; that it may be the title is proposed."""
    made = cleaned("Talks held in the capital\n\nIt began on May 3.")

    assert texts(made) == ["Talks held in the capital", "It began on May 3."]
    assert made.fields.title is None
    assert [(flag.line, flag.why.partition(":")[0]) for flag in made.flags] == [
        (1, "may be the title")
    ]
    assert made.notes[0].startswith("no site profile fits")


def test_what_a_layout_should_have_is_told_when_it_is_missing() -> None:
    """Expectations of a profile are notes, never refusals."""
    profile = site(expect={"kept": 0.99, "paragraphs": 2, "fields": ["author"]},
                   drop=[rule("top", "^Top")])  # fmt: skip

    notes = cleaned("Top of the page\nOne.", profile).notes

    assert any("kept" in note for note in notes)
    assert any("1 paragraphs" in note for note in notes)
    assert any("`author` was not found" in note for note in notes)
