"""What a person says of a capture to add, and whether it can be so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator import ids
from generator.clean import address
from generator.clean.outlets import AGGREGATOR, by_label
from generator.clean.result import Library
from generator.errors import Problem, Refused, visible
from generator.nearest import nearest

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Wish:
    """A capture to add, and what the person who adds it says of it."""

    path: Path
    url: str | None = None
    outlet: str | None = None
    accession: str | None = None
    id: str | None = None
    given: Mapping[str, str] = field(default_factory=dict)
    """Fields: title, published, captured, kind, language, author."""
    encoding: str | None = None
    as_one: bool = False
    again: bool = False


def checked(wish: Wish, path: str, library: Library) -> Mapping[str, str]:
    """Return the fields that a person states, once all that the person says has been checked.

    Args:
        wish: What the person says.
        path: The capture, as problems name it.
        library: Outlets and kinds.

    Raises:
        Refused: With every fault of it.
    """
    if problems := [Problem(path, 1, *told) for told in _faults(wish, library)]:
        raise Refused(*problems)
    outlet = by_label(wish.outlet, library.outlets) if wish.outlet else None
    return {**wish.given, "outlet": outlet} if outlet else wish.given


def _faults(wish: Wish, library: Library) -> Iterator[tuple[str, str]]:
    """Yield message and remedy for each thing that cannot be so."""
    for name, value in (("accession", wish.accession), ("id", wish.id)):
        if value is not None and (why := ids.fault(value)):
            proposed = ids.slug(value)
            fix = f"write `--{name} {proposed}`" if proposed else "write it with a-z, 0-9 and `-`"
            yield f"`--{name} {visible(value)}` {why}", fix
    if wish.url is not None and (why := address.fault(wish.url)):
        fix = "write the page's whole address, with https://"
        yield f"`--url {visible(wish.url)}` {why}", fix
    if wish.outlet is not None:
        yield from _outlet(wish.outlet, library)
    yield from _given(wish.given, library)


_NEW_OUTLET = "write one of content/outlets/, or make its record: python -m generator new outlet ID"


def _outlet(outlet: str, library: Library) -> Iterator[tuple[str, str]]:
    known = by_label(outlet, library.outlets)
    if known is None:
        proposed = nearest(outlet, library.outlets)
        fix = f"write `--outlet {proposed}`" if proposed else _NEW_OUTLET
        yield f"`--outlet {visible(outlet)}` is no outlet of this archive", fix
    elif library.outlets[known].kind == AGGREGATOR:
        message = f"`--outlet {visible(outlet)}` is an aggregator, which publishes nothing itself"
        yield message, "name the outlet whose text it is"


def _given(given: Mapping[str, str], library: Library) -> Iterator[tuple[str, str]]:
    kinds = [term.id for term in library.kinds]
    if (kind := given.get("kind")) and kind not in kinds:
        proposed = nearest(kind, kinds)
        fix = f"write `--kind {proposed}`" if proposed else "write one of vocabulary/kinds.yml"
        yield f"`--kind {visible(kind)}` is no kind of release", fix
    if (code := given.get("language")) and not _LANGUAGE.fullmatch(code):
        yield f"`--language {visible(code)}` is no code of a language", "write it as `en`"
    for name, value in given.items():
        if not value.isprintable() or value != value.strip():
            message = f"`--{name} {visible(value)}` holds a character that nobody sees"
            yield message, "write it anew with visible characters"
