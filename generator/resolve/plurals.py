"""Posts and bodies of two states said together: `presidents of X and Y`."""

from __future__ import annotations

from typing import NamedTuple

from generator.resolve.gazetteer import PhraseHit
from generator.resolve.parties import Parties
from generator.resolve.posts import POSSESSIVES, Posts
from generator.resolve.scene import Scene
from generator.vocabulary import Post


class Plural(NamedTuple):
    """A phrase that means the bearers of one post in two states."""

    start: int
    end: int
    entities: tuple[str, ...] = ()
    """Empty while it is the parties of the text that are meant."""


class Plurals:
    """Finds such phrases in one text; the methods are the ways of saying it."""

    def __init__(self, scene: Scene, parties: Parties) -> None:
        """Look up the phrases for two parties."""
        self._scene = scene
        self._posts = Posts(scene)
        self._parties = parties
        self._two = {one.start: one for one in scene.phrases if one.phrase.use == "two-parties"}
        self._two_ending = {one.end: one for one in self._two.values()}
        self._told: dict[str, tuple[str, ...]] = {}
        """Plural posts told in full → whom they meant, for `the leaders` later on."""

    def find(self, hit: PhraseHit, post: Post) -> Plural | None:
        """Return the phrase around a plural post whose bearers are all known, if it is one.

        To be called in the order of the text, for a short phrase repeats a full one before it.
        """
        found = (
            self._before(hit, post)
            or self._after(hit, post)
            or self._of_both(hit)
            or self._again(hit)
        )
        if found is None:
            return None
        parties = self._parties.at(found.start) or ()
        entities = found.entities or self._posts.bearers(post, parties)
        if not entities:
            return None
        self._told[hit.phrase.text] = entities
        start = self._posts.with_article(found.start) if post.described else found.start
        return Plural(start, found.end, entities)

    def _before(self, hit: PhraseHit, post: Post) -> Plural | None:
        """`X and Graustarkian presidents`; `the two countries' presidents`."""
        for gap in POSSESSIVES[1:]:
            two = self._two_ending.get(hit.start - len(gap))
            if two and self._scene.text[two.end : hit.start] == gap:
                return Plural(two.start, hit.end)
        second = self._posts.state_before(hit.start)
        first = self._posts.linked_before(second.start) if second else None
        if first is None or second is None:
            return None
        states = [self._scene.state_of(first) or "", self._scene.state_of(second) or ""]
        bearers = self._posts.bearers(post, states)
        return Plural(first.start, hit.end, bearers) if bearers else None

    def _after(self, hit: PhraseHit, post: Post) -> Plural | None:
        """`Presidents of X and Y`; `presidents of both states`."""
        link = self._scene.lexicon.of_the.match(self._scene.text, hit.end)
        bare = self._scene.lexicon.of_bare.match(self._scene.text, hit.end)
        if not link or not bare:
            return None
        # The article may be the first word of `the two countries`.
        two = self._two.get(bare.end()) or self._two.get(link.end())
        if two:
            return Plural(hit.start, two.end)
        return self._of_pair(hit, post, link.end())

    def _of_pair(self, hit: PhraseHit, post: Post, place: int) -> Plural | None:
        first = self._scene.starting.get(place)
        joint = self._scene.lexicon.link.match(self._scene.text, first.end) if first else None
        second = self._scene.starting.get(joint.end()) if joint else None
        states = [self._scene.state_named(one) or "" for one in (first, second)]
        bearers = self._posts.bearers(post, states)
        return Plural(hit.start, second.end, bearers) if second and bearers else None

    def _of_both(self, hit: PhraseHit) -> Plural | None:
        """`Both presidents`, `the two presidents`."""
        before = self._scene.lexicon.the_two.at(self._scene.text, hit.start)
        return Plural(before.start(), hit.end) if before else None

    def _again(self, hit: PhraseHit) -> Plural | None:
        """`The presidents`, where the text told before whose."""
        entities = self._told.get(hit.phrase.text, ())
        if not entities or self._posts.with_article(hit.start) == hit.start:
            return None
        if self._scene.lexicon.of_the.match(self._scene.text, hit.end):
            return None
        return Plural(hit.start, hit.end, entities)
