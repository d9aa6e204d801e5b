"""One capture with its release, found by the release's id or the capture's key."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.errors import Problem, Refused, visible
from generator.model import Capture, Release
from generator.nearest import nearest
from generator.store import yamlfile
from generator.store.captureread import SidecarFault, read_capture
from generator.store.limits import RELEASE, SIDECAR
from generator.store.register import Register, register
from generator.store.regular import read_text
from generator.store.releaseread import read_release
from generator.store.validate import validate


@dataclass(frozen=True, slots=True)
class One:
    """A capture, its text, and the release it belongs to."""

    key: str
    capture: Capture
    text: str
    release: Release | None
    """None if its file is absent or unsound: `check` tells why."""
    others: tuple[str, ...]
    """Keys of other captures of the same release."""


def find(content: Path, name: str) -> One:
    """Return the capture that `name` means.

    Args:
        content: The content folder.
        name: A release's id (its base text is meant), `<outlet>/<accession>`, or an accession.

    Raises:
        Refused: There is none, or its sidecar cannot be read.
    """
    known = register(content)
    key = _key(content, name, known)
    path = content / "captures" / f"{key}.yml"
    capture = _sidecar(path)
    text = read_capture(path.parent, capture)
    if isinstance(text, SidecarFault):
        raise Refused(Problem(path.as_posix(), 1, text.message, text.fix))
    owned = (one for one in known.captures.values() if one.release == capture.release)
    others = tuple(one.key for one in owned if one.key != key)
    at = known.releases.get(capture.release)
    return One(key, capture, text, _release(at) if at else None, others)


def _key(content: Path, name: str, known: Register) -> str:
    if name in known.releases:
        release = _release(known.releases[name])
        own = (one.key for one in known.captures.values() if one.release == name)
        found = release.head.capture if release else next(own, None)
        if found in known.captures:
            return str(found)
        path = known.releases[name].as_posix()
        raise Refused(Problem(path, 1, "its capture is not there", "run `check` and mend it"))
    accessions = [key for key in known.captures if name in (key, key.partition("/")[2])]
    if len(accessions) == 1:
        return accessions[0]
    raise Refused(_unknown(content, name, known))


def _unknown(content: Path, name: str, known: Register) -> Problem:
    meant = nearest(name, [*known.releases, *known.captures])
    fix = f"write `{meant}`" if meant else "write a release's id, or <outlet>/<accession>"
    message = f"`{visible(name)}` is neither a release nor a capture"
    return Problem(content.as_posix(), 1, message, fix)


def _sidecar(path: Path) -> Capture:
    read = read_text(path, SIDECAR)
    if read.text is not None:
        checked = validate(Capture, yamlfile.parse(read.text))
        if checked.value is not None:
            return checked.value
        faults = checked.faults
    else:
        faults = read.faults
    raise Refused(*(fault.within(path.as_posix()) for fault in faults))


def _release(path: Path) -> Release | None:
    return read_release(read_text(path, RELEASE, prose=True)).release
