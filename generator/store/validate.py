"""A tree of strings → a record, or every fault in it with its line and remedy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator import ids
from generator.errors import visible
from generator.nearest import nearest
from generator.record import checked
from generator.store.declared import fields_at, types_at
from generator.store.fault import LineFault
from generator.store.regular import named
from generator.store.regular import unseen as first_unseen
from generator.store.yamlfile import Loc, Tree, unquoted

T = TypeVar("T")

PROSE = frozenset({"note", "statement", "definition", "reason"})
"""Fields that may have several lines."""

AS_PRINTED = frozenset({"from", "to", "text", "capture", "blocks", "captions", "pattern"})
"""Fields that quote a source, or what must match it, to the character."""


_CANONICAL = re.compile(r"true|false|-?(?:0|[1-9]\d*)(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Checked(Generic[T]):
    """A record if it is sound, with what is wrong."""

    value: T | None
    faults: tuple[LineFault, ...]


def validate(declared: type[T], tree: Tree) -> Checked[T]:
    """Return what `tree` says as a value of the type `declared`.

    Args:
        declared: A record's class, or a list of one.
        tree: What the YAML text says.
    """
    faults = list(tree.faults)
    if tree.data is None:
        return Checked(None, tuple(faults))
    faults += _bare_faults(declared, tree)
    faults += _unseen_faults(tree)
    value = None
    try:
        value = checked(declared, tree.data)
    except ValidationError as error:
        told = set()
        for details in error.errors(include_url=False):
            fault = _fault(declared, tree, details)
            # A faulty value in a union is told once for each member.
            if (fault.line, fault.message) not in told:
                told.add((fault.line, fault.message))
                faults.append(fault)
    return Checked(None if faults else value, tuple(faults))


def names_of(loc: Loc) -> tuple[str, ...]:
    """Return the keys of a place, without the indices of lists."""
    return tuple(part for part in loc if isinstance(part, str))


def called(loc: Loc) -> str:
    """Return how a message names a place: its field, or which entry of its field.

    >>> called(("cuts", 2, "rule")), called(("events", 0))
    ('`rule`', 'entry 1 of `events`')
    """
    if not loc:
        return "the record"
    last = loc[-1]
    if isinstance(last, str):
        return f"`{visible(last, 40)}`"
    names = names_of(loc)
    return f"entry {last + 1}" + (f" of `{visible(names[-1], 40)}`" if names else "")


def at(data: Any, loc: Loc) -> Any:
    """Return the value that stands at `loc` in mappings and lists."""
    for part in loc:
        data = data[part]
    return data


def _text_at(tree: Tree, loc: Loc) -> str | None:
    """Return the text at a place; None if a field that stands twice has put another value there."""
    try:
        found = at(tree.data, loc)
    except (LookupError, TypeError):
        return None
    return found if isinstance(found, str) else None


def _bare_faults(declared: Any, tree: Tree) -> Iterator[LineFault]:
    for loc, meaning in tree.bare:
        text = _text_at(tree, loc)
        if text is None:
            continue
        types = types_at(declared, names_of(loc))
        if not types:
            continue
        is_truth = meaning == "a truth value"
        if not (bool in types if is_truth else int in types or float in types):
            yield LineFault(tree.line(loc), *unquoted(called(loc), text, meaning))
        elif not _CANONICAL.fullmatch(text):
            # Other readers take 010 for eight, and 1_000 or 1e3 for what they like.
            fix = "write true or false" if is_truth else "write the number in plain digits"
            yield LineFault(tree.line(loc), f"{called(loc)} is `{visible(text, 40)}`", fix)


def _unseen_faults(tree: Tree) -> Iterator[LineFault]:
    for loc in tree.unseen:
        names = frozenset(names_of(loc))
        if names & AS_PRINTED:
            continue
        text = _text_at(tree, loc)
        if text is None:
            continue
        if not text.strip():
            yield LineFault(tree.line(loc), f"{called(loc)} is blank", "write it, or delete it")
            continue
        if names & PROSE:
            text = text.replace("\n", "")
        if found := first_unseen(text):
            what = "a line break" if found == "\n" else named(found)
            message = f"{called(loc)} holds {what}: `{visible(text, 40)}`"
            yield LineFault(tree.line(loc), message, "delete it")


def _fault(declared: Any, tree: Tree, details: ErrorDetails) -> LineFault:
    loc: Loc = tuple(details["loc"])
    if details["type"] not in ("missing", "unexpected_keyword_argument"):
        # Of `published: "2024-13-01"` pydantic says that `value` is no date.
        while loc and loc not in tree.lines:
            loc = loc[:-1]
    teller = _TELLERS.get(details["type"], _other)
    message, fix = teller(_Place(declared, loc, details))
    return LineFault(tree.line(loc), message, fix)


@dataclass(frozen=True, slots=True)
class _Place:
    """One finding of pydantic's, and where it was made."""

    declared: Any
    loc: Loc
    details: ErrorDetails

    @property
    def name(self) -> str:
        return called(self.loc)

    @property
    def value(self) -> str:
        return visible(str(self.details["input"]), 60)

    @property
    def known(self) -> tuple[str, ...]:
        return fields_at(self.declared, names_of(self.loc[:-1]))

    def context(self, key: str) -> Any:
        return self.details.get("ctx", {}).get(key)


