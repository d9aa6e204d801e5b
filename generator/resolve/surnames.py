"""Family names alone: whose they are, after the whole name or by a post."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.authority import Person
from generator.resolve.found import Found, ambiguous
from generator.resolve.gazetteer import Hit
from generator.resolve.scene import Scene
from generator.vocabulary import Post

_BEFORE = re.compile(r"(\S+) \Z")
_AFTER = re.compile(r" ([\w'-]+)")
_STOPS = '.,;:!?)"]'
_NEAR = 40


def settle(scene: Scene, named: Iterable[Found]) -> list[Found]:
    """Settle the family names that stand alone in a text.

    A family name is settled if exactly one person of that name was named in whole before it in the
    text (in a title or heading: anywhere in the text, for headlines shorten what the text says in
    full), and nobody else of that name. A post before it (`President X`) settles it by the
    records; a post that the person does not hold forbids it. An initial that fits one person alone
    settles it while that person is in office. Otherwise it is ambiguous.

    Args:
        scene: The text.
        named: Its settled names, arranged.
    """
    taken = sorted((one.start, one.end) for one in named if one.layer != "nominal")
    alone = _Alone(scene, list(named))
    found: list[Found] = []
    at = 0
    for hit in sorted(scene.hits, key=lambda one: (one.start, -one.end)):
        while at < len(taken) and taken[at][1] <= hit.start:
            at += 1
        covered = at < len(taken) and taken[at][0] < hit.end
        if covered or (found and found[-1].end > hit.start):
            continue
        if any(form.use == "surname" for form in hit.forms):
            found.extend(alone.settle(hit))
    return found


class _Alone:
    """What is known of the bearers of family names, going through a text from its beginning."""

    def __init__(self, scene: Scene, named: list[Found]) -> None:
        self._scene = scene
        self._first: dict[str, int] = {}
        for one in named:
            if one.layer == "named" and len(one.entities) == 1:
                self._first.setdefault(one.entities[0], one.start)
        self._others: set[str] = set()
        """Family names that somebody without a record bears in this text."""

    def settle(self, hit: Hit) -> Iterator[Found]:
        people = {form.entity for form in hit.forms if form.use == "surname"}
        family = self._family(hit)
        if self._is_part(hit, people):
            if not self._scene.reading.is_heading(hit.start):
                self._others.add(family)
            return
        post = self._post(hit.start) or self._post_after(hit.end)
        if hit.forms[0].key in self._scene.lexicon.common_words and post is None:
            return
        if post is not None:
            holders = {one for one in people if self._holds(one, post)}
            if len(holders) == 1:
                yield Found(hit.start, hit.end, tuple(holders), "named", "surname:post")
                return
        if self._is_by_initial(hit, people) and post is None:
            yield Found(hit.start, hit.end, tuple(people), "named", "surname:initial")
            return
        known = self._known(hit, people)
        if len(known) == 1 and family not in self._others and post is None:
            yield Found(hit.start, hit.end, tuple(known), "named", "surname")
        else:
            yield ambiguous(hit.start, hit.end, tuple(people), "surname:ambiguous")

    def _is_by_initial(self, hit: Hit, people: set[str]) -> bool:
        """Tell whether initial and family name are those of one person, who is in office then."""
        initialled = all(form.initial for form in hit.forms if form.use == "surname")
        return (
            initialled
            and len(people) == 1
            and self._family(hit) not in self._others
            and self._scene.of_states.in_office(next(iter(people)), self._scene.day)
        )

    def _known(self, hit: Hit, people: set[str]) -> set[str]:
        anywhere = self._scene.reading.is_heading(hit.start)
        return {
            one
            for one in people
            if one in self._first and (anywhere or self._first[one] < hit.start)
        }

    def _holds(self, person: str, post: Post) -> bool:
        return self._scene.of_states.holds(person, post, self._scene.day)

    def _post(self, start: int) -> Post | None:
        for phrase in self._scene.phrases_ending.get(start - 1, ()):
            if phrase.phrase.use == "singular" and self._scene.text[start - 1] == " ":
                return phrase.phrase.post
        return None

    def _post_after(self, end: int) -> Post | None:
        """Return the post in `X, president of …`."""
        if not self._scene.text.startswith(", ", end):
            return None
        for phrase in self._scene.phrases_starting.get(end + 2, ()):
            if phrase.phrase.use == "singular":
                return phrase.phrase.post
        return None

    def _family(self, hit: Hit) -> str:
        return hit.forms[0].key.rpartition(".")[2].strip()

    def _is_part(self, hit: Hit, people: set[str]) -> bool:
        """Tell whether words beside the name make it a part of another name."""
        text, heading = self._scene.text, self._scene.reading.is_heading(hit.start)
        before = _BEFORE.search(text, max(0, hit.start - _NEAR), hit.start)
        if before and not heading and self._is_given(before[1], hit.start - 1):
            return True
        after = _AFTER.match(text, hit.end)
        if after and after[1][0].isupper() and self._goes_on(hit, people, heading=heading):
            return True
        return self._is_joined(hit)

    def _goes_on(self, hit: Hit, people: set[str], *, heading: bool) -> bool:
        text = self._scene.text
        if self._scene.lexicon.near_name_head.match(text, hit.end):
            return True
        if hit.end + 1 in self._scene.starting and not heading:
            return False
        return not heading or any(self._is_family_first(one) for one in people)

    def _is_given(self, word: str, end: int) -> bool:
        """Tell whether the word before a family name is a given name or an initial."""
        if not word.strip("(\"'")[:1].isupper():
            return False
        plain = word.strip("(\"'").lower()
        lexicon = self._scene.lexicon
        if plain in lexicon.function_words or lexicon.address.at(self._scene.text, end + 1):
            return False
        if len(plain) == len("a.") and plain.endswith("."):
            return True
        return plain[-1] not in _STOPS and not plain.endswith("'s") and not self._ends_name(end)

    def _ends_name(self, end: int) -> bool:
        hit = self._scene.ending.get(end)
        return hit is not None and any(form.use != "surname" for form in hit.forms)

    def _is_joined(self, hit: Hit) -> bool:
        """Tell whether a hyphen joins the name to another part of a name (`X-Y` of no record)."""
        text = self._scene.text
        if text[hit.end : hit.end + 1] == "-" and text[hit.end + 1 : hit.end + 2].isupper():
            return hit.end + 1 not in self._scene.starting
        if hit.start > 1 and text[hit.start - 1] == "-" and text[hit.start - 2].isalpha():
            return hit.start - 1 not in self._scene.ending
        return False

    def _is_family_first(self, entity: str) -> bool:
        record = self._scene.gazetteer.entities[entity]
        return isinstance(record, Person) and record.order == "family-first"
