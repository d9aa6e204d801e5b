"""Labels and addresses that pages print → outlets of the archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from urllib.parse import urlsplit

from generator.clean.sheet import Reading
from generator.model import Outlet

AGGREGATOR = "aggregator"


def by_label(label: str, outlets: Mapping[str, Outlet]) -> str | None:
    """Return the id of the outlet that is printed as `label`; None if no outlet, or two, are.

    Only an id, a name or a label of its record counts: nothing is compared loosely.
    """
    if label in outlets:
        return label
    folded = _folded(label)
    found = [
        one.id
        for one in outlets.values()
        if folded in {_folded(name) for name in (one.name, *one.labels)}
    ]
    return found[0] if len(found) == 1 else None


def by_address(url: str, outlets: Mapping[str, Outlet]) -> str | None:
    """Return the id of the outlet whose host an address has, or a host beneath it."""
    host = _host(url)
    fits = [
        (len(name), one.id)
        for one in outlets.values()
        for name in one.hosts
        if host == name or host.endswith(f".{name}")
    ]
    return max(fits)[1] if fits else None


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


@lru_cache(maxsize=1024)
def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def settled(readings: Iterable[Reading], outlets: Mapping[str, Outlet]) -> Iterator[Reading]:
    """Yield the readings with labels of outlets turned into ids.

    An outlet that is an aggregator's own mark becomes a reading of the aggregator; a label that
    no record has stays as printed under the field `label`.
    """
    for one in readings:
        if one.field not in {"outlet", "aggregator"}:
            yield one
        elif (known := by_label(one.value, outlets)) is None:
            yield replace(one, field="label")
        elif outlets[known].kind == AGGREGATOR:
            yield replace(one, field="aggregator", value=known)
        else:
            yield replace(one, value=known)


def from_address(url: str | None, outlets: Mapping[str, Outlet]) -> Iterator[Reading]:
    """Yield the outlet or aggregator that an address belongs to."""
    if url and (known := by_address(url, outlets)):
        field = "aggregator" if outlets[known].kind == AGGREGATOR else "outlet"
        yield Reading(field, known, ("url",), "stated")
