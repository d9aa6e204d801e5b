"""The page of the data model: every record a person writes, made from its declaration."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.pages.environment import page
from generator.pages.particulars import Row
from generator.pages.shelves import Group, Listing
from generator.pages.words import Words
from generator.record import fields_of, is_record
from generator.store.declared import leaves
from generator.store.described import about, words_of
from generator.store.schema import declarations, records

PATH = "method/data-model.md"
WHERE = {
    "release": "the head of releases/<year>/<id>.md",
    "capture": "captures/<outlet>/<accession>.yml",
    "outlet": "outlets/<id>.yml",
    "withdrawn": "withdrawn/<id>.yml",
    "profile-sites": "profiles/sites/<id>.yml",
    "profile-agencies": "profiles/agencies/<id>.yml",
}
"""Name of a declaration → where its records stand under content/; the others follow a rule."""
_PLAIN = {str: "text", int: "number", float: "number", bool: "true or false", dict: "mapping"}


def model_pages() -> dict[str, bytes]:
    """Return the page of the data model, by its path."""
    seen: set[type[Any]] = set()
    groups = [
        group
        for name, declared in _in_order()
        for record in records(declared)
        if record not in seen
        for group in _group(name, declared, record, seen)
    ]
    listing = Listing(
        title="Data model",
        byline=f"{len(seen)} kinds of record and of their parts",
        introduction="What stands in the files under content/, field by field. This page and the schemas that editors use "
        "are made from the same declarations that check every file.",
        record=(),
        groups=tuple(groups),
    )
    meta = {
        "title": listing.title,
        "description": listing.introduction,
        "record": "page",
        "source": "",
    }
    return {PATH: page("listing", listing, PATH, meta)}


def _in_order() -> Iterator[tuple[str, Any]]:
    """Yield releases and records first, what few people write last."""
    found = declarations()
    late = [name for name in found if name.startswith(("profile", "vocabulary"))]
    for name in (*(one for one in found if one not in late), *late):
        yield name, found[name]


def _group(name: str, declared: Any, record: Any, seen: set[type[Any]]) -> Iterator[Group]:
    seen.add(record)
    words = words_of(record)
    rows = tuple(
        _row(field.alias or own, field, words[field.alias or own])
        for own, field in fields_of(record).items()
    )
    file = f": {_where(name)}" if record in tuple(leaves(declared)) else ""
    yield Group(f"{_named(record)}{file}", items=((Words(about(record).replace("`", "")),),))
    yield Group("", rows=rows)


def _where(name: str) -> str:
    if name.startswith("vocabulary-"):
        return f"vocabulary/{name.removeprefix('vocabulary-')}.yml, a list"
    return WHERE.get(name, f"authorities/{name}/<id>.yml")


def _named(record: Any) -> str:
    """Return the name of a class in words.

    >>> from generator.model import ReleaseHead
    >>> _named(ReleaseHead)
    'Release head'
    """
    spaced = "".join(f" {each.lower()}" if each.isupper() else each for each in record.__name__)
    return spaced.strip().capitalize()


def _row(key: str, field: FieldInfo, said: str) -> Row:
    needed = "must be there" if field.is_required() else "may be left out"
    return Row(key, ((Words(said.replace("`", "") or "–"),), (Words(f"{_type(field)}; {needed}"),)))


def _type(field: FieldInfo) -> str:
    parts = [field.annotation, *get_args(field.annotation)]
    many = "list of: " if any(get_origin(one) is tuple for one in parts) else ""
    found = dict.fromkeys(_one(leaf) for leaf in leaves(field.annotation))
    return many + " or ".join(found)


def _one(leaf: Any) -> str:
    if get_origin(leaf) is Literal:
        return " | ".join(str(one) for one in get_args(leaf))
    if is_record(leaf):
        return _named(leaf).lower()
    return _PLAIN.get(get_origin(leaf) or leaf, "text")
