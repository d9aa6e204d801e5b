"""The pages of releases that are held in several versions: sentence by outlet."""

from __future__ import annotations

from generator.pages.environment import page
from generator.pages.holdings import Holdings
from generator.pages.particulars import Row
from generator.pages.reading import when
from generator.pages.shelves import Group, Listing
from generator.pages.words import Words, counted
from generator.wording.versions import SentenceRow, Versions, versions

INTRODUCTION = (
    "Each sentence of the first version, and how the others have it: present in the same words, altered, "
    "or not seen. Not seen is not removed: it says what this archive’s copy has. Sentences that only another version "
    "has stand in its comparison."
)


def version_pages(holdings: Holdings) -> dict[str, bytes]:
    """Return a page for each release that is held in several versions, by path."""
    made = {}
    for each in versions(holdings.relations, holdings.wording.readings):
        path = f"compare/{each.base.id}/versions.md"
        listing = _listing(holdings, each)
        meta = {"title": listing.title, "description": INTRODUCTION, "record": "index"}
        made[path] = page("listing", listing, path, meta)
    return made


def _listing(holdings: Holdings, each: Versions) -> Listing:
    items = [_version(holdings, each, at) for at in range(len(each.others) + 1)]
    rows = tuple(_row(holdings, each, row) for row in each.rows)
    return Listing(
        title=f"Versions of “{holdings.title(each.base.release)}”",
        byline=f"{counted(len(items), 'version')}, {counted(len(rows), 'sentence')} of the first",
        introduction=INTRODUCTION,
        record=(),
        groups=(Group("Versions", items=tuple(items)), Group("Sentence by sentence", rows=rows)),
    )


def _version(holdings: Holdings, each: Versions, at: int) -> tuple[Words, ...]:
    reading = (each.base, *each.others)[at]
    name = f"{holdings.outlet_name(reading.release.head.outlet)}, {when(reading)}"
    partly = "" if reading.whole else f" (not whole here: {reading.why_not})"
    return (holdings.to_release(reading.release, text=name), Words(partly))


def _row(holdings: Holdings, each: Versions, row: SentenceRow) -> Row:
    names = {one.id: holdings.outlet_name(one.release.head.outlet) for one in each.others}
    told = "; ".join(f"{names[release]}: {state}" for release, state in row.states)
    where = f"¶ {row.block[1:]}"
    sentence = (holdings.to_release(each.base.release, row.block, row.text),)
    return Row(where, (sentence, (Words(told),)))
