"""Who and what releases name: mentions with true offsets, each with the rule that settled it.

`prepare` makes a gazetteer of an archive's records once; `resolve` reads one release with it, and
needs nothing else, so releases can be read in parallel and kept. `mentions` does both.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.model import Archive, Mention, Release
from generator.resolve import rulings
from generator.resolve.gazetteer import Gazetteer
from generator.resolve.longer import arrange
from generator.resolve.naming import agreed_names, plain_names
from generator.resolve.nominals import Nominals
from generator.resolve.reading import read
from generator.resolve.scene import Scene
from generator.resolve.surnames import settle
from generator.resolve.visits import Visits

__all__ = ["Gazetteer", "attesting_days", "mentions", "prepare", "resolve"]


def prepare(archive: Archive) -> Gazetteer:
    """Return the gazetteer of an archive's records."""
    return Gazetteer(archive.entities, archive.vocabulary, attesting_days(archive))


def attesting_days(archive: Archive) -> dict[str, str]:
    """Return the days of the releases that records name as sources: no other days are looked at.

    A gazetteer is made of these, of the authority records and of the vocabulary alone.
    """
    named = (
        source.release
        for record in archive.entities.values()
        for claim in (record, *getattr(record, "offices", ()))
        for source in claim.sources
    )
    heads = {key: archive.releases[key].head for key in named if key in archive.releases}
    return {key: head.published.value for key, head in sorted(heads.items()) if head.published}


def mentions(archive: Archive) -> Mapping[str, tuple[Mention, ...]]:
    """Return the mentions of every release, by its id, in the order of the text."""
    gazetteer = prepare(archive)
    return {one.id: resolve(one, gazetteer) for one in archive.releases.values()}


def resolve(release: Release, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Return the mentions of one release in the order of its text.

    Layers: `named` mentions never overlap each other; `inner` ones lie in a longer name;
    `demonym` and `nominal` ones are resolved and not to be linked. A mention without entities is
    ambiguous: `candidates` says between which.
    """
    scene = Scene(read(release), gazetteer)
    if not scene.hits and not scene.phrases:
        return rulings.apply(release, ())
    plain = plain_names(scene)
    scene.note(plain)
    named = arrange([*plain, *agreed_names(scene)], scene.text)
    alone = settle(scene, named)
    told = [*named, *alone, *Nominals(scene).found()]
    everything = arrange([*told, *Visits(scene, told).found()], scene.text)
    return rulings.apply(release, (one.mention(scene.reading) for one in everything))
