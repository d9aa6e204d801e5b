"""Phrases that mean states, posts and bodies without naming their bearers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.resolve.found import Found
from generator.resolve.gazetteer import PhraseHit
from generator.resolve.parties import Parties
from generator.resolve.plurals import Plurals
from generator.resolve.posts import Posts
from generator.resolve.scene import Scene
from generator.vocabulary import Post


class Nominals:
    """Finds the phrases of one text; the rules are methods, one for each way of speaking."""

    def __init__(self, scene: Scene) -> None:
        """Ask the scene for its parties."""
        self._scene = scene
        self._parties = Parties(scene)
        self._posts = Posts(scene)
        self._plurals = Plurals(scene, self._parties)

    def found(self) -> Iterator[Found]:
        """Yield the descriptions that can be resolved."""
        yield from self._two_parties()
        yield from self._sides()
        for hit in sorted(self._scene.phrases, key=lambda one: (one.start, -one.end)):
            post = hit.phrase.post
            if post is None or self._posts.is_of_another(hit):
                continue
            if hit.phrase.use == "plural":
                if found := self._plurals.find(hit, post):
                    yield _nominal(*found, f"post:{post.id}")
            else:
                yield from self._singular(hit, post)

    def _two_parties(self) -> Iterator[Found]:
        """`The two countries`: the parties at that place."""
        two = (hit for hit in self._scene.phrases if hit.phrase.use == "two-parties")
        for hit in two:
            states = self._parties.at(hit.start)
            if states is not None:
                yield _nominal(hit.start, hit.end, states, "parties")

    def _sides(self) -> Iterator[Found]:
        """`The Ruritanian side`: a state as a party to talks; the article belongs to the phrase."""
        for hit in self._scene.ending.values():
            state = self._scene.state_of(hit)
            side = self._scene.lexicon.side.match(self._scene.text, hit.end)
            if state is not None and side:
                yield _nominal(self._posts.with_article(hit.start), side.end(), [state], "side")

    def _singular(self, hit: PhraseHit, post: Post) -> Iterator[Found]:
        """`The Ruritanian president`, `president of X`: who holds the post on the text's day."""
        left = self._posts.state_before(hit.start)
        right = self._posts.state_after(hit.end)
        state = left or right
        if state is None or self._posts.is_title_of_name(hit, state):
            return
        start, end = min(hit.start, state.start), max(hit.end, state.end)
        if left and self._scene.lexicon.not_holder.at(self._scene.text, start):
            return
        entities = self._posts.bearers(post, [self._scene.state_of(state) or ""])
        if entities:
            yield _nominal(start, end, entities, f"post:{post.id}")


def _nominal(start: int, end: int, entities: Iterable[str], rule: str) -> Found:
    return Found(start, end, tuple(sorted(set(entities))), "nominal", rule)
