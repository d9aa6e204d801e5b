"""The archive with what was found in it, and what pages and data files both ask of the two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator import version
from generator.citing.work import Work, work
from generator.exports.lists import lists
from generator.model import Archive, Mention, Relation, Release
from generator.rights import Shown, shown
from generator.wording import Wording


@dataclass(frozen=True)
class Held:
    """The archive, its mentions and its relations; what follows from them is found once."""

    archive: Archive
    mentions: Mapping[str, Sequence[Mention]]
    """By the id of their release."""
    relations: Sequence[Relation]
    digests: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of each file of the content, by its path."""

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
        return Wording(self.archive, self.mentions, self.relations)
