"""content/ → archive: every sound record, and every fault, in one reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from generator.errors import Problem, visible
from generator.model import Archive
from generator.store.captureread import Texts
from generator.store.fault import LineFault
from generator.store.fileread import LISTS, PROFILES, FileRead, Reader, read_files
from generator.store.folder import Found, Kind, look
from generator.store.identity import Identities
from generator.store.loaded import Loaded, Profiles
from generator.vocabulary import FILES, Vocabulary


def load(content: Path, only: frozenset[Kind] | None = None, reader: Reader = read_files) -> Loaded:
    """Read all of a content folder, or the files of some kinds.

    Args:
        content: The folder; how it is written here is how problems name it.
        only: Kinds to read; faults of other files are not told then.
        reader: Reads the files; it may know what some of them gave the last time.

    Raises:
        OSError: The folder itself cannot be listed.
    """
    loading = _Loading(content)
    folder = look(content)
    files = tuple(found for found in folder.files if only is None or found.kind in only)
    read = reader(content, files)
    for found in files:
        if found.path in read:
            loading.take(found, read[found.path])
    if only is None:
        loading.problems += folder.problems
        loading.captures_without_sidecar(folder.files)
    return loading.loaded()


class _Loading:
    """The parts of an archive while they come together; used for one loading."""

    def __init__(self, content: Path) -> None:
        self.root = content
        self.problems: list[Problem] = []
        self.unsound: set[str] = set()
        self.identities = Identities()
        self.paths: dict[str, str] = {}
        self.texts: dict[str, str | None] = {}
        self.records: dict[str, dict[str, Any]] = {
            name: {}
            for name in (
                *("release", "sidecar", "outlet", "entity", "page", "withdrawal"),
                *PROFILES,
                *LISTS,
            )
        }
        self.profile_paths: dict[str, str] = {}
        self.takers: Mapping[str, Callable[[Found, FileRead], None]] = {
            "sidecar": self.sidecar,
            "vocabulary": self.vocabulary,
            "profile": self.profile,
            "page": self.page,
        }

    def tell(self, path: str, faults: Iterable[LineFault]) -> None:
        self.problems += [fault.within(path) for fault in faults]

    def take(self, found: Found, read: FileRead) -> None:
        """Take what one file gives."""
        self.tell(found.path, read.faults)
        self.takers.get(found.kind, self.record)(found, read)

    def record(self, found: Found, read: FileRead) -> None:
        """Keep a record under its id, unless another record has it."""
        if read.value is None:
            self.unsound.add(found.id)
            return
        key = read.value.id
        self.tell(found.path, self.identities.take(key, found, read.line))
        if self.paths.setdefault(key, found.path) == found.path:
            self.records[found.kind][key] = read.value
        else:
            # References to it are no second fault.
            self.unsound.add(key)

    def sidecar(self, found: Found, read: FileRead) -> None:
        key = f"{found.folder}/{found.id}"
        if read.value is None:
            self.unsound.add(key)
            return
        self.paths[key] = found.path
        self.records["sidecar"][key] = read.value
        if read.text is not None or read.is_sound:
            self.texts[key] = read.text

    def captures_without_sidecar(self, files: Iterable[Found]) -> None:
        known = self.records["sidecar"].keys() | self.unsound
        for found in files:
            if found.kind == "capture" and f"{found.folder}/{found.id}" not in known:
                self.tell(
                    found.path,
                    [
                        LineFault(
                            1,
                            "a capture without its sidecar, as an interrupted `add` leaves it",
                            "move the file out of content/ and `add` it again",
                        )
                    ],
                )

    def vocabulary(self, found: Found, read: FileRead) -> None:
        if read.value is None:
            self.unsound.add(f"vocabulary/{found.id}")
        for term in read.value or ():
            self.records[found.id].setdefault(term.id, term)

    def profile(self, found: Found, read: FileRead) -> None:
        if read.value is None:
            self.unsound.add(f"{found.folder}/{found.id}")
            return
        self.profile_paths[f"{found.folder}/{read.value.id}"] = found.path
        self.records[found.folder][read.value.id] = read.value

    def page(self, found: Found, read: FileRead) -> None:
        path = found.path.removeprefix("pages/")
        if read.value is None:
            self.unsound.add(path)
        else:
            self.records["page"][path] = read.value

    def loaded(self) -> Loaded:
        # A vocabulary keeps the order of its file: what comes first is tried first.
        kept = {
            name: records if name in LISTS else dict(sorted(records.items()))
            for name, records in self.records.items()
        }
        archive = Archive(
            releases=kept["release"],
            captures=kept["sidecar"],
            outlets=kept["outlet"],
            entities=kept["entity"],
            kinds=kept["kinds"],
            pages=kept["page"],
            withdrawn=kept["withdrawal"],
            paths=dict(sorted(self.paths.items())),
            capture_texts=Texts(self.root, kept["sidecar"], self.texts),
            vocabulary=Vocabulary(**{name: tuple(kept[name].values()) for name in FILES}),
        )
        profiles = Profiles(kept["sites"], kept["agencies"])
        problems = sorted(rooted(problem, self.root) for problem in self.problems)
        unsound = frozenset(self.unsound)
        return Loaded(archive, profiles, tuple(problems), unsound, self.profile_paths)


def rooted(problem: Problem, root: Path) -> Problem:
    """Return a problem with its path as seen from where the command was called, safe to print."""
    path = visible(f"{root.as_posix()}/{problem.path}", 1000)
    return Problem(path, problem.line, problem.message, problem.fix, problem.level)
