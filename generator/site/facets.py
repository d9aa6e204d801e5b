"""The facets of a search: for each facet one small file, asked for only when it is shown.

Pagefind's own filters are asked for all at once and count for one query only; a query here is made
of several (names with their signs, phrases), and a facet may have thousands of values.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

FOLDER = "search"
NAMES = ("outlet", "kind", "year", "language", "person", "place", "event")
_SIGN = b"pagefind_dcd"
_LEAD, _TAIL = "fragment/", ".pf_fragment"


def files(index: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the facet files of an index (path in Pagefind's folder → bytes): path in the site → bytes.

    - `order.json`: the ids of all pages, the newest first, undated ones last.
    - `facet-<name>.json`: value → places in that order, each as its distance from the one before.

    Raises:
        ValueError: A page of the index is not written as this module knows it.
    """
    pages = sorted(_pages(index), key=lambda page: page[0])
    # Sorting keeps the order of equals, and no date is less than any.
    pages.sort(key=lambda page: str(page[1]["meta"].get("date", "")), reverse=True)
    values: dict[str, dict[str, list[int]]] = {name: defaultdict(list) for name in NAMES}
    for place, (_, page) in enumerate(pages):
        for name in NAMES:
            for value in page["filters"].get(name, ()):
                values[name][value].append(place)
    made: dict[str, Any] = {"order": [identifier for identifier, _ in pages]}
    for name, found in values.items():
        made[f"facet-{name}"] = {value: _steps(found[value]) for value in sorted(found)}
    return {f"{FOLDER}/{name}.json": _json(value) for name, value in made.items()}


def _pages(index: Mapping[str, bytes]) -> Iterable[tuple[str, dict[str, Any]]]:
    for path, content in index.items():
        if path.startswith(_LEAD):
            plain = content if content.startswith(_SIGN) else gzip.decompress(content)
            yield path[len(_LEAD) : -len(_TAIL)], json.loads(plain.removeprefix(_SIGN))


def _steps(places: list[int]) -> list[int]:
    return [place - before for before, place in zip([0, *places], places, strict=False)]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
