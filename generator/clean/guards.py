"""What is no release, or more than one: refused, with the reason and the way on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from generator.clean.dateline import Lifted
from generator.clean.pattern import compiled
from generator.clean.profile import Profile
from generator.clean.sheet import Piece, search, spaced
from generator.clean.suspect import looks_like_list
from generator.errors import Problem, Refused
from generator.model import Block

ONE = "save the page of one release and add that; `--as-one` takes it as one text all the same"


def guard(pieces: tuple[Piece, ...], profile: Profile | None, path: str) -> None:
    """Refuse a capture that a guard of its profile knows as something else.

    Args:
        pieces: All lines of the capture; for an agency, those that the site's layout left.
        profile: The site's or the agency's.
        path: What the problem names as its place.

    Raises:
        Refused: A guard's lines are there more often than one release has them.
    """
    lines = "\n".join(piece.text for piece in pieces) if profile and profile.guards else ""
    for rule in profile.guards if profile else ():
        # One look at all lines together spares most captures a look at each.
        seen = compiled(f"(?m){rule.pattern}").finditer(spaced(lines))
        if len(list(islice(seen, rule.most + 1))) <= rule.most:
            continue
        found = [piece for piece in pieces if search(rule.pattern, piece.text)]
        if len(found) > rule.most:
            raise Refused(Problem(path, found[-1].line, rule.reason, rule.fix))


def guard_empty(blocks: tuple[Block, ...], path: str) -> None:
    """Refuse a capture of which no text is left.

    Raises:
        Refused: There is no block.
    """
    if not blocks:
        message = "nothing is left of the capture but the page's own furniture"
        raise Refused(Problem(path, 1, message, "save the page of one release and add that"))


def guard_body(pieces: tuple[Piece, ...], lifted: list[Lifted], path: str, *, known: bool) -> None:
    """Refuse what is left of a capture if it is several releases or a list.

    Args:
        pieces: What would be the body.
        lifted: Every dateline that opens a piece.
        path: What the problem names as its place.
        known: Whether a site's profile fits: then its guards, not statistics, know a list.

    Raises:
        Refused: Two datelines, or a list of links.
    """
    for problem in _faults(pieces, lifted, path, known=known):
        raise Refused(problem)


def _faults(
    pieces: tuple[Piece, ...], lifted: list[Lifted], path: str, *, known: bool
) -> Iterator[Problem]:
    if len(lifted) > 1:
        line = pieces[lifted[1].piece].line
        message = f"a second dateline: these are {len(lifted)} releases in one capture"
        yield Problem(path, line, message, f"add each on its own; {ONE}")
    if not known and looks_like_list(pieces):
        message = "this looks like an index or front page: short lines and hardly a sentence"
        yield Problem(path, pieces[0].line, message, ONE)
