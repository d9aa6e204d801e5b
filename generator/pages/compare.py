"""The pages that compare two releases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.pages.comparisons import INDEX, comparison_list, why
from generator.pages.environment import page
from generator.pages.findings import Findings, findings
from generator.pages.frontmatter import Value
from generator.pages.holdings import Holdings, comparison_path
from generator.pages.paired import WEAK, PairRow, pair_row
from generator.pages.particulars import Row
from generator.pages.reading import name, when
from generator.pages.retold import beside
from generator.pages.words import Words, counted
from generator.wording.collate import Run
from generator.wording.compare import Comparison
from generator.wording.reading import Reading

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
class ComparePage:
    """What the page that compares two releases shows."""

    title: str
    byline: Line
    notes: tuple[Line, ...]
    summary: str
    findings: Findings
    report: tuple[Row, ...]
    """What a news report has of the release it stands beside; empty if they are not that."""
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
    made[INDEX] = comparison_list(holdings)
    return made


def compare_page(holdings: Holdings, comparison: Comparison, reason: Line) -> ComparePage:
    """Return what the page of a comparison shows."""
    one, other = comparison.one, comparison.other
    return ComparePage(
        title=f"Wording compared: {_unbroken(one)} and {_unbroken(other)}",
        byline=(
            *name(holdings, one), Words("; "), *name(holdings, other),
            *((Words(". Compared because "), *reason) if reason else ()),
        ),
        notes=tuple(_notes(holdings, comparison)),
        summary=_summary(comparison),
        findings=findings(holdings, comparison),
        report=beside(holdings, comparison),
        method=METHOD,
        example=EXAMPLE,
        rows=tuple(pair_row(holdings, comparison, row) for row in comparison.rows),
    )  # fmt: skip


def _unbroken(reading: Reading) -> str:
    """Return the day of a release in words between which no line ends."""
    return when(reading).replace(" ", "\u00a0")


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
    one = sum(not block.is_heading for block in comparison.one.blocks)
    other = sum(not block.is_heading for block in comparison.other.blocks)
    alone = [row.pair for row in comparison.rows if row.pair.kind == "unaligned"]
    first, second = sum(bool(pair.one) for pair in alone), sum(bool(pair.other) for pair in alone)
    return (
        f"Of {counted(one, 'paragraph')} in the earlier and {other} in the later, "
        f"{_aligned(kinds)}; {first} "
        f"only in the earlier and {second} only in the later. {_settled(comparison)}"
    )


def _aligned(kinds: Sequence[str]) -> str:
    """Return how many pairs there are of each kind that there is."""
    variants = f"{counted(kinds.count('variant'), 'pair')} of one matter in other words"
    mirrors = f"{counted(kinds.count('mirror'), 'pair')} of mirror images"
    return f"{variants} and {mirrors}" if "mirror" in kinds else variants


def _settled(comparison: Comparison) -> str:
    """Return how many of the alignments are confirmed."""
    pairs = [row for row in comparison.rows if row.pair.kind != "unaligned"]
    confirmed = sum(row.status == "confirmed" for row in pairs)
    if not confirmed:
        return "All alignments are proposed by rule." if pairs else "Nothing in them is aligned."
    if confirmed == len(pairs):
        return "All alignments are confirmed by reading."
    rest = len(pairs) - confirmed
    return f"{confirmed} of the alignments {'is' if confirmed == 1 else 'are'} confirmed by reading, {rest} proposed by rule."


def _meta(context: ComparePage) -> Mapping[str, Value]:
    return {"title": context.title, "description": context.summary, "record": "comparison"}
