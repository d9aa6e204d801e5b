"""Web addresses: which are addresses of pages, and when two are one."""

from __future__ import annotations

from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

# Marks that a page's address collects on its way and that never choose a page.
_MARKS = frozenset({"os", "fbclid", "gclid", "ref", "amp"})
LONGEST = 2000


def fault(url: str) -> str | None:
    """Return why `url` is no address of a page, or None if it is.

    >>> fault("javascript:alert(1)")
    'is no web address'
    """
    if len(url) > LONGEST:
        return f"is {len(url)} characters long; {LONGEST} is the most"
    if not url.isprintable() or " " in url:
        return "holds a space or a character that nobody sees"
    try:
        parts = urlsplit(url)
        known = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        known = False
    return None if known else "is no web address"


def key(url: str) -> str:
    """Return what two addresses of one page have in common.

    Scheme, `www.`, case, the slash at the end, the fragment and marks of tracking do not count.
    Source: pages of an aggregator were met under one address with either case, with and without
    the slash, and with `?os=…`.

    >>> key("https://www.Example.org/News/Talks/?os=app") == key("http://example.org/news/talks")
    True
    """
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return url.casefold()
    query = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if name not in _MARKS and not name.startswith("utm_")
    ]
    path = unquote(parts.path).rstrip("/")
    asked = f"?{urlencode(query)}" if query else ""
    return f"{host}{path}{asked}".casefold()
