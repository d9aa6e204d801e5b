"""HTML that no profile knows: another reader's opinion, for a person to look at.

trafilatura finds the text of a page by statistics that lose a part of it; so what it leaves out is
only flagged, and what it reads in the metadata is only inferred. Measured on the thirty HTML
captures with the other flags: 99 % of the furniture's lines are told, and 2 % of the body's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.clean.result import Cleaned, Flag
from generator.clean.sheet import Reading

SHOWN = 80
SHORT = 40
"""Letters up to which a line must be a line of the reader's too."""
WHY = "is left out by a reader of unknown pages (trafilatura)"
# Publication dates up to here are believed: without it the reader asks the clock for today.
_DATES = {"original_date": True, "outputformat": "%Y-%m-%d", "max_date": "2100-01-01"}
_FIELDS = ("title", "author", "date")
_EVIDENCE = ("trafilatura",)


def doubted(cleaned: Cleaned, source: str) -> tuple[Flag, ...]:
    """Return a release's flags and, in their order, those of lines that the reader leaves out.

    Args:
        cleaned: The release of a page that no profile knows.
        source: The page's characters.
    """
    told = {flag.line for flag in cleaned.flags}
    body = [_letters(line) for line in body_text(source).splitlines()]
    lines = zip(cleaned.kept, cleaned.blocks, strict=True)
    more = (
        Flag(kept.line, WHY, block.text[:SHOWN])
        for kept, block in lines
        if body and kept.line not in told and not _is_among(_letters(block.text), body)
    )
    return tuple(sorted((*cleaned.flags, *more), key=lambda flag: flag.line))


def _is_among(line: str, body: list[str]) -> bool:
    # A short line may stand by chance inside a paragraph; a long one is joined to others.
    return line in body or (len(line) > SHORT and any(line in one for one in body))


def body_text(source: str) -> str:
    """Return the lines that the reader takes for the page's text; may be empty."""
    # Imported here: it takes half a second, and only unknown pages need it.
    import trafilatura

    found = trafilatura.extract(
        source, include_comments=False, include_tables=True, favor_recall=True, deduplicate=False
    )
    return found or ""


def said(source: str) -> Iterator[Reading]:
    """Yield what the reader takes for the page's title, author and date: never more than inferred."""
    from trafilatura.metadata import extract_metadata

    found: Any = extract_metadata(source, date_config=dict(_DATES))
    for name in _FIELDS if found is not None else ():
        if value := getattr(found, name, None):
            field = "published" if name == "date" else name
            yield Reading(field, str(value), _EVIDENCE, "inferred")


def _letters(text: str) -> str:
    """Return letters and digits alone: the reader sets spaces and marks of its own."""
    return "".join(filter(str.isalnum, text))
