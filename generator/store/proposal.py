"""A cleaned capture → the records that `add` writes: sidecar and release."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from generator import ids
from generator.clean.take import Taken
from generator.errors import Problem, Refused
from generator.model import (
    Capture,
    Claim,
    DateClaim,
    Dateline,
    Release,
    ReleaseHead,
)
from generator.store import releasefile, yamltext
from generator.store.limits import RELEASE, SIDECAR

_LITTLE = re.compile(r"(?:-(?:a|an|the|of|to|in|on|at|by|for|and|with|as|from|its?|her|his))+$")
"""Words that a proposed id does not end in, when it had to break off."""
UNDATED = "undated-"
"""How the id of a release begins whose day nobody knows."""
NO_YEAR = "0000"
"""Folder of releases of which no year is known."""
UNKNOWN_LANGUAGE = "und"
"""Source: ISO 639-2, code for a language that is not determined."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a capture and its release are filed."""

    outlet: str
    accession: str
    release: str
    """The release's id."""
    year: str

    @property
    def key(self) -> str:
        """The capture's key."""
        return f"{self.outlet}/{self.accession}"

    @property
    def release_path(self) -> str:
        """Path of the release's file under content/."""
        return f"releases/{self.year}/{self.release}.md"


def propose_id(taken: Taken, outlet: str, accession: str) -> str:
    """Return an id for the release: its date, its outlet, and the words of its title."""
    fields = taken.cleaned.fields
    date = fields.published
    day = date and date.value[: 10 if date.precision == "day" else 4]
    base = f"{day}-{outlet}-" if day else f"{UNDATED}{outlet}-"
    title = fields.title.value if fields.title else ""
    words = ids.slug(title, longest=max(8, ids.LONGEST - len(base)))
    return base + (_LITTLE.sub("", words) or accession[:8])


def year_of(taken: Taken, release: str) -> str:
    """Return the folder of a release: the year of its id, else of its date, else of its capture."""
    if release[:4].isdigit() and release[4:5] == "-":
        return release[:4]
    fields = taken.cleaned.fields
    date = fields.published or fields.captured
    return date.value[:4] if date else NO_YEAR


def sidecar(data: bytes, taken: Taken, place: Place) -> Capture:
    """Return the record of a capture: how it came, what was cut and edited."""
    cleaned = taken.cleaned
    aggregator = cleaned.fields.aggregator
    return Capture(
        accession=place.accession,
        file=f"{place.accession}.{taken.ending}",
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        encoding=taken.decoded.encoding,
        extraction=taken.extraction,
        url=taken.url,
        captured=cleaned.fields.captured,
        aggregator=aggregator.value if aggregator else None,
        release=place.release,
        profiles=cleaned.profiles,
        blocks=cleaned.kept,
        captions=cleaned.captions,
        cuts=cleaned.cuts,
        edits=cleaned.edits,
    )


def release(taken: Taken, place: Place) -> Release:
    """Return the release as proposed, for a person to review."""
    fields = taken.cleaned.fields
    head = ReleaseHead(
        id=place.release,
        title=fields.title,
        outlet=place.outlet,
        kind=fields.kind.value if fields.kind else "",
        language=fields.language.value if fields.language else UNKNOWN_LANGUAGE,
        published=fields.published,
        dateline=fields.dateline or _from_place(fields.place, fields.published),
        author=fields.author,
        section=fields.section,
        agency=fields.agency.value if fields.agency else None,
        capture=place.key,
        review="pending",
    )
    return Release(head, taken.cleaned.blocks)


def _from_place(place: Claim | None, published: DateClaim | None) -> Dateline | None:
    """Return a dateline for a page that prints place and date apart from the text."""
    if place is None:
        return None
    stated = published is not None and published.status == "stated"
    date = published.value if published and stated else None
    return Dateline(text=place.value, place=place.value, date=date)


def texts(path: str, record: Capture, proposed: Release) -> tuple[bytes, bytes]:
    """Return sidecar and release file as bytes.

    Args:
        path: The capture, as problems name it.
        record: The sidecar.
        proposed: The release.

    Raises:
        Refused: One would be larger than a file in content/ may be.
    """
    written = yamltext.record(record).encode(), releasefile.to_text(proposed).encode()
    for data, limits, name in zip(written, (SIDECAR, RELEASE), ("sidecar", "release"), strict=True):
        if len(data) > limits.size:
            message = f"its {name} would have {len(data):,} bytes; {limits.size:,} is the most"
            raise Refused(Problem(path, 1, message, "take out what is not the text of the release"))
    return written
