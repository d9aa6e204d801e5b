"""The page of a record as soon as it was saved, before all else that the change concerns is made.

Everything but the record itself is taken from the last reading: what other pages say of it, and
what it says in its relations and its wording, is of a moment ago. The build that follows puts that
right; nothing made here is ever part of a site.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

from generator import pipeline, version
from generator.kept import FOLDER
from generator.model import Archive, Mention
from generator.pages.holdings import Holdings
from generator.pages.whole import pages_of
from generator.resolve import Gazetteer, prepare, resolve
from generator.rights import shown
from generator.site import mkdocs
from generator.store.fileread import read_file
from generator.store.folder import Found, found_at

_NAME = "early"
_FIELD = {"release": "releases", "entity": "entities", "page": "pages"}
"""What can be shown early, and where it stands in an archive."""
_OF_RELEASES = ("releases", "places", "of_outlet", "of_event", "texts")
"""What holdings know that has the releases themselves in it; quickly found again."""


class Early:
    """Makes pages from the last reading and files that were saved since."""

    def __init__(self, content: Path, out: Path, reading: pipeline.Reading) -> None:
        """Prepare what takes long, so that a page takes no time."""
        self._content, self._docs = content, out / pipeline.DOCS
        self._holdings = reading.holdings
        epoch = version.epoch(reading.archive)
        self._made = mkdocs.one_by_one(self._docs, out / FOLDER / _NAME, epoch)
        _ = self._gazetteer, self._holdings.shown

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return prepare(self._holdings.archive)

    @classmethod
    def ready(cls, content: Path, out: Path, reading: pipeline.Reading | None) -> Early | None:
        """Return one who is prepared, or None where there is nothing to go by."""
        try:
            return cls(content, out, reading) if reading else None
        except Exception:  # an unusual site is only ever built whole
            logging.getLogger(__name__).debug("no early pages", exc_info=True)
            return None

    def pages(self, changed: Collection[str]) -> dict[str, bytes]:
        """Return the HTML of what was saved, by its address under the site.

        Args:
            changed: Paths of files. What is no record, is new, is gone or is faulty has no page
                here: the build tells what there is to tell.
        """
        found = (self._found(Path(path)) for path in changed)
        try:
            return {
                address: page for each in found if each for address, page in self._of(each).items()
            }
        except Exception:  # half a record may break anything; the build says what
            logging.getLogger(__name__).debug("no early page", exc_info=True)
            return {}

    def _found(self, path: Path) -> Found | None:
        if not path.is_file() or not path.is_relative_to(self._content):
            return None
        return found_at(path.relative_to(self._content).as_posix())

    def _of(self, found: Found) -> dict[str, bytes]:
        if found.kind not in _FIELD:
            return {}
        read = read_file(self._content, found)
        known: Mapping[str, Any] = getattr(self._holdings.archive, _FIELD[found.kind])
        key = found.path.removeprefix("pages/") if found.kind == "page" else found.id
        if read.value is None or key not in known or getattr(read.value, "id", key) != key:
            return {}
        field: dict[str, Any] = {_FIELD[found.kind]: {**known, key: read.value}}
        archive = replace(self._holdings.archive, **field)
        self._holdings = self._with(archive, key)
        return {
            _address(source): self._html(source, page)
            for source, page in pages_of(self._holdings, key).items()
            if (self._docs / source).is_file()
        }

    def _html(self, source: str, page: bytes) -> bytes:
        (self._docs / source).write_bytes(page)
        return self._made(source)

    def _with(self, archive: Archive, key: str) -> Holdings:
        """Return the last holdings with one record of `archive` in place of what it was."""
        before, mentions = self._holdings, self._holdings.mentions
        release = archive.releases.get(key)
        if release and release is not before.archive.releases[key]:
            named: Mapping[str, tuple[Mention, ...]] = {key: resolve(release, self._gazetteer)}
            mentions = {**mentions, **named}
        path = archive.paths.get(key, f"pages/{key}")
        own = hashlib.sha256((self._content / path).read_bytes()).hexdigest()
        digests = {**before.digests, path: own}
        found = Holdings(archive, mentions, before.relations, digests)
        again = {"archive", "mentions", "relations", "digests", *_OF_RELEASES}
        vars(found).update({name: each for name, each in vars(before).items() if name not in again})
        if release:
            vars(found)["shown"] = {**before.shown, key: shown(release, archive.outlets)}
            vars(found)["works"] = {**before.works, key: found.work(release)}
        return found


def _address(source: str) -> str:
    """Return where a page is served.

    >>> _address("people/a.md"), _address("method/index.md")
    ('people/a/', 'method/')
    """
    return f"{source.removesuffix('.md')}/".removesuffix("index/")
