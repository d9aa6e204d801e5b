"""What a capture says of its release: each field with its ground, or absent."""

from __future__ import annotations

import time

import pytest

from generator.model import DateClaim
from tests.clean.built import agency, cleaned, rule, site

DATELINE = {
    "pattern": r"^(?P<place>\w+), (?P<date>\w+ \d+(?:, \d{4})?) \((?P<agency>WIRE)\) -- ",
    "dates": ["Month D, YYYY", "Month D"],
    "sets": {"agency": "wire-service"},
}
STAMP = rule("stamp", r"^\((?P<check>\S+)\)$", dates=["YYYY.MM.DD"], position="last")
DATE = rule("date", r"^Date: (?P<published>\S+)$", dates=["DD/MM/YYYY"])
CRAWLED = {"pattern": r"/(?P<crawled>\d{10})-", "offset_hours": 9}
URL = "https://mirror.example/1730538240-1/talks"


def _told(claim: DateClaim | None) -> tuple[str, str, str, tuple[str, ...]] | None:
    return (claim.value, claim.status, claim.precision, claim.evidence) if claim else None


def test_a_stated_date_gathers_what_agrees_with_it() -> None:
    """Dateline and stamp of the same day are evidence beside the date itself."""
    text = "Date: 13/07/2031\nGeneva, July 13 (WIRE) -- It began.\n(2031.07.13)"

    made = cleaned(text, site(header=[DATE]), agency(dateline=[DATELINE], drop=[STAMP]))

    assert _told(made.fields.published) == ("2031-07-13", "stated", "day", ("l1", "l2", "l3"))
    assert made.fields.dateline is not None
    line = made.fields.dateline
    assert (line.text, line.place, line.date, line.agency) == (
        "Geneva, July 13 (WIRE) -- ", "Geneva", "2031-07-13", "WIRE",
    )  # fmt: skip
    assert made.fields.agency is not None
    assert made.fields.agency.value == "wire-service"


def test_dates_that_disagree_are_doubts() -> None:
    """The stated date stands; what says otherwise is told."""
    text = "Date: 13/07/2031\nGeneva, July 12 (WIRE) -- It began.\n(2031.07.14)"

    made = cleaned(text, site(header=[DATE]), agency(dateline=[DATELINE], drop=[STAMP]))

    assert _told(made.fields.published) == ("2031-07-13", "stated", "day", ("l1",))
    assert [note for note in made.notes if "`published`" in note] == [
        "`published` is 2031-07-13, but l3 says 2031-07-14",
        "`published` is 2031-07-13, but l2 says 07-12",
    ]


def test_a_dateline_with_a_year_states_the_date() -> None:
    """It is the text's own date when the page gives none."""
    made = cleaned("Geneva, July 13, 2031 (WIRE) -- It began.", agency(dateline=[DATELINE]))

    assert _told(made.fields.published) == ("2031-07-13", "stated", "day", ("l1",))


def test_a_dateline_takes_its_year_from_a_stamp_of_its_day() -> None:
    """Day and month of the one, year of the other: inferred, with both as evidence."""
    wire = agency(dateline=[DATELINE], drop=[STAMP])

    same = cleaned("Geneva, July 13 (WIRE) -- It began.\n(2031.07.13)", wire)
    other = cleaned("Geneva, July 13 (WIRE) -- It began.\n(2031.07.20)", wire)

    assert _told(same.fields.published) == ("2031-07-13", "inferred", "day", ("l2", "l1"))
    assert other.fields.published is None


@pytest.mark.parametrize(
    ("published", "printed", "wanted"),
    [
        ("02/01/2032", "December 31", "2031-12-31"),
        ("31/12/2031", "January 1", "2032-01-01"),
        ("01/03/2032", "February 29", "2032-02-29"),
    ],
)
def test_a_dateline_is_completed_by_the_nearest_year(
    published: str, printed: str, wanted: str
) -> None:
    """A text of New Year is dated in the old one."""
    text = f"Date: {published}\nGeneva, {printed} (WIRE) -- It began."

    line = cleaned(text, site(header=[DATE]), agency(dateline=[DATELINE])).fields.dateline

    assert line is not None
    assert line.date == wanted


