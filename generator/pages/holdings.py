"""What every page asks of the archive: addresses, orders, and who is named where."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator import authority
from generator.exports.held import Held
from generator.model import Capture, Mention, Relation, Release
from generator.pages.backward import backward
from generator.pages.dates import first_day
from generator.pages.words import Words


@dataclass(frozen=True)
class Holdings(Held):
    """The archive with what was found in it, looked up in the ways that pages need."""

    @cached_property
    def releases(self) -> tuple[Release, ...]:
        """All releases by date, then id; those without a date come last."""
        every = self.archive.releases.values()
        return tuple(sorted(every, key=lambda release: (self.date(release) or "~", release.id)))

    @cached_property
    def paths(self) -> Mapping[str, str]:
        """Record id → path of its page in the page tree. Outlets: `outlet:` before the id."""
        folders = {entity_class: folder for folder, entity_class in authority.FOLDERS.items()}
        entities = self.archive.entities.values()
        return (
            {f"outlet:{key}": f"outlets/{key}.md" for key in self.archive.outlets}
            | {each.id: f"{folders[type(each)]}/{each.id}.md" for each in entities}
            | {key: f"releases/{key}.md" for key in self.archive.releases}
        )

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Release id → its place in `releases`."""
        return {release.id: place for place, release in enumerate(self.releases)}

    @cached_property
    def named(self) -> Mapping[str, tuple[Mention, ...]]:
        """Entity id → its named mentions, in the order of the releases and of their text."""
        found: dict[str, list[Mention]] = defaultdict(list)
        for release in self.releases:
            order = {block.id: place for place, block in enumerate(release.blocks)}
            inside = self.mentions.get(release.id, ())
            for mention in sorted(inside, key=lambda each: (order.get(each.block, -1), each.start)):
                if mention.layer == "named":
                    for entity in mention.entities:
                        found[entity].append(mention)
        return {entity: tuple(each) for entity, each in found.items()}

    @cached_property
    def of_outlet(self) -> Mapping[str, tuple[Release, ...]]:
        """Outlet id → its releases by date."""
        return _grouped((release.head.outlet, release) for release in self.releases)

    @cached_property
    def through(self) -> Mapping[str, tuple[Release, ...]]:
        """Aggregator id → the releases whose captures it handed on, by date."""
        captures = ((self.capture(release), release) for release in self.releases)
        return _grouped(
            (capture.aggregator, release)
            for capture, release in captures
            if capture and capture.aggregator
        )

    @cached_property
    def of_each_outlet(self) -> Mapping[str, int]:
        """Outlet id → how many releases of it are held."""
        return Counter(release.head.outlet for release in self.releases)

    @cached_property
    def of_each_kind(self) -> Mapping[str, int]:
        """Kind → how many releases of it are held."""
        return Counter(release.head.kind for release in self.releases)

    @cached_property
    def of_event(self) -> Mapping[str, tuple[Release, ...]]:
        """Event id → the releases about it, by date."""
        return _grouped(
            (each, release) for release in self.releases for each in release.head.events
        )

    @cached_property
    def related(self) -> Mapping[str, tuple[Relation, ...]]:
        """Release id → the relations it stands in, on either side."""
        ends = ((end, each) for each in self.relations for end in (each.source, each.target))
        found: dict[str, list[Relation]] = defaultdict(list)
        for release, relation in ends:
            found[release].append(relation)
        return {release: tuple(each) for release, each in found.items()}

    @cached_property
    def headings(self) -> Mapping[str, int]:
        """Heading → how many records have it."""
        return Counter(each.heading for each in self.archive.entities.values())

    @cached_property
    def said(self) -> Mapping[str, Mapping[str, list[str]]]:
        """Record id → term → what other records say of it."""
        return backward(self.archive.entities.values())

    @cached_property
    def texts(self) -> Mapping[str, Mapping[str, str]]:
        """Release id → block id → the text of the block that may be shown."""
        return {
            release: {block.id: block.text for block in shown.blocks}
            for release, shown in self.shown.items()
        }

    def is_shown(self, mention: Mention) -> bool:
        """Return whether the words of a mention lie in what may be shown; a title always is."""
        if mention.block == "title":
            return True
        return mention.end <= len(self.texts[mention.release].get(mention.block, ""))

    def date(self, release: Release) -> str:
        """Return the day a release is sorted by: published, else its dateline; empty if unknown."""
        if release.head.published:
            return first_day(release.head.published.value)
        line = release.head.dateline
        return first_day(line.date) if line and line.date else ""

    def title(self, release: Release) -> str:
        """Return a release's title; its id stands in for one that is missing."""
        return release.head.title.value if release.head.title else f"[{release.id}]"

    def capture(self, release: Release) -> Capture | None:
        """Return the capture that is the release's base text."""
        return self.archive.captures.get(release.head.capture)

    def outlet_name(self, outlet: str) -> str:
        """Return the name of an outlet, or its id if it has no record."""
        found = self.archive.outlets.get(outlet)
        return found.name if found else outlet

    def made_from(self, record: str) -> Mapping[str, str]:
        """Return front matter on the file of a record; nothing if it has none."""
        path = self.archive.paths.get(record)
        return self.source(path) if path else {}

    def source(self, path: str) -> Mapping[str, str]:
        """Return front matter on a file that a page is made from: `source`, and its `version`."""
        return {"source": path, "version": self.version_of(path)}

    def to_release(self, release: Release, block: str = "", text: str = "") -> Words:
        """Return a link to a release, or to one of its blocks."""
        there = block == "title" or block in self.texts[release.id]
        fragment = f"#{block}" if there else ""
        return Words(text or self.title(release), to=self.paths[release.id] + fragment)

    def to_comparison(self, one: str, other: str, text: str) -> Words:
        """Return a link to the page that compares two releases, if there is one."""
        held = (one, other) in self.wording.comparisons
        return Words(text, to=comparison_path(one, other) if held else "")

    def to_outlet(self, outlet: str) -> Words:
        """Return a link to the page of an outlet."""
        return Words(self.outlet_name(outlet), to=self.paths.get(f"outlet:{outlet}", ""))

    def to_entity(self, entity: str, text: str = "") -> Words:
        """Return a link to the page of an entity; its id in words if it has no record."""
        found = self.archive.entities.get(entity)
        return Words(text or (found.heading if found else entity), to=self.paths.get(entity, ""))


def comparison_path(one: str, other: str) -> str:
    """Return the path of the page that compares two releases, the earlier first."""
    return f"compare/{one}/{other}.md"


def _grouped(pairs: Iterable[tuple[str, Release]]) -> Mapping[str, tuple[Release, ...]]:
    found: dict[str, list[Release]] = defaultdict(list)
    for key, release in pairs:
        found[key].append(release)
    return {key: tuple(each) for key, each in found.items()}
