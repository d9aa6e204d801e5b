"""Phrases that mean states, posts and bodies without naming their bearers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.authority import Person
from generator.resolve.found import Found
from generator.resolve.gazetteer import Hit, PhraseHit
from generator.resolve.parties import Parties
from generator.resolve.scene import Scene
from generator.vocabulary import Post

_POSSESSIVES = (" ", "'s ", "' ")


class Nominals:
    """Finds the phrases of one text; the rules are methods, one for each way of speaking."""

    def __init__(self, scene: Scene) -> None:
        """Ask the scene for its parties."""
        self._scene = scene
        self._parties = Parties(scene)
        self._two = {one.start: one for one in scene.phrases if one.phrase.use == "two-parties"}
        self._two_ending = {one.end: one for one in self._two.values()}
        self._told: dict[str, tuple[str, ...]] = {}
        """Plural posts told in full → whom they meant, for `the leaders` later on."""

    def found(self) -> Iterator[Found]:
        """Yield the descriptions that can be resolved."""
        yield from self._two_parties()
        yield from self._sides()
        for hit in sorted(self._scene.phrases, key=lambda one: (one.start, -one.end)):
            post = hit.phrase.post
            if post is None or self._is_of_another(hit):
                continue
            if hit.phrase.use == "plural":
                yield from self._plural(hit, post)
            else:
                yield from self._singular(hit, post)

    def _two_parties(self) -> Iterator[Found]:
        """`The two countries`: the parties at that place."""
        for hit in self._two.values():
            states = self._parties.at(hit.start)
            if states is not None:
                yield _nominal(hit.start, hit.end, states, "parties")

    def _sides(self) -> Iterator[Found]:
        """`The Xian side`: a state as a party to talks; the article belongs to the phrase."""
        for hit in self._scene.ending.values():
            state = self._scene.state_of(hit)
            side = self._scene.lexicon.side.match(self._scene.text, hit.end)
            if state is not None and side:
                yield _nominal(self._with_article(hit.start), side.end(), [state], "side")

    def _singular(self, hit: PhraseHit, post: Post) -> Iterator[Found]:
        """`The Xian president`, `president of X`: who holds the post on the text's day."""
        left = self._state_before(hit.start)
        right = self._state_after(hit.end)
        state = left or right
        if state is None or self._is_title_of_name(hit, state):
            return
        start, end = min(hit.start, state.start), max(hit.end, state.end)
        if left and self._scene.lexicon.not_holder.at(self._scene.text, start):
            return
        entities = self._bearers(post, [self._scene.state_of(state) or ""])
        if entities:
            yield _nominal(start, end, entities, f"post:{post.id}")

    def _plural(self, hit: PhraseHit, post: Post) -> Iterator[Found]:
        """`The presidents of X and Y`, `the two countries' presidents`, `both presidents`."""
        span = (
            self._plural_before(hit)
            or self._plural_after(hit)
            or self._plural_of_two(hit)
            or self._plural_again(hit)
        )
        if span is None:
            return
        start, end, entities = span
        if not entities:
            found = self._parties.at(start)
            entities = self._bearers(post, found or ())
        if not entities:
            return
        self._told[hit.phrase.text] = entities
        whole = self._with_article(start) if post.described else start
        yield _nominal(whole, end, entities, f"post:{post.id}")

    def _plural_before(self, hit: PhraseHit) -> tuple[int, int, tuple[str, ...]] | None:
        """`X and Yish presidents`; `the two countries' presidents`."""
        for gap in _POSSESSIVES[1:]:
            two = self._two_ending.get(hit.start - len(gap))
            if two and self._scene.text[two.end : hit.start] == gap:
                return two.start, hit.end, ()
        second = self._state_before(hit.start)
        first = self._linked_before(second.start) if second else None
        if first is None or second is None or hit.phrase.post is None:
            return None
        states = [self._scene.state_of(first) or "", self._scene.state_of(second) or ""]
        bearers = self._bearers(hit.phrase.post, states)
        return (first.start, hit.end, bearers) if bearers else None

    def _plural_after(self, hit: PhraseHit) -> tuple[int, int, tuple[str, ...]] | None:
        """`Presidents of X and Y`; `presidents of both states`."""
        link = self._scene.lexicon.of_the.match(self._scene.text, hit.end)
        if not link:
            return None
        two = next(
            (self._two[place] for place in (hit.end + 4, link.end()) if place in self._two), None
        )
        if two:
            return hit.start, two.end, ()
        return self._of_pair(hit, link.end())

    def _of_pair(self, hit: PhraseHit, place: int) -> tuple[int, int, tuple[str, ...]] | None:
        first = self._scene.starting.get(place)
        joint = self._scene.lexicon.link.match(self._scene.text, first.end) if first else None
        second = self._scene.starting.get(joint.end()) if joint else None
        states = [self._scene.state_named(one) for one in (first, second)]
        if second is None or hit.phrase.post is None:
            return None
        bearers = self._bearers(hit.phrase.post, [state or "" for state in states])
        return (hit.start, second.end, bearers) if bearers else None

    def _plural_of_two(self, hit: PhraseHit) -> tuple[int, int, tuple[str, ...]] | None:
        """`Both presidents`, `the two presidents`."""
        before = self._scene.lexicon.the_two.at(self._scene.text, hit.start)
        return (before.start(), hit.end, ()) if before else None

    def _plural_again(self, hit: PhraseHit) -> tuple[int, int, tuple[str, ...]] | None:
        """`The presidents`, where the text told before whose."""
        entities = self._told.get(hit.phrase.text, ())
        if not entities or self._with_article(hit.start) == hit.start:
            return None
        if self._scene.lexicon.of_the.match(self._scene.text, hit.end):
            return None
        return hit.start, hit.end, entities

    def _bearers(self, post: Post, states: Iterable[str]) -> tuple[str, ...]:
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

    def _state_before(self, place: int) -> Hit | None:
        for gap in _POSSESSIVES:
            hit = self._scene.ending.get(place - len(gap))
            if hit and self._scene.text[hit.end : place] == gap and self._scene.state_of(hit):
                return hit
        return None

    def _state_after(self, place: int) -> Hit | None:
        link = self._scene.lexicon.of_the.match(self._scene.text, place)
        hit = self._scene.starting.get(link.end()) if link else None
        return hit if self._scene.state_named(hit) else None

    def _linked_before(self, place: int) -> Hit | None:
        """Return the state that `and` or a hyphen joins to what begins at `place`."""
        text = self._scene.text
        for end in range(place - 1, max(0, place - 12), -1):
            hit = self._scene.ending.get(end)
            joint = self._scene.lexicon.link.match(text, end) if hit else None
            if hit and joint and joint.end() == place and self._scene.state_of(hit):
                return hit
        return None

    def _is_of_another(self, hit: PhraseHit) -> bool:
        """Tell whether a word beside the post makes it another's, or part of something else."""
        lexicon, text = self._scene.lexicon, self._scene.text
        post = hit.phrase.post
        if lexicon.not_holder.at(text, hit.start):
            return True
        return bool(post and post.kind == "body" and lexicon.compound_head.match(text, hit.end))

    def _is_title_of_name(self, hit: PhraseHit, state: Hit) -> bool:
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
        begin = self._with_article(start)
        before = self._scene.ending.get(begin - 2)
        return text[max(0, begin - 2) : begin] == ", " and self._is_person(before)

    def _is_person(self, hit: Hit | None) -> bool:
        entities = self._scene.gazetteer.entities
        return hit is not None and isinstance(entities[hit.forms[0].entity], Person)

    def _with_article(self, start: int) -> int:
        article = self._scene.lexicon.some_article.at(self._scene.text, start)
        return article.start() if article else start


def _nominal(start: int, end: int, entities: Iterable[str], rule: str) -> Found:
    return Found(start, end, tuple(sorted(set(entities))), "nominal", rule)
