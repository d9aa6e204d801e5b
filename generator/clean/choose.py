"""Which profiles fit a capture: signs are scored, and `none` is an answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from generator.clean.profile import Profile, Sign
from generator.clean.sheet import Piece, search

P = TypeVar("P", bound=Profile)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the signs of profiles may look at."""

    lines: str
    """The lines of the text without white space around them, one below the other."""
    url: str = ""
    html: str = ""


def seen(pieces: Iterable[Piece], url: str | None = None, html: str = "") -> Seen:
    """Return what signs look at, for the pieces that are left of a capture."""
    return Seen("\n".join(piece.text for piece in pieces), url or "", html)


def score(profile: Profile, what: Seen) -> int:
    """Return the sum of the scores of the profile's signs that are there."""
    return sum(sign.score for sign in profile.detect.signs if _is_there(sign, what))


def _is_there(sign: Sign, what: Seen) -> bool:
    if sign.where == "url":
        return bool(search(sign.pattern, what.url))
    if sign.where == "html":
        return bool(search(sign.pattern, what.html))
    if sign.where == "first-line":
        return bool(search(sign.pattern, what.lines.partition("\n")[0]))
    if sign.where == "last-line":
        return bool(search(sign.pattern, what.lines.rpartition("\n")[2]))
    return bool(search(f"(?m){sign.pattern}", what.lines))


def choose(profiles: Iterable[P], what: Seen) -> P | None:
    """Return the profile that fits best, or None if none reaches what it asks for.

    Of two that fit equally well neither is taken: nothing is guessed.
    """
    fits = sorted(
        ((found, profile) for profile in profiles if (found := score(profile, what)) > 0),
        key=lambda fit: (-fit[0], fit[1].id),
    )
    fits = [fit for fit in fits if fit[0] >= fit[1].detect.at_least]
    if len(fits) > 1 and fits[0][0] == fits[1][0]:
        return None
    return fits[0][1] if fits else None
