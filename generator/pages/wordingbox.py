"""On the page of a release: what is new in its wording, what it drops, what one expects in vain."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from textwrap import shorten

from generator.authority import Event, Series
from generator.model import Release
from generator.pages import dates
from generator.pages.findings import formula_at, places
from generator.pages.formula import on_ground
from generator.pages.holdings import Holdings
from generator.pages.particulars import Row
from generator.pages.reading import bracketed, place, when
from generator.pages.retold import retold
from generator.pages.wordingitem import Box
from generator.pages.words import Words
from generator.wording.formulae import News
from generator.wording.reading import Reading
from generator.wording.series import Column, Expected, Placed, SeriesTable

Line = tuple[Words, ...]
CLIPPED = 90
"""Characters of a slot’s words that a box quotes."""
MOVED = 4
"""Slots of which the margin says how they moved."""
MOST = 40
"""Items of one box; a release that names a hundred is a list of names."""


def glance(holdings: Holdings, release: Release, told: Sequence[Box]) -> tuple[Row, ...]:
    """Return what changed, for the margin: with what it is compared, and each box in a few lines."""
    rows = [Row("Compared, paragraph by paragraph", tuple(_comparisons(holdings, release.id)))]
    rows += [Row(box.heading, _few(holdings, release, box)) for box in told if not box.known]
    return tuple(row for row in rows if row.values)


def _few(holdings: Holdings, release: Release, box: Box) -> tuple[Line, ...]:
    if not box.items:
        return ((Words(box.ground),),)
    over = len(box.items) - box.few
    if over <= 1:
        return box.items
    all_of_them = Words(f"and {over} more", to=f"{holdings.paths[release.id]}#wording")
    return (*box.items[: box.few], (all_of_them,))


def with_lag(holdings: Holdings, release: Release, rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return rows with how long after the event a release was published, beside its date."""
    lag = _lag(holdings, release)
    if not lag:
        return tuple(rows)
    at = next((place for place, row in enumerate(rows, 1) if row.term == "Published"), len(rows))
    return (*rows[:at], Row("After the event", ((Words(lag),),)), *rows[at:])


def _comparisons(holdings: Holdings, release: str) -> Iterator[Line]:
    readings = holdings.wording.readings
    for couple in holdings.wording.couples_of.get(release, ()):
        other = readings[couple.other if release == couple.one else couple.one]
        outlet = holdings.outlet_name(other.release.head.outlet)
        yield (holdings.to_comparison(couple.one, couple.other, f"{when(other)}, {outlet}"),)


def _lag(holdings: Holdings, release: Release) -> str:
    events = (holdings.archive.entities.get(each) for each in release.head.events)
    ends = [event.date.rpartition("/")[2] for event in events if isinstance(event, Event)]
    return dates.days_after(max(ends), holdings.date(release)) if ends else ""


def boxes(holdings: Holdings, release: Release) -> tuple[Box, ...]:
    """Return what the page of a release says of its wording."""
    reading = holdings.wording.readings[release.id]
    made = (
        *_new(holdings, reading),
        *_series(holdings, reading),
        *retold(holdings, release),
        *_old(holdings, reading),
    )
    return tuple(box for box in made if box.items or box.ground)


def _new(holdings: Holdings, reading: Reading) -> Iterator[Box]:
    news = holdings.wording.news(reading.id)
    if news and holdings.wording.formulae_in(reading.id):
        items = tuple(formula_at(holdings, each, reading) for each in news.formulae)
        yield Box("New in this archive", _new_ground(holdings, news, reading, items), items)


def _old(holdings: Holdings, reading: Reading) -> Iterator[Box]:
    news = holdings.wording.news(reading.id)
    new = news.formulae if news else ()
    used = holdings.wording.formulae_in(reading.id)
    rest = tuple(formula_at(holdings, each, reading) for each in used if each not in new)
    if rest:
        yield Box("Formulae seen here before" if news else "Formulae in it", "", rest, known=True)


def _new_ground(holdings: Holdings, news: News, reading: Reading, items: Sequence[Line]) -> str:
    kind = holdings.archive.kinds.get(reading.release.head.kind)
    label = kind.label if kind else reading.release.head.kind
    said = "No release of an earlier day uses them" if items else "No formula in it is new"
    of_kind = on_ground(news.kind_ground, label) if news.kind_ground.releases else f"no {label}"
    return f"{said}: this archive holds {on_ground(news.ground)} before this one; among them {of_kind}."


