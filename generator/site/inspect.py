"""The inspection of a finished site, before it goes live: nothing dead, nothing active, nothing foreign.

It reads what MkDocs wrote as a browser will, so it holds whatever made the pages: what the escaping
before MkDocs missed, and what MkDocs' strict mode does not see, is found here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.crew import Alone, Crew
from generator.errors import Problem, visible
from generator.kept.shelf import Nowhere
from generator.site import allowed, links, sound
from generator.site.last import Book
from generator.site.staged import Staged
from generator.site.tags import Malformed, Tag, tags

# Kinds of file that a browser runs or draws with their own scripts and addresses.
_ACTIVE = re.compile(
    r".*\.(?:js|mjs|cjs|css|svg|svgz|xml|xht|xhtml|htm|shtml|swf|wasm|php)", re.IGNORECASE
)
_FOREIGN_STYLE = re.compile(
    rb"(?:url\(\s*['\"]?\s*|@import\s*['\"]\s*)(?:[a-z]+:)?//", re.IGNORECASE
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_ALONE, _NOWHERE = Alone(), Nowhere()


@dataclass(frozen=True, slots=True)
class _Page:
    """What the inspection keeps of one page."""

    ids: frozenset[str]
    addresses: tuple[tuple[str, int], ...]
    """Relative addresses with their offsets, each address once."""
    faults: tuple[tuple[str, int], ...]
    """Sentences with their offsets."""


def strangers(staged: Staged, own: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a fault for each active file that is not byte for byte ours, or calls other hosts.

    To be called on what MkDocs wrote, before search index and data files join it: their folders
    must then be free of active files too.

    Args:
        staged: The site so far.
        own: SHA-256 of each active file of the theme and the overrides, by its path.
    """
    for path in sorted(filter(_ACTIVE.fullmatch, staged.rows)):
        if own.get(path) != staged.rows[path][0]:
            yield _problem(path, 1, f"active file `{visible(path)}` is none of the site's own")
        style = (staged.folder / path).read_bytes() if path.endswith(".css") else b""
        if found := _FOREIGN_STYLE.search(style):
            told = visible(found[0].decode("ascii", "replace"))
            yield _problem(path, 1, f"style asks another host: `{told}`")


def faults(
    staged: Staged,
    root: str = "/",
    crew: Crew = _ALONE,
    book: Book | None = None,
    shelf: Nowhere = _NOWHERE,
) -> Iterator[Problem]:
    """Yield every fault of the finished pages; the same fault on many pages is told once.

    Args:
        staged: The site, with its data files, search index and manifest.
        root: The path under which the site is published.
        crew: Who looks, on this machine; where something is wrong, this process finds it.
        book: What is known of the pages since they were made.
        shelf: Where a good inspection is kept for the next, under the name of the program.
    """
    if not sound.is_so(staged, root, sound.Means(_plain, crew, book, shelf)):
        yield from _found(staged.folder, sorted(staged.rows), root)


def _plain(path: Path) -> tuple[Collection[str], Collection[str]] | None:
    page = _read(path)
    return None if page.faults else (page.ids, [address for address, _ in page.addresses])


def _found(site: Path, paths: Collection[str], root: str) -> Iterator[Problem]:
    """Yield every fault, with its place."""
    pages = {path: _read(site / path) for path in paths if path.endswith(".html")}
    ids = {path: pages[path].ids if path in pages else None for path in paths}
    found = Counter[str]()
    first: dict[str, tuple[str, int]] = {}
    for path, offset, sentence in _of_pages(pages, ids, root):
        found[sentence] += 1
        first.setdefault(sentence, (path, offset))
    for sentence, (path, offset) in first.items():
        more = f", and {found[sentence] - 1} times more" if found[sentence] > 1 else ""
        line = _text(site / path).count("\n", 0, offset) + 1
        yield _problem(path, line, sentence + more)


def _problem(path: str, line: int, sentence: str) -> Problem:
    return Problem(f"site/{visible(path)}", line, sentence, _FIX)


_FIX = "mend the record, page or template that writes it; the last good site is still in place"


def _of_pages(
    pages: Mapping[str, _Page], ids: Mapping[str, Collection[str] | None], root: str
) -> Iterator[tuple[str, int, str]]:
    for path, page in pages.items():
        yield from ((path, offset, sentence) for sentence, offset in page.faults)
        for address, offset in page.addresses:
            # Only the page for lost addresses is shown at any depth; a mirror moves the others.
            if address.startswith("/") and path != "404.html":
                yield path, offset, f"link `{visible(address)}` breaks where the site is moved"
            else:
                yield from ((path, offset, told) for told in links.faults(path, address, root, ids))


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")


def _read(path: Path) -> _Page:
    """Read one page: what is wrong in it by itself, its ids, and the addresses to be resolved."""
    text = _text(path)
    wrong: list[tuple[str, int]] = []
    names: list[str] = []
    addresses: dict[str, int] = {}
    if found := _CONTROL.search(text):
        wrong.append((f"control character `{visible(found[0])}`", found.start()))
    try:
        for tag in tags(text):
            wrong += ((sentence, tag.offset) for sentence in allowed.faults(tag))
            names += (value for key, value in tag.attributes if key == "id")
            for address in _relative(tag):
                addresses.setdefault(address, tag.offset)
    except Malformed as broken:
        excerpt = visible(text[broken.offset : broken.offset + 40])
        wrong.append((f"`{excerpt}` begins no plain tag", broken.offset))
    twice = (name for name, times in Counter(names).items() if times > 1)
    wrong += ((f"id `{visible(name)}` stands twice on the page", 0) for name in twice)
    return _Page(frozenset(names), tuple(addresses.items()), tuple(wrong))


def _relative(tag: Tag) -> Iterator[str]:
    for _, address in allowed.addresses(tag):
        if not allowed.is_absolute(address):
            yield address
