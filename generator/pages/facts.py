"""Who or what a record is, in a line: for search engines, and for the preview beside a link."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.pages.particulars import Row

_TELLING = ("Offices", "When", "Where", "Form", "Date", "Part of", "Place")
"""Terms of a record whose first value says what it is."""
_MOST = 2
_OPEN = re.compile(r", ([^,]+) – …$")


def facts(rows: Sequence[Row]) -> str:
    """Return the first facts of a record's rows; empty if it has none that tell.

    >>> from generator.pages.words import Words
    >>> facts([Row("Offices", ((Words("Minister"), Words(", 2022 – …")), (Words("Envoy"),)))])
    'Minister, since 2022'
    """
    firsts = {row.term: "".join(word.text for word in row.values[0]) for row in rows}
    found = [_OPEN.sub(r", since \1", firsts[term]) for term in _TELLING if term in firsts]
    return "; ".join(found[:_MOST])
