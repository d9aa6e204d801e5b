"""The apparatus of a release: what was cut, edited and emended, and how the capture is checked."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Capture, Cut, Edit, Emendation, Release
from generator.pages.holdings import Holdings
from generator.pages.particulars import Row
from generator.pages.passages import block_name
from generator.pages.words import Words


def cuts(capture: Capture) -> tuple[Row, ...]:
    """Return each cut: its lines, its characters and rule, its reason."""
    return tuple(
        Row(_lines(cut), ((Words(cut.reason),), (Words(_place(cut)),))) for cut in capture.cuts
    )


def _lines(cut: Cut) -> str:
    first, last = cut.lines
    return f"Line {first}" if first == last else f"Lines {first}–{last}"


def _place(cut: Cut) -> str:
    return f"rule {cut.rule}, characters {cut.at[0]}–{cut.at[1]}"


def changes(
    holdings: Holdings, release: Release, made: Sequence[Edit | Emendation]
) -> tuple[tuple[Words, ...], ...]:
    """Return each change of some characters, by a rule or by a person, in words."""
    return tuple(
        (
            holdings.to_release(release, each.block, block_name(each.block)),
            Words(f": {_change(each)}"),
        )
        for each in made
    )


def _change(made: Edit | Emendation) -> str:
    ground = f"rule {made.rule}" if isinstance(made, Edit) else made.reason
    if not made.after:
        return f"{_quoted(made.before)} taken out ({ground})"
    if not made.before:
        return f"{_quoted(made.after)} put in ({ground})"
    return f"{_quoted(made.before)} became {_quoted(made.after)} ({ground})"


def _quoted(text: str) -> str:
    # A space that is no plain one looks like one, and a change between the two like none.
    shown = "".join(
        f"[U+{ord(each):04X}]" if each.isspace() and each != " " else each for each in text
    )
    return "a space" if shown == " " else f"“{shown}”"


def fixity(holdings: Holdings, key: str) -> tuple[Row, ...]:
    """Return the rows that let anyone check that the capture `key` is unchanged."""
    capture = holdings.archive.captures[key]
    folder = holdings.archive.paths.get(key, key).rpartition("/")[0]
    profiles = (capture.profiles.site, capture.profiles.agency)
    values = (
        ("File", f"content/{folder}/{capture.file}"),
        ("SHA-256", capture.sha256),
        ("Size", f"{capture.bytes:,} bytes, {capture.encoding}"),
        ("Read as", "" if capture.extraction == "text" else capture.extraction),
        ("Profiles", ", ".join(filter(None, profiles)) or "none fitted"),
    )
    return tuple(Row(term, ((Words(value),),)) for term, value in values if value)
