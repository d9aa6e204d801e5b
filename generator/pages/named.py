"""Whom and what a release names: the list beside its text."""

from __future__ import annotations

from collections import Counter, defaultdict

from generator.authority import FOLDERS
from generator.model import Release
from generator.pages.holdings import Holdings
from generator.pages.particulars import Row
from generator.pages.words import Words

GROUPS = {"people": "Who", "organisations": "Bodies", "places": "Where", "events": "Events",
          "instruments": "Instruments", "series": "Series"}  # fmt: skip
"""Folder of a kind of record → how the list calls it."""


def named(holdings: Holdings, release: Release) -> tuple[Row, ...]:
    """Return the entities a release names, by kind, each with how often; misspellings as *sic*."""
    counts: Counter[str] = Counter()
    forms: dict[str, set[str]] = defaultdict(set)
    for mention in holdings.mentions.get(release.id, ()):
        if mention.layer == "named":
            counts.update(mention.entities)
            for entity in mention.entities:
                forms[entity].add(mention.text)
    rows = []
    for folder, term in GROUPS.items():
        found = [
            each
            for each in counts
            if isinstance(holdings.archive.entities.get(each), FOLDERS[folder])
        ]
        found.sort(key=lambda each: (-counts[each], each))
        values = tuple(
            (
                holdings.to_entity(each),
                Words(f" {counts[each]}×{_sic(holdings, each, forms[each])}"),
            )
            for each in found
        )
        rows.append(Row(term, values))
    return tuple(row for row in rows if row.values)


def _sic(holdings: Holdings, entity: str, printed: set[str]) -> str:
    wrong = [each.form for each in holdings.archive.entities[entity].errors if each.form in printed]
    return f", printed {' and '.join(f'“{each}”' for each in wrong)} (sic)" if wrong else ""
