"""The pages that compare two releases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.pages import dates
from generator.pages.environment import page
from generator.pages.frontmatter import Value
from generator.pages.holdings import Holdings, comparison_path
from generator.pages.particulars import Row
from generator.pages.passages import block_name
from generator.pages.shelves import Group, Listing
from generator.pages.words import Words, counted
from generator.wording.collate import Run
from generator.wording.compare import Compared, Comparison
from generator.wording.reading import Reading
from generator.wording.versions import versions
from generator.wording.wording import Couple

INDEX = "compare/index.md"
WEAK = 0.16
"""Likeness up to which an alignment is called weak: see `relate.align.VARIANT`."""
Line = tuple[Words, ...]
METHOD = (
    "Paragraphs are aligned by the words, pairs of words and names they share, weighed by rarity; "
    f"a likeness up to .{WEAK * 100:.0f} is weak, and is to be judged by eye. Paragraphs that different parties open "
    "never count as variants of each other; they are shown as mirrors. Where less than 45 of 100 words "
    "agree, two paragraphs stand side by side."
)
EXAMPLE = (
    Run("added", "words only in the later"),
    Run("kept", " and "),
    Run("removed", "words only in the earlier"),
    Run("kept", " are marked"),
)


@dataclass(frozen=True, slots=True)
class Side:
    """A paragraph of one release."""

    where: Words
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class PairRow:
    """Paragraphs that answer each other, or one that stands alone."""

    heading: str
    ground: str
    language: str
    runs: tuple[Run, ...]
    """The two set into each other; empty if they are shown side by side."""
    one: Side | None
    other: Side | None


@dataclass(frozen=True, slots=True)
class ComparePage:
    """What the page that compares two releases shows."""

    title: str
    byline: Line
    notes: tuple[Line, ...]
    summary: str
    findings: tuple[Row, ...]
    method: str
    example: tuple[Run, ...]
    rows: tuple[PairRow, ...]


def compare_pages(holdings: Holdings) -> dict[str, bytes]:
    """Return the page of each comparison, and their list, by path."""
    made = {}
    for couple in holdings.wording.couples:
        path = comparison_path(couple.one, couple.other)
        comparison = holdings.wording.comparisons[couple.one, couple.other]
        context = compare_page(holdings, comparison, why(holdings, couple))
        made[path] = page("compare", context, path, _meta(context))
    made[INDEX] = _index(holdings)
    return made


def why(holdings: Holdings, couple: Couple) -> Line:
    """Return why two releases are compared."""
    reasons = {
        "series": "they follow each other in the series ",
        "wording": "they are one release in two wordings",
        "event": "they report one event: ",
        "beside": "the earlier is read beside the series ",
    }
    via = (holdings.to_entity(couple.via),) if couple.via and couple.why != "wording" else ()
    return (Words(reasons[couple.why]), *via)


def compare_page(holdings: Holdings, comparison: Comparison, reason: Line) -> ComparePage:
    """Return what the page of a comparison shows."""
    one, other = comparison.one, comparison.other
    return ComparePage(
        title=f"Wording compared: {when(one)} and {when(other)}",
        byline=(
            *_name(holdings, one), Words("; "), *_name(holdings, other),
            *((Words(". Compared because "), *reason) if reason else ()),
        ),
        notes=tuple(_notes(holdings, comparison)),
        summary=_summary(comparison),
        findings=findings(holdings, comparison),
        method=METHOD,
        example=EXAMPLE,
        rows=tuple(_row(holdings, comparison, row) for row in comparison.rows),
    )  # fmt: skip


def when(reading: Reading) -> str:
    """Return the day of a release in words."""
    return dates.in_words(reading.date) if reading.date else "undated"


def _name(holdings: Holdings, reading: Reading) -> Line:
    outlet = holdings.outlet_name(reading.release.head.outlet)
    return (Words(f"{outlet}, {when(reading)}: "), holdings.to_release(reading.release))


def _notes(holdings: Holdings, comparison: Comparison) -> Iterator[Line]:
    for reading in (comparison.one, comparison.other):
        if not reading.whole:
            name = holdings.to_release(reading.release)
            yield (
                name,
                Words(
                    f" is not whole here: {reading.why_not}. What is not seen in it may be there."
                ),
            )
    for ruling in comparison.stale:
        words = f"An alignment that a person settled ({ruling.one.partition('#')[2]} and {ruling.other.partition('#')[2]}) is not used: a paragraph has changed since."
        yield (Words(words),)


def _summary(comparison: Comparison) -> str:
    kinds = [row.pair.kind for row in comparison.rows]
    settled = sum(row.status == "confirmed" for row in comparison.rows)
    one = sum(not block.is_heading for block in comparison.one.blocks)
    other = sum(not block.is_heading for block in comparison.other.blocks)
    alone = [row.pair for row in comparison.rows if row.pair.kind == "unaligned"]
    first, second = sum(bool(pair.one) for pair in alone), sum(bool(pair.other) for pair in alone)
    settled_by = f"{settled} confirmed by a person, the others" if settled else "All alignments are"
    return (
        f"Of {counted(one, 'paragraph')} in the earlier and {other} in the later, "
        f"{counted(kinds.count('variant'), 'pair')} of one matter in other words "
        f"and {counted(kinds.count('mirror'), 'pair')} of mirror images; {first} "
        f"only in the earlier and {second} only in the later. {settled_by} proposed by rule."
    )


def findings(holdings: Holdings, comparison: Comparison) -> tuple[Row, ...]:
    """Return who and what is only in one of the releases, and how persons are named in each."""
    one, other = comparison.one, comparison.other
    sides = ((one, comparison.only_one, other), (other, comparison.only_other, one))
    rows = [
        Row(f"Named only on {when(mine)}", _listed(_entities(holdings, names, mine), theirs))
        for mine, names, theirs in sides
    ]
    used = [holdings.wording.formulae_in(each.id) for each in (one, other)]
    rows += [
        Row(
            f"Formulae only on {when(mine)}",
            _listed([formula_at(holdings, each, mine) for each in used[at] if each not in used[1 - at]], theirs),
        )
        for at, (mine, _, theirs) in enumerate(sides)
    ]  # fmt: skip
    both = [each for each in used[0] if each in used[1]]
    rows.append(Row("Formulae in both", tuple((holdings.to_entity(each),) for each in both)))
    rows += [
        Row(f"Persons in order, {when(mine)}", tuple(_people(holdings, mine, people)))
        for mine, people in zip((one, other), comparison.people, strict=True)
    ]
    return tuple(row for row in rows if row.values)


def _entities(holdings: Holdings, names: Iterable[str], reading: Reading) -> list[Line]:
    return [(holdings.to_entity(each), *places(holdings, each, reading)) for each in names]


def places(holdings: Holdings, entity: str, reading: Reading) -> Line:
    """Return where a release names an entity, in brackets."""
    found = holdings.named.get(entity, ())
    blocks = (one.block for one in found if one.release == reading.id and holdings.is_shown(one))
    return bracketed(
        holdings.to_release(reading.release, block, block_name(block))
        for block in dict.fromkeys(blocks)
    )


def bracketed(words: Iterable[Words]) -> Line:
    """Return words in brackets, with commas between; nothing if there are none."""
    line: list[Words] = []
    for each in words:
        line += (Words(", " if line else " ("), each)
    return (*line, Words(")")) if line else ()


def formula_at(holdings: Holdings, formula: str, reading: Reading) -> Line:
    """Return a formula with where it stands, and whether in quotation marks."""
    found = [one for one in holdings.wording.used_in[reading.id] if one.formula == formula]
    blocks = dict.fromkeys(one.block for one in found)
    quoted = " in quotation marks" if found and all(one.quoted for one in found) else ""
    where = bracketed(
        holdings.to_release(reading.release, block, block_name(block)) for block in blocks
    )
    return (holdings.to_entity(formula), Words(quoted), *where)


def _listed(values: Iterable[Line], against: Reading) -> tuple[Line, ...]:
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


def _row(holdings: Holdings, comparison: Comparison, row: Compared) -> PairRow:
    one = _side(holdings, comparison.one, row.pair.one)
    other = _side(holdings, comparison.other, row.pair.other)
    merged = row.collation.runs if row.collation else ()
    same = comparison.one.release.head.language == comparison.other.release.head.language
    return PairRow(
        heading=_heading(row),
        ground=_ground(row),
        language=comparison.other.release.head.language if same else "",
        runs=merged,
        one=one,
        other=other,
    )


def _heading(row: Compared) -> str:
    one, other = block_name(row.pair.one or ""), block_name(row.pair.other or "")
    match row.pair.kind:
        case "variant":
            return f"{one} and {other}"
        case "mirror":
            return f"{one} and {other}: mirror images"
        case "unaligned":
            return f"{one}: only in the earlier" if row.pair.one else f"{other}: only in the later"


def _ground(row: Compared) -> str:
    if row.pair.kind == "unaligned":
        return ""
    score = f"{row.pair.score:.2f}".removeprefix("0")
    weak = ", weak" if row.pair.score <= WEAK and row.status == "proposed" else ""
    said = (
        f"Likeness {score}{weak}; {row.status}{' by a person' if row.status == 'confirmed' else ''}"
    )
    if row.collation is None:
        return f"{said}. Different parties speak, each of the other."
    agree = f"{round(row.collation.ratio * 100)} of 100 words agree"
    return f"{said}; {agree}{'' if row.collation.near else ', so they stand side by side'}."


def _side(holdings: Holdings, reading: Reading, block: str | None) -> Side | None:
    if not block:
        return None
    where = holdings.to_release(reading.release, block, f"{when(reading)}, {block_name(block)}")
    return Side(where, reading.text(block), reading.release.head.language)


def _meta(context: ComparePage) -> Mapping[str, Value]:
    return {"title": context.title, "description": context.summary, "record": "comparison"}


def _index(holdings: Holdings) -> bytes:
    rows = []
    for couple in holdings.wording.couples:
        one, other = (holdings.wording.readings[each] for each in (couple.one, couple.other))
        link = holdings.to_comparison(couple.one, couple.other, f"{_short(holdings, one)}, and {_short(holdings, other)}")  # fmt: skip
        rows.append(Row(f"{when(one)}, {when(other)}", ((link,), why(holdings, couple))))
    listing = Listing(
        title="Comparisons",
        byline=counted(len(rows), "pair of releases", "pairs of releases"),
        introduction="Releases that follow each other in a series, that report one event, or that are one release in two wordings, compared paragraph by paragraph. Any other two are compared by `python -m generator compare`.",
        record=(),
        groups=(Group("", rows=tuple(rows)), *_versions(holdings)),
    )
    meta = {"title": listing.title, "description": listing.introduction, "record": "index"}
    return page("listing", listing, INDEX, meta)


def _versions(holdings: Holdings) -> Iterator[Group]:
    """Yield the list of releases held in several versions, if there are any."""
    items = tuple(
        (
            Words(holdings.title(each.base.release), to=f"compare/{each.base.id}/versions.md"),
            Words(f": {counted(len(each.others) + 1, 'version')}"),
        )
        for each in versions(holdings.relations, holdings.wording.readings)
    )
    if items:
        yield Group("Held in several versions", items=items)


def _short(holdings: Holdings, reading: Reading) -> str:
    return (
        f"{holdings.outlet_name(reading.release.head.outlet)}, “{holdings.title(reading.release)}”"
    )
