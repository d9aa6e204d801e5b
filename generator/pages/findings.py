"""What two releases have and have not in common: names, formulae, and how persons are named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.pages.holdings import Holdings
from generator.pages.particulars import Row
from generator.pages.reading import bracketed, place, when
from generator.pages.words import Words
from generator.wording.compare import Comparison
from generator.wording.reading import Reading

Line = tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """What is only in one of two releases, and what is in both."""

    one: tuple[Row, ...]
    other: tuple[Row, ...]
    both: tuple[Row, ...]


def findings(holdings: Holdings, comparison: Comparison) -> Findings:
    """Return who and what is only in one of the releases, and how persons are named in each."""
    one, other = comparison.one, comparison.other
    used = [holdings.wording.formulae_in(each.id) for each in (one, other)]
    both = [each for each in used[0] if each in used[1]]
    sides = ((one, comparison.only_one, comparison.people[0], used[0], other),
             (other, comparison.only_other, comparison.people[1], used[1], one))  # fmt: skip
    first, second = (
        _told(
            Row(f"Named only on {when(mine)}", listed(_entities(holdings, names, mine), against)),
            Row(f"Formulae only on {when(mine)}", listed([formula_at(holdings, each, mine) for each in formulae if each not in both], against)),
            Row(f"Persons as first named, {when(mine)}", tuple(_people(holdings, mine, people))),
            Row(f"In a list of names, {when(mine)}", tuple(_lists(holdings, mine, people))),
        )
        for mine, names, people, formulae, against in sides
    )  # fmt: skip
    shared = tuple(in_both(holdings, each, (one, other)) for each in both)
    return Findings(first, second, _told(Row("Formulae in both", shared)))


def _told(*rows: Row) -> tuple[Row, ...]:
    return tuple(row for row in rows if row.values)


def _entities(holdings: Holdings, names: Iterable[str], reading: Reading) -> list[Line]:
    return [(holdings.to_entity(each), *places(holdings, each, reading)) for each in names]


def places(holdings: Holdings, entity: str, reading: Reading) -> Line:
    """Return where a release names an entity, in brackets."""
    found = holdings.named.get(entity, ())
    blocks = (one.block for one in found if one.release == reading.id and holdings.is_shown(one))
    return bracketed(place(holdings, reading, block) for block in dict.fromkeys(blocks))


def formula_at(holdings: Holdings, formula: str, reading: Reading) -> Line:
    """Return a formula with where it stands, and whether in quotation marks."""
    found = [one for one in holdings.wording.used_in[reading.id] if one.formula == formula]
    blocks = dict.fromkeys(one.block for one in found)
    quoted = " in quotation marks" if found and all(one.quoted for one in found) else ""
    where = bracketed(place(holdings, reading, block) for block in blocks)
    return (holdings.to_entity(formula), Words(quoted), *where)


def in_both(holdings: Holdings, formula: str, readings: Sequence[Reading]) -> Line:
    """Return a formula with where each of two releases has it, and whether in quotation marks."""
    line: list[Words] = [holdings.to_entity(formula)]
    for number, each in enumerate(readings):
        line.append(Words(f"{'; ' if number else ': '}{when(each)}"))
        line += formula_at(holdings, formula, each)[1:]
    return tuple(line)


def listed(values: Iterable[Line], against: Reading) -> tuple[Line, ...]:
    """Return values; none at all against a text that is not whole, where nothing can be missing."""
    if against.whole:
        return tuple(values)
    return ((Words("not said: the other text is not whole here"),),)


def _people(holdings: Holdings, reading: Reading, people: Iterable[str]) -> Iterator[Line]:
    for number, person in enumerate(people, 1):
        every = holdings.wording.styles.get(person, ())
        styled = next((one for one in every if one.release == reading.id), None)
        printed = f": “{styled.whole}”" if styled else ""
        yield Words(f"{number}. "), holdings.to_entity(person), Words(printed)


def _lists(holdings: Holdings, reading: Reading, people: Iterable[str]) -> Iterator[Line]:
    """Yield the place of each person in lists of names, which protocol orders and prose does not."""
    for person in people:
        for one in holdings.wording.orders.get(person, ()):
            if one.release == reading.id:
                where = bracketed([place(holdings, reading, one.block)])
                yield holdings.to_entity(person), Words(f": {one.place} of {one.of}"), *where
