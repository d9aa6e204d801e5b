"""Adding: a file that somebody saved → a capture, its sidecar and a release to review.

`prepare` does what is long and can be done for many captures at once; `admit` decides in the order
of the captures what each one is (new, known, another version) and writes it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from generator import ids
from generator.clean.result import Library
from generator.clean.take import LIMITS, Asked, Taken, take
from generator.errors import Problem, Refused, visible
from generator.store import proposal
from generator.store.fault import LineFault
from generator.store.likeness import Held, Texts, alike, differences, held
from generator.store.limits import Limits
from generator.store.proposal import Place
from generator.store.register import Entry, Register, is_pending
from generator.store.regular import read_bytes
from generator.store.together import File
from generator.store.wish import Wish, checked

Outcome = Literal["added", "known", "version", "completed", "again"]
There = tuple[Path, Register, Texts]
"""The content folder, what is in it, and the texts of its releases."""
_NO_OUTLET = (
    "name one of content/outlets/ with `--outlet` (with make: OUTLET=…), or first make its record: "
    "`python -m generator new outlet ID`"
)
_SHORTEN = "take out what is not the text of the release"


@dataclass(frozen=True, slots=True)
class Ready:
    """A capture that could be read as a release, and the place it would be filed at."""

    wish: Wish
    data: bytes
    sha256: str
    taken: Taken
    place: Place


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a capture."""

    outcome: Outcome
    ready: Ready
    place: Place
    capture_path: str
    """Under content/; so is `sidecar_path`."""
    sidecar_path: str
    differences: tuple[str, ...] = ()
    """Of another version: what it says otherwise than the release."""
    files: tuple[File, ...] = ()
    """What is to be written, the release last; nothing for a capture that is known."""
    gone: tuple[Path, ...] = ()
    """Releases of this capture, never reviewed, in whose place it is written under another id."""


def prepare(wish: Wish, library: Library, read: bytes | LineFault | None = None) -> Ready:
    """Read and clean one capture.

    Args:
        wish: What is to be added.
        library: Profiles, outlets and kinds.
        read: The file's bytes or why there are none, if `read_capture` has read it already.

    Raises:
        Refused: It is none, or what the person says of it cannot be.
    """
    path = visible(wish.path.as_posix(), 300)
    given = checked(wish, path, library)
    data = _bytes(read_capture(wish) if read is None else read, path)
    asked = Asked(path, wish.url, given, wish.encoding, wish.as_one)
    taken = take(data, asked, library)
    digest = hashlib.sha256(data).hexdigest()
    outlet = _outlet(taken, path, library)
    if not taken.cleaned.fields.kind:
        message = "the vocabulary has no kind for a text that names none"
        raise Refused(Problem(path, 1, message, "name its kind with `--kind`"))
    accession = wish.accession or digest[:16]
    release = wish.id or proposal.propose_id(taken, outlet, accession)
    if why := ids.fault(release):
        message = f"the id `{visible(release)}` {why}"
        raise Refused(Problem(path, 1, message, "give another with `--id`"))
    place = Place(outlet, accession, release, proposal.year_of(taken, release))
    return Ready(wish, data, digest, taken, place)


def read_capture(wish: Wish) -> bytes | LineFault:
    """Return the bytes of the file that is to be added, or why they cannot be had."""
    return read_bytes(wish.path, Limits(LIMITS.size, LIMITS.size))


def _bytes(data: bytes | LineFault, shown: str) -> bytes:
    if isinstance(data, LineFault):
        fix = _SHORTEN if "is the most" in data.message else data.fix
        raise Refused(Problem(shown, 1, f"the capture {data.message}", fix))
    return data


def _outlet(taken: Taken, path: str, library: Library) -> str:
    found = taken.cleaned.fields.outlet
    if found is None or found.value not in library.outlets:
        message = "whose text it is was not found"
        told = next((note for note in taken.cleaned.notes if "no outlet's record" in note), None)
        # That an agency wrote it is no proof that it published it: a person says so.
        agency = taken.cleaned.fields.agency
        own = [
            one.id
            for one in library.outlets.values()
            if agency and one.organisation == agency.value
        ]
        fix = f"name the outlet: `--outlet {own[0]}`" if own else _NO_OUTLET
        raise Refused(Problem(path, 1, f"{message}: {told}" if told else message, fix))
    return found.value


def admit(ready: Ready, content: Path, register: Register, texts: Texts) -> Added:
    """Decide what a capture is, where it belongs, and what is to be written.

    Args:
        ready: The capture.
        content: The content folder.
        register: What is there; the capture is noted in it.
        texts: Texts of the releases that are there; the capture's is noted in it.

    Raises:
        Refused: Its id or accession is taken, or its release was reviewed.
    """
    known = register.by_sha256.get(ready.sha256)
    if known is not None and known.release in register.releases:
        if not ready.wish.again or known.key in register.fresh:
            return _added("known", ready, replace(ready.place, release=known.release), known.key)
        return _again(ready, known, (content, register, texts))
    if known is not None:
        # Capture and sidecar are there and the release is not: an `add` was stopped.
        outlet, accession = known.key.split("/")
        place = replace(ready.place, outlet=outlet, accession=accession)
        return _filed("completed", ready, place, (content, register, texts))
    _accession_is_free(ready, register, content)
    if (other := _other_version(ready, register, texts)) is not None:
        return _version(ready, other, (content, register, texts))
    return _filed("added", ready, _free(ready, register), (content, register, texts))


