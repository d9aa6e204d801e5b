"""What the search page asks besides the index: names in all their forms, and the words there are.

Both tables are cut into parts by the alphabet of their keys, so that a query loads a few kilobytes
of them however large the archive is. `search/names.pack` says where each part begins.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.clean.dates import MONTHS
from generator.exports.finding import names, words
from generator.exports.finding.packed import ENDING, packed
from generator.exports.finding.parts import by_alphabet
from generator.model import Archive, Mention

FOLDER = "search"
_KEYS, _RECORDS, _WORDS = 300, 8, 500
"""How many names, records and words a part holds: a query loads one or two of each."""


def files(archive: Archive, mentions: Mapping[str, Sequence[Mention]]) -> dict[str, bytes]:
    """Return the tables of the search page: path in the site → bytes, the same for the same archive.

    - `names.pack`: `keys`, `words`: the first key of each part; `records`: records in a part;
      `months`: names of months; `particles`: what may be glued to a word's end; `common`: words
      that most releases have, so that they choose none.
    - `names-<n>.pack`: key → `[record number, ground]` of each record it names.
    - `records-<n>.pack`: records in the order of their numbers: heading, kind, address, sign, keys.
    - `words-<n>.pack`: every word of the texts that may be shown, as a key.
    """
    table = names.table(archive, mentions)
    held = words.words(archive)
    keys = by_alphabet(table.keys, _KEYS)
    vocabulary = by_alphabet(held, _WORDS)
    records = [table.records[at : at + _RECORDS] for at in range(0, len(table.records), _RECORDS)]
    head = {
        "keys": [part.first for part in keys],
        "words": [part.first for part in vocabulary],
        "records": _RECORDS,
        "months": dict(sorted(MONTHS.items())),
        "particles": _particles(archive),
        "common": words.common(held, len(archive.releases)),
    }
    made = {
        "names": head,
        **{f"names-{number}": part.entries for number, part in enumerate(keys)},
        **{f"words-{number}": list(part.entries) for number, part in enumerate(vocabulary)},
        **{f"records-{number}": part for number, part in enumerate(records)},
    }
    return {f"{FOLDER}/{name}{ENDING}": packed(value) for name, value in made.items()}


def _particles(archive: Archive) -> list[str]:
    lists = (one for one in archive.vocabulary.words if one.role == "particle")
    # Chinese and Japanese words are set apart by no space: there a particle ends nothing.
    glued = {word for one in lists if one.language.startswith("ko") for word in one.words}
    return sorted(glued, key=lambda word: (-len(word), word))
