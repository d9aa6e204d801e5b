"""Everything that pages and data files ask of the wording, each found once, when first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from generator.authority import AlignmentRuling, Formula, Series
from generator.model import Archive, Mention, Relation
from generator.wording import series
from generator.wording.commitments import Committed, commitments
from generator.wording.compare import Comparison, Known, compare
from generator.wording.formulae import (
    Days,
    Ground,
    News,
    Use,
    ground,
    news,
    years,
)
from generator.wording.intext import InTexts, Reader
from generator.wording.order import Listed
from generator.wording.reading import Reading, readings
from generator.wording.report import Retelling, retelling, sides
from generator.wording.series import Column, Expected, SeriesTable
from generator.wording.styles import Styled

TIES = {"next-in-series": "series", "same-release": "wording", "same-event": "event"}
"""Relation → why the two releases are compared."""
MOST = 8
"""Comparisons that one release begins, at most: of an event with many accounts the first."""
LARGEST = 250_000
"""Pairs of paragraphs beyond which two releases are books, and are not compared."""


@dataclass(frozen=True, slots=True)
class Couple:
    """Two releases that are compared, the earlier first, and why."""

    one: str
    other: str
    why: str
    """`series`, `wording` (one release in two wordings), `event` or `beside`."""
    via: str
    """The series or event; may be empty."""


@dataclass(frozen=True)
class Wording:
    """The wording of an archive."""

    archive: Archive
    mentions: Mapping[str, Sequence[Mention]]
    relations: Sequence[Relation]
    known: InTexts | None = None
    """What is found in each text by itself, if that is known."""

    @cached_property
    def readings(self) -> Mapping[str, Reading]:
        """Release id → what may be read of it, in the order of dates."""
        return readings(self.archive)

    @cached_property
    def _in_texts(self) -> InTexts:
        if self.known is not None:
            return self.known
        reader, every = Reader(self.archive), self.readings.values()
        return {one.id: reader.read(one, self.mentions.get(one.id, ())) for one in every}

    @cached_property
    def uses(self) -> Mapping[str, tuple[Use, ...]]:
        """Formula id → where it stands, in the order of the releases and their texts."""
        found: dict[str, list[Use]] = {
            one.id: [] for one in self.archive.entities.values() if isinstance(one, Formula)
        }
        for release in self.readings:
            for use in self._in_texts[release].uses:
                found[use.formula].append(use)
        return {formula: tuple(each) for formula, each in found.items()}

    @cached_property
    def used_in(self) -> Mapping[str, tuple[Use, ...]]:
        """Release id → the formulae in it, in the order of its text."""
        found: dict[str, list[Use]] = {one: [] for one in self.readings}
        for each in self.uses.values():
            for use in each:
                found[use.release].append(use)
        return {
            release: tuple(sorted(each, key=lambda use: (int(use.block[1:]), use.start)))
            for release, each in found.items()
        }

    def formulae_in(self, release: str) -> tuple[str, ...]:
        """Return the formulae that a release uses, each once, in the order of its text."""
        return tuple(dict.fromkeys(use.formula for use in self.used_in.get(release, ())))

    @cached_property
    def tables(self) -> Mapping[str, SeriesTable]:
        """Series id → the series by its slots."""
        every = (one for one in self.archive.entities.values() if isinstance(one, Series))
        return {one.id: series.table(one, self.archive, self.readings) for one in every}

    @cached_property
    def couples(self) -> tuple[Couple, ...]:
        """The releases that are compared, each two once, by the date of the first."""
        place = {one: number for number, one in enumerate(self.readings)}
        found: dict[tuple[str, str], Couple] = {}
        for couple in (*self._beside(), *self._tied()):
            one, other = sorted((couple.one, couple.other), key=place.__getitem__)
            if one != other:
                found.setdefault((one, other), Couple(one, other, couple.why, couple.via))
        begun: dict[str, int] = {}
        kept = []
        for couple in sorted(found.values(), key=lambda each: (place[each.one], place[each.other])):
            begun[couple.one] = begun.get(couple.one, 0) + 1
            if begun[couple.one] <= MOST and self._fit(couple):
                kept.append(couple)
        return tuple(kept)

    @cached_property
    def couples_of(self) -> Mapping[str, tuple[Couple, ...]]:
        """Release id → the couples it is one of, in their order."""
        found: dict[str, list[Couple]] = {}
        for couple in self.couples:
            for release in (couple.one, couple.other):
                found.setdefault(release, []).append(couple)
        return {release: tuple(each) for release, each in found.items()}

    def _beside(self) -> Iterator[Couple]:
        """Yield what follows each other in a series with what is read beside it."""
        for name, table in self.tables.items():
            for one, other in pairwise(_by_event(table.columns)):
                for first in one:
                    for second in other:
                        why = "series" if first.member and second.member else "beside"
                        yield Couple(first.reading.id, second.reading.id, why, name)

    def _tied(self) -> Iterator[Couple]:
        for kind, why in TIES.items():
            for relation in self.relations:
                known = relation.source in self.readings and relation.target in self.readings
                if relation.type == kind and known and self._stand_for(relation):
                    yield Couple(relation.source, relation.target, why, relation.via or "")

    def _stand_for(self, relation: Relation) -> bool:
        """Return whether both releases of a series stand for their events: no report beside them."""
        table = self.tables.get(relation.via or "")
        if relation.type != "next-in-series" or table is None:
            return True
        held = {column.reading.id for column in table.columns}
        return relation.source in held and relation.target in held

    def _fit(self, couple: Couple) -> bool:
        one, other = self.readings[couple.one], self.readings[couple.other]
        return 0 < len(one.blocks) * len(other.blocks) <= LARGEST

    def compare(self, one: str, other: str) -> Comparison:
        """Compare any two releases."""
        known = Known(self.archive.entities, self.mentions, self._rulings)
        return compare(self.readings[one], self.readings[other], known)

    @cached_property
    def comparisons(self) -> Mapping[tuple[str, str], Comparison]:
        """The comparisons that the site shows, by the two releases."""
        return {(each.one, each.other): self.compare(each.one, each.other) for each in self.couples}

    @cached_property
    def retellings(self) -> Mapping[tuple[str, str], Retelling]:
        """The news reports compared with a release on the same event, by the two of the couple."""
        found = {}
        for key, made in self.comparisons.items():
            both = sides(self.archive, made.one, made.other)
            events = [frozenset(each.release.head.events) for each in (made.one, made.other)]
            if both and events[0] & events[1]:
                found[key] = retelling(*both, made, self.mentions)
        return found

    @cached_property
    def _rulings(self) -> tuple[AlignmentRuling, ...]:
        every = (one for one in self.archive.entities.values() if isinstance(one, Series))
        return tuple(ruling for one in every for ruling in one.alignments)

    def news(self, release: str) -> News | None:
        """Return the formulae that are new in a release, with the ground of it."""
        here = {use.formula for use in self.used_in.get(release, ())}
        return news(self.readings[release], self._days, self._firsts, here)

    @cached_property
    def _days(self) -> Days:
        return Days(self.readings.values())

    @cached_property
    def _firsts(self) -> Mapping[str, str]:
        """Formula id → the date of the first dated release that uses it; empty if none does."""
        dates = {one.id: one.date for one in self.readings.values()}
        return {
            formula: next((date for one in found if (date := dates[one.release])), "")
            for formula, found in self.uses.items()
        }

    @cached_property
    def ground(self) -> Ground:
        """All that is held."""
        return ground(self.readings.values())

    @cached_property
    def years(self) -> Mapping[str, int]:
        """Year → how many releases of it are held."""
        return years(self.readings.values())

    def before(self, release: str) -> tuple[tuple[str, Column, tuple[Column, ...]], ...]:
        """Return each series that holds a release: its id, the release's column, those before."""
        found = []
        for name, column in self._columns.get(release, ()):
            when = (column.event.date, column.event.id)
            columns = self.tables[name].columns
            earlier = (one for one in columns if (one.event.date, one.event.id) < when)
            found.append((name, column, tuple(earlier)))
        return tuple(found)

    @cached_property
    def _columns(self) -> Mapping[str, list[tuple[str, Column]]]:
        """Release id → its columns, each with its series."""
        found: dict[str, list[tuple[str, Column]]] = {}
        for name, table in self.tables.items():
            for column in table.columns:
                found.setdefault(column.reading.id, []).append((name, column))
        return found

    def silences(self, release: str) -> tuple[tuple[str, tuple[Expected, ...]], ...]:
        """Return, for each series that holds a release, what it leads one to expect in vain."""
        meant = self.names_in(release)
        return tuple(
            (
                name,
                tuple(
                    one
                    for one in series.silences(column, earlier, self._has(name))
                    if one.what != "name" or one.id not in meant
                ),
            )
            for name, column, earlier in self.before(release)
        )

    def _has(self, name: str) -> Mapping[str, Mapping[str, frozenset[str]]]:
        table = self.tables[name]
        ids = dict.fromkeys(column.reading.id for column in table.columns)
        return {
            "name": {one: self._named_in(one) for one in ids},
            "formula": {one: frozenset(self.formulae_in(one)) for one in ids},
            "slot": {
                one: frozenset(each.slot for each in table.placed if each.release == one)
                for one in ids
            },
        }

    def names_in(self, release: str) -> frozenset[str]:
        """Return whom and what a release names or means, in what may be shown of it or not."""
        found = self.mentions.get(release, ())
        return frozenset(entity for one in found for entity in one.entities)

    def _named_in(self, release: str) -> frozenset[str]:
        """Return whom and what a release names by name, in what may be shown."""
        reading = self.readings[release]
        return frozenset(
            entity
            for one in self.mentions.get(release, ())
            if one.layer == "named" and one.end <= len(reading.text(one.block))
            for entity in one.entities
        )

    @cached_property
    def styles(self) -> Mapping[str, tuple[Styled, ...]]:
        """Person id → how each mention names and styles them, in the order of the releases."""
        found: dict[str, list[Styled]] = {}
        for release in self.readings:
            for one in self._in_texts[release].styled:
                found.setdefault(one.person, []).append(one)
        return {person: tuple(each) for person, each in found.items()}

    @cached_property
    def commitments(self) -> tuple[Committed, ...]:
        """Who says what how strongly, in the releases of series, in their order."""
        held = {column.reading.id for table in self.tables.values() for column in table.columns}
        inside = (one for one in self.readings.values() if one.id in held)
        return commitments(self.archive, inside, self.mentions)

    @cached_property
    def orders(self) -> Mapping[str, tuple[Listed, ...]]:
        """Person id → their places in lists of names, in the order of the releases."""
        found: dict[str, list[Listed]] = {}
        for release in self.readings:
            for one in self._in_texts[release].listed:
                found.setdefault(one.person, []).append(one)
        return {person: tuple(each) for person, each in found.items()}


def _by_event(columns: Sequence[Column]) -> list[list[Column]]:
    found: dict[str, list[Column]] = {}
    for column in columns:
        found.setdefault(column.event.id, []).append(column)
    return list(found.values())
