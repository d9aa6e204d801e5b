"""A made-up archive with one of everything that a page can show."""

from __future__ import annotations

import dataclasses
import hashlib
from typing import Any

from generator.authority import (
    Event,
    Instrument,
    Misspelling,
    Office,
    Organisation,
    Person,
    Place,
    Series,
    Source,
    Variant,
)
from generator.model import (
    Archive,
    Block,
    Caption,
    Capture,
    Claim,
    Cut,
    DateClaim,
    Dateline,
    Edit,
    Emendation,
    KindTerm,
    Mention,
    Outlet,
    ProfilesUsed,
    Relation,
    Release,
    ReleaseHead,
    Rights,
)
from generator.pages.holdings import Holdings

TALKS, REPORT, LATER = "2024-05-02-talks-held", "2024-05-04-report-on-talks", "2024-06-01-later"
SHOWN = "Ann Example met B. Sample in Harbour. They spoke of the Charter."
HOSTILE = "<script>alert(1)</script> {{ 7*7 }} [x](javascript:y) <![CDATA[ | {: onclick=z }"

ENTITIES = {
    each.id: each
    for each in (
        Person(
            id="ann-example",
            heading="Ann Example",
            order="given-first",
            family="Example",
            given="Ann",
            offices=(Office(title="Minister", of="harbour", sources=(Source(release=TALKS, block="p1"),)),),
            variants=(
                Variant(form="앤 이그잼플", language="ko", script="Hang", seen="The Herald"),
                Variant(form="A. Example", generated=True),
            ),
            errors=(Misspelling(form="Anne Exmple", note="as the wire spelled it"),),
        ),
        Organisation(id="ministry", heading="Ministry of Harbour", place="harbour"),
        Place(id="harbour", heading="Harbour", state=True, demonyms=("Harbourer",)),
        Event(
            id="talks-2024", heading="Talks in Harbour", date="2024-05-01", place="harbour",
            participants=("ann-example",), series="talks", ordinal=1, ordinal_status="inferred",
        ),
        Event(id="talks-2025", heading="Second talks", date="2025-05-01", series="talks", ordinal=2),
        Instrument(id="charter", heading="Harbour Charter", form="charter", date="1999", parties=("harbour",)),
        Series(id="talks", heading="Talks", parties=("harbour",), note="Counted by us."),
    )
}  # fmt: skip

OUTLETS = {
    each.id: each
    for each in (
        Outlet(id="gazette", name="The Gazette", kind="newspaper", country="harbour", url="https://gazette.example/"),
        Outlet(id="herald", name="The Herald", kind="agency", rights=Rights(display="excerpt", statement="Terms of the Herald.")),
        Outlet(id="mirror", name="Mirror of Papers", kind="aggregator"),
    )
}  # fmt: skip

CAPTURE = Capture(
    accession="abc123",
    file="abc123.txt",
    sha256="0" * 64,
    bytes=1234,
    encoding="utf-8",
    url="https://mirror.example/talks?a=1&copy=2",
    captured=DateClaim(value="2026-01-30", evidence=("l1",)),
    aggregator="mirror",
    release=TALKS,
    profiles=ProfilesUsed(site="mirror"),
    captions=(Caption(text="The harbour at night", lines=(9, 9)),),
    cuts=(
        Cut(at=(0, 12), lines=(1, 1), rule="mirror.day", reason="day of capture, kept as metadata"),
        Cut(at=(300, 420), lines=(12, 15), rule="mirror.more", reason="teasers of other pages"),
    ),
    edits=(Edit(block="p1", at=3, **{"from": "\u00a0", "to": " "}, rule="text.nbsp"),),
)

KINDS = {
    "statement": KindTerm(id="statement", label="statement", level=3, definition="A statement.")
}


