"""What does not fit together in what was found, and what a layout should have had."""

from __future__ import annotations

from collections.abc import Iterator

from generator.clean import mentioned
from generator.clean.claims import others
from generator.clean.profile import Expect, Profile
from generator.clean.result import Fields
from generator.clean.sheet import Reading
from generator.errors import visible
from generator.model import Block, DateClaim


def doubts(
    fields: Fields, readings: tuple[Reading, ...], blocks: tuple[Block, ...]
) -> Iterator[str]:
    """Yield a sentence for each contradiction among dates, and each label without a record."""
    yield from _dates(fields, readings)
    if fields.published:
        yield from _events(fields.published, blocks)
    for label in dict.fromkeys(one.value for one in readings if one.field == "label"):
        yield f"the page names an outlet `{visible(label)}` that no outlet's record has as a label"


def _dates(fields: Fields, readings: tuple[Reading, ...]) -> Iterator[str]:
    published, captured = fields.published, fields.captured
    if published is None:
        yield "no date of publication was found"
        return
    told = [*others(readings, "published"), *_checks(published, readings)]
    for value, evidence in dict.fromkeys((one.value, one.evidence) for one in told):
        where = ", ".join(evidence)
        yield f"`published` is {published.value}, but {where} says {value.lstrip('-')}"
    if captured and captured.precision == "day" and captured.value < published.value:
        yield f"`published` is {published.value}, after it was captured on {captured.value}"
    for one in readings:
        if captured and one.field == "captured" and one.precision == "not-before":
            yield from _bound(captured, one)
        if one.field == "crawled" and one.value < published.value:
            yield f"`published` is {published.value}, but the address is of {one.value}"


def _bound(captured: DateClaim, newest: Reading) -> Iterator[str]:
    if captured.value < newest.value:
        where = ", ".join(newest.evidence)
        yield f"`captured` is {captured.value}, but {where} is of {newest.value}"


def _checks(published: DateClaim, readings: tuple[Reading, ...]) -> Iterator[Reading]:
    for one in readings:
        if one.field == "check" and not published.value.endswith(one.value.lstrip("-")):
            yield one


def _events(published: DateClaim, blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield a doubt if the text tells of a day after it was published.

    Only the past tense of a day shows that: what is announced is left out by looking for `was`,
    `were`, `held` or a participle near by; so this only doubts and never decides.
    """
    for named in mentioned.whole_dates(blocks):
        day = named.date.iso() or ""
        if day > published.value and _is_told(blocks, named):
            yield f"`published` is {published.value}, but {named.block} tells of {day}"
            return


def _is_told(blocks: tuple[Block, ...], named: mentioned.Named) -> bool:
    text = next(block.text for block in blocks if block.id == named.block)
    near = f" {text[max(0, named.at - 80) : named.at]} ".lower()
    return any(f" {word} " in near for word in ("was", "were", "held", "took", "paid", "met"))


def expected(
    expect: Expect, profile: Profile, fields: Fields, kept: tuple[float, int]
) -> Iterator[str]:
    """Yield a sentence for each thing that a capture of this layout should have had.

    Args:
        expect: What the profile expects.
        profile: The site's.
        fields: What was found.
        kept: The share of characters that the body kept, and its number of paragraphs.
    """
    share, paragraphs = kept
    if share < expect.kept:
        yield (
            f"the body kept {share:.0%} of the capture; pages of `{profile.id}` keep "
            f"{expect.kept:.0%} or more"
        )
    if paragraphs < expect.paragraphs:
        yield f"the body has {paragraphs} paragraphs; `{profile.id}` expects {expect.paragraphs}"
    for name in expect.fields:
        if getattr(fields, name) is None:
            yield f"`{name}` was not found, which pages of `{profile.id}` have"