def _series(holdings: Holdings, reading: Reading) -> Iterator[Box]:
    for name, column, earlier in holdings.wording.before(reading.id):
        series = holdings.archive.entities[name]
        if isinstance(series, Series) and earlier:
            expected = dict(holdings.wording.silences(reading.id)).get(name, ())
            yield from _moved(holdings, holdings.wording.tables[name], column, earlier[-1])
            yield from _expected(holdings, series, expected)
            yield from _dropped(holdings, column, earlier[-1], {one.id for one in expected})


def _moved(holdings: Holdings, table: SeriesTable, at: Column, before: Column) -> Iterator[Box]:
    """Yield how the words of each slot moved since the release before."""
    items = []
    for slot in table.slots:
        told = [table.cell(slot.id, each.reading.id) for each in (before, at)]
        words = [{_said(holdings, one).casefold() for one in placed} for placed in told]
        if all(told) and words[0] != words[1]:
            line: list[Words] = [Words(f"{slot.label}: ")]
            for number, placed in enumerate(told):
                line += [Words(" → ")] if number else []
                line += _quoted(holdings, placed)
            items.append(tuple(line))
    if items:
        whole = holdings.to_entity(table.series.id, "All slots, side by side")
        ground = "The words that rules of the vocabulary, or a reader, put into one slot of the series: there, and here."
        yield Box(
            f"Said otherwise than on {when(before.reading)}", ground, (*items, (whole,)), few=MOVED
        )


def _said(holdings: Holdings, one: Placed) -> str:
    return holdings.wording.readings[one.release].text(one.block)[one.start : one.end]


def _quoted(holdings: Holdings, placed: Sequence[Placed]) -> Line:
    line: list[Words] = []
    for number, one in enumerate(placed):
        reading = holdings.wording.readings[one.release]
        words = shorten(_said(holdings, one), CLIPPED, placeholder=" …")
        line += [
            Words(f"{'; ' if number else ''}“{words}”"),
            *bracketed([place(holdings, reading, one.block)]),
        ]
    return tuple(line)


def _dropped(
    holdings: Holdings, at: Column, before: Column, told: Collection[str]
) -> Iterator[Box]:
    """Yield the formulae and names of the release before that this one does not have.

    Those that are told already, because the one before that has them too, are left out.
    """
    last = before.reading
    beside = "" if before.member else ", read beside the series"
    heading = f"Not seen here, though {when(last)} {'alone ' if told else ''}has it"
    if not at.reading.whole:
        yield Box(heading, f"Not said: {at.reading.why_not}.", ())
        return
    here = set(holdings.wording.formulae_in(at.reading.id))
    items = [
        formula_at(holdings, each, last)
        for each in holdings.wording.formulae_in(last.id)
        if each not in here and each not in told
    ]
    comparison = holdings.wording.comparisons.get((last.id, at.reading.id))
    items += [
        (holdings.to_entity(each), *places(holdings, each, last))
        for each in (comparison.only_one if comparison else ())
        if not isinstance(holdings.archive.entities.get(each), Event) and each not in told
    ]
    ground = f"Against the one release before it ({holdings.outlet_name(last.release.head.outlet)}, {when(last)}{beside}). Not seen is not removed."
    yield Box(heading, ground, tuple(items[:MOST]))


def _expected(holdings: Holdings, series: Series, expected: Sequence[Expected]) -> Iterator[Box]:
    if not expected:
        return
    before = [holdings.wording.readings[one] for one in expected[0].before]
    days = " and ".join(when(one) for one in before)
    held = len(holdings.wording.tables[series.id].columns)
    ground = f"Both releases directly before it in “{series.heading}” ({days}; {held} are held or read beside it) have these."
    items = tuple(_expectation(holdings, one, before) for one in expected)
    yield Box("Not seen here, though the two before have it", ground, items[:MOST])


def _expectation(holdings: Holdings, one: Expected, before: Sequence[Reading]) -> Line:
    if one.what == "slot":
        slots = {slot.id: slot.label for slot in holdings.archive.vocabulary.slots}
        return (Words(f"the slot “{slots[one.id]}”"),)
    line: list[Words] = [holdings.to_entity(one.id)]
    for number, reading in enumerate(before):
        line.append(Words(f"{'; ' if number else ': '}{when(reading)}"))
        if one.what == "name":
            line += places(holdings, one.id, reading)
        else:
            line += formula_at(holdings, one.id, reading)[1:]
    return tuple(line)
