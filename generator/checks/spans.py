"""Spans and line numbers of a sidecar are those of its capture's text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from generator.checks.subject import Finding, Loc, Subject
from generator.clean.lines import lines
from generator.model import Capture

_FIX = "take the sidecar back from Git, or `add` the capture again"


def misplaced(subject: Subject) -> Iterator[Finding]:
    """Yield each span that leaves the text, and each line number that is not the span's."""
    for key, text in subject.archive.capture_texts.items():
        path = subject.archive.paths[key]
        starts = [start for start, _ in lines(text)]
        for at, span, said in _spans(subject.archive.captures[key]):
            if span[1] > len(text) or span[0] >= span[1]:
                message = f"{span[0]}-{span[1]} is no passage of the {len(text)} characters"
                yield Finding(path, (*at, "at"), message, _FIX)
                continue
            found = (bisect_right(starts, span[0]), bisect_right(starts, span[1] - 1))
            if said != found[: len(said)]:
                is_in, given = _told(found), _told(said)
                message = f"characters {span[0]}-{span[1]} are in line {is_in}, not {given}"
                yield Finding(path, at, message, _FIX)


def _spans(capture: Capture) -> Iterator[tuple[Loc, tuple[int, int], tuple[int, ...]]]:
    """Yield where each span is said, the span, and the lines that are said with it."""
    for index, kept in enumerate(capture.blocks):
        yield ("blocks", index), kept.at, (kept.line,)
    for index, cut in enumerate(capture.cuts):
        yield ("cuts", index), cut.at, cut.lines


def _told(numbers: tuple[int, ...]) -> str:
    return "-".join(str(number) for number in dict.fromkeys(numbers))
