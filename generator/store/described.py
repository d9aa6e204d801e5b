"""What the declaration of a record says of its fields in words: for schemas, scaffolds, the model page.

The words are the lines under each field in the class. They are read from the source when they are
wanted; pydantic could keep them, but that takes a tenth of a second at every start of a command.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from generator.record import fields_of

COMMON = {
    "id": "Its permanent name, and its file’s.",
    "language": "The code of a language, as `en`, `ko`, `ru`.",
    "note": "What else a reader should know.",
    "pattern": "What finds it, in RE2’s syntax.",
    "reason": "Why, in words that the apparatus shows.",
    "dates": "How a date is printed there.",
    "sets": "Fields that are known where it is found.",
    "status": "Whether what it finds is stated or inferred.",
    "precision": "How exact a date found there is.",
    "label": "As our pages call it.",
    "words": "The words themselves.",
    "value": "What is claimed.",
}
"""Fields that mean the same in every record."""


@cache
def words_of(record: Any) -> dict[str, str]:
    """Return what is said of each field of a record, also of those it inherits, by its key.

    Args:
        record: The class of a record; its key in YAML is the field's alias, if it has one.
    """
    said: dict[str, str] = {}
    for one in reversed(record.__mro__):
        if one.__module__.startswith("generator."):
            said |= dict(_read(one))
    return {
        field.alias or name: said.get(name) or COMMON.get(name, "")
        for name, field in fields_of(record).items()
    }


def about(record: type[Any]) -> str:
    """Return the first sentence of what a record is."""
    text = inspect.cleandoc(record.__doc__ or "").partition("\n\n")[0]
    return " ".join(text.split())


def _read(record: type[Any]) -> Iterator[tuple[str, str]]:
    body = _classes(record.__module__).get(record.__name__, ())
    for field, after in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            text = _text(after)
            if text:
                yield field.target.id, text


@cache
def _classes(module: str) -> dict[str, list[ast.stmt]]:
    """Return what stands in each class of a module, by its name."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {one.name: one.body for one in tree.body if isinstance(one, ast.ClassDef)}


def _text(node: ast.stmt) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        value = node.value.value
        return " ".join(value.split()) if isinstance(value, str) else ""
    return ""
