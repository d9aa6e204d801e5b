"""One file of content/ → what it gives, whatever else lies there: the part of reading that can be kept.

A file gives the same as long as its bytes are the same; of a sidecar, its bytes and those of the
capture beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import GenericAlias
from typing import Any

from generator.authority import FOLDERS
from generator.changes import Withdrawal
from generator.clean.profile import AgencyProfile, SiteProfile
from generator.model import Capture, KindTerm, Outlet
from generator.packed import Packed
from generator.store import yamlfile
from generator.store.captureread import SidecarFault, read_capture
from generator.store.fault import LineFault
from generator.store.folder import Found
from generator.store.identity import Identities
from generator.store.limits import PAGE, RECORD, RELEASE, SIDECAR, Limits
from generator.store.regular import read_text
from generator.store.releaseread import read_release
from generator.store.validate import validate
from generator.store.yamlfile import Tree
from generator.vocabulary import FILES

PROFILES: dict[str, Any] = {"sites": SiteProfile, "agencies": AgencyProfile}
LISTS: dict[str, Any] = {
    name: GenericAlias(tuple, (listed, ...))
    for name, listed in {"kinds": KindTerm, **FILES}.items()
}
"""Vocabulary → the list it is."""


@dataclass(frozen=True, slots=True)
class FileRead(Packed):
    """What one file gives."""

    value: Any
    """Its record; the terms of a vocabulary; the text of a page. None if it is not sound."""
    faults: tuple[LineFault, ...] = ()
    line: int = 1
    """Where the record's id stands."""
    text: str | None = None
    """Beside a sidecar: the text of its capture, if that was read just now."""

    @property
    def is_sound(self) -> bool:
        """Whether nothing worse than a warning is told of it."""
        return not any(fault.level == "error" for fault in self.faults)

    def kept(self) -> FileRead:
        """Return it as it is kept: the text of a sound capture can be read again."""
        return self if self.text is None else replace(self, text=None)


Reader = Callable[[Path, tuple[Found, ...]], Mapping[str, FileRead]]
"""Reads files under a content folder; gives what they hold by their paths."""


def read_files(root: Path, files: Iterable[Found]) -> dict[str, FileRead]:
    """Read files, one after another; return what each gives, by its path under `root`."""
    return {found.path: read_file(root, found) for found in files if found.kind in _READERS}


def read_file(root: Path, found: Found) -> FileRead:
    """Read one file of a kind that is read."""
    return _READERS[found.kind](root, found)


def _release(root: Path, found: Found) -> FileRead:
    read = read_release(read_text(root / found.path, RELEASE, prose=True))
    return FileRead(read.release, read.faults, read.line(("id",)))


def _sidecar(root: Path, found: Found) -> FileRead:
    record, tree = _record(root, found, Capture, SIDECAR)
    capture = record.value
    if capture is None or tree is None:
        return record
    faults = [*record.faults, *Identities.of_sidecar(capture, found, tree)]
    text = None
    if "/" not in capture.file:
        read = read_capture((root / found.path).parent, capture)
        if isinstance(read, SidecarFault):
            faults.append(LineFault(tree.line(read.loc), read.message, read.fix))
        else:
            text = read
    return FileRead(capture, tuple(faults), record.line, text)


def _record(
    root: Path, found: Found, declared: Any, limits: Limits = RECORD
) -> tuple[FileRead, Tree | None]:
    """Return the record of a file, and where its parts stand if it is sound."""
    read = read_text(root / found.path, limits)
    if read.text is None:
        return FileRead(None, read.faults), None
    tree = yamlfile.parse(read.text)
    checked = validate(declared, tree)
    unseen = {fault.line for fault in read.faults}
    # A tab is told once: as a tab, not as what the parser makes of it.
    broken = checked.value is None and tree.data is None
    faults = (
        *read.faults,
        *(fault for fault in checked.faults if not (broken and fault.line in unseen)),
    )
    if checked.value is None or read.faults:
        return FileRead(None, faults), None
    return FileRead(checked.value, faults, tree.line(("id",))), tree


def _vocabulary(root: Path, found: Found) -> FileRead:
    record, tree = _record(root, found, LISTS[found.id])
    if tree is None:
        return record
    return FileRead(record.value, (*record.faults, *_twice(record.value, tree)))


def _twice(terms: Iterable[Any], tree: Tree) -> Iterator[LineFault]:
    seen: set[str] = set()
    for index, term in enumerate(terms):
        if term.id in seen:
            message = f"`{term.id}` is in the list twice"
            yield LineFault(tree.line((index, "id")), message, "delete one of the two")
        seen.add(term.id)


def _profile(root: Path, found: Found) -> FileRead:
    record, tree = _record(root, found, PROFILES[found.folder])
    if tree is None or record.value.id == found.id:
        return record
    misnamed = Identities.misnamed(record.value.id, found, record.line)
    return FileRead(record.value, (*record.faults, misnamed), record.line)


def _page(root: Path, found: Found) -> FileRead:
    read = read_text(root / found.path, PAGE)
    return FileRead(None if read.faults else read.text, read.faults)


_READERS: Mapping[str, Callable[[Path, Found], FileRead]] = {
    "release": _release,
    "sidecar": _sidecar,
    "outlet": lambda root, found: _record(root, found, Outlet)[0],
    "entity": lambda root, found: _record(root, found, FOLDERS[found.folder])[0],
    "withdrawal": lambda root, found: _record(root, found, Withdrawal)[0],
    "vocabulary": _vocabulary,
    "profile": _profile,
    "page": _page,
}
