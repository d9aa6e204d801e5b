"""Lines that may be furniture: told to the person who adds the capture, never removed.

Measured on pages that nobody had written a profile for: statistics that delete lost 12 to 15 % of
the body; statistics that only flag find three quarters of the furniture.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from generator.clean.doubled import same
from generator.clean.headings import ENDS
from generator.clean.result import Flag
from generator.clean.sheet import Piece

SHORT = 60
LIST = 4
"""Short lines in a row that look like a menu."""
MANY = 12
"""Fewest lines of which it is said that they are a list."""
SENTENCES = 0.2
"""A page whose sentences hold less than this share of its characters is a list."""
SHOWN = 80

_MONTH = r"[^\W\d_]{3,12}\.?"
_DATE = re.compile(
    rf"(?:[^\W\d_]+,?\s+)?(?:{_MONTH}\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}\.?\s+{_MONTH},?\s+\d{{4}}"
    r"|\d{4}[-./]\d{1,2}[-./]\d{1,2}\.?|\d{1,2}[-./]\d{1,2}[-./]\d{4})"
    r"(?:[ ,|/-]+\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]m)?)?",
    re.IGNORECASE,
)
_SIGNS: Mapping[str, re.Pattern[str]] = {
    "leads to another page": re.compile(
        r"^(?:read (?:more|next|also|the full)|more (?:from|articles|news|stories)|also read"
        r"|see also|related (?:articles?|posts?|news|stories)|you (?:may|might) also like"
        r"|continue reading|previous(?: article| post)?|next(?: article| post)?|most (?:popular|read)"
        r"|latest news|trending|recommended|load more|view all|back to top|home|search)\b[^.]{0,80}$"
        r"|^(?:читайте также|смотрите также|ещё по теме|другие новости)\b"
        r"|^(?:관련기사|더보기|다음글|이전글|목록)",
        re.IGNORECASE,
    ),
    "asks to share, follow or subscribe": re.compile(
        r"^(?:share(?: this| on)?|follow (?:us|me)|subscribe|sign (?:in|up)|log ?in|register"
        r"|e-?mail|print(?: this)?|tweet|facebook|twitter|telegram|whatsapp|linkedin|copy link"
        r"|leave a (?:reply|comment)|comments?|поделиться|распечатать|версия для печати)"
        r"\b[^.]{0,60}$",
        re.IGNORECASE,
    ),
    "is a legal or technical note of the page": re.compile(
        r"^(?:©|\(c\)|copyright\b|all rights reserved|privacy policy|terms of (?:use|service)"
        r"|cookies?\b|advertisement|sponsored|skip to (?:main )?content|все права защищены)",
        re.IGNORECASE,
    ),
    "is a teaser that breaks off": re.compile(r"(?:\[(?:…|\.\.\.)\]|\S ?(?:…|\.\.\.))$"),
}
# Marks of direction and characters without width can show a reader another text than is there.
_UNSEEN = re.compile(
    "[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\U000e0000-\U000e007f]"
)


def flags(pieces: tuple[Piece, ...], *, known: bool) -> Iterator[Flag]:
    """Yield the lines of a body that a person should look at, in order, each once.

    Args:
        pieces: What is left to be body.
        known: Whether a site's profile fits; then only the plainest signs are told.
    """
    told: dict[int, Flag] = {}
    for piece, why in _reasons(pieces, known=known):
        told.setdefault(piece.start, Flag(piece.line, why, piece.text[:SHOWN]))
    yield from (told[start] for start in sorted(told))


def _reasons(pieces: tuple[Piece, ...], *, known: bool) -> Iterator[tuple[Piece, str]]:
    if not known and len(pieces) > 1 and _is_short(pieces[0]):
        yield pieces[0], "may be the title: it stands first and is no sentence"
    for piece in pieces:
        if why := _sign(piece.text):
            yield piece, why
    if not known:
        yield from _repeated(pieces)
        yield from _menus(pieces)


def _sign(text: str) -> str | None:
    if _UNSEEN.search(text):
        return "holds marks of direction or characters without width"
    if len(text) <= 50 and _DATE.fullmatch(text):
        return "is nothing but a date"
    return next((why for why, sign in _SIGNS.items() if sign.search(text)), None)


def _repeated(pieces: tuple[Piece, ...]) -> Iterator[tuple[Piece, str]]:
    counts = Counter(piece.text for piece in pieces)
    for index, piece in enumerate(pieces):
        before = index and same(pieces[index - 1].text, piece.text)
        if before or counts[piece.text] > 1:
            yield piece, "is there more than once"


def _menus(pieces: tuple[Piece, ...]) -> Iterator[tuple[Piece, str]]:
    run: list[Piece] = []
    for piece in (*pieces, None):
        if piece is not None and _is_short(piece):
            run.append(piece)
            continue
        if len(run) >= LIST:
            yield from ((one, "stands in a list of short lines, as a menu does") for one in run)
        run = []


def _is_short(piece: Piece) -> bool:
    return len(piece.text) <= SHORT and piece.text[-1] not in ENDS


def looks_like_list(pieces: tuple[Piece, ...]) -> bool:
    """Return whether these lines are an index or front page: hardly a sentence among them."""
    if len(pieces) < MANY:
        return False
    whole = sum(len(piece.text) for piece in pieces)
    sentences = sum(
        len(piece.text) for piece in pieces if len(piece.text) > SHORT and piece.text[-1] in ENDS
    )
    return sentences < SENTENCES * whole
