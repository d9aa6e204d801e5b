"""Elements → lines, as a browser lays text out: what starts a line, what is not shown.

Source: HTML Standard, "The innerText getter"; CSS Text 3, "White Space Processing".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml.etree import _Element as Element
from lxml.etree import iterwalk

# What a browser does not show as text of the page, or shows as a field to fill in or as a menu.
# Words on buttons stay: headings of folded sections are buttons.
LEFT_OUT = frozenset(
    {
        "head", "script", "style", "noscript", "template", "nav", "svg", "iframe", "object",
        "embed", "applet", "audio", "video", "canvas", "select", "datalist", "textarea",
        "input", "progress", "meter", "dialog", "frameset", "noframes", "rp",
    }
)  # fmt: skip
# A blank line stands before and after these; before and after other blocks only a line ends.
_APART = frozenset(
    {
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol", "dl",
        "table", "figure", "hr",
    }
)  # fmt: skip
_BLOCKS = _APART | frozenset(
    {
        "address", "article", "aside", "body", "caption", "center", "dd", "details", "dir",
        "div", "dt", "fieldset", "figcaption", "footer", "form", "header", "hgroup", "html",
        "legend", "li", "listing", "main", "menu", "optgroup", "search", "section",
        "summary", "tbody", "tfoot", "thead", "tr", "xmp",
    }
)  # fmt: skip
_PREFORMATTED = frozenset(["pre", "listing", "xmp"])
_SPACE = re.compile("[ \t\n\r\f]+")


@dataclass(slots=True)
class Writer:
    """The lines written so far, and the line being written."""

    lines: list[str] = field(default_factory=list)
    headings: set[int] = field(default_factory=set)
    line: str = ""
    gap: int = 0
    in_heading: bool = False

    def write(self, text: str, *, exact: bool) -> None:
        """Add characters to the line: as they are, or with white space collapsed."""
        if exact:
            first, *rest = re.split("\r\n|\r|\n", text)
            self.line += first
            for piece in rest:
                self.end(1 if self.line.strip() else 2)
                self.line = piece
            return
        flat = _SPACE.sub(" ", text)
        self.line += flat.lstrip(" ") if self.line[-1:] in ("", " ", "\t") else flat

    def end(self, gap: int) -> None:
        """End the line; `gap` 2 asks for a blank line before the next."""
        line = self.line.strip(" \t\r\n\f")
        self.line = ""
        if line:
            if self.gap > 1 and self.lines:
                self.lines.append("")
            self.gap = 0
            if self.in_heading:
                self.headings.add(len(self.lines))
            self.lines.append(line)
        self.gap = max(self.gap, gap)


def walk(element: Element, writer: Writer, drop: frozenset[Element]) -> None:
    """Write the text of an element and all below it, but what is left out or in `drop`."""
    steps = iterwalk(element, events=("start", "end", "comment", "pi"))
    exact = 0
    for event, node in steps:
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            if _left_out(node, tag, drop):
                # The words before and after a block that is left out are not one sentence.
                _end_block("p" if tag == "nav" else tag, writer)
                steps.skip_subtree()
                continue
            exact += tag in _PREFORMATTED
            _open(tag, writer)
            writer.write(node.text or "", exact=exact > 0)
            continue
        if tag and not _left_out(node, tag, drop):
            exact -= tag in _PREFORMATTED
            _close(tag, writer)
        if node is not element:
            writer.write(node.tail or "", exact=exact > 0)


def _left_out(node: Element, tag: str, drop: frozenset[Element]) -> bool:
    # What is "hidden until found" is shown to whoever looks for it.
    hidden = node.get("hidden", "until-found") != "until-found"
    return tag in LEFT_OUT or hidden or node in drop


def _open(tag: str, writer: Writer) -> None:
    if tag == "br":
        writer.end(1 if writer.line.strip() else 2)
    _end_block(tag, writer)
    if tag in {"td", "th"} and writer.line.strip():
        writer.line = writer.line.rstrip(" ") + "\t"
    writer.in_heading = writer.in_heading or _is_heading(tag)


def _end_block(tag: str, writer: Writer) -> None:
    if tag in _BLOCKS:
        writer.end(2 if tag in _APART else 1)


def _close(tag: str, writer: Writer) -> None:
    _end_block(tag, writer)
    if _is_heading(tag):
        writer.in_heading = False


def _is_heading(tag: str) -> bool:
    return len(tag) == 2 and tag[0] == "h" and tag[1] in "123456"
