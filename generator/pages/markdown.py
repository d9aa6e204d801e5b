"""Our Python-Markdown extension: Markdown that cannot run anything, and that paragraphs can be cited in.

Loaded by name (`generator.pages.markdown`), so that whatever runs Python-Markdown can load it. It
is no MkDocs plugin. What it changes:

- Raw HTML is text. So is a mail address in angle brackets.
- `{#p7}` at the end of a paragraph or heading is its id, and nothing else can be an attribute.
  A numbered paragraph (`p7`) gets its number as a link to itself; of `{#p7 1a2b3c4d}` to
  `#p7-1a2b3c4d`, the place of this wording of it.
- Every heading has an id that does not change when another heading is added; other scripts keep
  their letters. Ids beginning with `site-` are the theme's.
- Links and pictures lead to http, https, mailto and relative addresses; others become text.
- `::: name` … `:::` is a part of the page (see `generator.pages.sections`).
- A table's cell says its alignment by class, not by style.
- `{+}words{/+}`, `{-}words{/-}` and `{=}words{/=}` are added, removed and marked words; `{~3/5}` is a
  bar of three fifths; `{/}` begins a new line. Text of strangers holds no `{` (see `escape`), so it can write none of them.
- `<![` does not stop MkDocs, which feeds Markdown to an HTML parser that asserts.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import render_inner_html, strip_tags, unique
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor
from markdown.util import AMP_SUBSTITUTE, ETX, STX, AtomicString

from generator.pages.sections import SectionProcessor

_GIVEN_ID = re.compile(r" ?\{#([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?: ([0-9a-f]{8}))?\}\s*$")
_NUMBERED = re.compile(r"p([1-9][0-9]*)")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_RESERVED = re.compile(r"site-|[ph][0-9]+$|[0-9]")
# Browsers drop controls and spaces before reading the scheme, and take `\` for `/`.
_IGNORED_BY_BROWSERS = re.compile("[\x00-\x20\x7f-\x9f\\s]")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_ALLOWED_SCHEMES = frozenset({"http", "https", "mailto"})
_ESCAPED = re.compile(
    r"\\(?P<character>[\\`*_\[\]{}()>#+.!|-])|&(?P<reference>(?:lt|amp|#[0-9]{1,7});)"
)
_MARKED = r"\{([-+=])\}((?:.|\n)*?)\{/\1\}"
_MARKS = {"+": "ins", "-": "del", "=": "mark"}
_BAR = r"\{~(\d{1,7})/([1-9]\d{0,6})\}"
_DECLARATION_STAND_IN = f"<{STX}declaration{ETX}"


def allowed(address: str) -> bool:
    r"""Return whether a link may lead to `address`: http, https, mailto, or within the site.

    >>> allowed("https://example.org/"), allowed("../releases/a.md#p7"), allowed("Java\tScript:x")
    (True, True, False)
    """
    plain = _IGNORED_BY_BROWSERS.sub("", html.unescape(address))
    if "\\" in plain or plain.startswith("//"):
        return False
    found = _SCHEME.match(plain)
    return found is None or found[1].lower() in _ALLOWED_SCHEMES


def heading_id(text: str) -> str:
    """Return the id of a heading with this text: its letters and digits, in any script.

    >>> heading_id("How to cite: p. 7"), heading_id("Чхве Сон Хи"), heading_id("2024")
    ('how-to-cite-p-7', 'чхве-сон-хи', 's-2024')
    """
    lowered = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).lower())
    made = "-".join(re.findall(r"[^\W_]+", lowered))[:80].strip("-")
    return f"s-{made}".rstrip("-") if not made or _RESERVED.match(made) else made


class _Escapes(Treeprocessor):
    """Settles escaped characters of a text in one pass, before the inline patterns see it.

    Python-Markdown takes them one by one and copies the text each time, so that 64 kB of brackets
    take half a minute. What is written here it understands as its own marks of settled characters.
    """

    def run(self, root: Element) -> None:
        for element in root.iter():
            element.text = self._settled(element.text)
            element.tail = self._settled(element.tail)

    def _settled(self, text: str | None) -> str | None:
        if not text or isinstance(text, AtomicString):
            return text
        settled = _ESCAPED.sub(_settle, text)
        # Between backticks a backslash is a backslash: such a text is left to the stock patterns.
        return text if "`" in settled else settled


def _settle(escaped: re.Match[str]) -> str:
    if reference := escaped["reference"]:
        return f"{AMP_SUBSTITUTE}{reference}"
    return f"{STX}{ord(escaped['character'])}{ETX}"


class _Marks(InlineProcessor):
    """Words that were added or removed between two texts, or that are marked."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override] # noqa: ARG002, N802 - the signature is Python-Markdown's
        element = Element(_MARKS[m[1]])
        element.text = m[2]
        return element, m.start(0), m.end(0)


class _Bars(InlineProcessor):
    """A number out of a number, as a bar that says itself in words."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override] # noqa: ARG002, N802 - the signature is Python-Markdown's
        words = f"{m[1]} of {m[2]}"
        element = Element("meter", {"min": "0", "max": m[2], "value": m[1], "aria-label": words})
        element.text = AtomicString(words)
        return element, m.start(0), m.end(0)


class _Breaks(InlineProcessor):
    """A new line within a paragraph."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override] # noqa: ARG002, N802 - the signature is Python-Markdown's
        return Element("br"), m.start(0), m.end(0)


