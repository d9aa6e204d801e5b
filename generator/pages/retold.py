"""A news report beside a release on the same event: what both have, what only one has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model import Release
from generator.pages.findings import formula_at, in_both, places
from generator.pages.holdings import Holdings
from generator.pages.particulars import Row
from generator.pages.reading import bracketed, place, when
from generator.pages.wordingitem import Box
from generator.pages.words import Words, counted
from generator.wording.compare import Comparison
from generator.wording.reading import Reading
from generator.wording.report import RUN, Retelling

Line = tuple[Words, ...]
MOST = 12
"""Names or formulae of one sort that are listed."""
LIMIT = "A paraphrase shares no run of words: what is not seen may be there in other words."
EARLIER = "The report is of an earlier day than the release; what both have, it did not take from this text."
NOT_SAID = "Not said: the other text is not whole here."


def beside(holdings: Holdings, comparison: Comparison) -> tuple[Row, ...]:
    """Return what a report has of a release and what not, for the page that compares the two."""
    found = holdings.wording.retellings.get((comparison.one.id, comparison.other.id))
    if found is None:
        return ()
    rows = (
        Row("In both", ((Words(_extent(found)),),)),
        Row("Word for word", tuple(_runs(holdings, found))),
        Row("Only in the release", (_alone(holdings, found.release, found.untouched, found.report),)),
        Row("Only in the report", (_alone(holdings, found.report, found.own, found.release),)),
        Row("How far to trust it", ((Words(_limit(found)),),)),
    )  # fmt: skip
    return tuple(row for row in rows if row.values)


def _extent(found: Retelling) -> str:
    """Return how much of each is in the other."""
    paragraphs = len(found.touched) + len(found.untouched)
    shared = sum(one.words for one in found.shared)
    return (
        f"Of {counted(paragraphs, 'paragraph')} of the release, {len(found.aligned)} "
        f"{'is' if len(found.aligned) == 1 else 'are'} aligned with the report’s and "
        f"{len(found.touched) - len(found.aligned)} more {'shares' if len(found.touched) - len(found.aligned) == 1 else 'share'} "
        f"a run of {RUN} or more words with it; {shared} of {found.words} words of the report stand in such runs, names not counted."
    )


def _limit(found: Retelling) -> str:
    return f"{LIMIT} {EARLIER}" if found.is_earlier else LIMIT


def _runs(holdings: Holdings, found: Retelling) -> Iterator[Line]:
    for one in found.shared:
        words = found.report.text(one.block)[one.start : one.end]
        where = (
            place(holdings, found.report, one.block),
            place(holdings, found.release, one.other),
        )
        yield Words(f"“{words}”"), *bracketed(where)


def _alone(holdings: Holdings, mine: Reading, blocks: Iterable[str], other: Reading) -> Line:
    """Return the paragraphs of one text of which nothing is seen in the other."""
    if not other.whole:
        return (Words(NOT_SAID),)
    line: list[Words] = []
    for block in blocks:
        line += [Words(", ")] if line else []
        line.append(place(holdings, mine, block))
    return tuple(line) or (Words("none"),)


def retold(holdings: Holdings, release: Release) -> Iterator[Box]:
    """Yield, on the page of a report or of its release, what the two have in common and what not."""
    wording = holdings.wording
    for couple in wording.couples_of.get(release.id, ()):
        if found := wording.retellings.get((couple.one, couple.other)):
            is_report = found.report.id == release.id
            other = found.release if is_report else found.report
            what = "the release" if is_report else "the news report"
            outlet = holdings.outlet_name(other.release.head.outlet)
            heading = f"Beside {what} of {when(other)} ({outlet})"
            ground = f"{_extent(found)} {_limit(found)}"
            link = holdings.to_comparison(couple.one, couple.other, "Paragraph by paragraph")
            comparison = wording.comparisons[couple.one, couple.other]
            items = (*_only(holdings, found, comparison, is_report), (link,))
            yield Box(heading, ground, items, known=True)


def _only(
    holdings: Holdings,
    found: Retelling,
    comparison: Comparison,
    is_report: bool,  # noqa: FBT001 - whose page it is
) -> Iterator[Line]:
    """Yield the names and formulae of both, of this text alone, and of the other alone."""
    here, there = (found.report, found.release) if is_report else (found.release, found.report)
    only = (comparison.only_one, comparison.only_other)
    mine, theirs = only if comparison.one.id == here.id else only[::-1]
    used = [holdings.wording.formulae_in(each.id) for each in (here, there)]
    both = [each for each in used[0] if each in used[1]]
    yield from _told("In both: ", (in_both(holdings, each, (here, there)) for each in both))
    sides = (("Only here: ", here, there, mine, used[0], used[1]),
             ("Not seen here: ", there, here, theirs, used[1], used[0]))  # fmt: skip
    for label, having, against, names, formulae, others in sides:
        if not against.whole:
            yield (Words(f"{label}not said, since the other text is not whole here"),)
            continue
        items = [(holdings.to_entity(each), *places(holdings, each, having)) for each in names]
        items += [formula_at(holdings, each, having) for each in formulae if each not in others]
        yield from _told(label, items)


def _told(label: str, items: Iterable[Line]) -> Iterator[Line]:
    every = list(items)
    line = [Words(label)]
    for number, item in enumerate(every[:MOST]):
        line += [Words("; "), *item] if number else item
    if len(every) > MOST:
        line.append(Words(f"; and {len(every) - MOST} more"))
    if every:
        yield tuple(line)
