"""A release file's text → the release, with every fault of its front matter and of its body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.model import Release, ReleaseHead
from generator.store import releasefile, yamlfile
from generator.store.fault import LineFault
from generator.store.limits import RECORD
from generator.store.regular import Text
from generator.store.validate import validate
from generator.store.yamlfile import Loc, Tree

_NO_FRONT = LineFault(
    1,
    "there is no front matter: the file does not begin with `---` and a second `---` below",
    "begin with a line `---`, the release's fields, and a line `---`",
)


@dataclass(frozen=True, slots=True)
class ReadRelease:
    """A release if it is sound, where its parts stand, and what is wrong."""

    release: Release | None
    faults: tuple[LineFault, ...]
    tree: Tree | None = None
    body: releasefile.Body | None = None

    def line(self, loc: Loc) -> int:
        """Return the line of a field, or of a block by its id: `("p3",)`."""
        if self.body and len(loc) == 1:
            for block, line in zip(self.body.blocks, self.body.lines, strict=True):
                if block.id == loc[0]:
                    return line
        return self.tree.line(loc) if self.tree else 1


def read_release(read: Text) -> ReadRelease:
    """Read a release file.

    Args:
        read: Its text, decoded as prose: what is unseen or in another form of Unicode is a
            warning. In the front matter it becomes an error.
    """
    if read.text is None:
        return ReadRelease(None, read.faults)
    parts = releasefile.split(read.text)
    if parts is None:
        return ReadRelease(None, (*read.faults, _NO_FRONT))
    front, text, first_line = parts
    faults = [_strict(fault) if fault.line < first_line else fault for fault in read.faults]
    body = releasefile.body(text, first_line)
    faults += body.faults
    if too_large := list(_too_large(front)):
        return ReadRelease(None, (*faults, *too_large), body=body)
    tree = yamlfile.parse(front, first_line=2)
    checked = validate(ReleaseHead, tree)
    faults += checked.faults
    sound = checked.value is not None and not any(fault.level == "error" for fault in faults)
    release = Release(checked.value, body.blocks) if checked.value and sound else None
    return ReadRelease(release, tuple(faults), tree, body)


def _strict(fault: LineFault) -> LineFault:
    return replace(fault, level="error")


def _too_large(front: str) -> Iterator[LineFault]:
    size = len(front.encode())
    if size > RECORD.size:
        message = f"the front matter is {size} bytes long; {RECORD.size} is the most"
        yield LineFault(1, message, "shorten it")
    for number, line in enumerate(front.split("\n"), 2):
        if len(line) > RECORD.line:
            message = f"the line is {len(line)} characters long; {RECORD.line} is the most"
            yield LineFault(number, message, "shorten the line")