class _Ids(Treeprocessor):
    """Gives paragraphs and headings their ids, and numbered paragraphs their numbers."""

    def run(self, root: Element) -> None:
        taken: set[str] = set()
        blocks = [each for each in root.iter() if each.tag == "p" or each.tag in _HEADINGS]
        hashes: dict[str, str] = {}
        for block in blocks:
            given, wording = self._take(block)
            if given and given not in taken:
                taken.add(given)
                block.set("id", given)
                if wording and (cited := f"{given}-{wording}") not in taken:
                    taken.add(cited)
                    hashes[given] = cited
        for block in blocks:
            if block.tag in _HEADINGS and "id" not in block.attrib:
                block.set("id", unique(heading_id(self._text(block)), taken))
        for block in blocks:
            if block.tag == "p" and (found := _NUMBERED.fullmatch(block.get("id", ""))):
                self._number(block, found[1], hashes.get(found[0]))

    def _take(self, block: Element) -> tuple[str | None, str | None]:
        last = block[-1] if len(block) else None
        text = (block.text if last is None else last.tail) or ""
        found = _GIVEN_ID.search(text)
        if not found or found[1].startswith("site-"):
            return None, None
        if last is None:
            block.text = text[: found.start()]
        else:
            last.tail = text[: found.start()]
        return found[1], found[2]

    def _text(self, block: Element) -> str:
        raw = UnescapeTreeprocessor().unescape(render_inner_html(block, self.md))
        return html.unescape(strip_tags(raw))

    def _number(self, block: Element, number: str, cited: str | None) -> None:
        link = Element(
            "a",
            {"class": "number", "href": f"#{cited or f'p{number}'}", "data-pagefind-ignore": ""},
        )
        if cited:
            link.set("id", cited)
        link.text, link.tail, block.text = number, block.text, None
        block.insert(0, link)


class _Addresses(Treeprocessor):
    """Turns links and pictures with an address that is not allowed into their text."""

    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for child in list(parent):
                key = {"a": "href", "img": "src"}.get(child.tag)
                if key and not allowed(self._address(child, key)):
                    self._as_text(child, key)

    def _address(self, element: Element, key: str) -> str:
        # As a browser will have it, once Python-Markdown has put its marks back.
        written = element.get(key, "").replace(AMP_SUBSTITUTE, "&")
        return UnescapeTreeprocessor().unescape(written)

    def _as_text(self, element: Element, key: str) -> None:
        address, words = element.get(key, ""), element.get("alt")
        element.tag = "span"
        element.attrib.clear()
        if words:
            element.text = words
        last = element[-1] if len(element) else None
        if last is None:
            element.text = f"{element.text or ''} ({address})"
        else:
            last.tail = f"{last.tail or ''} ({address})"


class _Alignment(Treeprocessor):
    """Says the alignment of a table's cells by class: the pages allow no style in a tag."""

    def run(self, root: Element) -> None:
        for cell in root.iter():
            if cell.tag in {"th", "td"} and (side := cell.attrib.pop("align", "")):
                cell.set("class", side)


class _HideDeclarations(Preprocessor):
    """Hides `<![` while MkDocs feeds the page to `html.parser`, which asserts on it."""

    def run(self, lines: list[str]) -> list[str]:
        return [line.replace("<![", f"{_DECLARATION_STAND_IN}[") for line in lines]


class _ShowDeclarations(Postprocessor):
    """Puts `<![` back, as text."""

    def run(self, text: str) -> str:
        stand_in = _DECLARATION_STAND_IN
        for written in (stand_in, stand_in.replace("<", "&lt;")):
            text = text.replace(written, "&lt;!")
        return text


class SafeMarkdown(Extension):
    """Markdown for pages that quote strangers."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Take away what can act; add ids, numbers and parts of the page."""
        md.registerExtensions(
            ["tables", "fenced_code", "def_list"],
            # A `style` attribute would be against the policy of the pages.
            {"tables": {"use_align_attribute": True}},
        )
        md.preprocessors.deregister("html_block", strict=False)
        for pattern in ("html", "automail"):
            md.inlinePatterns.deregister(pattern, strict=False)
        md.preprocessors.register(_HideDeclarations(md), "hide_declarations", 29)
        md.postprocessors.register(_ShowDeclarations(md), "show_declarations", 1)
        md.parser.blockprocessors.register(SectionProcessor(md.parser), "section", 110)
        md.treeprocessors.register(_Escapes(md), "escapes", 25)
        md.inlinePatterns.register(_Marks(_MARKED, md), "marks", 175)
        md.inlinePatterns.register(_Breaks(r"\{/\}", md), "breaks", 173)
        md.inlinePatterns.register(_Bars(_BAR, md), "bars", 174)
        md.treeprocessors.register(_Alignment(md), "alignment", 17)
        md.treeprocessors.register(_Addresses(md), "addresses", 16)
        md.treeprocessors.register(_Ids(md), "ids", 15)


def makeExtension(**settings: Any) -> SafeMarkdown:  # noqa: N802 - Python-Markdown looks for it
    """Return the extension; Python-Markdown calls this when it loads the module by name."""
    return SafeMarkdown(**settings)
