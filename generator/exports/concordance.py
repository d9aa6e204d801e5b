"""What the concordance reads in the browser: words, and the paragraphs they stand in, split small.

`index.json` says which words are in which `words-N.json` and which blocks in which `texts-N.json`;
`names.json` holds the spellings of each record's name. Blocks are numbered in the order of dates.
A reader's query fetches the index, the files of its words and only those texts that hold a line.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from operator import sub
from typing import Any

from generator.authority import Formula
from generator.wording import Wording

FOLDER = "concordance"
WORDS_SIZE, TEXTS_SIZE = 16_000, 12_000
"""Bytes of a file of words and of a file of texts, about: so that first lines stay under 300 kB.

A query fetches a file for each of its words, then texts; a word of many places has a file of its own.
"""
COMMON, MANY = 0.1, 2_000
"""In an archive of more than `MANY` blocks, a word that stands in more than this share of them is
`*`: everywhere."""
_WORD = re.compile(r"[^\W_]+")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def key(text: str) -> str:
    """Return a text as the concordance compares it: without accents, in small letters.

    The script of the page has the same function; both are tested on the same list.

    >>> key("Élévé, Ann-Lise")
    'eleve, ann-lise'
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text)
    for one in filter(_is_mark, set(plain)):
        plain = plain.replace(one, "")
    return plain.lower()


@cache
def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")


def words(text: str) -> list[str]:
    """Return the words of a text as the concordance knows them.

    >>> words("The people’s Ann-Lise")
    ['the', 'people', 's', 'ann', 'lise']
    """
    return _WORD.findall(key(text))


def files(wording: Wording) -> Iterator[tuple[str, bytes]]:
    """Yield the files that the concordance reads: path in the site → bytes."""
    for name, value in _files(wording):
        yield f"{FOLDER}/{name}", _json(value)


def _files(wording: Wording) -> Iterator[tuple[str, Any]]:
    postings: dict[str, list[int]] = defaultdict(list)
    firsts: list[int] = []
    number = 0
    for place, (first, chunk) in enumerate(_chunks(wording)):
        firsts.append(first)
        yield f"texts-{place}.json", chunk
        for number, _, _, text in chunk["blocks"]:
            for word in {*words(text)}:
                postings[word].append(number)
    total = number + 1 if firsts else 0
    shards = []
    for place, shard in enumerate(_shards(postings, total)):
        shards.append(next(iter(shard)))
        yield f"words-{place}.json", shard
    yield "names.json", _names(wording)
    yield (
        "index.json",
        {
            "releases": len(wording.readings),
            "blocks": total,
            "words": shards,
            "texts": _deltas(firsts),
        },
    )


def _chunks(wording: Wording) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield runs of blocks with the number of their first: what may be shown, by date."""
    number, size, first = 0, 0, 0
    blocks: list[list[Any]] = []
    releases: dict[str, list[str]] = {}
    for reading in wording.readings.values():
        head = reading.release.head
        outlet = wording.archive.outlets.get(head.outlet)
        about = [head.title.value if head.title else reading.id, outlet.name if outlet else head.outlet, reading.date]  # fmt: skip
        for block in reading.blocks:
            blocks.append([number, reading.id, block.id, block.text])
            releases[reading.id] = about
            number, size = number + 1, size + len(block.text.encode())
            if size >= TEXTS_SIZE:
                yield first, {"releases": releases, "blocks": blocks}
                size, first, blocks, releases = 0, number, [], {}
    if blocks:
        yield first, {"releases": releases, "blocks": blocks}


def _shards(postings: Mapping[str, Sequence[int]], total: int) -> Iterator[dict[str, str]]:
    most = total * COMMON if total > MANY else total + 1
    shard: dict[str, str] = {}
    size = 0
    for word in sorted(postings):
        found = postings[word]
        told = "*" if len(found) > most else _deltas(found)
        more = len(word.encode()) + len(told) + 6
        if shard and size + more > WORDS_SIZE:
            yield shard
            shard, size = {}, 0
        shard[word] = told
        size += more
    if shard:
        yield shard


def _deltas(numbers: Sequence[int]) -> str:
    """Return rising numbers as their differences, in base 36.

    >>> _deltas([3, 40, 41])
    '3 11 1'
    """
    return " ".join(map(_base36, map(sub, numbers, chain((0,), numbers))))


@cache
def _base36(number: int) -> str:
    digits = ""
    while number >= 36:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
    return _DIGITS[number] + digits


def _names(wording: Wording) -> list[dict[str, Any]]:
    """Return the records that have several spellings: those printed here, and the others."""
    printed: dict[str, dict[str, None]] = defaultdict(dict)
    for release, found in wording.mentions.items():
        reading = wording.readings.get(release)
        for one in found:
            single = one.layer == "named" and len(one.entities) == 1
            if single and reading and one.end <= len(reading.text(one.block)):
                printed[one.entities[0]][" ".join(words(one.text))] = None
    made = []
    for entity in wording.archive.entities.values():
        if isinstance(entity, Formula) or entity.id not in printed:
            continue
        # A surname alone names many; a name of one word is one only where the record's own is.
        short = " " not in " ".join(words(entity.heading))
        here = sorted(form for form in printed[entity.id] if short or " " in form)
        known = {" ".join(words(one)) for one in (entity.heading, *(each.form for each in entity.variants))}  # fmt: skip
        others = sorted(form for form in known if form and form not in here)
        if here and len(here) + len(others) > 1:
            made.append({"name": entity.heading, "here": here, "also": others})
    return made


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
