"""Identifiers: what one may look like, how one is proposed, when two collide."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 80
# Names that Windows keeps for devices, whatever the extension; a clone there would fail.
RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "index", "404"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in range(10)}
)
FORM = "[a-z0-9]+(?:-[a-z0-9]+)*"
"""What an id looks like, as a regular expression."""
_FORM = re.compile(FORM)


def fault(text: str) -> str | None:
    """Return why `text` cannot be an id, or None if it can.

    >>> fault("2024-11-02-voice-of-korea")
    >>> fault("../etc")
    'may only hold a-z, 0-9 and single hyphens between them'
    """
    if len(text) > LONGEST:
        return f"is {len(text)} characters long; {LONGEST} is the most"
    if not _FORM.fullmatch(text):
        return "may only hold a-z, 0-9 and single hyphens between them"
    if text in RESERVED:
        return "is a name that file systems or the site keep for themselves"
    return None


def slug(text: str, *, longest: int = LONGEST) -> str:
    """Return the id nearest to `text`; empty if it has no Latin letter or digit.

    >>> slug("Press release on Strategic Dialogue – Élysée")
    'press-release-on-strategic-dialogue-elysee'
    """
    spread = "".join(map(_plain, unicodedata.normalize("NFKD", text.replace("’", "'"))))
    words = re.findall(r"[a-z0-9]+", spread.lower().replace("'", ""))
    joined = "-".join(words)
    if len(joined) > longest:
        joined = joined[: longest + 1].rpartition("-")[0] or joined[:longest]
    return f"{joined}-1" if joined in RESERVED else joined


def _plain(character: str) -> str:
    # A dash, a quotation mark or a space parts words; an accent or a foreign letter does not.
    if character.isascii():
        return character
    return " " if unicodedata.category(character)[0] in "PZSC" else ""


def collision_key(text: str) -> str:
    """Return the form under which two ids are one on some file system (case, Unicode form).

    Source: APFS and NTFS fold case; HFS+ and some object stores change the Unicode form.
    """
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
