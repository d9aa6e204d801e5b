"""Of names that lie in each other, the longest is named; those inside it are inner mentions."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.resolve.found import Found

_CAPITALISED_BEFORE = re.compile(r"[A-Z][\w']* (?:of )?\Z")


def arrange(found: Iterable[Found], text: str) -> list[Found]:
    """Return mentions none of which overlaps another of its layer, in order.

    Args:
        found: Settled and ambiguous names, demonyms; descriptions pass as they are.
        text: The text they stand in.

    Of two that cross, the longer stays (the first, if they are as long); a mention inside a name
    becomes `inner`, unless it names the same or is but a piece of a name (`Republic of X` in
    `People's Republic of X`).
    """
    ordered = sorted(set(found), key=lambda one: (one.start, -one.end, one.layer, one.rule))
    outer = _outermost([one for one in ordered if one.layer != "nominal"])
    kept = set(outer)
    inside = [one for one in ordered if one not in kept and one.layer != "nominal"]
    inner = _inner(inside, outer, text)
    nominal = _described([one for one in ordered if one.layer == "nominal"], outer)
    return sorted([*outer, *inner, *nominal], key=lambda one: (one.start, -one.end, one.layer))


def _described(nominal: list[Found], outer: list[Found]) -> list[Found]:
    """Return descriptions once each; one inside a longer name is an inner mention."""
    kept: dict[tuple[int, int, tuple[str, ...]], Found] = {}
    names = [one for one in outer if one.layer == "named"]
    at = 0
    for one in nominal:
        while at < len(names) and names[at].end <= one.start:
            at += 1
        whole = names[at] if at < len(names) else None
        inside = whole is not None and whole.start <= one.start and one.end <= whole.end
        mine = one._replace(layer="inner") if inside else one
        kept.setdefault((one.start, one.end, one.entities), mine)
    return list(kept.values())


def _outermost(ordered: list[Found]) -> list[Found]:
    outer: list[Found] = []
    for one in ordered:
        last = outer[-1] if outer else None
        if last is None or one.start >= last.end:
            outer.append(one)
        elif one.end > last.end and one.end - one.start > last.end - last.start:
            outer[-1] = one
    return outer


def _inner(inside: list[Found], outer: list[Found], text: str) -> list[Found]:
    kept: list[Found] = []
    at = 0
    for one in inside:
        while at < len(outer) and outer[at].end < one.end:
            at += 1
        whole = outer[at] if at < len(outer) else None
        if whole is None or one.start < whole.start or whole.layer != "named":
            continue
        begins = kept[-1].end if kept and kept[-1].start >= whole.start else whole.start
        if _counts(one, whole, text[begins : one.start]) and one.start >= begins:
            kept.append(one._replace(layer="inner"))
    return kept


def _counts(one: Found, whole: Found, before: str) -> bool:
    if not one.entities or set(one.entities) <= {*whole.entities, *whole.candidates}:
        return False
    return not _CAPITALISED_BEFORE.search(before)
