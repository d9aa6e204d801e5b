"""The search index of the finished pages: Pagefind's, in shards; same pages, same bytes.

In `pagefind/` are the program that searches and a folder for each shard; in `search/` the list of
the shards with their tables, and the facets. What a browser does with them is in
`overrides/assets/search`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from sys import intern

from generator.errors import Problem, Refused, visible
from generator.exports.finding.packed import ENDING, packed
from generator.site import bundle, facets, indexer, saved, searched, shards
from generator.site.staged import Staged

FOLDER, TABLES, LIST = "pagefind", "search", f"shards{ENDING}"
_ENGINE = "engine"
_PAGE = re.compile(r"releases/[^/]+/index\.html")
_NOTHING = ("", b'<html lang="en"><body>Nothing</body></html>')
_FORM = f"1 {bundle.VERSION} {indexer.CHUNK}"
"""What the files of a shard depend on besides its pages."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of a page that is searched."""

    address: str
    digest: str
    date: str
    facets: Mapping[str, Sequence[str]]


def index(staged: Staged, lock: int | None = None, kept: Path | None = None) -> None:
    """Put the search index of the releases' pages into a site.

    Args:
        staged: The site, with its pages.
        lock: The descriptor of the build's lock, which Pagefind then holds too.
        kept: A folder for what later builds need not do again.

    Raises:
        Refused: Pagefind failed; what it said is in the message.
    """
    pages = list(_pages(staged, kept))
    # Sorting keeps the order of equals, and no date is less than any.
    pages.sort(key=lambda page: page.date, reverse=True)
    parted = {_name(shard): shard for shard in shards.parted(pages)}
    saved.clear(kept, (*parted, _ENGINE))
    try:
        _put_shards(staged, parted, lock, kept)
    except (indexer.Failed, ValueError, LookupError, TypeError, EOFError) as error:
        raise Refused(
            Problem(
                "pagefind",
                1,
                f"the search index was not made: `{visible(str(error), 300)}`",
                "install the locked requirements anew: delete .venv and run `make build`",
            )
        ) from error
    _put(staged, TABLES, facets.files(pages) | {LIST: _list(staged.folder, pages, parted)})


def _list(site: Path, pages: Sequence[Page], parted: Iterable[str]) -> bytes:
    """Return the list of the shards: `name` and what the table of each says, in the order of days."""
    tables = ((name, (site / FOLDER / name / bundle.TABLE).read_text("utf-8")) for name in parted)
    listed = [{"name": name, **json.loads(table)} for name, table in tables]
    undated = sum(not page.date for page in pages)
    return packed({"version": bundle.VERSION, "undated": undated, "shards": listed})


def _pages(staged: Staged, kept: Path | None) -> Iterator[Page]:
    """Yield the pages to be searched, in the order of their addresses."""
    known, now = saved.read(kept), {}
    for path in sorted(filter(_PAGE.fullmatch, staged.rows)):
        address, digest = path.removesuffix("index.html"), staged.rows[path][0]
        row = known.get(address)
        if not (row and row[0] == digest):
            found = searched.read((staged.folder / path).read_bytes())
            row = [digest, *((found.digest, found.date, found.facets) if found else ())]
        now[address] = row
        if len(row) > 1:
            yield _page(address, *row[1:])
    if now != known:
        saved.write(kept, now)


def _page(address: str, digest: str, date: str, told: Mapping[str, Sequence[str]]) -> Page:
    # Names recur in thousands of pages: one text each.
    values_of = {intern(name): tuple(map(intern, values)) for name, values in told.items()}
    return Page(address, digest, intern(date), values_of)


def _name(shard: Sequence[Page]) -> str:
    told = "\n".join((_FORM, *(f"{page.digest} {page.address}" for page in shard)))
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _put_shards(
    staged: Staged, parted: Mapping[str, Sequence[Page]], lock: int | None, kept: Path | None
) -> None:
    has_engine = saved.take(kept, _ENGINE, staged, f"{FOLDER}/{_ENGINE}")
    for name, shard in parted.items():
        if has_engine and saved.take(kept, name, staged, f"{FOLDER}/{name}"):
            continue
        made = indexer.files(_parts(staged.folder, shard), lock)
        _put(staged, f"{FOLDER}/{name}", bundle.files(made, len(shard)))
        saved.keep(kept, name, staged, f"{FOLDER}/{name}")
        if not has_engine:
            _put(staged, f"{FOLDER}/{_ENGINE}", {bundle.ENGINE: bundle.engine(made)})
            saved.keep(kept, _ENGINE, staged, f"{FOLDER}/{_ENGINE}")
            has_engine = True
    if not has_engine:
        # The browser asks for the program before it knows that nothing is held.
        engine = bundle.engine(indexer.files([_NOTHING], lock))
        _put(staged, f"{FOLDER}/{_ENGINE}", {bundle.ENGINE: engine})


def _parts(site: Path, shard: Sequence[Page]) -> Iterator[tuple[str, bytes]]:
    for page in shard:
        found = searched.read((site / page.address / "index.html").read_bytes())
        if found is None or found.digest != page.digest:
            raise ValueError(f"{page.address} changed while it was read")
        yield page.address, found.part


def _put(staged: Staged, folder: str, files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        staged.put(f"{folder}/{path}", (content,))
