"""Citations in the styles of three manuals, made by a CSL processor.

A processor is slow beside everything else that makes a page, and most releases differ only in
words. So each *shape* of a work (which facts there are, what its texts end with, the month) is set
once, with marks in place of the words, and the words are put where the marks came to stand. A test
holds that against the processor with the words themselves.

Source: Citation Style Language 1.0.2, https://docs.citationstyles.org/en/v1.0.2/specification.html.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import cache
from itertools import groupby, takewhile
from pathlib import Path
from typing import Literal

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter as formatters
from citeproc.source.json import CiteProcJSON

from generator.citing.work import ARCHIVE, Work

STYLES = {"Chicago": "chicago", "APA": "apa", "MLA": "mla"}
"""Name of a manual → file of its style."""
FOLDER = Path(__file__).with_name("styles")

Kind = Literal["text", "italic", "address", "seen", "seen-short"]

# Characters of the private use area (a work holds none) and impossible dates stand for the words.
_TITLE, _PUBLICATION, _AUTHOR, _VERSION, _ADDRESS = map(chr, range(0xE000, 0xE005))
_YEAR, _DAY, _SEEN = 7777, 28, (1111, 11, 11)
_MARKS = re.compile(
    "(?P<begin><i>)|(?P<end></i>)|(?P<seen>November 11, 1111)|(?P<short>11 Nov\\. 1111)"
    f"|(?P<mark>[{_TITLE}-{_ADDRESS}]|{_YEAR}|{_DAY})"
)
_ENDS = ".?!…"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a citation."""

    kind: Kind
    """`seen` is the day the reader reads it, as `November 21, 2026` (`seen-short`: `21 Nov. 2026`);
    `address` that of the page: the page itself knows both."""
    text: str = ""


_OURS = {_ADDRESS: Piece("address")}


@dataclass(frozen=True, slots=True)
class _Shape:
    """What decides where the words of a work stand."""

    ends: tuple[str, str, str]
    """What title, publication and author end with, if that is punctuation."""
    issued: tuple[int, ...]
    circa: bool
    author: bool
    publication: bool


def citation(work: Work, style: str) -> tuple[Piece, ...]:
    """Return a citation of `work` in a style of `STYLES`, as runs."""
    # Who is both author and publication is named once: APA 7, 9.24 (as author); MLA 9, 5.23.
    twice = work.authors[0].whole == work.publication
    named = {
        _TITLE: work.title,
        _PUBLICATION: "" if twice and style == "APA" else work.publication,
        _AUTHOR: "" if twice and style == "MLA" else _listed(work),
        _VERSION: work.version,
    }
    issued, numbers = _dated(work.issued)
    shape = _Shape(
        ends=(_end(work.title), _end(named[_PUBLICATION]), _end(named[_AUTHOR])),
        issued=issued,
        circa=work.issued_status == "inferred",
        author=bool(named[_AUTHOR]),
        publication=bool(named[_PUBLICATION]),
    )
    words = {mark: text.rstrip(_ENDS) for mark, text in named.items()} | numbers
    return _filled(_runs(shape, style), words)


def plain(pieces: tuple[Piece, ...], address: str, seen: str) -> str:
    """Return a citation as text; `seen` is a date in words, or what stands for it."""
    given = {"address": address, "seen": seen, "seen-short": seen}
    return "".join(given.get(piece.kind, piece.text) for piece in pieces)


def _listed(work: Work) -> str:
    one = work.authors[0]
    return f"{one.family}, {one.given}" if one.family and one.given else one.whole


def _end(text: str) -> str:
    return text[len(text.rstrip(_ENDS)) :][-1:]


def _dated(days: tuple[tuple[int, ...], ...]) -> tuple[tuple[int, ...], dict[str, str]]:
    """Return a date with marks for year and day, and what they stand for.

    Of an interval only what both ends share is cited, as January 2024 of 15–17 January 2024: the
    processor cannot set an interval in American order.

    >>> _dated(((2024, 1, 15), (2024, 1, 17)))
    ((7777, 1), {'7777': '2024'})
    """
    alike = takewhile(lambda parts: len(set(parts)) == 1, zip(*days, strict=False))
    kept = tuple(part for part, *_ in alike)
    marks = (_YEAR, *kept[1:2], *([_DAY] if len(kept) == 3 else ()))[: len(kept)]
    return marks, {str(mark): str(part) for mark, part in zip(marks[::2], kept[::2], strict=True)}