@pytest.mark.parametrize(
    ("given", "printed", "wanted"),
    [("2031-05", "May 20", "2031-05-20"), ("2031", "January 20", "2031-01-20")],
)
def test_a_dateline_is_completed_by_a_month_or_year(given: str, printed: str, wanted: str) -> None:
    """What a person knows of the date is enough for the dateline's year."""
    text = f"Geneva, {printed} (WIRE) -- It began."

    made = cleaned(text, agency(dateline=[DATELINE]), given={"published": given})

    assert made.fields.dateline is not None
    assert made.fields.dateline.date == wanted


def test_a_dateline_without_any_date_has_none() -> None:
    """No year is made up for it."""
    line = cleaned(
        "Geneva, July 13 (WIRE) -- It began.", agency(dateline=[DATELINE])
    ).fields.dateline

    assert line is not None
    assert line.date is None


MADE_PUBLIC = [
    ("The office on May 2 made public the following:\nThey met from May 1 to 2, 2031.",
     ("2031-05-02", "inferred", "day", ("p1", "p2"))),
    ("A statement was issued on May 2.\nThey met on 1 May 2031.",
     ("2031-05-02", "inferred", "day", ("p1", "p2"))),
    ("On January 3 released today.\nThey met on December 28, 2030.",
     ("2031-01-03", "inferred", "day", ("p1", "p2"))),
    ("It was issued on May 2 on the talks of May 1, 2031.",
     ("2031-05-02", "inferred", "day", ("p1",))),
    ("It was issued on May 2.\nIt tells of May 2031.", None),
    ("It was issued on February 30.\nThey met on May 1, 2031.", None),
    ("It was issued on May 2.\nThey met on May 32, 2031.", None),
    ("They met on May 9, 2030.\nThey spoke.\nIt was issued on May 2.\nThey left on May 1, 2031.",
     ("2031-05-02", "inferred", "day", ("p3", "p4"))),
    ("They met on May 1, 2031.", None),
    ("One.\nTwo.\nThree.\nFour.\nIt was issued on May 2, of May 1, 2031.", None),
    ("It was issued on February 29.\nThey met on May 1, 2030.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), MADE_PUBLIC)
def test_a_text_may_say_when_it_was_made_public(
    text: str, wanted: tuple[str, str, str, tuple[str, ...]] | None
) -> None:
    """Day and month are the text's, the year is that of the nearest whole date; else there is none."""
    assert _told(cleaned(text, site()).fields.published) == wanted


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ("November 2", ("2024-11-02", "inferred", "day", ("url", "l1"))),
        ("October 30", ("2024-10-30", "inferred", "day", ("url", "l1"))),
        ("November 5", ("2024-11-02", "inferred", "not-after", ("url",))),
        ("May 2", ("2024-11-02", "inferred", "not-after", ("url",))),
    ],
)
def test_a_dateline_takes_its_year_from_an_address_seen_shortly_after(
    printed: str, wanted: tuple[str, str, str, tuple[str, ...]]
) -> None:
    """A month at most lies between a dateline and the day its page was first seen."""
    text = f"Geneva, {printed} (WIRE) -- It began."

    made = cleaned(text, site(address=CRAWLED), agency(dateline=[DATELINE]), url=URL)

    assert _told(made.fields.published) == wanted


def test_a_capture_cannot_be_older_than_its_teasers() -> None:
    """What a person says of the day of capture is held against the page."""
    newest = {"pattern": "^(?P<captured>May .*)$", "dates": ["Month D, YYYY"]}
    page = site(tail=[rule("more", "^More", newest=newest)])
    text = "One.\nMore\nMay 9, 2033"

    early = cleaned(text, page, given={"captured": "2033-05-01"}).notes
    late = cleaned(text, page, given={"captured": "2033-05-10", "published": "2033-05-10"}).notes

    assert "no date of publication was found" in early
    assert late == ()
    told = cleaned(text, page, given={"captured": "2033-05-01", "published": "2033-04-30"}).notes
    assert told == ("`captured` is 2033-05-01, but l3 is of 2033-05-09",)


def test_a_bound_of_the_capture_contradicts_nothing() -> None:
    """A page taken some day after its newest teaser may hold a text from then."""
    newest = {"pattern": "^(?P<captured>May .*)$", "dates": ["Month D, YYYY"]}
    page = site(tail=[rule("more", "^More", newest=newest)])

    made = cleaned("One.\nMore\nMay 9, 2033", page, given={"published": "2033-05-10"})

    assert made.notes == ()


