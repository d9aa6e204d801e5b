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
        self.phrases_starting: dict[int, list[PhraseHit]] = {}
        for phrase in self.phrases:
            self.phrases_starting.setdefault(phrase.start, []).append(phrase)
            self.phrases_ending.setdefault(phrase.end, []).append(phrase)
        self.named: frozenset[str] = frozenset()
        """Who and what the text names, once names are settled."""
        self.states: frozenset[str] = frozenset()
        """The states that these belong to."""

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

    def note(self, found: Iterable[Found]) -> None:
        """Remember who and what the settled mentions name, and whose states they are."""
        self.named = frozenset(entity for one in found for entity in one.entities)
        self.states = self.of_states.of_all(self.named)

    def state_of(self, hit: Hit | None) -> str | None:
        """Return the state that a hit names, by its name or by its people's, if it is one."""
        one = _only(hit)
        return one if one is not None and self.of_states.of(one) == {one} else None

    def state_named(self, hit: Hit | None) -> str | None:
        """Return the state that a hit names by its name (not by its people's)."""
        demonym = hit is not None and any(form.use == "demonym" for form in hit.forms)
        return None if demonym else self.state_of(hit)

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
