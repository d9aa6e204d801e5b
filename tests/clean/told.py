"""What cleaning made of a text, written out whole so that a person can read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from generator.clean.result import Cleaned
from generator.model import Claim, DateClaim


def told(made: Cleaned, source: str) -> Iterator[str]:
    """Yield the blocks, cuts, edits, fields, flags and notes, each with its place and ground."""
    for block, kept in zip(made.blocks, made.kept, strict=True):
        yield f"  {block.id} l{kept.line} {kept.at[0]}-{kept.at[1]}: {block.text}"
    for cut in made.cuts:
        gone = ascii(source[cut.at[0] : cut.at[1]])
        place = f"l{cut.lines[0]}-{cut.lines[1]} {cut.at[0]}-{cut.at[1]}"
        yield f"  cut {place} {cut.rule}, {cut.reason}: {gone}"
    for edit in made.edits:
        change = f"{edit.before!a} -> {edit.after!a}"
        yield f"  edit {edit.block} {edit.at} {edit.rule}: {change}"
    for caption in made.captions:
        yield f"  caption l{caption.lines[0]}-{caption.lines[1]}: {caption.text}"
    yield from _fields(made)
    for flag in made.flags:
        yield f"  flag l{flag.line} {flag.why}: {flag.text!a}"
    for note in made.notes:
        yield f"  note {note}"


def _fields(made: Cleaned) -> Iterator[str]:
    for one in fields(made.fields):
        value = getattr(made.fields, one.name)
        if isinstance(value, Claim):
            ground = " ".join((value.status, *value.evidence))
            precision = f" {value.precision}" if isinstance(value, DateClaim) else ""
            noted = f" ({value.note})" if value.note else ""
            yield f"  {one.name}{precision}: {value.value} [{ground}]{noted}"
        elif value is not None:
            yield f"  {one.name}: {value.text!r} {value.place} {value.date} {value.agency}"
    yield f"  profiles: {made.profiles.site} {made.profiles.agency}"
