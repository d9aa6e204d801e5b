"""Jinja, set up so that what a template prints is text unless a macro of ours says otherwise."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from generator.pages.escape import escape
from generator.pages.frontmatter import Value, dump
from generator.pages.written import anchor, bar, items, line, marked, table, word

TEMPLATES = Path(__file__).with_name("templates")


@cache
def environment() -> Environment:
    """Return the environment of the page templates."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        finalize=_finalize,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    made.filters["within"] = within
    for written in (anchor, bar, items, line, marked, table, word):
        made.globals[written.__name__] = written
    return made


@cache
def _template(name: str) -> Template:
    return environment().get_template(f"{name}.md.j2")


@cache
def name() -> str:
    """Return a name for all templates of pages; others have another one."""
    whole = hashlib.blake2b(digest_size=16)
    for path in sorted(TEMPLATES.iterdir()):
        whole.update(f"{path.name}\n".encode() + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def page(template: str, context: Any, here: str, meta: Mapping[str, Value]) -> bytes:
    """Return a page: front matter, then the template filled from a dataclass.

    Args:
        template: The template's name, without `.md.j2`.
        context: A dataclass instance; its fields are the template's variables.
        here: The page's path in the page tree, from which links are relative.
        meta: The front matter.
    """
    values = {field.name: getattr(context, field.name) for field in fields(context)}
    body = _template(template).render(values, here=here)
    return f"{dump(meta)}\n\n{_without_spare_lines(body.strip())}\n".encode()


def _without_spare_lines(text: str) -> str:
    r"""Return a text in which no two empty lines follow each other.

    >>> _without_spare_lines("a\n\n\n\n\nb\nc")
    'a\n\nb\nc'
    """
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text


def within(text: str, opens: bool = False, closes: bool = False) -> Markup:  # noqa: FBT001, FBT002 - Jinja's call
    """Return escaped text that need not be safe at the beginning or the end of a line."""
    return escape(text, opens=opens, closes=closes)


def _finalize(value: Any) -> Any:
    """Escape every string that a template prints, unless it is Markup already."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return escape(value)
    return value
