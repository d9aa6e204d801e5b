"""Whether a record is where its id says, and has its id alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator import ids
from generator.errors import visible
from generator.model import Capture
from generator.store.fault import LineFault
from generator.store.folder import Found
from generator.store.yamlfile import Tree

_YEAR = re.compile(r"(\d{4})-")


class Identities:
    """The ids taken so far, each with the path of the file that has it; for one loading."""

    def __init__(self) -> None:
        self._taken: dict[str, str] = {}

    def take(self, given: str, found: Found, line: int) -> Iterator[LineFault]:
        """Take an id for a file; yield what speaks against it."""
        other = self._taken.setdefault(ids.collision_key(given), found.path)
        if given != found.id and not ids.fault(found.id):
            yield self.misnamed(given, found, line)
        if other != found.path:
            message = f"the id `{given}` is taken by `{visible(other)}`"
            yield LineFault(line, message, "give one of the two another id and file name")
        if found.kind == "release" and (year := _YEAR.match(given)) and year[1] != found.folder:
            message = f"a release of {year[1]} in the folder of {found.folder}"
            yield LineFault(line, message, f"move the file to `releases/{year[1]}/`")

    @staticmethod
    def misnamed(given: str, found: Found, line: int) -> LineFault:
        """Return the fault of a record whose id is not its file's name."""
        return LineFault(
            line,
            f"the id `{given}` is not the file's name `{visible(found.id)}`",
            f"write `id: {visible(found.id)}`, or name the file after the id",
        )

    @staticmethod
    def of_sidecar(capture: Capture, found: Found, tree: Tree) -> Iterator[LineFault]:
        """Yield what a sidecar says against its own name, and the name of the file beside it."""
        if capture.accession != found.id:
            yield LineFault(
                tree.line(("accession",)),
                f"the accession `{capture.accession}` is not the file's name `{visible(found.id)}`",
                f"write `accession: {visible(found.id)}`, or name the file after it",
            )
        if capture.file not in (f"{found.id}.txt", f"{found.id}.html"):
            yield LineFault(
                tree.line(("file",)),
                f"the file `{visible(capture.file)}` is not named as its sidecar",
                f"write `{visible(found.id)}.txt` or `.html`, and name the file so",
            )
