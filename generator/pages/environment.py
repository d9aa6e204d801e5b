"""Jinja, set up so that what a template prints is text unless a macro of ours says otherwise."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.pages.escape import escape
from generator.pages.frontmatter import Value, dump

TEMPLATES = Path(__file__).with_name("templates")
_OUR_PATH = re.compile(r"[\w/-]+\.md(?:#[a-z0-9-]+)?")
_SPARE_LINES = re.compile(r"\n{3,}")


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
    )
    made.filters["seen_from"] = seen_from
    made.filters["in_address"] = in_address
    made.filters["within"] = within
    return made


def page(template: str, context: Any, here: str, meta: Mapping[str, Value]) -> bytes:
    """Return a page: front matter, then the template filled from a dataclass.

    Args:
        template: The template's name, without `.md.j2`.
        context: A dataclass instance; its fields are the template's variables.
        here: The page's path in the page tree, from which links are relative.
        meta: The front matter.
    """
    values = {field.name: getattr(context, field.name) for field in fields(context)}
    body = environment().get_template(f"{template}.md.j2").render(values, here=here)
    text = _SPARE_LINES.sub("\n\n", body.strip())
    return f"{dump(meta)}\n\n{text}\n".encode()


def seen_from(path: str, here: str) -> Markup:
    """Return the address of a page of the tree, relative to the page `here`.

    >>> seen_from("people/choe.md", "releases/2024.md"), seen_from("a.md#p7", "a.md")
    (Markup('../people/choe.md'), Markup('#p7'))
    """
    if not _OUR_PATH.fullmatch(path):
        raise ValueError(path)
    target, _, fragment = path.partition("#")
    relative = (
        ""
        if target == here and fragment
        else posixpath.relpath(target, posixpath.dirname(here) or ".")
    )
    return Markup(f"{relative}#{fragment}" if fragment else relative)  # noqa: S704 - matched above


def in_address(address: str) -> Markup:
    """Return an address of the web as Markdown takes it: `words.outward` has made it safe."""
    return Markup(address.replace("&", "&amp;"))  # noqa: S704 - quoted where it was made


def within(text: str, opens: bool = False, closes: bool = False) -> Markup:  # noqa: FBT001, FBT002 - Jinja's call
    """Return escaped text that need not be safe at the beginning or the end of a line."""
    return escape(text, opens=opens, closes=closes)


def _finalize(value: Any) -> Any:
    """Escape every string that a template prints, unless it is Markup already."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return escape(value)
    return value
