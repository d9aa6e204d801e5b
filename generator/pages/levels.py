"""Levels and lag: who speaks, and how soon after the event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.pages import dates
from generator.pages.environment import page
from generator.pages.holdings import Holdings
from generator.pages.particulars import Row
from generator.pages.shelves import Group
from generator.pages.words import Words, counted
from generator.wording.levels import BUCKETS, Lag, bucket, lags

PATH = "levels.md"
COLUMNS = ("the same day", "1 day", "2–3", "4–7", "8–30", "more", "median (of)")
MOST = 50
"""Releases that the list of a level holds: the latest."""


@dataclass(frozen=True, slots=True)
class Rung:
    """A kind of release on the ladder."""

    level: int
    kind: str
    held: int
    share: int
    of: int


@dataclass(frozen=True, slots=True)
class LagRow:
    """How many releases of a kind came after how many days."""

    kind: str
    counts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LevelsPage:
    """What the page of levels and lag shows."""

    title: str
    byline: str
    introduction: str
    method: Words
    ladder: tuple[Rung, ...]
    ground: str
    columns: tuple[str, ...]
    lags: tuple[LagRow, ...]
    groups: tuple[Group, ...]


def level_pages(holdings: Holdings) -> dict[str, bytes]:
    """Return the page of levels and lag, by its path."""
    every = lags(holdings.archive, holdings.wording.readings)
    told = [one for one in every if one.days is not None]
    method = "method/levels.md"
    context = LevelsPage(
        title="Levels and lag",
        byline=f"{counted(len(every), 'release')}, {counted(len(told), 'lag')} known to the day",
        introduction="The vehicle of a statement says how much it binds, and the days from the event how long it was weighed.",
        method=Words("How the levels are defined", to=method)
        if method in holdings.archive.pages
        else Words("The levels are those of the vocabulary of kinds."),
        ladder=_ladder(holdings, every),
        ground=f"Of {counted(len(every), 'release')} held, {len(told)} report an event whose last day is known, and have a day themselves.",
        columns=COLUMNS,
        lags=_lags(holdings, told),
        groups=tuple(_groups(holdings, every)),
    )
    meta = {"title": context.title, "description": context.introduction, "record": "index"}
    return {PATH: page("levels", context, PATH, meta)}


def _ladder(holdings: Holdings, every: Sequence[Lag]) -> tuple[Rung, ...]:
    held = Counter(one.kind for one in every)
    total = max(1, len(every))
    kinds = sorted(holdings.archive.kinds.values(), key=lambda kind: (kind.level, kind.id))
    return tuple(
        Rung(kind.level, kind.label, held[kind.id], round(100 * held[kind.id] / total), total)
        for kind in kinds
    )


def _lags(holdings: Holdings, told: Sequence[Lag]) -> tuple[LagRow, ...]:
    rows = []
    for kind in sorted({one.kind for one in told}):
        days = sorted(one.days for one in told if one.kind == kind and one.days is not None)
        counts = Counter(bucket(each) for each in days)
        found = holdings.archive.kinds.get(kind)
        middle = f"{days[(len(days) - 1) // 2]} (of {len(days)})"
        cells = tuple(str(counts[place] or "–") for place in range(len(BUCKETS) + 1))
        rows.append(LagRow(found.label if found else kind, (*cells, middle)))
    return tuple(rows)


def _groups(holdings: Holdings, every: Sequence[Lag]) -> list[Group]:
    groups = []
    for level in sorted({one.level for one in every}):
        inside = [one for one in every if one.level == level]
        heading = f"Level {level}" if level else "Without a level"
        if len(inside) > MOST:
            heading += f": the latest {MOST} of {len(inside):,}"
        rows = tuple(_row(holdings, one) for one in reversed(inside[-MOST:]))
        groups.append(Group(heading, rows=rows))
    return groups


def _row(holdings: Holdings, one: Lag) -> Row:
    reading = holdings.wording.readings[one.release]
    kind = holdings.archive.kinds.get(one.kind)
    lag = "" if one.days is None else f", {_days(one.days)}"
    gloss = f"{kind.label if kind else one.kind}, {holdings.outlet_name(reading.release.head.outlet)}{lag}"
    day = dates.in_words(reading.date) if reading.date else "Undated"
    return Row(day, ((holdings.to_release(reading.release),), (Words(gloss),)))


def _days(days: int) -> str:
    return f"{counted(days, 'day')} after the event" if days else "on the day of the event"
