"""Laws of whatever reads strangers' bytes: each takes any bytes, and raises if its law is broken."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

from generator import ids
from generator.clean.decode import decode, reread
from generator.clean.html import extract, read_html
from generator.clean.result import Library
from generator.clean.take import Asked, take
from generator.clean.undo import restore
from generator.errors import Refused, visible
from generator.model import Capture
from generator.pages.escape import escape, shown
from generator.record import _as_date
from generator.store import many, regular, yamlfile, yamltext
from generator.store.limits import RECORD, RELEASE
from generator.store.releasefile import to_text
from generator.store.releaseread import read_release
from tests.pages.test_escape import rendered

Target = Callable[[bytes], None]
CONTENT = Path(__file__).parents[2] / "content"
_library: list[Library] = []


def holds(target: Target, data: bytes) -> bool:
    """Return that a law holds of these bytes; it raises if it does not."""
    target(data)
    return True


def decoder(data: bytes) -> None:
    """What is decoded can be decoded again to the character; nothing else than refusal is raised."""
    try:
        found = decode(data, "a.txt")
    except Refused:
        return
    assert reread(data, found.encoding) == found.text


def html(data: bytes) -> None:
    """The text of a page is the one that its recorded extraction gives again."""
    source = data.decode("utf-8", "replace")
    try:
        page = read_html(source, "a.html")
    except Refused:
        return
    assert extract(source, page.extraction, "a.html") == page.text


def cleaner(data: bytes) -> None:
    """Cuts and edits undone are the capture, whatever the capture."""
    if not _library:
        _library.append(many.library(CONTENT))
    try:
        taken = take(data, Asked("a.txt"), _library[0])
    except Refused:
        return
    made = taken.cleaned
    capture = Capture(
        accession="a", file="a.txt", sha256="0" * 64, bytes=len(data), encoding="utf-8",
        release="a", blocks=made.kept, cuts=made.cuts, edits=made.edits, captions=made.captions,
    )  # fmt: skip
    assert restore(made.blocks, capture, taken.text) == taken.text
    assert [block.id for block in made.blocks] == [kept.id for kept in made.kept]


def yaml(data: bytes) -> None:
    """Any text is read or its faults are told; what was read is written and read as the same."""
    text = regular.decode(data, RECORD).text
    if text is None:
        return
    tree = yamlfile.parse(text)
    assert tree.data is not None or tree.faults
    if isinstance(tree.data, dict) and tree.data and not tree.faults:
        again = yamlfile.parse(yamltext.dump(tree.data))
        assert again.data == tree.data, (tree.data, again)


def release(data: bytes) -> None:
    """A release file that is sound is written as a file that reads as the same release."""
    read = read_release(regular.decode(data, RELEASE, prose=True))
    assert read.release is not None or read.faults
    if read.release is None:
        return
    again = read_release(regular.decode(to_text(read.release).encode(), RELEASE, prose=True))
    assert again.release == read.release


def slug(data: bytes) -> None:
    """A slug is an id or empty; it is its own slug; a date that is taken is one in ASCII."""
    text = data.decode("utf-8", "replace")
    made = ids.slug(text)
    assert not made or ids.fault(made) is None, made
    assert ids.slug(made) == made
    assert visible(text, 10_000).isprintable()
    assert ids.collision_key(ids.collision_key(text)) == ids.collision_key(text)
    with contextlib.suppress(ValueError):
        assert _as_date(text).isascii()


def escaper(data: bytes) -> None:
    """What is escaped holds nothing that a template or a browser acts on."""
    text = data.decode("utf-8", "replace")
    made = escape(text)
    assert not any(sign in made for sign in "{<|"), made
    assert "\n" not in made
    assert shown(shown(text)) == shown(text)


def page(data: bytes) -> None:
    """Text that is escaped, and rendered by our Markdown, is that text in one paragraph."""
    text = data.decode("utf-8", "replace")
    if text:
        assert rendered(str(escape(text))) == (shown(text), ["p"]), text


ALL = MappingProxyType(
    {one.__name__: one for one in (decoder, html, cleaner, yaml, release, slug, escaper, page)}
)
