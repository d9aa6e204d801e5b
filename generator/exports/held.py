"""The archive with what was found in it, and what pages and data files both ask of the two."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Self

from generator import version
from generator.citing.work import Work, work
from generator.exports.lists import lists
from generator.model import Archive, Mention, Relation, Release
from generator.resolve import attesting_days
from generator.rights import Shown, shown
from generator.wording import Wording
from generator.wording.intext import InTexts

_GROUND = ("authorities/", "outlets/", "vocabulary/")
_CAPTURED = (".yml", ".txt", ".html")


@dataclass(frozen=True)
class Held:
    """The archive, its mentions and its relations; what follows from them is found once."""

    archive: Archive
    mentions: Mapping[str, Sequence[Mention]]
    """By the id of their release."""
    relations: Sequence[Relation]
    digests: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of each file of the content, by its path."""
    in_texts: InTexts | None = None
    """What is found in each text by itself, if that is known."""

    @cached_property
    def ground(self) -> str:
        """A name for what every release is read with: records and the days they rest on, outlets, vocabulary."""
        paths = (path for path in sorted(self.digests) if path.startswith(_GROUND))
        told = (f"{path} {self.digests[path]}" for path in paths)
        return _name(repr(attesting_days(self.archive)), *told)

    def with_texts(self, found: InTexts) -> Self:
        """Return the same, knowing what is found in each text; the names stay known."""
        made = replace(self, in_texts=found)
        vars(made).update(ground=self.ground, made_of=self.made_of)
        return made

    @cached_property
    def made_of(self) -> Mapping[str, str]:
        """Release id → a name for its files and the ground: what it says by itself follows from them.

        Its mentions too. Empty names where no digest is known.
        """
        every = self.archive.releases.items()
        return {
            key: _name(self.ground, *self._files(one)) if self.digests else "" for key, one in every
        }

    def _files(self, release: Release) -> Iterator[str]:
        """Yield the files of a release, each with its digest: its own, and those of its capture."""
        paths = self.archive.paths
        sidecar = paths.get(release.head.capture, "").removesuffix(".yml")
        for path in (paths.get(release.id, ""), *(sidecar + each for each in _CAPTURED)):
            if path in self.digests:
                yield f"{path} {self.digests[path]}"

    @cached_property
    def version(self) -> str:
        """Which state of the whole content this is: the data version."""
        return version.of_digests(self.digests) if self.digests else version.UNKNOWN

    def version_of(self, path: str) -> str:
        """Return which state of a record this is, by the path of its file."""
        return version.of_record(self.digests.get(path))

    @cached_property
    def lists(self) -> Mapping[str, tuple[Release, ...]]:
        """Folder of a record's page → the releases by which it is followed and cited, if any."""
        return lists(self.archive, self.mentions)

    @cached_property
    def shown(self) -> Mapping[str, Shown]:
        """Release id → what may be shown of it, and why."""
        outlets = self.archive.outlets
        return {key: shown(release, outlets) for key, release in self.archive.releases.items()}

    @cached_property
    def works(self) -> Mapping[str, Work]:
        """Release id → the work as it is cited."""
        return {key: self.work(release) for key, release in self.archive.releases.items()}

    def work(self, release: Release) -> Work:
        """Return one release as it is cited."""
        own = self.version_of(self.archive.paths.get(release.id, ""))
        return work(self.archive, release, own)

    @cached_property
    def wording(self) -> Wording:
        """What is new, missing or otherwise said in the releases."""
        return Wording(self.archive, self.mentions, self.relations, self.in_texts)


def _name(*told: str) -> str:
    """Return a short name for some lines; other lines have another one."""
    return hashlib.blake2b("\n".join(told).encode(), digest_size=16).hexdigest()
