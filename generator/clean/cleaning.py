"""Cleaning: the text of a capture → a release's blocks and fields, and proof of every change.

Profiles decide, statistics flag, a person confirms. Without a profile nothing is removed but what
the `text.*` rules say.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.clean import dateline
from generator.clean.again import cut_title_again
from generator.clean.blocks import Body, number
from generator.clean.choose import choose, seen
from generator.clean.claims import PERSON
from generator.clean.doubled import lift_author_note, lift_captions
from generator.clean.doubts import doubts, expected
from generator.clean.drop import drop_lines
from generator.clean.fields import assembled
from generator.clean.guards import guard, guard_body, guard_empty
from generator.clean.header import read_header
from generator.clean.inline import cut_inline, split_lines
from generator.clean.profile import AgencyProfile, Profile, SiteProfile
from generator.clean.result import Cleaned, Fields, Library, Source
from generator.clean.sheet import Reading, Sheet, constants, opened
from generator.clean.suspect import flags
from generator.clean.tail import cut_tails
from generator.model import ProfilesUsed


@dataclass(frozen=True, slots=True)
class _Layers:
    """The profiles that fit a capture."""

    site: SiteProfile | None
    agency: AgencyProfile | None
    known: bool
    """Whether the site's profile found anything of its layout; if not, statistics look too."""

    @property
    def both(self) -> tuple[Profile, ...]:
        return tuple(one for one in (self.site, self.agency) if one is not None)


def clean(source: Source, library: Library) -> Cleaned:
    """Return the release that a capture holds.

    Args:
        source: The capture's text, and what is known of it from elsewhere.
        library: Profiles, outlets and kinds.

    Raises:
        Refused: It is a list, several releases, or nothing but furniture.
    """
    sheet = opened(source.text)
    site = choose(library.sites, seen(sheet.pieces, source.url, source.html))
    if not source.as_one:
        guard(sheet.pieces, site, source.path)
    if site is not None:
        sheet = _site_layer(sheet, site)
    known = site is not None and (bool(sheet.cuts) or site.html is not None)
    agency = choose(library.agencies, seen(sheet.pieces, source.url))
    if not source.as_one:
        guard(sheet.pieces, agency, source.path)
    if agency is not None:
        sheet = _lines_layer(sheet, agency)
    return _finished(source, library, sheet, _Layers(site, agency, known))


def _site_layer(sheet: Sheet, site: SiteProfile) -> Sheet:
    sheet = cut_tails(read_header(sheet, site), site)
    return cut_title_again(_body_layer(lift_author_note(sheet, site), site), site)


def _lines_layer(sheet: Sheet, profile: Profile) -> Sheet:
    return _body_layer(cut_tails(sheet, profile), profile)


def _body_layer(sheet: Sheet, profile: Profile) -> Sheet:
    sheet = drop_lines(lift_captions(sheet, profile), profile)
    return split_lines(cut_inline(sheet, profile), profile)


def _finished(source: Source, library: Library, sheet: Sheet, layers: _Layers) -> Cleaned:
    lifted = list(dateline.find(sheet.pieces, layers.both))
    if not source.as_one:
        guard_body(sheet.pieces, lifted, source.path, known=layers.known)
    first = lifted[0] if lifted else None
    body = number(sheet, layers.both, first, source.headings)
    guard_empty(body.blocks, source.path)
    readings = (*_given(source), *sheet.readings, *source.found, *_always(layers))
    fields, settled = assembled(readings, body.blocks, first, (source, library, layers.site))
    return Cleaned(
        blocks=body.blocks,
        kept=body.kept,
        captions=sheet.captions,
        cuts=tuple(sorted((*sheet.cuts, *body.cuts), key=lambda cut: cut.at)),
        edits=body.edits,
        fields=fields,
        profiles=ProfilesUsed(
            site=layers.site.id if layers.site else None,
            agency=layers.agency.id if layers.agency else None,
        ),
        flags=tuple(flags(sheet.pieces, known=layers.known)),
        notes=tuple(_notes(layers, fields, settled, (body, source.text))),
    )


def _given(source: Source) -> tuple[Reading, ...]:
    return tuple(
        Reading(name, value, PERSON, "supplied" if value.startswith("[") else "stated")
        for name, value in source.given.items()
    )


def _always(layers: _Layers) -> tuple[Reading, ...]:
    found = (constants(one.sets, (f"profile:{one.id}",), "inferred") for one in layers.both)
    return tuple(reading for part in found for reading in part)


def _notes(
    layers: _Layers, fields: Fields, settled: tuple[Reading, ...], made: tuple[Body, str]
) -> list[str]:
    body, text = made
    told = list(doubts(fields, settled, body.blocks))
    if layers.site is None:
        told.insert(0, "no site profile fits: nothing was cut, look at the flagged lines")
    kept = sum(len(block.text) for block in body.blocks) / max(1, len(text))
    paragraphs = sum(1 for block in body.blocks if not block.is_heading)
    for profile in layers.both:
        told += expected(profile.expect, profile, fields, (kept, paragraphs))
    return told