Told = tuple[str, str]


def _missing(place: _Place) -> Told:
    field = place.loc[-1] if place.loc else ""
    return f"{place.name} is missing", f"add a line `{field}: …`"


def _unknown(place: _Place) -> Told:
    meant = nearest(str(place.loc[-1]), place.known)
    fix = f"write `{meant}`" if meant else f"delete it; known are {', '.join(place.known)}"
    return f"unknown field {place.name}", fix


def _literal(place: _Place) -> Told:
    expected = str(place.context("expected")).replace("'", "")
    return f"{place.name} is `{place.value}`", f"write one of {expected}"


def _own(place: _Place) -> Told:
    """Tell what one of our own validators found: `what is wrong; how to mend it`."""
    sentence = visible(str(place.context("error")), 400)
    text = place.details["input"]
    why = ids.fault(text) if isinstance(text, str) else None
    if why and sentence.endswith(why):
        proposed = ids.slug(text)
        fix = f"write `{proposed}`" if proposed else f"correct {place.name}"
        return f"{place.name} {why}: `{visible(text, 60)}`", fix
    message, _, fix = sentence.partition("; ")
    return f"{place.name}: {message}", fix or f"correct {place.name}"


def _not_text(place: _Place) -> Told:
    return f"{place.name} is no single text", f"write one value after {place.name}, in a line"


def _not_list(place: _Place) -> Told:
    return f"{place.name} is no list", f"write {place.name} as `[a, b]`, or an entry a line"


def _not_mapping(place: _Place) -> Told:
    names = names_of(place.loc)
    fields = fields_at(place.declared, names, required=True) or fields_at(place.declared, names)
    hint = f": {', '.join(fields)}" if fields else ""
    return f"{place.name} has no fields", f"write its fields as `field: value`{hint}"


def _not_number(place: _Place) -> Told:
    return f"{place.name} is `{place.value}`", "write a number in digits"


def _not_truth(place: _Place) -> Told:
    return f"{place.name} is `{place.value}`", "write true or false"


def _empty(place: _Place) -> Told:
    *above, last = names_of(place.loc) or ("",)
    needed = fields_at(place.declared, tuple(above), required=True)
    return (
        f"{place.name} is empty",
        "write it" if last in needed else "write it, or delete the line",
    )


def _misshapen(place: _Place) -> Told:
    shape = place.context("pattern")
    return f"{place.name} is `{place.value}`", f"write what fits `{shape}`"


def _other(place: _Place) -> Told:
    said = place.details["msg"]
    return f"{place.name} is `{place.value}`: {said[:1].lower()}{said[1:]}", f"correct {place.name}"


_TELLERS: dict[str, Callable[[_Place], Told]] = {
    "missing": _missing,
    "unexpected_keyword_argument": _unknown,
    "literal_error": _literal,
    "value_error": _own,
    "string_type": _not_text,
    "tuple_type": _not_list,
    "dataclass_type": _not_mapping,
    "dict_type": _not_mapping,
    "int_parsing": _not_number,
    "float_parsing": _not_number,
    "bool_parsing": _not_truth,
    "string_pattern_mismatch": _misshapen,
    "string_too_short": _empty,
    "too_short": _empty,
}