def test_fields_are_told_in_visible_characters() -> None:
    """The capture keeps its spaces and marks; a title has none that nobody sees."""
    page = site(header=[rule("title", "^(?P<title>.+)$")])

    title = cleaned("Talks\u00a0of\x01 Kim , and\nOne.", page).fields.title

    assert title is not None
    assert title.value == "Talks of Kim, and"


def test_teasers_never_date_a_text() -> None:
    """The newest date of a capture is a teaser's: it bounds the capture and nothing else."""
    newest = {"pattern": "^(?P<captured>May .*)$", "dates": ["Month D, YYYY"]}
    page = site(tail=[rule("more", "^More", newest=newest)])

    fields = cleaned("It was issued on May 2.\nMore\nMay 9, 2033", page).fields

    assert fields.published is None
    assert _told(fields.captured) == ("2033-05-09", "inferred", "not-before", ("l3",))


def test_the_number_in_an_address_is_only_an_upper_bound() -> None:
    """The second at which a page was first seen, by the clock of its outlet, is never its date."""
    page = site(address=CRAWLED)

    bound = cleaned("It began.", page, url=URL).fields
    dated = cleaned("Issued.\nIt was issued on November 1, of October 31, 2024.", page, url=URL)
    late = cleaned("It was issued on November 5, of November 4, 2024.", page, url=URL)

    assert _told(bound.published) == ("2024-11-02", "inferred", "not-after", ("url",))
    assert bound.aggregator is not None
    assert bound.aggregator.value == "the-mirror"
    assert _told(dated.fields.published) == ("2024-11-01", "inferred", "day", ("p2",))
    assert any("but the address is of 2024-11-02" in note for note in late.notes)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the system has no zone to set")
def test_the_clock_of_the_machine_says_nothing_of_an_address(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The seconds are read in the outlet's zone, wherever the archive is built."""
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    try:
        found = cleaned("It began.", site(address=CRAWLED), url=URL).fields.published
    finally:
        monkeypatch.undo()
        time.tzset()

    assert _told(found) == ("2024-11-02", "inferred", "not-after", ("url",))


def test_an_address_may_state_fields() -> None:
    """A date or a section in the path is inferred from the address."""
    page = site(
        address={
            "pattern": r"example/(?P<published>\d+/\d+/\d+)/(?P<section>\w+)?",
            "dates": ["YYYY/MM/DD"],
        }
    )

    fields = cleaned("One.", page, url="https://gazette.example/2031/05/02/world").fields
    wrong = cleaned("One.", page, url="https://gazette.example/2031/15/02/").fields

    assert _told(fields.published) == ("2031-05-02", "inferred", "day", ("url",))
    assert fields.section is not None
    assert fields.section.value == "world"
    assert wrong.published is None


def test_day_first_is_declared_and_checked_against_the_text() -> None:
    """A date before what the text tells of as past is doubted; what is announced is not."""
    page = site(header=[DATE])

    told = cleaned("Date: 02/03/2031\nIt was held on May 1, 2031.", page).notes
    announced = cleaned("Date: 02/03/2031\nIt will begin on May 1, 2031.", page).notes

    assert "`published` is 2031-03-02, but p1 tells of 2031-05-01" in told
    assert announced == ()


@pytest.mark.parametrize("word", ["was", "were", "held", "took", "paid", "met"])
def test_a_day_told_as_past_is_no_day_to_come(word: str) -> None:
    """Each of these words before a date says that it is over."""
    notes = cleaned(
        f"Date: 02/03/2031\nThey {word} there on May 1, 2031.", site(header=[DATE])
    ).notes

    assert notes == ("`published` is 2031-03-02, but p1 tells of 2031-05-01",)


def test_a_stamp_without_a_year_that_agrees_is_no_doubt() -> None:
    """Day and month are those of the date; of another day they are told."""
    stamp = rule("stamp", r"^\((?P<check>\w+ \d+)\)$", dates=["Month D"], position="last")
    page = site(header=[DATE], drop=[stamp])

    assert cleaned("Date: 13/07/2031\nOne.\n(July 13)", page).notes == ()
    assert cleaned("Date: 13/07/2031\nOne.\n(July 14)", page).notes == (
        "`published` is 2031-07-13, but l3 says 07-14",
    )


def test_a_stated_date_is_doubted_once_by_a_dateline_of_another_day() -> None:
    """The address that would date the dateline is not asked where a date is stated."""
    page = site(address=CRAWLED, header=[DATE])
    text = "Date: 01/11/2024\nGeneva, October 30 (WIRE) -- It began."

    notes = cleaned(text, page, agency(dateline=[DATELINE]), url=URL).notes

    assert notes == ("`published` is 2024-11-01, but l2 says 10-30",)


def test_a_date_that_is_none_is_not_taken() -> None:
    """A line that looks like a date and is no day is cut, and gives nothing."""
    assert cleaned("Date: 31/02/2031\nOne.", site(header=[DATE])).fields.published is None


def test_a_text_published_after_its_capture_is_doubted() -> None:
    """Two dates that cannot both be true are told."""
    made = cleaned("Date: 02/05/2031\nOne.", site(header=[DATE]), given={"captured": "2031-05-01"})

    assert any("after it was captured on 2031-05-01" in note for note in made.notes)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A press release on the talks , : it says.", "[Press release on the talks]"),
        ("The office issued the press release as regards her visit to Utopia:\nOne.",
         "[Press release as regards her visit to Utopia]"),
        ("A press release on the talks. It is long.", "[Press release on the talks]"),
        ("Press release on the talks", None),
        ("A press release on " + "very " * 20 + "long talks.", None),
        ("The ministers met.", None),
        ("The press release says:", None),
    ],
)  # fmt: skip
def test_a_lost_title_is_supplied_from_the_first_paragraph(text: str, wanted: str | None) -> None:
    """In square brackets, from the kind's word to the end of the phrase, if that is short."""
    title = cleaned(text, site()).fields.title

    assert (title.value if title else None) == wanted
    assert title is None or (title.status, title.evidence) == ("supplied", ("p1",))


