"""Words as Markdown: every link, anchor and mark on the site is written by these functions.

Templates say what stands where; what a page holds by the hundred is written here, in one step.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Protocol

from markupsafe import Markup

from generator.pages.escape import escaped
from generator.pages.words import Words

_OUR_PATH = re.compile(r"[\w/-]+\.md(?:#[a-z0-9-]+)?")


class Row(Protocol):
    """A term with its values, as `particulars.Row`."""

    @property
    def term(self) -> str:
        """What is told of."""

    @property
    def values(self) -> tuple[tuple[Words, ...], ...]:
        """What is told of it."""


class Sentence(Protocol):
    """A sentence and where it stands, as `naming.Sentence`."""

    @property
    def where(self) -> Words:
        """The place."""

    @property
    def pieces(self) -> tuple[Words, ...]:
        """The sentence."""


class Run(Protocol):
    """Words of two texts set into each other, as `wording.collate.Run`."""

    @property
    def kind(self) -> str:
        """Whether they are `added`, `removed`, `marked` or `kept`."""

    @property
    def text(self) -> str:
        """The words."""


def seen_from(path: str, here: str) -> str:
    """Return the address of a page of the tree, relative to the page `here`.

    >>> seen_from("people/choe.md", "releases/2024.md"), seen_from("a.md#p7", "a.md")
    ('../people/choe.md', '#p7')
    """
    if path.startswith(f"{here}#") and _OUR_PATH.fullmatch(path):
        return path[len(here) :]
    return _relative(path, here.rpartition("/")[0])


@lru_cache(maxsize=1 << 14)
def _relative(path: str, folder: str) -> str:
    if not _OUR_PATH.fullmatch(path):
        raise ValueError(path)
    there, _, name = path.rpartition("/")
    return _way(there, folder) + name


@cache
def _way(there: str, folder: str) -> str:
    """Return the way from one folder of the tree to another, ending in `/` if there is any.

    >>> _way("people", "people/choe"), _way("", "people"), _way("compare/a", "compare/b")
    ('../', '../', '../a/')
    """
    way = posixpath.relpath(f"/{there}", f"/{folder}")
    return "" if way == "." else f"{way}/"


def word(piece: Words, here: str) -> Markup:
    """Return words that stand within a line: plain, or a link to a record or to another site."""
    return Markup(_word(piece, here))  # noqa: S704 - just escaped


def _word(piece: Words, here: str) -> str:
    text = escaped(piece.text, opens=False, closes=False)
    if piece.to:
        return f"[{text}]({seen_from(piece.to, here)})"
    if piece.out:
        # `words.outward` has made the address safe.
        return f"[{text}]({piece.out.replace('&', '&amp;')})"
    return text


def line(pieces: Sequence[Words], here: str) -> Markup:
    """Return words that may be a line of their own, so that its ends are escaped for that."""
    return Markup(_line(pieces, here))  # noqa: S704 - just escaped


def _line(pieces: Sequence[Words], here: str) -> str:
    last = len(pieces) - 1
    return "".join(
        _word(piece, here)
        if piece.to or piece.out
        else escaped(piece.text, opens=place == 0, closes=place == last)
        for place, piece in enumerate(pieces)
    )


def table(rows: Iterable[Row], here: str) -> Markup:
    """Return terms with their values: a definition list."""
    made: list[str] = []
    for row in rows:
        made += (escaped(row.term), "\n")
        for value in row.values:
            made += (":   ", _line(value, here), "\n")
        made.append("\n")
    return Markup("".join(made))  # noqa: S704 - just escaped


def items(sentences: Iterable[Sentence], here: str) -> Markup:
    """Return sentences as items of a list, each after the place where it stands."""
    made = [f"- {_word(one.where, here)} {_line(one.pieces, here)}\n" for one in sentences]
    return Markup("".join(made))  # noqa: S704 - just escaped


def anchor(key: str, digest: str = "") -> Markup:
    """Return what makes the block before it a place to land on; with the hash of its wording."""
    return Markup(f"{{#{key} {digest}}}" if digest else f"{{#{key}}}")  # noqa: S704 - ids of ours


_MARKS = {"added": ("{+}", "{/+}"), "removed": ("{-}", "{/-}"), "marked": ("{=}", "{/=}")}


def marked(runs: Sequence[Run]) -> Markup:
    """Return words of two texts set into each other: added, removed, kept."""
    last, made = len(runs) - 1, []
    for place, run in enumerate(runs):
        begin, end = _MARKS.get(run.kind, ("", ""))
        inside = bool(begin)
        text = escaped(
            run.text, opens=place == 0 and not inside, closes=place == last and not inside
        )
        made.append(f"{begin}{text}{end}")
    return Markup("".join(made))  # noqa: S704 - just escaped


def bar(number: int, of: int) -> Markup:
    """Return a number out of a number, as a bar."""
    return Markup(f"{{~{number:d}/{of:d}}}")  # noqa: S704 - numbers
