"""What a page says of itself to programs: how to cite it, and what it is in schema.org's words.

The theme prints it in the head of the page and in its part `cite`; it knows the address, which no
page does.

Source: schema.org 29; Zotero's Embedded Metadata translator (newspaper articles).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from generator.authority import Entity, Event, Formula, Instrument, Organisation, Person, Place
from generator.citing.styles import STYLES, Piece, citation
from generator.citing.work import ARCHIVE, Author, Work
from generator.exports import changed
from generator.model import Archive, Outlet, Release
from generator.pages.frontmatter import Value
from generator.pages.holdings import Holdings

_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_CLASSES: dict[type, str] = {
    Person: "Person",
    Organisation: "Organization",
    Place: "Place",
    Event: "Event",
    Instrument: "CreativeWork",
    Formula: "DefinedTerm",
}


def of_release(holdings: Holdings, release: Release) -> Mapping[str, Value]:
    """Return front matter for a release: `cite` (each style in runs), `cited`, `changed`, `jsonld`."""
    archive = holdings.archive
    cited = holdings.works[release.id]
    return {
        "cite": [
            {
                "style": style,
                "pieces": [_piece(piece) for piece in citation(cited, style)],
            }
            for style in STYLES
        ],
        "cited": {
            "title": cited.title,
            "publication": cited.publication,
            "date": cited.date,
            "authors": [_metadata_name(author) for author in cited.authors],
        },
        "changed": changed.day(archive, release),
        "jsonld": _fields(_article(archive, release, cited)),
    }


def _piece(piece: Piece) -> dict[str, Value]:
    if piece.kind == "text":
        return {"text": piece.text}
    return {"kind": piece.kind, "text": piece.text} if piece.text else {"kind": piece.kind}


def of_entity(holdings: Holdings, entity: Entity) -> Mapping[str, Value]:
    """Return front matter for a record: `jsonld`, and `listed`, the releases it can be followed by."""
    folder = holdings.paths[entity.id].removesuffix(".md")
    return {
        "listed": len(holdings.lists.get(folder, ())),
        "jsonld": _fields(_thing(holdings.archive, entity)),
    }


def of_outlet(holdings: Holdings, outlet: Outlet) -> Mapping[str, Value]:
    """Return front matter for the page of an outlet, as `of_entity`."""
    made = {"@type": "Organization", "name": outlet.name, "identifier": outlet.id}
    return {
        "listed": len(holdings.lists.get(f"outlets/{outlet.id}", ())),
        "jsonld": _fields(made),
    }


def of_whole(kind: str, description: str) -> Mapping[str, Value]:
    """Return front matter for the home page (`WebSite`) or the data page (`Dataset`)."""
    made = {"@type": kind, "name": ARCHIVE, "description": description, "inLanguage": "en"}
    return {"jsonld": _fields(made)}


def _metadata_name(author: Author) -> str:
    # The comma says that a name has no first part, so that an institution stays whole.
    return f"{author.family or author.whole}, {author.given}".strip()


def _article(archive: Archive, release: Release, cited: Work) -> dict[str, Any]:
    named = release.head.author is not None
    return {
        "@type": "NewsArticle",
        "headline": cited.title,
        "identifier": cited.id,
        "datePublished": cited.date if release.head.published else "",
        "inLanguage": cited.language,
        "author": [
            {"@type": "Person" if named else "Organization", "name": author.whole}
            for author in cited.authors
        ],
        "publisher": {"@type": "Organization", "name": cited.publication},
        "about": [
            {"@type": "Event", "name": event.heading}
            for key in release.head.events
            if isinstance(event := archive.entities.get(key), Event)
        ],
        "isPartOf": {"@type": "WebSite", "name": ARCHIVE},
    }


def _thing(archive: Archive, entity: Entity) -> dict[str, Any]:
    made: dict[str, Any] = {
        "@type": _CLASSES.get(type(entity), "EventSeries"),
        "name": entity.heading,
        "identifier": entity.id,
        "alternateName": list(
            dict.fromkeys(one.form for one in entity.variants if not one.generated)
        ),
    }
    if isinstance(entity, Event):
        first, _, last = entity.date.partition("/")
        place = archive.entities.get(entity.place or "")
        made |= {"startDate": first, "endDate": "" if last == ".." else last or first}
        made["location"] = {"@type": "Place", "name": place.heading} if place else ""
    return made


def _fields(made: Mapping[str, Any]) -> str:
    r"""Return the fields of an object, without its braces: nothing in it can end a script.

    >>> _fields({"name": "</script>", "note": ""})
    '"name":"\\u003c/script\\u003e"'
    """
    kept = {name: value for name, value in made.items() if value not in ("", [])}
    return _JSON.encode(kept)[1:-1].translate(_ESCAPES)
