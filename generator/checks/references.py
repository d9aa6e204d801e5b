"""Every id that a record names leads to a record of the right class."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from generator.authority import (
    FOLDERS,
    Entity,
    Event,
    Instrument,
    Organisation,
    Person,
    Place,
    Series,
)
from generator.checks.sources import sources
from generator.checks.subject import Finding, Loc, Subject
from generator.errors import visible
from generator.model import Capture, Outlet, Release
from generator.nearest import nearest
from generator.record import fields_of

Classes = tuple[type[Entity], ...]
PARTY: Classes = (Person, Organisation, Place)

ENTITY_FIELDS: Mapping[type[Any], Mapping[str, Classes]] = {
    Organisation: {"part_of": (Organisation, Place), "place": (Place,)},
    Place: {"part_of": (Place,), "metonym_for": (Place, Organisation)},
    Event: {
        "place": (Place,),
        "participants": PARTY,
        "series": (Series,),
        "part_of": (Event,),
        "led_to": (Event, Instrument),
    },
    Instrument: {"parties": PARTY},
    Series: {"parties": PARTY, "read_with": (Event,)},
}
"""Field of each class of record → the classes of what it may name."""

NOUNS: Mapping[type[Any], str] = {
    Person: "a person",
    Organisation: "an organisation",
    Place: "a place",
    Event: "an event",
    Instrument: "an instrument",
    Series: "a series",
}
WHERE = {
    "release": "releases/<year>/{}.md",
    "capture": "captures/{}.yml",
    "outlet": "outlets/{}.yml",
    "kind": "vocabulary/kinds.yml",
    "context": "vocabulary/contexts.yml",
    "entity": "authorities/<folder>/{}.yml",
    "site profile": "profiles/sites/{}.yml",
    "agency profile": "profiles/agencies/{}.yml",
}
"""What a reference leads to → the file in which that would stand."""


class Reference(NamedTuple):
    """An id in a record, and what it should lead to."""

    at: Loc
    to: str
    table: str
    classes: Classes = ()
    """Of an entity; empty if any will do."""
    otherwise: str = ""
    """What to do if it was not a slip; by default, to add the record."""


def unknown(subject: Subject) -> Iterator[Finding]:
    """Yield each reference that leads nowhere, or to a record of another class."""
    paths = subject.archive.paths
    tables = {table: subject.table(table) for table in WHERE}
    for owner, reference in _all(subject):
        path = paths.get(owner) or subject.profile_paths[owner]
        found = tables[reference.table].get(reference.to)
        if found is None and not subject.could_be(reference.table, reference.to):
            near = tuple(tables[reference.table])
            yield _leads_nowhere(path, reference, near, subject.archive.withdrawn)
        elif found is not None and reference.classes and not isinstance(found, reference.classes):
            yield _of_another_class(path, reference, found)


def _leads_nowhere(
    path: str, reference: Reference, ids: tuple[str, ...], withdrawn: Collection[str]
) -> Finding:
    to = visible(reference.to, 100)
    article = "an" if reference.table[0] in "aeo" else "a"
    what = _wanted(reference.classes) or f"{article} {reference.table}"
    message = f"`{to}` is not the id of {what} in this archive"
    meant = nearest(reference.to, ids)
    if to in withdrawn:
        fix = "name another one, or take the claim that rests on it out"
        return Finding(path, reference.at, f"the release `{to}` was withdrawn", fix)
    add = reference.otherwise or (
        f"add {'it to ' * ('{}' not in WHERE[reference.table])}`{_where(reference, to)}`"
    )
    return Finding(path, reference.at, message, f"write `{meant}`, or {add}" if meant else add)


def _of_another_class(path: str, reference: Reference, found: Any) -> Finding:
    wanted = _wanted(reference.classes)
    is_one = NOUNS.get(type(found), "a formula")
    message = f"`{reference.to}` is {is_one}, and {_field(reference.at)} names {wanted}"
    return Finding(path, reference.at, message, f"write the id of {wanted}")


def _where(reference: Reference, to: str) -> str:
    where = WHERE[reference.table].format(to)
    if len(reference.classes) != 1:
        return where
    folders = {record: folder for folder, record in FOLDERS.items()}
    return where.replace("<folder>", folders[reference.classes[0]])


def _wanted(classes: Classes) -> str:
    """Return classes in words: `a person, an organisation or a place`."""
    nouns = [NOUNS[one] for one in classes]
    return " or ".join(part for part in (", ".join(nouns[:-1]), *nouns[-1:]) if part)


def _field(at: Loc) -> str:
    return f"`{next((part for part in reversed(at) if isinstance(part, str)), 'it')}`"


def _all(subject: Subject) -> Iterator[tuple[str, Reference]]:
    archive = subject.archive
    for key, release in archive.releases.items():
        yield from ((key, one) for one in _of_release(release))
    for key, capture in archive.captures.items():
        yield from ((key, one) for one in _of_capture(key, capture))
    for key, outlet in archive.outlets.items():
        yield from ((key, one) for one in _of_outlet(outlet))
    for key, entity in archive.entities.items():
        yield from ((key, one) for one in _of_entity(entity))
    for folder, profiles in (("sites", subject.sites), ("agencies", subject.agencies)):
        for key, profile in profiles.items():
            yield from ((f"{folder}/{key}", one) for one in _of_profile(profile))


def _of_release(release: Release) -> Iterator[Reference]:
    head = release.head
    yield Reference(("outlet",), head.outlet, "outlet")
    yield Reference(("kind",), head.kind, "kind")
    yield Reference(("capture",), head.capture, "capture")
    if head.agency:
        yield Reference(("agency",), head.agency, "entity", (Organisation,))
    for index, event in enumerate(head.events):
        yield Reference(("events", index), event, "entity", (Event,))
    for index, ruling in enumerate(head.relations):
        yield Reference(("relations", index, "target"), ruling.target, "release")
    for index, mention in enumerate(head.rulings):
        if mention.entity:
            yield Reference(("rulings", index, "entity"), mention.entity, "entity")


def _of_capture(key: str, capture: Capture) -> Iterator[Reference]:
    yield Reference((), key.partition("/")[0], "outlet")
    again = "move the capture and its sidecar out of content/ and `add` the capture again"
    yield Reference(("release",), capture.release, "release", otherwise=again)
    if capture.aggregator:
        yield Reference(("aggregator",), capture.aggregator, "outlet")
    if capture.profiles.site:
        yield Reference(("profiles", "site"), capture.profiles.site, "site profile")
    if capture.profiles.agency:
        yield Reference(("profiles", "agency"), capture.profiles.agency, "agency profile")


def _of_outlet(outlet: Outlet) -> Iterator[Reference]:
    if outlet.country:
        yield Reference(("country",), outlet.country, "entity", (Place,))
    if outlet.organisation:
        yield Reference(("organisation",), outlet.organisation, "entity", (Organisation,))


def _of_entity(entity: Entity) -> Iterator[Reference]:
    yield from _of_fields(entity)
    yield from _of_names(entity)
    for index, other in enumerate(entity.see_also):
        yield Reference(("see_also", index), other, "entity")
    for at, source in sources(entity):
        if source.release:
            yield Reference((*at, "release"), source.release, "release")
    for index, office in enumerate(entity.offices if isinstance(entity, Person) else ()):
        if office.of:
            yield Reference(("offices", index, "of"), office.of, "entity", (Organisation, Place))


def _of_names(entity: Entity) -> Iterator[Reference]:
    for index, variant in enumerate(entity.variants):
        if variant.needs:
            yield Reference(("variants", index, "needs"), variant.needs, "context")
    for index, error in enumerate(entity.errors):
        if error.release:
            yield Reference(("errors", index, "release"), error.release, "release")


def _of_fields(entity: Entity) -> Iterator[Reference]:
    for name, classes in ENTITY_FIELDS.get(type(entity), {}).items():
        value = getattr(entity, name)
        if isinstance(value, tuple):
            for index, one in enumerate(value):
                yield Reference((name, index), one, "entity", classes)
        elif value:
            yield Reference((name,), value, "entity", classes)


_SETS = {"outlet": "outlet", "aggregator": "outlet", "kind": "kind", "agency": "entity"}
"""Field that a profile may set to an id → what the id leads to."""


def _of_profile(profile: Any) -> Iterator[Reference]:
    """Yield what a profile's `sets`, of its own or of a rule, name."""
    for at, sets in _sets((), profile):
        for name, value in sets.items():
            if name in _SETS:
                yield Reference((*at, "sets", name), value, _SETS[name])


def _sets(at: Loc, record: Any) -> Iterator[tuple[Loc, Mapping[str, str]]]:
    if sets := getattr(record, "sets", None):
        yield at, sets
    for name in fields_of(type(record)):
        value = getattr(record, name)
        rules = value if isinstance(value, tuple) else ()
        for index, rule in enumerate(rules):
            if getattr(rule, "sets", None):
                yield (*at, name, index), rule.sets
    address = getattr(record, "address", None)
    if address and address.sets:
        yield (*at, "address"), address.sets
