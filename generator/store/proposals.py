"""Proposals as YAML that a person can paste: each with where it would stand, and on what ground."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator import ids
from generator.authority import (
    Event,
    Formula,
    Misspelling,
    Order,
    Organisation,
    Person,
    Place,
    Source,
)
from generator.errors import visible
from generator.model import Archive, Mention, Relation, RelationRuling
from generator.record import Record, checked
from generator.relate import relations
from generator.resolve import Gazetteer
from generator.resolve.fold import fold, lower
from generator.resolve.nearnames import Near, near_names
from generator.resolve.unknown import Proposal, gather, unknown_names
from generator.resolve.unrecorded import Unrecorded, unrecorded_events
from generator.store import yamltext
from generator.wording.formulae import formula_finder
from generator.wording.mine import Mined, mine
from generator.wording.reading import Reading, readings

_CLASSES = {"person": "people", "organisation": "organisations", "place": "places"}
_SENTENCE = 240
_UNKNOWN = "9999"


@dataclass(frozen=True)
class Read:
    """An archive with what was resolved in it."""

    archive: Archive
    gazetteer: Gazetteer
    mentions: Mapping[str, tuple[Mention, ...]]

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """All relations; found when first asked for."""
        return relations(self.archive, self.mentions)


def proposals(
    read: Read, releases: frozenset[str], kinds: frozenset[str], at_least: int
) -> Iterator[str]:
    """Yield each proposal as YAML with its ground in comments above.

    Args:
        read: The archive.
        releases: The ids of the releases to read.
        kinds: Of `names`, `misspellings`, `events`, `relations`.
        at_least: How often an unknown name must stand in them.
    """
    unknown = gather(
        (
            one
            for name in sorted(releases)
            for one in unknown_names(
                read.archive.releases[name], read.mentions[name], read.gazetteer
            )
        ),
        at_least,
    )
    near = list(near_names(unknown, read.gazetteer))
    alike = {one.proposal.name for one in near}
    if "names" in kinds:
        yield from (_name(one) for one in unknown if one.name not in alike)
    if "misspellings" in kinds:
        yield from (_misspelling(one, read.archive) for one in near)
    if "events" in kinds:
        yield from _events(read, releases)
    if "relations" in kinds:
        yield from _relations(read, releases)


def formulae(
    archive: Archive,
    mentions: Mapping[str, tuple[Mention, ...]],
    releases: frozenset[str],
    at_least: int,
) -> Iterator[str]:
    """Yield recurrent wordings that no formula finds yet, as YAML, the most telling first.

    Args:
        archive: The archive.
        mentions: Names, which are masked.
        releases: Whose first uses are wanted; empty for all.
        at_least: In how many releases a wording must stand.
    """
    finder = formula_finder(archive.entities)
    every = readings(archive)
    wanted = [one for key, one in every.items() if not releases or key in releases]
    for one in mine(archive, wanted, mentions, at_least):
        if not finder.find(one.words):
            made = Formula(
                id=ids.slug(one.words) or "write-an-id",
                heading=one.words,
                patterns=(re.escape(one.words).replace("\\ ", " ").replace("\\-", "-"),),
                sources=(Source(release=one.first[0], block=one.first[1]),),
            )
            path = f"content/authorities/formulae/{made.id}.yml"
            yield _document([path, *_ground(one, every)], made)


def _ground(one: Mined, every: Mapping[str, Reading]) -> Iterator[str]:
    """Yield what a proposed wording rests on, for the person who judges it."""
    yield f"in {one.releases} releases, {one.uses} times; first where the source says"
    if one.beside:
        yield f"other forms, perhaps: {'; '.join(one.beside)}"
    yield _around(every[one.first[0]].text(one.first[1]), one.words)


def _around(text: str, words: str) -> str:
    """Return some of a text around words, which stand in it in whatever case and with marks between."""
    at = max(0, lower(fold(text)).find(words.split()[0]))
    return text[max(0, at - 80) : at + 140]


def _name(one: Proposal) -> str:
    kind = one.kind or "person"
    folder = _CLASSES[kind]
    source = Source(release=one.first.release, block=one.first.block)
    guessed = "" if one.kind else " (a guess: it may be a place, a body, or no name)"
    return _document(
        [
            f"content/authorities/{folder}/{ids.slug(one.name)}.yml{guessed}",
            f"rule {one.rule}; times: {one.times}; releases: {len(one.releases)}",
            one.first.sentence,
        ],
        _skeleton(one, kind, source),
    )


def _skeleton(one: Proposal, kind: str, source: Source) -> Record:
    name = ids.slug(one.name) or "write-an-id"
    if kind == "person":
        family_first = one.rule == "family-name"
        order: Order = "family-first" if family_first else "given-first"
        return Person(id=name, heading=one.name, order=order, sources=(source,))
    made = Organisation if kind == "organisation" else Place
    return made(id=name, heading=one.name, sources=(source,))


def _misspelling(one: Near, archive: Archive) -> str:
    first = one.proposal.first
    path = archive.paths.get(one.entity, one.entity)
    wrong = Misspelling(form=one.proposal.name, release=first.release)
    ground = "under `errors`, if it is a misspelling; another bearer's name if it is not"
    if one.is_glued:
        ground = "a word seems to be glued to the name: mend the agency's profile instead"
    lines = [
        f"content/{path}: {ground}",
        f"like `{one.form}`: {one.likeness} of 100",
        first.sentence,
    ]
    return (
        _commented(lines)
        + "\nerrors:\n  - "
        + yamltext.record(wrong).rstrip().replace("\n", "\n    ")
    )


def _events(read: Read, releases: frozenset[str]) -> Iterator[str]:
    for name in sorted(releases):
        release = read.archive.releases[name]
        for one in unrecorded_events(release, read.mentions[name], read.gazetteer):
            yield _event(one)


def _event(one: Unrecorded) -> str:
    date = one.date or _UNKNOWN
    slug = ids.slug(f"{'-'.join(one.places)} {one.rule} {one.date or ''}")
    event = Event(
        id=slug or "write-an-id",
        heading=one.words,
        date=date,
        date_status="inferred",
        form="visit" if one.rule == "visit" else "meeting",
        place=one.places[0] if one.rule == "visit" else None,
        sources=(Source(release=one.release, block=one.block),),
    )
    lines = [f"content/authorities/events/{event.id}.yml", f"rule {one.rule}", one.sentence]
    if not one.date:
        lines.insert(1, "the sentence tells no date: find it, or leave the event out")
    # Not a date: `check` refuses it until a person has found one.
    return _document(lines, event).replace(f'date: "{_UNKNOWN}"', "date: write-the-date")


def _relations(read: Read, releases: frozenset[str]) -> Iterator[str]:
    for one in read.relations:
        if one.source not in releases or one.score is None:
            continue
        head = read.archive.releases[one.source].head
        if any(ruled.target == one.target and ruled.type == one.type for ruled in head.relations):
            continue
        ruling = checked(RelationRuling, {"type": one.type, "target": one.target})
        path = read.archive.paths.get(one.source, one.source)
        lines = [
            f"content/{path}: under `relations`, to confirm; with `deny: true`, to deny",
            f"score {one.score:.2f}; {', '.join(one.evidence)}",
        ]
        made = yamltext.record(ruling).rstrip().replace("\n", "\n    ")
        yield f"{_commented(lines)}\nrelations:\n  - {made}"


def _document(lines: list[str], record: Record) -> str:
    return f"---\n{_commented(lines)}\n{yamltext.record(record).rstrip()}"


def _commented(lines: list[str]) -> str:
    return "\n".join(f"# {visible(line, _SENTENCE)}" for line in lines)
