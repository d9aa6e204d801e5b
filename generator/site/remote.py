"""A published site, proven from afar: every file that its manifest names is fetched and hashed.

What the manifest does not name cannot be known from here; a folder shows it (`manifest.faults`).
"""

from __future__ import annotations

import hashlib
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from urllib.parse import quote, urlsplit

from generator.errors import Problem, Refused, visible
from generator.site import manifest

TIMEOUT = 30
"""Seconds that are waited for an answer."""
MOST = 64 * 2**20
"""Bytes of a file that are read; no file of a site is that long."""
AT_ONCE = 8
# Hosts read these and do not serve them.
_KEPT_BY_HOSTS = frozenset({"_headers", "_redirects", "_redirects.nginx"})


def is_address(text: str) -> bool:
    """Return whether `text` is the address of a site, and no folder.

    >>> is_address("https://archive.example/site/"), is_address("build/site")
    (True, False)
    """
    return text.lower().startswith(("http://", "https://"))


def prove(address: str) -> tuple[int, tuple[Problem, ...]]:
    """Fetch every file of a published site; return how many, and a fault for each that differs.

    Args:
        address: Of the site, with or without `/` at its end.

    Raises:
        Refused: The address is none, or there is no manifest at it.
    """
    base = address.rstrip("/") + "/"
    where = base + manifest.NAME
    try:
        stated = manifest.read(_fetched(where), visible(where, 300))
    except (OSError, HTTPException, ValueError) as error:
        raise Refused(_unreachable(where, error)) from None
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = pool.map(lambda path: _digest(base, path), stated.digests)
        found = dict(zip(stated.digests, answers, strict=True))
    gone = {path for path, digest in found.items() if digest is None}
    here = {path: digest for path, digest in found.items() if digest is not None}
    here |= {path: stated.digests[path] for path in gone & _KEPT_BY_HOSTS}
    return len(here), (*stated.problems, *manifest.differences(stated, here))


def _digest(base: str, path: str) -> str | None:
    """Return the digest of a file as served, empty if it was cut short; None if it is not there."""
    try:
        data = _fetched(base + quote(path, errors="surrogateescape"))
    except urllib.error.HTTPError as error:
        error.close()
        return None if error.code in (404, 410) else ""
    except (OSError, HTTPException, ValueError):
        return ""
    return hashlib.sha256(data).hexdigest()


def _fetched(address: str) -> bytes:
    if urlsplit(address).scheme not in ("http", "https"):
        raise ValueError("no http or https address")
    # A compressed answer would have other bytes than the file.
    asked = urllib.request.Request(address, headers={"Accept-Encoding": "identity"})  # noqa: S310
    with urllib.request.urlopen(asked, timeout=TIMEOUT) as answer:  # noqa: S310 - told above
        data: bytes = answer.read(MOST + 1)
    if len(data) > MOST:
        raise ValueError(f"more than {MOST} bytes")
    return data


def _unreachable(where: str, error: Exception) -> Problem:
    if isinstance(error, urllib.error.HTTPError):
        error.close()
        why = f"the host answers {error.code}"
    else:
        reason = getattr(error, "reason", error)
        why = visible(str(getattr(reason, "strerror", None) or reason).lower(), 200)
    fix = "give the address of the site's home page; it has a manifest beside it"
    return Problem(visible(where, 300), 1, f"no manifest was got: {why}", fix)