def _accession_is_free(ready: Ready, register: Register, content: Path) -> None:
    path = visible(ready.wish.path.as_posix(), 300)
    key = ready.place.key
    if key in register.captures:
        message = f"the accession `{ready.place.accession}` is another capture's"
        raise Refused(Problem(path, 1, message, "give another with `--accession`"))
    for ending in ("txt", "html"):
        left = content / "captures" / f"{key}.{ending}"
        if left.exists() and left.read_bytes() != ready.data:
            message = f"`{left.as_posix()}` is there without a sidecar, with other bytes"
            raise Refused(Problem(path, 1, message, "move that file out of content/, then add it"))


def _free(ready: Ready, register: Register) -> Place:
    """Return the place with an id that no release has; a proposed one is numbered until it is."""
    place = ready.place
    if place.release not in register.releases:
        return place
    if ready.wish.id is not None:
        path = visible(ready.wish.path.as_posix(), 300)
        message = f"the id `{place.release}` is another release's"
        raise Refused(Problem(path, 1, message, "give another with `--id`"))
    number = 2
    while (name := _numbered(place.release, number)) in register.releases:
        number += 1
    return replace(place, release=name)


def _numbered(name: str, number: int) -> str:
    ending = f"-{number}"
    return name[: ids.LONGEST - len(ending)].rstrip("-") + ending


def _other_version(ready: Ready, register: Register, texts: Texts) -> Entry | None:
    """Return the capture of the same page whose text this one is a version of."""
    for entry in register.at_address(ready.taken.url):
        path = register.releases.get(entry.release)
        if path and alike(texts.of(path), _held(ready)):
            return entry
    return None


def _held(ready: Ready) -> Held:
    title = ready.taken.cleaned.fields.title
    return held(title.value if title else None, ready.taken.cleaned.blocks)


def _version(ready: Ready, other: Entry, there: There) -> Added:
    _, register, texts = there
    path = register.releases[other.release]
    told = differences(texts.of(path).blocks, ready.taken.cleaned.blocks)
    place = replace(ready.place, release=other.release, year=path.parent.name)
    filed = _filed("version", ready, place, there)
    # The release stays as it is: what a person has reviewed is changed by persons only.
    return replace(filed, differences=told, files=filed.files[:2])


def _again(ready: Ready, known: Entry, there: There) -> Added:
    path = there[1].releases[known.release]
    if not is_pending(path):
        message = f"`{path.as_posix()}` has been reviewed; it is not written again"
        fix = "correct the release file by hand, or delete `--again`"
        raise Refused(Problem(visible(ready.wish.path.as_posix(), 300), 1, message, fix))
    outlet, accession = known.key.split("/")
    if ready.wish.outlet and ready.place.outlet != outlet:
        message = f"it is filed as a text of `{outlet}`"
        fix = f"delete `{path.as_posix()}` and `captures/{known.key}.*`, then add it anew"
        raise Refused(Problem(visible(ready.wish.path.as_posix(), 300), 1, message, fix))
    place = replace(ready.place, outlet=outlet, accession=accession)
    if not _is_renamed(known.release, ready):
        place = replace(place, release=known.release, year=path.parent.name)
    elif place.release != known.release:
        place = _free(replace(ready, place=place), there[1])
    return _filed("again", ready, place, there)


def _is_renamed(name: str, ready: Ready) -> bool:
    """Return whether a release that nobody has reviewed gets the id that is proposed now.

    An id stays, unless a person gives another, or the day is now known that it lacked.
    """
    undated = proposal.UNDATED
    dated = name.startswith(undated) and not ready.place.release.startswith(undated)
    return ready.wish.id is not None or dated


def _left(register: Register, place: Place) -> tuple[Path, ...]:
    """Return the releases of a capture that it is no longer written under."""
    line = f"\ncapture: {place.key}\n"
    undated = proposal.UNDATED
    found = [path for name, path in register.releases.items() if name.startswith(undated)]
    named = register.captures.get(place.key)
    if named and (path := register.releases.get(named.release)):
        found.append(path)
    return tuple(
        path
        for path in dict.fromkeys(found)
        if path.stem != place.release and is_pending(path) and line in path.read_text("utf-8")
    )


def _filed(outcome: Outcome, ready: Ready, place: Place, there: There) -> Added:
    content, register, texts = there
    added = _added(outcome, ready, place, place.key)
    record = proposal.sidecar(ready.data, ready.taken, place)
    proposed = proposal.release(ready.taken, place)
    sidecar, release = proposal.texts(ready.wish.path.as_posix(), record, proposed)
    files = (
        (content / added.capture_path, ready.data),
        (content / added.sidecar_path, sidecar),
        (content / place.release_path, release),
    )
    gone = _left(register, place) if outcome in ("again", "completed") else ()
    for path in gone:
        del register.releases[path.stem]
    register.take(Entry(place.key, ready.sha256, place.release, ready.taken.url), fresh=True)
    path = register.releases.setdefault(place.release, files[2][0])
    if ready.taken.url and outcome != "version":
        texts.note(path, _held(ready))
    return replace(added, files=files, gone=gone)


def _added(outcome: Outcome, ready: Ready, place: Place, key: str) -> Added:
    base = f"captures/{key}"
    return Added(outcome, ready, place, f"{base}.{ready.taken.ending}", f"{base}.yml")
