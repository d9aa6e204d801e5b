"""Readings of one field → the claim that stands, with all that supports it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.clean.sheet import Reading
from generator.model import Claim, DateClaim

_RANK = {"stated": 1, "inferred": 2, "supplied": 3}
PERSON = ("person",)
"""The evidence of what the person who adds a capture says; it goes before every page."""


def best(readings: Iterable[Reading], field: str) -> tuple[Reading, ...]:
    """Return the readings of the value that stands, the deciding one first; or none.

    What a person says goes first, stated before inferred; of two alike the one read first stands.
    """
    found = sorted(
        (one for one in readings if one.field == field),
        key=lambda one: 0 if one.evidence == PERSON else _RANK[one.status],
    )
    return tuple(one for one in found if one.value == found[0].value)


def claim(readings: Iterable[Reading], field: str, note: str | None = None) -> Claim | None:
    """Return the claim that the readings of a field make, or None if there are none."""
    found = best(readings, field)
    if not found:
        return None
    first = found[0]
    return Claim(value=first.value, status=first.status, evidence=_evidence(found), note=note)


def date_claim(readings: Iterable[Reading], field: str) -> DateClaim | None:
    """Return the claim that the readings of a date make; dates without a year make none."""
    whole = (one for one in readings if not one.value.startswith("-"))
    found = best(whole, field)
    if not found:
        return None
    first = found[0]
    return DateClaim(
        value=first.value,
        status=first.status,
        precision=first.precision,
        evidence=_evidence(found),
    )


def others(readings: Iterable[Reading], field: str) -> Iterator[Reading]:
    """Yield the readings of a field that say something else than the one that stands."""
    all_ = tuple(readings)
    stands = best(all_, field)
    for one in all_:
        if one.field == field and stands and one.value != stands[0].value:
            yield one


def _evidence(found: tuple[Reading, ...]) -> tuple[str, ...]:
    # What merely infers adds nothing to what states.
    alike = (one for one in found if one.status == found[0].status)
    return tuple(dict.fromkeys(item for one in alike for item in one.evidence))
