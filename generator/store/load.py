"""content/ → archive: every sound record, and every fault, in one reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import GenericAlias
from typing import Any, TypeVar

from generator.authority import FOLDERS
from generator.changes import Withdrawal
from generator.clean.profile import AgencyProfile, SiteProfile
from generator.errors import Problem, visible
from generator.model import Archive, Capture, KindTerm, Outlet
from generator.store import yamlfile
from generator.store.captureread import SidecarFault, read_capture
from generator.store.fault import LineFault
from generator.store.folder import Found, Kind, look
from generator.store.identity import Identities
from generator.store.limits import PAGE, RECORD, RELEASE, SIDECAR, Limits
from generator.store.loaded import Loaded, Profiles
from generator.store.regular import read_text
from generator.store.releaseread import read_release
from generator.store.validate import validate
from generator.store.yamlfile import Tree
from generator.vocabulary import FILES, Vocabulary

T = TypeVar("T")
PROFILES: dict[str, Any] = {"sites": SiteProfile, "agencies": AgencyProfile}
LISTS: dict[str, Any] = {
    name: GenericAlias(tuple, (listed, ...))
    for name, listed in {"kinds": KindTerm, **FILES}.items()
}
"""Vocabulary → the list it is."""


def load(content: Path, only: frozenset[Kind] | None = None) -> Loaded:
    """Read all of a content folder, or the files of some kinds.

    Args:
        content: The folder; how it is written here is how problems name it.
        only: Kinds to read; faults of other files are not told then.

    Raises:
        OSError: The folder itself cannot be listed.
    """
    loading = _Loading(content)
    folder = look(content)
    files = [found for found in folder.files if only is None or found.kind in only]
    for found in files:
        if reader := loading.readers.get(found.kind):
            reader(found)
    if only is None:
        loading.problems += folder.problems
        loading.captures_without_sidecar(folder.files)
    return loading.loaded()


class _Loading:
    """The parts of an archive while they are read; used for one loading."""

    def __init__(self, content: Path) -> None:
        self.root = content
        self.problems: list[Problem] = []
        self.unsound: set[str] = set()
        self.identities = Identities()
        self.paths: dict[str, str] = {}
        self.texts: dict[str, str] = {}
        self.records: dict[str, dict[str, Any]] = {
            name: {}
            for name in (
                *("release", "sidecar", "outlet", "entity", "page", "withdrawal"),
                *PROFILES,
                *LISTS,
            )
        }
        self.profile_paths: dict[str, str] = {}
        self.readers: Mapping[str, Callable[[Found], None]] = {
            "release": self.release,
            "sidecar": self.sidecar,
            "outlet": lambda found: self.record(found, Outlet),
            "entity": lambda found: self.record(found, FOLDERS[found.folder]),
            "withdrawal": lambda found: self.record(found, Withdrawal),
            "vocabulary": self.vocabulary,
            "profile": self.profile,
            "page": self.page,
        }

    def tell(self, path: str, faults: Iterable[LineFault]) -> None:
        self.problems += [fault.within(path) for fault in faults]

    def read(
        self, found: Found, declared: type[T], limits: Limits = RECORD
    ) -> tuple[T, Tree] | None:
        """Return the record of a file and where its parts stand, or None if it is not sound."""
        read = read_text(self.root / found.path, limits)
        self.tell(found.path, read.faults)
        if read.text is None:
            return None
        tree = yamlfile.parse(read.text)
        checked = validate(declared, tree)
        unseen = {fault.line for fault in read.faults}
        # A tab is told once: as a tab, not as what the parser makes of it.
        broken = checked.value is None and tree.data is None
        self.tell(
            found.path,
            [fault for fault in checked.faults if not (broken and fault.line in unseen)],
        )
        if checked.value is None or read.faults:
            return None
        return checked.value, tree

    def record(self, found: Found, declared: type[Any]) -> None:
        if got := self.read(found, declared):
            value, tree = got
            self.keep(found, value, tree.line(("id",)))
        else:
            self.unsound.add(found.id)

    def keep(self, found: Found, value: Any, line: int) -> None:
        """Keep a record under its id, unless another record has it."""
        faults = self.identities.take(value.id, found, line)
        self.tell(found.path, faults)
        if self.paths.setdefault(value.id, found.path) == found.path:
            self.records[found.kind][value.id] = value
        else:
            # References to it are no second fault.
            self.unsound.add(value.id)

    def release(self, found: Found) -> None:
        read = read_release(read_text(self.root / found.path, RELEASE, prose=True))
        self.tell(found.path, read.faults)
        if read.release:
            self.keep(found, read.release, read.line(("id",)))
        else:
            self.unsound.add(found.id)

    def sidecar(self, found: Found) -> None:
        key = f"{found.folder}/{found.id}"
        got = self.read(found, Capture, SIDECAR)
        if got is None:
            self.unsound.add(key)
            return
        capture, tree = got
        self.paths[key] = found.path
        self.records["sidecar"][key] = capture
        self.tell(found.path, self.identities.of_sidecar(capture, found, tree))
        if "/" in capture.file:
            return
        text = read_capture((self.root / found.path).parent, capture)
        if isinstance(text, SidecarFault):
            self.tell(found.path, [LineFault(tree.line(text.loc), text.message, text.fix)])
        else:
            self.texts[key] = text

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

    def vocabulary(self, found: Found) -> None:
        got = self.read(found, LISTS[found.id])
        if got is None:
            self.unsound.add(f"vocabulary/{found.id}")
        for index, term in enumerate(got[0] if got else ()):
            terms = self.records[found.id]
            if term.id in terms:
                line = got[1].line((index, "id")) if got else 1
                fault = LineFault(
                    line, f"`{term.id}` is in the list twice", "delete one of the two"
                )
                self.tell(found.path, [fault])
            terms.setdefault(term.id, term)

    def profile(self, found: Found) -> None:
        got = self.read(found, PROFILES[found.folder])
        if got is None:
            self.unsound.add(f"{found.folder}/{found.id}")
            return
        value, tree = got
        self.profile_paths[f"{found.folder}/{value.id}"] = found.path
        self.records[found.folder][value.id] = value
        if value.id != found.id:
            self.tell(found.path, [self.identities.misnamed(value.id, found, tree.line(("id",)))])

    def page(self, found: Found) -> None:
        read = read_text(self.root / found.path, PAGE)
        self.tell(found.path, read.faults)
        path = found.path.removeprefix("pages/")
        if read.text is None or read.faults:
            self.unsound.add(path)
        else:
            self.records["page"][path] = read.text

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
            capture_texts=self.texts,
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