def test_no_title_is_supplied_without_kinds_or_paragraphs() -> None:
    """Where no word names the text there is nothing to take."""
    from generator.clean.supplied import supplied_title
    from generator.model import Block
    from tests.clean.built import KINDS

    assert supplied_title((Block("p1", "press release on x."),), ()) == []
    assert supplied_title((Block("h1", "press release on x."),), KINDS) == []


def test_the_kind_is_proposed_from_the_title_first() -> None:
    """A report that opens with the statement it reports on is still what its title says."""
    page = site(header=[rule("title", "^(?P<title>.+)$", within=1)])

    by_title = cleaned("Press release on talks\nIt began.", page).fields.kind
    by_text = cleaned("Talks\nA press release was issued.", page).fields.kind
    neither = cleaned("Talks\nIt began.", page).fields.kind

    assert by_title is not None
    assert (by_title.value, by_title.evidence) == ("press-release", ("l1",))
    assert by_text is not None
    assert (by_text.value, by_text.evidence) == ("press-release", ("p1",))
    assert neither is not None
    assert (neither.value, neither.status) == ("news-report", "supplied")


def test_a_text_has_no_kind_where_the_vocabulary_has_none() -> None:
    """Without a kind that needs no words, none is made up."""
    from generator.clean.kinds import otherwise

    assert otherwise(()) == []


def test_labels_become_outlets_and_unknown_ones_are_told() -> None:
    """A label counts only as its record prints it; an aggregator's mark is no outlet."""
    page = site(header=[rule("by", "^By (?P<outlet>.+)$")])

    known = cleaned("By gazette  (en)\nOne.", page).fields
    mirror = cleaned("By The Mirror\nOne.", page).fields
    unknown = cleaned("By The Times\nOne.", page)

    assert known.outlet is not None
    assert known.outlet.value == "the-gazette"
    assert (mirror.outlet, mirror.aggregator and mirror.aggregator.value) == (None, "the-mirror")
    assert unknown.fields.outlet is None
    assert any("`The Times`" in note for note in unknown.notes)


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://gazette.example/a", "the-gazette"),
        ("https://WWW.Gazette.example/a", "the-gazette"),
        ("https://notgazette.example/a", None),
        ("http://[bad", None),
        (None, None),
    ],
)
def test_an_address_tells_the_outlet(url: str | None, outlet: str | None) -> None:
    """The host is an outlet's, or beneath one; a likeness is none."""
    found = cleaned("One.", site(), url=url).fields.outlet

    assert (found.value if found else None) == outlet
