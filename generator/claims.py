"""Claims: what is said of a text, with the ground it stands on."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from generator.record import DateText, Record, record

Status = Literal["stated", "inferred", "supplied"]
Precision = Literal["day", "month", "year", "interval", "not-before", "not-after"]


@record
class Claim(Record):
    """A value with the ground it stands on. In YAML a bare string is a stated value."""

    value: Annotated[str, Field(min_length=1)]
    status: Status = "stated"
    evidence: tuple[str, ...] = ()
    """Where it was read: `l6` a line of the capture, `p1` a block, `url` the address,
    `person` who added the capture."""
    note: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"value": value} if isinstance(value, str) else value


@record
class DateClaim(Claim):
    """A date with its ground, its precision and how it was printed."""

    value: DateText
    precision: Precision = "day"


@record
class Dateline(Record):
    """The place and date that open a news text, lifted out of its first paragraph."""

    text: str
    """As printed, up to the first word of the text."""
    place: str | None = None
    """As printed."""
    date: DateText | None = None
    """The day it gives."""
    agency: str | None = None
    """As printed in its brackets."""
