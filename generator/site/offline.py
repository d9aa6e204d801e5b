"""The whole site as one file to keep: a zip whose pages lead to each other from a folder.

A folder has no server that turns `x/` into `x/index.html`, so every link that leads to a folder
names its page. Browsers let no script of a folder read the index of the search; a simpler search
takes its place (see `folder`). The same site gives the same zip, from the same zlib.
"""

from __future__ import annotations

import html
import io
import re
import shutil
import zipfile
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from generator.crew import Alone, Crew
from generator.site import allowed, folder, manifest
from generator.site.tags import Malformed, tags

NAME = "data/site.zip"
TOP = "communique"
"""The folder that the zip unpacks into."""
READ_ME = (
    "Communiqué, a research archive of diplomatic releases.\n\n"
    "Open index.html in this folder. Every page and every link works without a network. The search\n"
    "knows words, phrases and names; for all that it does, and for the concordance, run\n"
    "`python3 -m http.server` here and open http://127.0.0.1:8000/.\n"
)
# Not for a folder: what only a server or a crawler reads, the index of the search, this file.
_LEFT_OUT = (
    "pagefind/",
    "_headers",
    "_redirects",
    "_redirects.nginx",
    "robots.txt",
    "sitemap",
    "opensearch.xml",
    NAME,
    manifest.NAME,
)
# The zip format knows no time before 1980; no clock, so that the same site gives the same bytes.
_TIME = (1980, 1, 1, 0, 0, 0)
_BATCH, _LARGE = 64, 1 << 22
"""Files that are packed at a time; bytes of a file that is not held whole."""
_Part = tuple[bytes, list[zipfile.ZipInfo]]
_ALONE = Alone()
_PACKED = (".png", ".woff2", ".zip")
# What browsers refuse to load beside a page without a server, and would complain of.
_SERVED = re.compile(
    r'<link rel="(?:preload|modulepreload|search)"[^<>]*>|<script type="module"[^<>]*></script>'
)
# On the page of the search another script takes the place of those that need a server.
_SEARCH = re.compile(r'<script type="module" src="([^"<>]*assets/search/)search\.js"></script>')
_IN_FOLDER = r'<script defer src="texts.js"></script><script defer src="\1folder.js"></script>'
_QUOTED = re.compile(r"([\"'])(.*?)\1")
# The elements whose addresses a browser follows, or a script of ours.
_FOLLOWED = re.compile(r"<(?:a|area|link|form|body|search)\s[^<>]*>")
_PLAIN = re.compile(
    r'(<a(?: (?:class|data-pagefind-ignore)="[^"<>]*")* href=")'
    r'([^"&<>?#:\\]*)([?#][^"&<>\\]*)?("[^<>=]*>)'
)
# Without it no address in a tag leads to a folder.
_FOLDER = re.compile(r"[/.][\s\"'#?>]")
_LINKING = frozenset(("href", "action", "data-search"))


def write(site: Path, crew: Crew = _ALONE) -> None:
    """Write the zip of the finished `site` into it.

    Args:
        site: The folder of HTML and data files.
        crew: Who packs the files, on this machine.
    """
    with zipfile.ZipFile(site / NAME, "w") as kept:
        _add(kept, "README.txt", READ_ME.encode())
        if script := folder.texts(site):
            _add(kept, folder.NAME, script)
        for packed in crew.each(_packed, site, _batches(site)):
            if isinstance(packed, str):
                _add_large(kept, site, packed)
            else:
                _join(kept, *packed)


def _batches(site: Path) -> Iterator[list[str]]:
    """Yield the files to be packed, in their order; a large one comes alone."""
    batch: list[str] = []
    for path in manifest.files(site):
        if path.startswith(_LEFT_OUT):
            continue
        large = _is_large(site, path)
        if batch and (large or len(batch) == _BATCH):
            yield batch
            batch = []
        batch.append(path)
        if large:
            yield batch
            batch = []
    if batch:
        yield batch


