r"""Changes that hold for every text, whoever printed it: rules `text.*`.

They change spacing and characters that nobody sees, never a word. Each is an edit that can be
undone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from generator.clean.edited import Edited


@dataclass(frozen=True, slots=True)
class TextRule:
    """A change for any text: the match, or its group `at`, becomes `to`."""

    id: str
    pattern: re.Pattern[str]
    to: str
    reason: str


_CONTROL = "text.control-character"
# All patterns look at one or two characters around a fixed one: their time is linear.
TEXT_RULES = (
    TextRule("text.bom", re.compile("\ufeff"), "", "mark of byte order, not a character"),
    TextRule(_CONTROL, re.compile(r"[\x0b\x0c\x1c-\x1f]"), " ", "form feeds and separators"),
    TextRule(
        _CONTROL,
        re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]+"),
        "",
        "control characters, which print nothing",
    ),
    TextRule("text.nbsp", re.compile("\u00a0+"), " ", "no-break space, as a page lays text out"),
    TextRule(
        # Only before a comma or a full stop that ends something: ` .5` and ` ...` stay.
        "text.space-before-punctuation",
        re.compile(r"[\w)\]”’\"'](?P<at> +)[,.](?:[ \t”’\"')]|$)(?! ?\.)"),
        "",
        "space between a word and its comma or full stop",
    ),
)
NFC = "text.nfc"


def tidy(line: Edited) -> Edited:
    r"""Return the line after every `text.*` rule.

    >>> tidy(Edited("Ann\u00a0, who")).text
    'Ann, who'
    """
    for rule in TEXT_RULES:
        line = _applied(line, rule)
    return trimmed(_composed(line))


def _applied(line: Edited, rule: TextRule) -> Edited:
    group = "at" if "at" in rule.pattern.groupindex else 0
    # Again until nothing is found: a match may have used up the character before the next one.
    while swaps := [
        (*found.span(group), rule.to * (found.end(group) - found.start(group)))
        for found in rule.pattern.finditer(line.text)
    ]:
        line = line.changed(swaps, rule.id)
    return line


def trimmed(line: Edited) -> Edited:
    """Return the line without the white space that an edit has left at its ends.

    A line has none there before it is edited, so the edit that bared it takes it up.
    """
    left = len(line.text) - len(line.text.lstrip())
    if left:
        line = line.changed([(0, left, "")], line.changes[0].rule)
    right = len(line.text.rstrip())
    if right < len(line.text):
        line = line.changed([(right, len(line.text), "")], line.changes[-1].rule)
    return line


def _composed(line: Edited) -> Edited:
    """Write letters with their accents as one character, as every reader and search expects."""
    if unicodedata.is_normalized("NFC", line.text):
        return line
    return line.changed(_decomposed(line.text), NFC)


def _decomposed(text: str) -> Iterator[tuple[int, int, str]]:
    # Nothing composes across white space, so words can be composed one by one.
    for found in re.finditer(r"\S+|\s", text):
        composed = unicodedata.normalize("NFC", found[0])
        if composed != found[0]:
            yield found.start(), found.end(), composed
