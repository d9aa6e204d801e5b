"""What changed after publication, as readers are told: corrections, withdrawals, new addresses."""

from __future__ import annotations

import hashlib
import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from generator.record import DateText, Id, Record, record

FIELDS = ("title", "published", "dateline", "author", "outlet", "kind", "language", "events")
"""Fields of a release's head whose change can be told; of a block, its id is."""
OWED = ("title", "published", "dateline", "author", "outlet")
"""Those whose change must be told: what a reader may have cited."""
HASH = 8
"""Hexadecimal digits of a text's short hash."""

_BLOCK = re.compile(r"[ph][1-9][0-9]*")


def short_hash(text: str) -> str:
    """Return the digits by which a text is known again: the first of its SHA-256, in UTF-8.

    >>> short_hash("The talks were held.")
    '2ab8aeb8'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:HASH]


def _as_subject(text: str) -> str:
    if text not in FIELDS and not _BLOCK.fullmatch(text):
        wanted = ", ".join(FIELDS)
        raise ValueError(f"`{text[:40]}` is nothing that changes; write a block as p7, or {wanted}")
    return text


@record
class Change(Record):
    """A change of what was published, told to readers where it was made."""

    date: DateText
    """The day it was made."""
    what: Annotated[str, AfterValidator(_as_subject)]
    """What changed: a block by its id, as `p7`, or a field of the head, as `title`."""
    text: Annotated[str | None, Field(alias="from")] = None
    """What stood there before, whole; left out if nothing did."""
    gone: bool = False
    """True if nothing stands in its place now; `what` is then the id it had."""
    why: Annotated[str, Field(min_length=1)]
    """The reason, in a sentence that a reader understands."""

    @property
    def is_block(self) -> bool:
        """Whether it is a paragraph or heading that changed, and not a field."""
        return self.what not in FIELDS


@record
class Withdrawal(Record):
    """What stays of a release that was taken back: its tombstone (`content/withdrawn/<id>.yml`)."""

    id: Id
    """The id the release had; never given to another."""
    date: DateText
    """The day it was withdrawn."""
    why: Annotated[str, Field(min_length=1)]
    """The reason, in a sentence that a reader understands."""
    by: Literal["outlet", "person", "archive"] = "archive"
    """Who asked: the outlet, somebody whom the text harms, or this archive itself."""
    title: str | None = None
    """As it was published; left out if that, too, was to go."""
    outlet: Id | None = None
    """Who published it; left out if that, too, was to go."""
    published: DateText | None = None
    """The day the outlet gave it."""
    replaced_by: Id | None = None
    """The release that stands in its place, if one does."""
