"""A record to fill in: its fields in order, each with what it means and what may stand there."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from generator import record
from generator.authority import FOLDERS
from generator.store import yamltext
from generator.store.declared import leaves
from generator.store.described import about, words_of
from generator.store.schema import declarations

FOLDER_OF = {
    **{name: f"authorities/{name}" for name in FOLDERS},
    "outlet": "outlets",
    "withdrawn": "withdrawn",
    "profile-sites": "profiles/sites",
    "profile-agencies": "profiles/agencies",
}
"""Name of a declaration → folder under content/ of its records."""
KINDS = {
    **{name: name for name in FOLDERS},
    "person": "people", "organisation": "organisations", "place": "places", "event": "events",
    "instrument": "instruments", "formula": "formulae", "outlet": "outlet", "outlets": "outlet",
    "withdrawal": "withdrawn", "site-profile": "profile-sites", "agency-profile": "profile-agencies",
}  # fmt: skip
"""What a person may call a kind of record → name of its declaration."""
_WIDTH = 98


def path_of(kind: str, key: str) -> str:
    """Return the path under content/ of a record."""
    return f"{FOLDER_OF[KINDS[kind]]}/{key}.yml"


def text_of(kind: str, key: str) -> str:
    """Return a record to fill in, as YAML with comments.

    What must be filled in stands there empty, so that `check` says what is still missing; the
    rest stands behind `#`; what explains it behind `##`.

    Args:
        kind: One of `KINDS`.
        key: The record's id.
    """
    name = KINDS[kind]
    declared: Any = declarations()[name]
    up = "../" * path_of(kind, key).count("/")
    fields = record.fields_of(declared)
    needed = [one for one in fields if one != "id" and fields[one].is_required()]
    parts = [
        f"# yaml-language-server: $schema={up}../schemas/{name}.json",
        *_comment(about(declared)),
        "## Fill in what is empty. Take away the `# ` before what else you know. Delete the rest.",
        "",
        f"id: {yamltext.scalar(key)}",
        *(line for one in needed for line in ("", *_field(declared, one))),
        *(
            line
            for one in fields
            if one not in (*needed, "id", "formerly")
            for line in ("", *_optional(declared, one))
        ),
    ]
    return "\n".join(parts) + "\n"


def _comment(text: str) -> list[str]:
    return [f"## {line}" for line in textwrap.wrap(text, _WIDTH)]


def _field(declared: Any, name: str) -> Iterator[str]:
    """Yield a field's meaning, then the field with an empty value."""
    field = record.fields_of(declared)[name]
    key = field.alias or name
    yield from _comment(f"{words_of(declared)[key]}{_choices(field)}")
    inner = _inner(field)
    if inner is None:
        yield f"{key}: {_empty(field)}"
        return
    yield f"{key}:"
    lead = "  - " if _is_list(field) else "  "
    for one, part in record.fields_of(inner).items():
        if part.is_required() or _inner(part) is None:
            said = part.alias or one
            yield f"{lead}{said}: {_empty(part)}  # {words_of(inner)[said]}{_choices(part)}"
            lead = "    " if _is_list(field) else "  "


def _optional(declared: Any, name: str) -> Iterator[str]:
    for line in _field(declared, name):
        yield line if line.startswith("## ") else f"# {line}"


def _choices(field: FieldInfo) -> str:
    """Return what may stand in a field, if that is a closed list or a form of its own."""
    literals = [one for one in leaves(field.annotation) if get_origin(one) is Literal]
    if literals:
        return f" One of: {', '.join(str(one) for part in literals for one in get_args(part))}."
    if bool in tuple(leaves(field.annotation)):
        return " `true` or `false`."
    return ' As "2024", "2024-11" or "2024-11-02".' if _is_date(field) else ""


def _is_date(field: FieldInfo) -> bool:
    dated = record.DateText in get_args(field.annotation)
    return dated or get_args(record.DateText)[1] in field.metadata


def _inner(field: FieldInfo) -> Any:
    """Return the record that a field holds, one or many; None if it holds text."""
    return next((one for one in leaves(field.annotation) if record.is_record(one)), None)


def _is_list(field: FieldInfo) -> bool:
    parts = (field.annotation, *get_args(field.annotation))
    return any(get_origin(part) is tuple for part in parts)


def _empty(field: FieldInfo) -> str:
    return "[]" if _is_list(field) else '""'
