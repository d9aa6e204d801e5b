"""The page of the concordance: the form is the theme's, the ways without a script are text."""

from __future__ import annotations

from generator.authority import Formula, Person, Place
from generator.pages.environment import page
from generator.pages.holdings import Holdings
from generator.pages.home import WaysPage
from generator.pages.words import Words, counted

PATH = "concordance.md"
MOST = 60
"""Names that the page lists: those named most."""


def concordance_pages(holdings: Holdings) -> dict[str, bytes]:
    """Return the page of the concordance, by its path."""
    introduction = (
        "Any word or phrase, in lines with the word in the middle. Without a script: every use of these "
        "formulae and names stands in its sentence on their own pages."
    )
    context = WaysPage("", introduction, (*_formulae(holdings), *_names(holdings)))
    meta = {
        "title": "Concordance",
        "description": introduction,
        "record": "concordance",
        "template": "concordance.html",
    }
    return {PATH: page("ways", context, PATH, meta)}


def _formulae(holdings: Holdings) -> list[tuple[Words, ...]]:
    found = [one for one in holdings.archive.entities.values() if isinstance(one, Formula)]
    used = holdings.wording.uses
    return [
        (holdings.to_entity(one.id), Words(f": {counted(len(used[one.id]), 'use')}"))
        for one in sorted(found, key=lambda one: one.heading.casefold())
        if used[one.id]
    ]


def _names(holdings: Holdings) -> list[tuple[Words, ...]]:
    named = {
        key: len(found)
        for key, found in holdings.named.items()
        if isinstance(holdings.archive.entities.get(key), Person | Place)
    }
    order = sorted(named, key=lambda key: (-named[key], key))[:MOST]
    return [
        (holdings.to_entity(key), Words(f": named {counted(named[key], 'time')}")) for key in order
    ]