def release(key: str, *texts: str, **head: Any) -> Release:
    """Return a release of the Gazette; a text that begins with `## ` is a heading."""
    blocks: list[Block] = []
    for text in texts:
        kind = "h" if text.startswith("## ") else "p"
        number = 1 + sum(block.id[0] == kind for block in blocks)
        blocks.append(Block(f"{kind}{number}", text.removeprefix("## ")))
    given: dict[str, Any] = {"title": Claim(value="Talks held"), "outlet": "gazette", "kind": "statement",
                             "language": "en", "capture": "gazette/none"}  # fmt: skip
    return Release(ReleaseHead(id=key, **{**given, **head}), tuple(blocks))


RELEASES = {
    each.id: each
    for each in (
        release(
            TALKS,
            SHOWN,
            "## What was said",
            HOSTILE,
            "1. Not a list",
            title=Claim(value="[Talks *held* in Harbour]", status="supplied", evidence=("p1",)),
            published=DateClaim(
                value="2024-05-02", status="inferred", evidence=("p1", "l6"), note="the day after"
            ),
            dateline=Dateline(text="Harbour, May 2 (Herald) -- ", date="2024-05-02"),
            author=Claim(value="C. Writer"),
            events=("talks-2024",),
            capture="gazette/abc123",
            emendations=(
                Emendation(
                    block="p3", at=0, **{"from": "l.", "to": "1."}, reason="a letter for a figure"
                ),
            ),
        ),
        release(
            REPORT,
            "Anne Exmple spoke. " * 40,
            outlet="herald",
            published=DateClaim(value="2024-05-04", evidence=("l2",)),
            events=("talks-2024",),
        ),
        release(
            LATER,
            "Nobody may read this of Ann Example.",
            title=Claim(value="Позже", status="stated"),
            language="ru",
            rights=Rights(display="metadata", statement="Withheld."),
        ),
    )
}

MENTIONS = {
    TALKS: (
        Mention(TALKS, "p1", 0, 11, "Ann Example", ("ann-example",), "named", "full"),
        Mention(TALKS, "p1", 29, 36, "Harbour", ("harbour",), "named", "full"),
        Mention(TALKS, "p1", 38, 42, "They", ("ann-example",), "nominal", "none"),
        Mention(TALKS, "p1", 56, 63, "Charter", ("charter",), "named", "full"),
        Mention(
            TALKS, "p1", 16, 25, "B. Sample", (), "named", "initial", ("ann-example", "harbour")
        ),
        Mention(TALKS, "title", 17, 24, "Harbour", ("harbour",), "named", "full"),
    ),
    REPORT: tuple(
        Mention(
            REPORT,
            "p1",
            19 * each,
            19 * each + 11,
            "Anne Exmple",
            ("ann-example",),
            "named",
            "error",
        )
        for each in range(40)
    ),
    LATER: (Mention(LATER, "p1", 24, 35, "Ann Example", ("ann-example",), "named", "full"),),
}

RELATIONS = (
    Relation("same-event", TALKS, REPORT, None, "talks-2024", (f"{TALKS}#p1", f"{REPORT}#p1")),
    Relation("same-event", REPORT, TALKS, None, "talks-2024", (f"{REPORT}#p1", f"{TALKS}#p1")),
)

ARCHIVE = Archive(
    releases=dict(sorted(RELEASES.items())),
    captures={"gazette/abc123": CAPTURE},
    outlets=OUTLETS,
    entities=dict(sorted(ENTITIES.items())),
    kinds=KINDS,
    pages={
        "index.md": "# Harbour papers\n\nBegin with [[ann-example]].\n",
        "about.md": "# About\n\nSee [[talks|the talks]].\n",
    },
    paths={TALKS: f"releases/2024/{TALKS}.md", "gazette/abc123": "captures/gazette/abc123.yml"},
)

DIGESTS = {
    path: hashlib.sha256(path.encode()).hexdigest()
    for path in (*ARCHIVE.paths.values(), "pages/index.md", "pages/about.md")
}
"""As if each file held its own path."""


def holdings(**parts: Any) -> Holdings:
    """Return the made-up archive's holdings; `parts` replace parts of the archive."""
    return Holdings(dataclasses.replace(ARCHIVE, **parts), MENTIONS, RELATIONS, DIGESTS)
