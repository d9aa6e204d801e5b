"""Archive → mentions and relations: what was found out before is not found out again.

What a release names, and what it makes of that, depends on its own bytes, what is looked at of the
authority records, the vocabulary and the days of releases that are sources; the runs of its words, on its bytes; whether
two are one release in other wording, on all that of both. Each is kept under the digest of that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.content import Content
from generator.keeping import Keeper, Names, Stage
from generator.kept import state
from generator.model import Archive, Mention, Relation, Release
from generator.relate import Accounts, Means, relations
from generator.relate.accounts import OfRelease, accounts_of, in_order
from generator.relate.relations import Mentions
from generator.relate.sametext import Fingerprint, fingerprint, same_text
from generator.relate.wording import Couple, same_release
from generator.resolve import Gazetteer, attesting_days, prepare, resolve
from generator.resolve.needed import needed

_WORDS = ("vocabulary/",)


@dataclass(frozen=True)
class _Texts:
    """What mentions are found with."""

    archive: Archive

    @cached_property
    def gazetteer(self) -> Gazetteer:
        return prepare(self.archive)


def mentions(
    archive: Archive, content: Content, keeper: Keeper
) -> Mapping[str, tuple[Mention, ...]]:
    """Return the mentions of every release."""
    return keeper.each(
        Stage("mentions", _mentions), _keys(archive, content), _Texts(_narrow(archive))
    )


def _keys(archive: Archive, content: Content) -> dict[str, str]:
    """Return the key of what each release names."""
    known = f"{content.name(_WORDS)} {attesting_days(archive)} {needed(archive.entities)}"
    ground = state.name(known.encode(errors="surrogatepass"))
    return {key: f"{content.key(archive.paths[key])} {ground}" for key in archive.releases}


def _narrow(archive: Archive) -> Archive:
    """Return no more than is looked at: a crew may be far away."""
    entities = needed(archive.entities)
    return replace(archive, entities=entities, captures={}, capture_texts={}, pages={}, paths={})


def _mentions(texts: _Texts, ids: Names) -> dict[str, tuple[Mention, ...]]:
    return {key: resolve(texts.archive.releases[key], texts.gazetteer) for key in ids}


def related(
    archive: Archive, found: Mentions, content: Content, keeper: Keeper
) -> tuple[Relation, ...]:
    """Return the relations of all releases."""
    return relations(archive, found, _Kept(archive, _keys(archive, content), content, keeper))


@dataclass(frozen=True)
class _Kept(Means):
    """Finds again what was found before."""

    archive: Archive
    keys: Mapping[str, str]
    """Of what each release names."""
    content: Content
    keeper: Keeper

    def accounts(self, archive: Archive, mentions: Mentions) -> Accounts:
        """Return what each release makes of events and instruments."""
        whole = _narrow(archive), mentions
        return in_order(archive, self.keeper.each(Stage("accounts", _accounts), self.keys, whole))

    def same_text(self, releases: Sequence[Release]) -> Iterable[Relation]:
        """Return who has the same text; sought anew only if a text, or their order, is another."""
        whole = {one.id: one for one in releases}
        keys = {key: self.content.key(self.archive.paths[key]) for key in whole}
        prints = tuple(self.keeper.each(Stage("prints", _prints), keys, whole).values())
        said = b"".join(
            f"{one.release} {one.language} {len(one.shingles)} ".encode() + one.shingles.tobytes()
            for one in prints
        )
        return self.keeper.one("same-text", state.name(said), lambda: tuple(same_text(prints)))

    def same_release(
        self, archive: Archive, mentions: Mentions, couples: Sequence[Couple]
    ) -> Iterable[Relation]:
        """Return which of the couples are one release in other wording."""
        own = self.keys
        keys = {f"{one} {other}": f"{own[one]} {own[other]}" for one, other in couples}
        whole = _narrow(archive), mentions
        found = self.keeper.each(Stage("wordings", _wordings), keys, whole)
        return (relation for each in found.values() for relation in each)


_Said = tuple[Archive, Mentions]


def _accounts(whole: _Said, ids: Names) -> dict[str, OfRelease]:
    return accounts_of(ids, *whole)


def _prints(releases: Mapping[str, Release], ids: Names) -> dict[str, Fingerprint]:
    return {key: fingerprint(releases[key]) for key in ids}


def _wordings(whole: _Said, couples: Names) -> dict[str, tuple[Relation, ...]]:
    archive, mentions = whole
    found: dict[str, list[Relation]] = {name: [] for name in couples}
    for one in same_release(archive, mentions, [_couple(name) for name in couples]):
        found[" ".join(sorted((one.source, one.target)))].append(one)
    return {name: tuple(relations) for name, relations in found.items()}


def _couple(name: str) -> Couple:
    one, _, other = name.partition(" ")
    return one, other
