"""What the search index is told of a release besides its text: facets, and signs for names and days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from generator import authority
from generator.lookup import day_sign, days, sign
from generator.model import Release
from generator.pages.frontmatter import Value
from generator.pages.holdings import Holdings
from generator.wording.levels import bucket, lag

_FACETS = {
    "person": authority.Person,
    "place": authority.Place,
    "event": authority.Event,
}
LAGS = ("the same day", "1 day", "2–3 days", "4–7 days", "8–30 days", "more than 30 days")
"""What a search calls the days from an event to its release: the columns of the page of levels."""
_OFTEN, _VERY_OFTEN = 3, 8


def sought(holdings: Holdings, release: Release) -> Mapping[str, Value]:
    """Return the facets by whom, where and what a release names, and the signs it is found by."""
    counts = _counts(holdings, release)
    entities = holdings.archive.entities
    facets: dict[str, Value] = {
        facet: sorted(
            heading(holdings, each) for each in counts if isinstance(entities.get(each), kind)
        )
        for facet, kind in _FACETS.items()
    }
    signs = [
        *(word for each in sorted(counts) for word in [sign(each)] * _weight(counts[each])),
        *(day_sign(each) for each in _days(holdings, release)),
    ]
    return {**facets, **_weight_of_words(holdings, release), "signs": " ".join(signs)}


def _weight_of_words(holdings: Holdings, release: Release) -> Mapping[str, Value]:
    """Return the facets by which statements are weighed: the level they speak at, and how soon."""
    told = lag(holdings.archive, holdings.wording.readings[release.id])
    return {
        "level": f"Level {told.level}" if told.level else "",
        "lag": "" if told.days is None else LAGS[bucket(told.days)],
    }


def heading(holdings: Holdings, entity: str) -> str:
    """Return what a facet calls an entity: its heading, with the id where others share it."""
    text = holdings.archive.entities[entity].heading
    return f"{text} ({entity})" if holdings.headings[text] > 1 else text


def _counts(holdings: Holdings, release: Release) -> Counter[str]:
    counts: Counter[str] = Counter(release.head.events)
    for mention in holdings.mentions.get(release.id, ()):
        if mention.layer == "named":
            counts.update(mention.entities or mention.candidates)
            # A title tells more of what a text is about than a line.
            counts.update(mention.entities if mention.block == "title" else ())
    return Counter({each: counts[each] for each in counts if each in holdings.archive.entities})


def _weight(count: int) -> int:
    return 1 + (count >= _OFTEN) + (count >= _VERY_OFTEN)


def _days(holdings: Holdings, release: Release) -> Iterator[str]:
    """Yield the days that lead to a release: its own twice, that it stands before others."""
    own = days(holdings.date(release))
    yield from own
    yield from own
    for each in release.head.events:
        event = holdings.archive.entities.get(each)
        if isinstance(event, authority.Event):
            yield from days(event.date)
    line = release.head.dateline
    yield from days(line.date) if line and line.date else ()
