"""Strict reading of YAML: every scalar is a string, and each fault is told with its line.

Of YAML we read mappings, lists and scalars. Anchors, aliases, tags, merge keys, directives and
further documents are refused; so is an unquoted scalar that other readers take for a date, a truth
value or nothing, because exports and editors would see something else than we do.

Events are taken one by one and depth is counted, so that a hostile text can neither exhaust the
stack nor unfold into more than was written.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

import yaml
from yaml._yaml import CParser

from generator.errors import visible
from generator.store import yamltext
from generator.store.fault import LineFault
from generator.store.limits import DEPTH, UNCLOSED

Loc = tuple[str | int, ...]
"""Where a value stands in a record: keys of mappings and indices of lists."""

_BRACKET = re.compile(r"[\[\]{}]")
_RUN = re.compile(rf"^[ ]*(?:[-?:] +){{{DEPTH + 1}}}", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Tree:
    """What a YAML text says: mappings, lists and strings; where; and what is wrong with it."""

    data: Any
    """None if the text could not be read to its end."""
    lines: Mapping[Loc, int]
    """The line of each value (of a mapping's value: the line of its key)."""
    bare: tuple[tuple[Loc, str], ...]
    """Where an unquoted number or truth value stands, and which of the two: fine where the record
    wants one."""
    unseen: tuple[Loc, ...]
    """Where a text holds a line break or an escaped character that nobody sees, or is blank."""
    faults: tuple[LineFault, ...]

    def line(self, loc: Loc) -> int:
        """Return the line of a value; if it is not there, of the nearest thing that holds it."""
        while loc not in self.lines and loc:
            loc = loc[:-1]
        return self.lines.get(loc, 1)


_SHORT = 80
"""Characters of the longest text that many records may have: an id, a rule, a reason."""
_LONGEST_OTHER = 5
"""Letters of the longest word (`false`) that some reader takes for something else than text."""


class _Broken(Exception):
    """The text cannot be read further; its one argument is a LineFault."""


def parse(text: str, first_line: int = 1) -> Tree:
    """Read one YAML document.

    Args:
        text: Decoded text, its lines ended by newlines and of bounded length.
        first_line: The number of the text's first line in its file.
    """
    reader = _Reader(text, first_line)
    try:
        data = reader.document()
    except _Broken as broken:
        reader.faults.append(broken.args[0])
        data = None
    except yaml.YAMLError as error:
        reader.faults.append(_syntax(error, first_line))
        data = None
    return Tree(data, reader.lines, tuple(reader.bare), tuple(reader.unseen), tuple(reader.faults))


class _Reader:
    """Walks the events of one text; a new one is made for each."""

    def __init__(self, text: str, first_line: int) -> None:
        self.first = first_line
        self.text = text
        self.lines: dict[Loc, int] = {}
        self.bare: list[tuple[Loc, str]] = []
        self.unseen: list[Loc] = []
        self.faults: list[LineFault] = []
        self.next: Callable[[], Any] = lambda: None

    def document(self) -> Any:
        self._measure()
        parser: Any = CParser(self.text)
        self.next = parser.get_event
        self.next()
        start: Any = self.next()
        if type(start) is yaml.StreamEndEvent:
            self.stop(0, "there is no record in it", "write it, or delete the file")
        if start.version or start.tags:
            self.stop(0, "a `%` directive", "delete the line")
        event = self.next()
        self.lines[()] = event.start_mark.line + self.first
        data = self.value(event, ())
        self.next()
        after = self.next()
        if type(after) is not yaml.StreamEndEvent:
            line = after.start_mark.line
            self.stop(line, "a second document", "delete the line `---` and what follows")
        return data

    def _measure(self) -> None:
        """Refuse nesting that the parser should not even see."""
        if run := _RUN.search(self.text):
            self._too_deep(self.text.count("\n", 0, run.start()))
        if self.text.count("[") + self.text.count("{") <= UNCLOSED:
            return
        depth = 0
        for found in _BRACKET.finditer(self.text):
            depth = max(0, depth + (1 if found[0] in "[{" else -1))
            if depth > UNCLOSED:
                self._too_deep(self.text.count("\n", 0, found.start()))

    def _too_deep(self, line: int) -> NoReturn:
        self.stop(
            line,
            f"lists and mappings stand more than {DEPTH} deep in each other",
            "write the record flatter",
        )

    def stop(self, line: int, message: str, fix: str) -> NoReturn:
        raise _Broken(LineFault(line + self.first, message, fix))

    def fault(self, event: Any, message: str, fix: str) -> None:
        self.faults.append(LineFault(event.start_mark.line + self.first, message, fix))

    def value(self, event: Any, loc: Loc) -> Any:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            if event.anchor or event.tag:
                self.adorned(event)
            text: str = event.value
            if not event.style:
                self.plain(event, loc)
            elif not text.isprintable() or (text and not text.strip()):
                self.unseen.append(loc)
            # What is short recurs in thousands of files, and is held once.
            return sys.intern(text) if len(text) <= _SHORT else text
        if kind is yaml.AliasEvent:
            self.fault(event, f"`*{visible(event.anchor)}` is an alias", "write the value out")
            return ""
        if len(loc) >= DEPTH:
            self._too_deep(event.start_mark.line)
        if event.anchor or event.tag:
            self.adorned(event)
        return self.mapping(loc) if kind is yaml.MappingStartEvent else self.sequence(loc)

    def mapping(self, loc: Loc) -> dict[str, Any]:
        data: dict[str, Any] = {}
        event = self.next()
        while type(event) is not yaml.MappingEndEvent:
            key = self.key(event)
            inner = (*loc, key)
            if key in data:
                self.fault(
                    event,
                    f"`{visible(key)}` is written twice, first in line {self.lines[inner]}",
                    "delete one of the two",
                )
            self.lines[inner] = event.start_mark.line + self.first
            value = self.value(self.next(), inner)
            if key != "<<" or event.style:
                data[key] = value
            event = self.next()
        return data

    def key(self, event: Any) -> str:
        if type(event) is not yaml.ScalarEvent:
            self.stop(event.start_mark.line, "a key that is no word", "write a field's name")
        if event.anchor or event.tag:
            self.adorned(event)
        key: str = event.value
        if key == "<<" and not event.style:
            self.fault(event, "`<<` merges another mapping", "write the fields out")
        elif not event.style and yamltext.means_other(key):
            self.fault(event, f"`{visible(key)}` is no name of a field", "put it in double quotes")
        return key

    def sequence(self, loc: Loc) -> list[Any]:
        data: list[Any] = []
        event = self.next()
        while type(event) is not yaml.SequenceEndEvent:
            inner = (*loc, len(data))
            self.lines[inner] = event.start_mark.line + self.first
            data.append(self.value(event, inner))
            event = self.next()
        return data

    def plain(self, event: Any, loc: Loc) -> None:
        """Note an unquoted scalar that other readers take for something else than text."""
        text: str = event.value
        if len(text) > _LONGEST_OTHER and text[0].isalpha():
            return
        meaning = yamltext.means_other(text)
        if meaning is None:
            return
        if meaning in ("a number", "a truth value"):
            self.bare.append((loc, meaning))
            return
        name = f"`{loc[-1]}`" if loc and isinstance(loc[-1], str) else "an entry"
        if not text:
            self.fault(event, f"{name} has no value", "write the value, or delete the line")
        else:
            self.fault(event, *unquoted(name, text, meaning))

    def adorned(self, event: Any) -> None:
        if event.anchor:
            self.fault(event, f"`&{visible(event.anchor)}` makes an anchor", "delete it")
        if event.tag:
            self.fault(event, f"`{visible(event.tag)}` is a tag", "delete it")


def unquoted(name: str, text: str, meaning: str) -> tuple[str, str]:
    """Return message and remedy for an unquoted scalar that is not text to other readers."""
    return (
        f"{name} is `{visible(text, 40)}` without quotes, which other readers may take for {meaning}",
        f'write "{visible(text, 40)}"',
    )


def _syntax(error: yaml.YAMLError, first_line: int) -> LineFault:
    mark = getattr(error, "problem_mark", None)
    line = first_line + (mark.line if mark else 0)
    what = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    fix = next((fix for part, fix in _REMEDIES if part in what), _REMEDY)
    return LineFault(line, f"this is no YAML: {visible(what)}", fix)


_REMEDY = "mend the indentation and the quotes of this line or the one above"
_REMEDIES = (
    ("mapping values are not allowed", "put the value in double quotes, or mend the indentation"),
    ("cannot start any token", "put the value in double quotes"),
    ("did not find expected ',' or", "close the bracket, and quote values that hold a comma"),
    ("unexpected end of stream", "close the quotes or brackets opened in this record"),
    ("could not find expected ':'", "write `field: value`"),
    ("did not find expected key", "put the value in double quotes, or mend the indentation"),
)
