"""Names that no record explains: found by their capitals, proposed to a person, never linked."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from generator.model import Mention, Release
from generator.resolve.gazetteer import Gazetteer
from generator.resolve.pattern import alternatives
from generator.resolve.reading import Reading, read

Kind = Literal["person", "organisation", "place"]

_CAPITAL = "[A-ZÀ-ÖØ-ÞА-ЯЁ]"
_RUN = re.compile(
    rf"(?<![\w'@.-]){_CAPITAL}[\w'-]*\.?"
    rf"(?:(?: (?:of|for)(?: the)?| the|) {_CAPITAL}[\w'-]*)*(?![\w@])"
)
_FIRST = re.compile(r"([\w'-]+)[ ,]*")
_LEFT = re.compile(r"^(?:'s?|[\s,.-])+")
_RIGHT = re.compile(r"(?:'s?|[\s,.'-]|\s(?:of|for|the))+$")
_OPENS = ("\n", ". ", "? ", "! ", '" ', ": ", "- ", '"', "(")
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_PLACE = re.compile(r"(?:^|\s)(?:in|at|from|near|to) \Z")


class Unknown(NamedTuple):
    """A name without a record, where it stands in a release."""

    name: str
    kind: Kind | None
    """What it looks like, if anything."""
    rule: str
    """What found it."""
    release: str
    block: str
    sentence: str


class Proposal(NamedTuple):
    """A name without a record, in all releases that were read."""

    name: str
    kind: Kind | None
    rule: str
    times: int
    releases: tuple[str, ...]
    first: Unknown


def unknown_names(
    release: Release, mentions: Iterable[Mention], gazetteer: Gazetteer
) -> Iterator[Unknown]:
    """Yield the capitalised names of a release's paragraphs that are no part of any mention.

    Titles and headings are not read: there every word may have a capital. A word that opens a
    sentence is no name by its capital alone.
    """
    reading = read(release)
    finder = _Finder(reading, gazetteer)
    taken = _taken(reading, mentions)
    for run in _RUN.finditer(reading.text):
        if reading.is_heading(run.start()):
            continue
        for start, end in _free(run.start(), run.end(), taken):
            yield from finder.names(start, end)


def gather(found: Iterable[Unknown], at_least: int = 1) -> list[Proposal]:
    """Return each unknown name once, those in most releases first.

    Args:
        found: Unknown names of any number of releases.
        at_least: How often a name must stand there to be proposed.
    """
    by_name: dict[str, list[Unknown]] = {}
    for one in found:
        by_name.setdefault(one.name, []).append(one)
    proposals = [_proposal(name, some) for name, some in by_name.items() if len(some) >= at_least]
    return sorted(proposals, key=lambda one: (-len(one.releases), -one.times, one.name))


class _Finder:
    """What the vocabulary says of capitalised words."""

    def __init__(self, reading: Reading, gazetteer: Gazetteer) -> None:
        self._reading = reading
        self._lexicon = gazetteer.lexicon
        self._families = gazetteer.families
        words = self._lexicon.words
        # A post may go on after its own words: minister of Foreign Affairs.
        after = rf"(?: {words('of')} {self._lexicon.article})?"
        posts = alternatives(self._lexicon.post_words)
        styles = f"{words('address')}|{words('calendar')}|{posts}"
        self._styles = re.compile(rf"(?:{styles})(?!\w)\.?{after},? ?")

    def names(self, start: int, end: int) -> Iterator[Unknown]:
        """Yield the name in a run of capitalised words, without styles and posts before it."""
        text = self._reading.text
        styled = False
        word = _FIRST.match(text, start, end)
        if word and word[1].lower() in self._lexicon.function_words:
            start = word.end()
        elif word and self._is_but_an_opening(word, end):
            return
        while style := self._styles.match(text, start, end):
            styled, start = True, style.end()
        start += len(text[start:end]) - len(_LEFT.sub("", text[start:end]))
        name = _RIGHT.sub("", text[start:end])
        if len(name) > 1 and name[0].isupper() and name.lower() not in self._lexicon.common_words:
            yield self._unknown(name, start, styled=styled)

    def _unknown(self, name: str, start: int, *, styled: bool) -> Unknown:
        kind, rule = self._kind(name, start, styled=styled)
        block, *_ = self._reading.source(start, start + len(name))
        sentence = self._reading.sentence(start, start + len(name))
        return Unknown(name, kind, rule, self._reading.release, block, sentence)

    def _kind(self, name: str, start: int, *, styled: bool) -> tuple[Kind | None, str]:
        words = name.split()
        if self._lexicon.near_name_head.search(f" {name}"):
            return "organisation", "name-head"
        if words[0].lower() in self._families and len(words) > 1:
            return "person", "family-name"
        if styled or self._lexicon.post.at(self._reading.text, start):
            return "person", "after-post"
        if _ACRONYM.fullmatch(name):
            return "organisation", "acronym"
        if len(words) == 1 and _PLACE.search(self._reading.text[max(0, start - 8) : start]):
            return "place", "after-preposition"
        return None, "capitals"

    def _is_but_an_opening(self, word: re.Match[str], end: int) -> bool:
        """Tell whether a run is one word that has its capital from opening a sentence."""
        alone = not self._reading.text[word.end() : end].strip(". ")
        return alone and self._opens(word.start()) and not _ACRONYM.fullmatch(word[1])

    def _opens(self, start: int) -> bool:
        before = self._reading.text[max(0, start - 2) : start]
        return start == 0 or before.endswith(_OPENS)


def _taken(reading: Reading, mentions: Iterable[Mention]) -> list[tuple[int, int]]:
    """Return the spans of the reading's text that mentions hold, in order."""
    place = dict(zip(reading.ids, reading.starts, strict=True))
    named = (one for one in mentions if one.block in place and not _goes_on(one))
    spans = [(place[one.block] + one.start, place[one.block] + one.end) for one in named]
    return sorted(reading.composed.within(*span) for span in spans)


def _goes_on(one: Mention) -> bool:
    """Tell whether a mention leaves the name around it unknown."""
    described = one.layer == "nominal" and not one.rule.startswith("context:")
    return described or one.rule == "part-of-longer-name"


def _free(start: int, end: int, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield what mentions leave of a run."""
    for first, last in taken[max(0, bisect_left(taken, (start, start)) - 1) :]:
        if first >= end:
            break
        if last <= start:
            continue
        if first > start:
            yield start, first
        start = last + 1
    if start < end:
        yield start, end


def _proposal(name: str, some: list[Unknown]) -> Proposal:
    kinds = [one for one in some if one.kind is not None]
    first = kinds[0] if kinds else some[0]
    releases = tuple(dict.fromkeys(one.release for one in some))
    return Proposal(name, first.kind, first.rule, len(some), releases, some[0])
