"""Profiles, outlets and kinds of tests' own making."""

from __future__ import annotations

from typing import Any

from generator.clean.cleaning import clean
from generator.clean.profile import AgencyProfile, SiteProfile
from generator.clean.result import Cleaned, Library, Source
from generator.model import KindTerm, Outlet
from generator.record import checked

ALWAYS = {"signs": [{"pattern": "."}]}

OUTLETS = {
    "the-gazette": Outlet(
        id="the-gazette",
        name="The Gazette",
        kind="newspaper",
        labels=("Gazette (EN)",),
        hosts=("gazette.example",),
    ),
    "the-mirror": Outlet(
        id="the-mirror", name="The Mirror", kind="aggregator", hosts=("mirror.example",)
    ),
}
KINDS = (
    KindTerm(id="press-release", label="press release", level=4, definition="An account.",
             words=("press release",)),
    KindTerm(id="news-report", label="news report", level=6, definition="A report."),
)  # fmt: skip


def site(**parts: Any) -> SiteProfile:
    """Return a site's profile that fits everything."""
    return checked(SiteProfile, {"id": "page", "detect": ALWAYS, **parts})


def agency(**parts: Any) -> AgencyProfile:
    """Return an agency's profile that fits everything."""
    return checked(AgencyProfile, {"id": "wire", "detect": ALWAYS, **parts})


def library(*profiles: SiteProfile | AgencyProfile) -> Library:
    """Return a library with these profiles and a few outlets and kinds."""
    return Library(
        sites=tuple(one for one in profiles if isinstance(one, SiteProfile)),
        agencies=tuple(one for one in profiles if isinstance(one, AgencyProfile)),
        outlets=OUTLETS,
        kinds=KINDS,
    )


def cleaned(text: str, *profiles: SiteProfile | AgencyProfile, **known: Any) -> Cleaned:
    """Return what cleaning makes of a text with these profiles."""
    return clean(Source(text, **known), library(*profiles))


def rule(id_: str, pattern: str, **parts: Any) -> dict[str, Any]:
    """Return a rule as a profile has it."""
    return {"id": id_, "reason": "furniture", "pattern": pattern, **parts}


def texts(result: Cleaned) -> list[str]:
    """Return the blocks' texts, headings with `## ` before them."""
    return [f"## {one.text}" if one.is_heading else one.text for one in result.blocks]


def cuts(result: Cleaned) -> list[str]:
    """Return the cuts as `first-last rule`."""
    return [f"{cut.lines[0]}-{cut.lines[1]} {cut.rule}" for cut in result.cuts]
