"""The whole site as one file to keep: a zip whose pages lead to each other from a folder.

A folder has no server that turns `x/` into `x/index.html`, so every link that leads to a folder
names its page. Browsers let no script of a folder read the index of the search; a simpler search
takes its place (see `folder`). The same site gives the same zip, from the same zlib.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from urllib.parse import urlsplit

from generator.crew import Alone, Crew
from generator.kept.shelf import Nowhere, pickled
from generator.site import allowed, folder, manifest, zipped
from generator.site.ledger import state
from generator.site.pressed import Press, named, pieces
from generator.site.staged import Staged
from generator.site.tags import Malformed, tags
from generator.site.zipped import Part, Zip

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
_BATCH, _LARGE = 64, 1 << 20
"""Files that are packed at a time; bytes of a file that is packed in pieces."""
_SIZES = "packed"
_NOWHERE = Nowhere()
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


def write(staged: Staged, crew: Crew = _ALONE, shelf: Nowhere = _NOWHERE) -> None:
    """Put the zip of a site into it; what has not changed is taken as it is packed in the last one.

    Args:
        staged: The site, with its data files.
        crew: Who packs the files, on this machine.
        shelf: Where it is kept how this program packed large files.
    """
    press = _press(staged, shelf)
    digest = staged.put(NAME, zipped.joined(_parts(staged, press, crew)))
    shelf.put(_SIZES, pickled((digest, press.made)))


def _press(staged: Staged, shelf: Nowhere) -> Press:
    last = _last(staged)
    packed, known = shelf.get(_SIZES) or ("", {})
    return Press(last, known if packed == staged.before.digest(NAME) else {})


def _parts(staged: Staged, press: Press, crew: Crew) -> Iterator[Part]:
    last = press.last
    yield _packed_part([("README.txt", READ_ME.encode())])
    yield from _texts(staged, press)
    steps = list(_steps(staged, last))
    packed = crew.each(_packed, staged, [step for step in steps if isinstance(step, list)])
    for step in steps:
        if isinstance(step, list):
            yield next(packed)
        elif isinstance(step, str):
            with (staged.folder / step).open("rb") as file:
                yield from press.part(_entry(step), map(named, pieces(file)))
        elif last:
            press.stay(step)
            yield from last.parts(step)


def _last(staged: Staged) -> Zip | None:
    """Return the zip of the last site, if this program made it and it stands as it was made."""
    site, row = staged.before.site, staged.before.rows.get(NAME)
    if site is None or row is None or not staged.is_of_same_program:
        return None
    return zipped.opened(site / NAME) if state(f"{site}/{NAME}") == row[1:] else None


def _texts(staged: Staged, press: Press) -> Iterator[Part]:
    """Yield the script of all texts, if it is made."""
    name = f"{TOP}/{folder.NAME}"
    if press.last and all(map(staged.has_stayed, folder.SOURCES)):
        press.stay([name])
        yield from press.last.parts([name] if name in press.last.files else ())
    elif script := folder.texts(staged.folder):
        yield from press.part(_entry(folder.NAME), script)


_Step = list[str] | str | tuple[str, ...]
"""Files to be packed, a large file, or names of what the last zip has."""


def _steps(staged: Staged, last: Zip | None) -> Iterator[_Step]:
    """Yield the files, in their order."""
    held = last.files if last else {}
    stayed = {path for path in staged.stayed() if f"{TOP}/{path}" in held}
    names = (path for path in sorted(staged.rows) if not path.startswith(_LEFT_OUT))
    for stays, some in groupby(names, stayed.__contains__):
        if stays:
            yield tuple(f"{TOP}/{path}" for path in some)
        else:
            yield from _batches(staged, some)


def _batches(staged: Staged, paths: Iterable[str]) -> Iterator[list[str] | str]:
    """Yield files to be packed; a large one comes alone."""
    batch: list[str] = []
    for path in paths:
        large = staged.rows[path][1] > _LARGE
        if batch and (large or len(batch) == _BATCH):
            yield batch
            batch = []
        if large:
            yield path
        else:
            batch.append(path)
    if batch:
        yield batch


def _packed(staged: Staged, paths: Sequence[str]) -> Part:
    read = ((path, (staged.folder / path).read_bytes()) for path in paths)
    return _packed_part(
        (path, _page(content) if path.endswith(".html") else content) for path, content in read
    )


def _packed_part(files: Iterable[tuple[str, bytes]]) -> Part:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as part:
        for path, content in files:
            part.writestr(_entry(path), content)
    return zipped.part_of(made)


def _entry(path: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(f"{TOP}/{path}", _TIME)
    entry.external_attr = 0o644 << 16
    entry.create_system = 3  # Unix, whatever system wrote it
    entry.compress_type = zipfile.ZIP_STORED if path.endswith(_PACKED) else zipfile.ZIP_DEFLATED
    return entry


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
