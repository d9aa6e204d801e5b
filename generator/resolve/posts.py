"""Posts and bodies of states: whose one is by the words beside it, and who holds it."""

from __future__ import annotations

from collections.abc import Iterable

from generator.authority import Person
from generator.resolve.gazetteer import Hit, PhraseHit
from generator.resolve.scene import Scene
from generator.vocabulary import Post

POSSESSIVES = (" ", "'s ", "' ")


class Posts:
    """What stands beside a post in one text."""

    def __init__(self, scene: Scene) -> None:
        """Keep the scene."""
        self._scene = scene

    def bearers(self, post: Post, states: Iterable[str]) -> tuple[str, ...]:
        """Return one holder or body for each state; nothing if one of them is not known."""
        known: list[str] = []
        for state in states:
            of_states = self._scene.of_states
            found = (
                of_states.holders(post, state, self._scene.day)
                if post.kind == "office"
                else of_states.bodies(post, state)
            )
            if len(found) != 1:
                return ()
            known.extend(found)
        return tuple(sorted(set(known)))

    def state_before(self, place: int) -> Hit | None:
        """Return the state's name that ends before a place, with a possessive or without."""
        for gap in POSSESSIVES:
            hit = self._scene.ending.get(place - len(gap))
            if hit and self._scene.text[hit.end : place] == gap and self._scene.state_of(hit):
                return hit
        return None

    def state_after(self, place: int) -> Hit | None:
        """Return the state's name that ` of …` brings after a place."""
        link = self._scene.lexicon.of_the.match(self._scene.text, place)
        hit = self._scene.starting.get(link.end()) if link else None
        return hit if self._scene.state_named(hit) else None

    def linked_before(self, place: int) -> Hit | None:
        """Return the state that `and` or a hyphen joins to what begins at `place`."""
        text = self._scene.text
        for end in range(place - 1, max(0, place - 12), -1):
            hit = self._scene.ending.get(end)
            joint = self._scene.lexicon.link.match(text, end) if hit else None
            if hit and joint and joint.end() == place and self._scene.state_of(hit):
                return hit
        return None

    def is_of_another(self, hit: PhraseHit) -> bool:
        """Tell whether a word beside the post makes it another's, or part of something else."""
        lexicon, text = self._scene.lexicon, self._scene.text
        post = hit.phrase.post
        if lexicon.not_holder.at(text, hit.start):
            return True
        return bool(post and post.kind == "body" and lexicon.compound_head.match(text, hit.end))

    def is_title_of_name(self, hit: PhraseHit, state: Hit) -> bool:
        """Tell whether the post stands beside its holder's name: then it names nobody else."""
        text = self._scene.text
        start, end = min(hit.start, state.start), max(hit.end, state.end)
        for gap in (" ", ", "):
            after = self._scene.starting.get(end + len(gap))
            if text.startswith(gap, end) and self._is_person(after):
                return True
        following = text[end : end + 2]
        if following[:1] == " " and following[1:].isupper():
            return not self._scene.reading.is_heading(start)
        begin = self.with_article(start)
        before = self._scene.ending.get(begin - 2)
        return text[max(0, begin - 2) : begin] == ", " and self._is_person(before)

    def with_article(self, start: int) -> int:
        """Return where the article before a place begins; the place itself if there is none."""
        article = self._scene.lexicon.some_article.at(self._scene.text, start)
        return article.start() if article else start

    def _is_person(self, hit: Hit | None) -> bool:
        entities = self._scene.gazetteer.entities
        return hit is not None and isinstance(entities[hit.forms[0].entity], Person)
