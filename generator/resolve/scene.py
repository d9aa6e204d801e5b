"""All that the rules know of one release while they settle its mentions."""

from __future__ import annotations

from collections.abc import Iterable

from generator.authority import Place
from generator.resolve.found import Found
from generator.resolve.gazetteer import Gazetteer, Hit, PhraseHit
from generator.resolve.lexicon import Lexicon
from generator.resolve.reading import Reading
from generator.resolve.states import States


class Scene:
    """One release's text, the places where forms stand in it, and the states it speaks of."""

    def __init__(self, reading: Reading, gazetteer: Gazetteer) -> None:
        """Find all forms in the text of `reading`."""
        self.reading = reading
        self.gazetteer = gazetteer
        self.hits: list[Hit]
        self.phrases: list[PhraseHit]
        self.hits, phrases = gazetteer.find(reading.text)
        self.phrases = _outermost(phrases)
        self.starting = _longest((hit.start, hit) for hit in self.hits)
        self.ending = _longest((hit.end, hit) for hit in self.hits)
        self.phrases_ending: dict[int, list[PhraseHit]] = {}
        for phrase in self.phrases:
            self.phrases_ending.setdefault(phrase.end, []).append(phrase)
        self.states: frozenset[str] = frozenset()
        """The states the text names, once names are settled."""

    @property
    def text(self) -> str:
        """The composed text."""
        return self.reading.text

    @property
    def lexicon(self) -> Lexicon:
        """The vocabulary's words as patterns."""
        return self.gazetteer.lexicon

    @property
    def of_states(self) -> States:
        """What the records say of states."""
        return self.gazetteer.states

    @property
    def day(self) -> str | None:
        """The day the release speaks from."""
        return self.reading.day

    def note_states(self, found: Iterable[Found]) -> None:
        """Remember which states the settled mentions belong to."""
        named = {entity for one in found for entity in one.entities}
        self.states = self.of_states.of_all(named)

    def state_of(self, hit: Hit | None) -> str | None:
        """Return the state that a hit names, by its name or by its people's, if it is one."""
        one = _only(hit)
        return one if one is not None and self.of_states.of(one) == {one} else None

    def party(self, hit: Hit | None) -> str | None:
        """Return the state that a hit names, also by its capital's name."""
        one = _only(hit)
        record = self.gazetteer.entities.get(one) if one is not None else None
        if isinstance(record, Place) and record.metonym_for is not None:
            return record.metonym_for
        return self.state_of(hit)


def _outermost(phrases: list[PhraseHit]) -> list[PhraseHit]:
    """Return the phrases that do not lie in a longer one (`leaders` in `top leaders`)."""
    kept: list[PhraseHit] = []
    for one in sorted(phrases, key=lambda one: (one.start, -one.end)):
        inside = kept and one.end <= kept[-1].end
        if not inside or one[:2] == kept[-1][:2]:
            kept.append(one)
    return kept


def _only(hit: Hit | None) -> str | None:
    if hit is None:
        return None
    named = {form.entity for form in hit.forms if form.use != "surname" and not form.needs}
    return next(iter(named)) if len(named) == 1 else None


def _longest(hits: Iterable[tuple[int, Hit]]) -> dict[int, Hit]:
    found: dict[int, Hit] = {}
    for place, hit in hits:
        known = found.get(place)
        if known is None or hit.end - hit.start > known.end - known.start:
            found[place] = hit
    return found
