"""What a folded template writes: as few pieces of text as possible, made in as few steps."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jinja2 import nodes
from markupsafe import escape

_SPECIAL = re.compile("[&<>'\"]")
ESCAPED = "escaped, as text"
"""The name under which folded templates find `escaped`."""


def together(several: Iterable[nodes.Node]) -> list[nodes.Node]:
    """Return nodes of which those that write, and follow each other, are one."""
    made: list[nodes.Node] = []
    for node in several:
        last = made[-1] if made else None
        if isinstance(node, nodes.Output) and isinstance(last, nodes.Output):
            last.nodes += node.nodes
        else:
            made.append(node)
    return made


def text(node: nodes.Expr) -> nodes.Expr:
    """Return what is to be written: text where it is known, and where only text is asked for."""
    if isinstance(node, nodes.Const):
        return nodes.TemplateData(str(node.value))
    if isinstance(node, nodes.Filter) and node.name in {"e", "escape"} and not node.args:
        return nodes.Filter(node.node, ESCAPED, [], [], None, None)
    return node


def escaped(value: object) -> str:
    """Return what Jinja's filter `e` writes, but as mere text, which is made faster.

    >>> escaped("a < b"), escaped("a"), escaped(1)
    ('a &lt; b', 'a', '1')
    """
    if type(value) is str and not _SPECIAL.search(value):
        return value
    return str(escape(value))