@cache
def _style(style: str) -> CitationStylesStyle:
    path = FOLDER / f"{STYLES[style]}.csl"
    return CitationStylesStyle(str(path), validate=False, locale="en-US")


@cache
def _set(shape: _Shape, style: str) -> str:
    """Return what the processor makes of a shape: marks, and `<i>` around what is italic."""
    item: dict[str, object] = {
        "id": "it",
        "type": "article-newspaper",
        "title": _TITLE + shape.ends[0],
        "archive": ARCHIVE,
        "version": _VERSION,
        "URL": _ADDRESS,
        "accessed": {"date-parts": [list(_SEEN)]},
    }
    if shape.publication:
        item["container-title"] = _PUBLICATION + shape.ends[1]
    if shape.author:
        item["author"] = [{"literal": _AUTHOR + shape.ends[2]}]
    if shape.issued:
        item["issued"] = {"date-parts": [list(shape.issued)]}
    return processed(item, style, circa=shape.circa)


def processed(item: dict[str, object], style: str, *, circa: bool = False) -> str:
    """Return what the CSL processor makes of a CSL-JSON item, as its HTML."""
    given = CitationStylesBibliography(_style(style), CiteProcJSON([item]), formatters.html)
    given.register(Citation([CitationItem("it")]))
    made = _punctuated(str(given.bibliography()[0]))
    return _bracketed(made) if circa else made


def _punctuated(text: str) -> str:
    """Return American punctuation, which the locale asks for and this processor leaves undone.

    Source: CSL 1.0.2, `punctuation-in-quote`.

    >>> _punctuated("“Talks”. “Talks?”. “Talks”, 2024.")
    '“Talks.” “Talks?” “Talks,” 2024.'
    """
    return re.sub(r"”([.,])", r"\1”", re.sub(r"([.?!…])”\.", r"\1”", text))


_DATE = re.compile(rf"(?:\w+\.? {_DAY}, |{_DAY} \w+\.? |\w+\.? )?{_YEAR}(?:, \w+\.?(?: {_DAY})?)?")


def _bracketed(text: str) -> str:
    """Return a citation whose date, which we inferred, stands in brackets.

    >>> _bracketed("<i>Herald</i>, July 28, 7777. Kept.")
    '<i>Herald</i>, [July 28, 7777]. Kept.'
    """
    return _DATE.sub(lambda found: f"[{found[0]}]", text, count=1)


@cache
def _parts(shape: _Shape, style: str) -> tuple[Piece, ...]:
    """Return what is set of a shape as runs; a run whose text is a mark stands for words."""
    text = _set(shape, style)
    parts: list[Piece] = []
    kind: Kind = "text"
    at = 0
    for found in _MARKS.finditer(text):
        parts.append(Piece(kind, html.unescape(text[at : found.start()])))
        at = found.end()
        match found.lastgroup:
            case "begin":
                kind = "italic"
            case "end":
                kind = "text"
            case "seen":
                parts.append(Piece("seen"))
            case "short":
                parts.append(Piece("seen-short"))
            case _:
                parts.append(_OURS.get(found[0]) or Piece(kind, found[0]))
    parts.append(Piece(kind, html.unescape(text[at:])))
    return tuple(part for part in parts if part.text or part.kind not in ("text", "italic"))


@cache
def _runs(shape: _Shape, style: str) -> tuple[tuple[Kind, tuple[str, ...]], ...]:
    """Return the same, what is of one kind together."""
    runs = groupby(_parts(shape, style), key=lambda part: part.kind)
    return tuple((kind, tuple(part.text for part in inside)) for kind, inside in runs)


def _filled(
    runs: tuple[tuple[Kind, tuple[str, ...]], ...], words: dict[str, str]
) -> tuple[Piece, ...]:
    made: list[Piece] = []
    for kind, texts in runs:
        text = "".join([words.get(each, each) for each in texts])
        if text and made and kind == made[-1].kind:  # what stood between them is empty
            made[-1] = Piece(kind, made[-1].text + text)
        elif text or not any(texts):
            made.append(Piece(kind, text))
    return tuple(made)
