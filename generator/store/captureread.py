"""A capture's bytes, held against its sidecar, → the text that cleaning worked on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import Refused, visible
from generator.model import Capture
from generator.store.fault import LineFault
from generator.store.limits import CAPTURE
from generator.store.regular import read_bytes
from generator.store.yamlfile import Loc


@dataclass(frozen=True, slots=True)
class SidecarFault:
    """What is wrong between a capture and its sidecar, told at a field of the sidecar."""

    loc: Loc
    message: str
    fix: str


def read_capture(folder: Path, capture: Capture) -> str | SidecarFault:
    """Return a capture's text, or why it is not what its sidecar says.

    Args:
        folder: The folder that holds the capture and its sidecar.
        capture: The sidecar.
    """
    data = read_bytes(folder / capture.file, CAPTURE)
    if isinstance(data, LineFault):
        gone = data.message == "is not there"
        fix = "put the capture back, or delete what an interrupted `add` left" if gone else data.fix
        return SidecarFault(("file",), f"`{visible(capture.file)}` {data.message}", fix)
    restore = "put the file back as it was received: git log shows when it changed"
    if len(data) != capture.bytes:
        message = f"`{visible(capture.file)}` has {len(data)} bytes, not {capture.bytes}"
        return SidecarFault(("bytes",), f"{message}: it changed since it was captured", restore)
    digest = hashlib.sha256(data).hexdigest()
    if digest != capture.sha256:
        message = f"`{visible(capture.file)}` has the SHA-256 {digest[:16]}…"
        return SidecarFault(("sha256",), f"{message}: it changed since it was captured", restore)
    return _text(data, capture)


class Texts(Mapping[str, str]):
    """The texts of captures by their keys: those at hand, and the others read when asked for."""

    def __init__(
        self, content: Path, captures: Mapping[str, Capture], read: Mapping[str, str | None]
    ) -> None:
        """Read nothing yet.

        Args:
            content: The content folder.
            captures: The sidecars.
            read: Each text that is at hand; None for one that can be read.
        """
        self._content, self._captures, self._read = content, captures, read

    def __getitem__(self, key: str) -> str:
        """Return a text.

        Raises:
            KeyError: It cannot be read any more, or never could.
        """
        found: str | SidecarFault | None = self._read[key]
        if found is None:
            folder = self._content / "captures" / key.rpartition("/")[0]
            found = read_capture(folder, self._captures[key])
        if isinstance(found, SidecarFault):
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        """Yield the keys."""
        return iter(self._read)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._read)


def _text(data: bytes, capture: Capture) -> str | SidecarFault:
    try:
        text = data.decode(capture.encoding)
    except (LookupError, ValueError):
        message = f"`{visible(capture.file)}` is not in the encoding `{visible(capture.encoding)}`"
        return SidecarFault(("encoding",), message, "write the encoding it was read in")
    if capture.extraction == "text":
        return text
    # Imported here: what reads HTML takes long to begin, and mostly nothing is read.
    from generator.clean.html import extract

    try:
        return extract(text, capture.extraction, capture.file)
    except Refused as refused:
        found = refused.problems[0]
        return SidecarFault(("extraction",), found.message, found.fix)
