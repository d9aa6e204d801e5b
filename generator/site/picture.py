"""The picture that other sites show beside a link to this one: who spoke when, drawn from the archive."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

NAME = "assets/preview.png"
SIZE = (1200, 630)
FONTS = Path("overrides/assets/fonts")
_PAPER, _INK, _SOFT, _RULE, _RUBRIC = "#fcfbf7", "#201e19", "#625c50", "#dcd6c8", "#8f2a1c"
_LEFT, _RIGHT, _ROWS_FROM, _ROWS_TO = 80, 1120, 400, 560
_MANY = 8


@dataclass(frozen=True, slots=True)
class Poster:
    """What the picture shows."""

    name: str
    sentence: str
    figures: str
    rows: tuple[tuple[float, ...], ...]
    """A row for each outlet: when it published, from 0 (the first day held) to 1 (the last)."""


def poster(name: str, sentence: str, figures: str, days: Sequence[Sequence[int]]) -> Poster:
    """Return what to draw; `days` are the days (any count) of each outlet's releases.

    >>> poster("N", "S", "F", [[10, 20], [15]]).rows
    ((0.0, 1.0), (0.5,))
    """
    every = [day for row in days for day in row]
    first, width = min(every, default=0), max(max(every, default=0) - min(every, default=0), 1)
    rows = tuple(tuple((day - first) / width for day in sorted(row)) for row in days[:_MANY])
    return Poster(name, sentence, figures, rows)


def draw(shown: Poster) -> bytes:
    """Return the picture as PNG, the same for the same poster."""
    image = Image.new("RGB", SIZE, _PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, SIZE[0], 12), fill=_RUBRIC)
    _write(pen, shown.name, (96, 84), _RUBRIC)
    _write(pen, shown.sentence, (40, 214), _INK)
    _write(pen, shown.figures, (30, 290), _SOFT)
    for number, row in enumerate(shown.rows):
        _row(pen, number, row, len(shown.rows))
    kept = io.BytesIO()
    # Few colours, so that the file is small: 16 hold the five of the page and the edges of letters.
    image.quantize(16, dither=Image.Dither.NONE).save(kept, "PNG", optimize=True)
    return kept.getvalue()


def _write(pen: ImageDraw.ImageDraw, text: str, place: tuple[int, int], ink: str) -> None:
    """Write a line at a size and height, smaller if it would not fit."""
    size, top = place
    font = _font(size)
    while size > 12 and pen.textlength(text, font=font) > _RIGHT - _LEFT:
        size -= 2
        font = _font(size)
    pen.text((_LEFT, top), text, fill=ink, font=font)


def _font(size: int) -> ImageFont.FreeTypeFont:
    path = FONTS / "source-serif-4-latin-400-normal.woff2"
    # The plain layout is Pillow's own, whatever text libraries the machine has.
    return ImageFont.truetype(
        io.BytesIO(path.read_bytes()), size, layout_engine=ImageFont.Layout.BASIC
    )


def _row(pen: ImageDraw.ImageDraw, number: int, row: Sequence[float], many: int) -> None:
    height = _ROWS_FROM + (_ROWS_TO - _ROWS_FROM) * (number + 1) // (many + 1)
    pen.line((_LEFT, height, _RIGHT, height), fill=_RULE, width=2)
    for share in row:
        middle = _LEFT + round(share * (_RIGHT - _LEFT))
        pen.rectangle((middle - 4, height - 10, middle + 4, height + 10), fill=_INK)
