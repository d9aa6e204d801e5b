"""The parts of a line on a page: words, and where they lead."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from generator.pages.markdown import allowed

# Left as they are in an address: what RFC 3986 allows but Markdown could take for its own.
_PLAIN_IN_ADDRESS = "/:?#@&=+,;%-._~!$"


@dataclass(frozen=True, slots=True)
class Words:
    """Some words; with `to` a link to a page of this site, with `out` to another site."""

    text: str
    to: str = ""
    """A path in the page tree, with a fragment if need be."""
    out: str = ""
    """An address of the web, safe to print in Markdown."""
    language: str = ""


def outward(address: str, text: str = "") -> Words:
    """Return a link to another site, by its host's name; plain words if it may not be one."""
    if not allowed(address) or not address.lower().startswith(("http://", "https://")):
        return Words(text or address)
    host = urlsplit(address).netloc.removeprefix("www.")
    return Words(text or host or address, out=quote(address, safe=_PLAIN_IN_ADDRESS))


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun.

    >>> counted(1, "release"), counted(2, "release"), counted(2, "series", "series")
    ('1 release', '2 releases', '2 series')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"
