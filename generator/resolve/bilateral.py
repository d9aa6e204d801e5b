"""Names that join two states: they are said in either order."""

from __future__ import annotations

import re
from collections.abc import Iterator

_JOINED = re.compile(r"(\w[\w. ]*?)-(\w[\w.]*)")


def turned(form: str, states: frozenset[str]) -> Iterator[str]:
    """Yield `form` with the two states it joins by a hyphen the other way round.

    Args:
        form: A composed form, as `Ruritania-Graustark summit`.
        states: Names of states, in small letters.

    >>> list(turned("Ruritania-Graustark summit", frozenset({"ruritania", "graustark"})))
    ['Graustark-Ruritania summit']
    """
    for found in _JOINED.finditer(form):
        one, other = found.groups()
        if one.lower() in states and other.lower() in states:
            yield f"{form[: found.start()]}{other}-{one}{form[found.end() :]}"