def _is_large(site: Path, path: str) -> bool:
    return (site / path).stat().st_size > _LARGE


def _packed(site: Path, paths: Sequence[str]) -> _Part | str:
    """Return a zip of its own with these files; the path of a large one, which is left alone."""
    if len(paths) == 1 and _is_large(site, paths[0]):
        return paths[0]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as part:
        for path in paths:
            content = (site / path).read_bytes()
            _add(part, path, _page(content) if path.endswith(".html") else content)
        end = part.start_dir
    return made.getvalue()[:end], part.infolist()


def _join(kept: zipfile.ZipFile, content: bytes, entries: Sequence[zipfile.ZipInfo]) -> None:
    """Put the files of a zip, without its directory, behind those of another."""
    begin = kept.start_dir
    if kept.fp is None:
        raise ValueError("the zip is closed")
    kept.fp.seek(begin)
    kept.fp.write(content)
    for entry in entries:
        entry.header_offset += begin
        kept.filelist.append(entry)
        kept.NameToInfo[entry.filename] = entry
    kept.start_dir = kept.fp.tell()


def _entry(path: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(f"{TOP}/{path}", _TIME)
    entry.external_attr = 0o644 << 16
    entry.create_system = 3  # Unix, whatever system wrote it
    entry.compress_type = zipfile.ZIP_STORED if path.endswith(_PACKED) else zipfile.ZIP_DEFLATED
    return entry


def _add(kept: zipfile.ZipFile, path: str, content: bytes) -> None:
    kept.writestr(_entry(path), content)


def _add_large(kept: zipfile.ZipFile, site: Path, path: str) -> None:
    """Add a file without holding all of it."""
    entry = _entry(path)
    entry.file_size = (site / path).stat().st_size
    with (site / path).open("rb") as source, kept.open(entry, "w") as target:
        shutil.copyfileobj(source, target, 1 << 20)


def _page(content: bytes) -> bytes:
    page = _SEARCH.sub(_IN_FOLDER, content.decode())
    return linked(_SERVED.sub("", page)).encode()


def linked(page: str) -> str:
    """Return a page whose relative links to folders name the page in them.

    >>> linked('<a href="../x/#p1">x</a> <a href=".">y</a> <a href="https://a.example/">z</a>')
    '<a href="../x/index.html#p1">x</a> <a href="./index.html">y</a> <a href="https://a.example/">z</a>'
    """
    return _FOLLOWED.sub(_changed, page)


def _changed(found: re.Match[str]) -> str:
    tag = found[0]
    if plain := _PLAIN.fullmatch(tag):
        before, path, rest, after = plain.groups("")
        return tag if path.startswith("/") else f"{before}{_page_of(path)}{rest}{after}"
    if not _FOLDER.search(tag):
        return tag
    try:
        return _strictly(tag)
    except Malformed:  # the inspection says so
        return tag


@lru_cache(maxsize=1 << 10)
def _strictly(tag: str) -> str:
    parts: list[str] = []
    at = 0
    for start, end, address in _addresses(tag):
        parts += (tag[at:start], address)
        at = end
    return "".join((*parts, tag[at:]))


def _addresses(page: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each address to be changed stands, and what it becomes."""
    for tag in tags(page):
        for name, value in tag.attributes:
            if name in _LINKING and (named := _named(value)) != value:
                quoted = _QUOTED.finditer(page, tag.offset, tag.end)
                found = next(one for one in quoted if html.unescape(one[2]) == value)
                yield found.start(2), found.end(2), html.escape(named)


def _named(address: str) -> str:
    if allowed.is_absolute(address) or address.startswith(("/", "#")):
        return address
    path = urlsplit(address).path
    return _page_of(path) + address[len(path) :]


def _page_of(path: str) -> str:
    """Return a path; of a folder the path of its page."""
    folder = path.endswith("/") or path in (".", "..")
    return path.rstrip("/") + "/index.html" if folder else path
