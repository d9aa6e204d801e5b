"""The page of a formula: when it came and went, by outlet and kind, each use in its sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.authority import Formula
from generator.model import Mention
from generator.pages import dates
from generator.pages.described import of_entity
from generator.pages.entity import further, sheet_page
from generator.pages.environment import page
from generator.pages.frontmatter import Value
from generator.pages.holdings import Holdings
from generator.pages.naming import Naming, in_sentences, sheets
from generator.pages.particulars import Row
from generator.pages.passages import block_name
from generator.pages.weight import left, of_rows
from generator.pages.words import Words, counted
from generator.wording.formulae import Ground, Use, Year, by_year

Line = tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class FormulaPage:
    """What the page of a formula shows."""

    heading: str
    byline: str
    ground: str
    years: tuple[Year, ...]
    namings: tuple[Naming, ...]
    further: tuple[Words, ...]
    rows: tuple[Row, ...]


def formula_pages(holdings: Holdings) -> dict[str, bytes]:
    """Return the page of each formula, and those on which its uses go on, by path."""
    every = (one for one in holdings.archive.entities.values() if isinstance(one, Formula))
    return {path: page for one in every for path, page in _pages(holdings, one).items()}


def _pages(holdings: Holdings, formula: Formula) -> dict[str, bytes]:
    used = holdings.wording.uses[formula.id]
    found = (
        Mention(one.release, one.block, one.start, one.end, one.text, (formula.id,), "named", "")
        for one in used
    )
    rows = tuple(row for row in _rows(holdings, formula, used) if row.values)
    first, *others = sheets(in_sentences(holdings, found), first=left(of_rows(rows))) or [()]
    more = further(holdings, formula, others)
    path = holdings.paths[formula.id]
    context = FormulaPage(
        heading=formula.heading,
        byline=f"Formula, {extent(used)}",
        ground=_ground(holdings, used),
        years=by_year(used, holdings.wording.readings, holdings.wording.years) if used else (),
        namings=first,
        further=tuple(sheet.link for sheet in more),
        rows=rows,
    )
    return {
        path: page("formula", context, path, _meta(holdings, formula, context)),
        **{sheet.link.to: sheet_page(holdings, formula, sheet) for sheet in more},
    }


def extent(used: Sequence[Use]) -> str:
    """Return how often a formula is used, and in how many releases."""
    if not used:
        return "not seen in any release held"
    return (
        f"{counted(len(used), 'use')} in {counted(len({one.release for one in used}), 'release')}"
    )


def on_ground(ground: Ground, noun: str = "release") -> str:
    """Return what a statement rests on, in words.

    >>> on_ground(Ground(3, "2024-01-17", "2024-11-02", ""))
    '3 releases between 17 January 2024 and 2 November 2024'
    """
    if not ground.releases:
        return f"no {noun}"
    when = ""
    if ground.first:
        first, last = dates.in_words(ground.first), dates.in_words(ground.last)
        when = f" of {first}" if first == last else f" between {first} and {last}"
    return f"{counted(ground.releases, noun)}{when}"


def _ground(holdings: Holdings, used: Sequence[Use]) -> str:
    held = f"this archive, which holds {on_ground(holdings.wording.ground)}"
    hidden = sum(not one.whole for one in holdings.wording.readings.values())
    partly = f"; of {hidden} of them only a part is searched" if hidden else ""
    seen = "First, last and how often" if used else "Not seen"
    return f"{seen} in {held}{partly}. A year’s bar is the share of the releases held for it."


def _rows(holdings: Holdings, formula: Formula, used: Sequence[Use]) -> Iterator[Row]:
    dated = [one for one in used if holdings.wording.readings[one.release].date]
    if dated:
        yield Row("First seen here", (_where(holdings, dated[0]),))
        yield Row("Last seen here", (_where(holdings, dated[-1]),))
    heads = [holdings.archive.releases[each].head for each in {one.release for one in used}]
    outlets = Counter(head.outlet for head in heads)
    yield Row("By outlet", _shares(outlets, holdings.of_each_outlet, holdings.to_outlet))
    kinds = Counter(head.kind for head in heads)
    yield Row("By kind", _shares(kinds, holdings.of_each_kind, _kind(holdings)))
    quoted = sum(one.quoted for one in used)
    told = f"{quoted} of {counted(len(used), 'use')}"
    yield Row("In quotation marks", ((Words(told),),) if used else ())
    yield Row("Forms seen", tuple((Words(f"{form}, {number}×"),) for form, number in _forms(used)))
    yield Row("Beside it", tuple(_beside(holdings, formula)))
    yield Row("Found by", tuple((Words(each),) for each in formula.patterns))
    yield Row("Note", ((Words(formula.note),),) if formula.note else ())
    yield Row("Reference code", ((Words(formula.id),),))


def _forms(used: Sequence[Use]) -> list[tuple[str, int]]:
    counts = Counter(one.text for one in used)
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))


def _where(holdings: Holdings, use: Use) -> Line:
    reading = holdings.wording.readings[use.release]
    words = f"{dates.in_words(reading.date)}, {holdings.outlet_name(reading.release.head.outlet)}, {block_name(use.block)}"
    return (holdings.to_release(reading.release, use.block, words),)


def _kind(holdings: Holdings) -> Callable[[str], Words]:
    def named(kind: str) -> Words:
        found = holdings.archive.kinds.get(kind)
        return Words(found.label if found else kind)

    return named


def _shares(
    inside: Mapping[str, int], held: Mapping[str, int], words: Callable[[str], Words]
) -> tuple[Line, ...]:
    """Return in how many of the releases held, by outlet or kind, the formula stands."""
    order = sorted(inside, key=lambda each: (-inside[each], each))
    return tuple(
        (words(each), Words(f": {inside[each]} of {counted(held[each], 'release')}"))
        for each in order
    )


def _beside(holdings: Holdings, formula: Formula) -> Iterator[Line]:
    """Yield the other formulae of its group."""
    for other in holdings.archive.entities.values():
        same = isinstance(other, Formula) and other.group and other.group == formula.group
        if same and other.id != formula.id:
            yield (
                holdings.to_entity(other.id),
                Words(f", {extent(holdings.wording.uses[other.id])}"),
            )


def _meta(holdings: Holdings, formula: Formula, context: FormulaPage) -> Mapping[str, Value]:
    return {
        "title": formula.heading,
        "description": f"{formula.heading}: {context.byline[0].lower()}{context.byline[1:]}.",
        "record": "formula",
        "id": formula.id,
        **of_entity(holdings, formula),
        **holdings.made_from(formula.id),
    }
