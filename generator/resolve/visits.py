"""Visits told by where they went and whose they were, without a name of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.authority import Event, Person, Place
from generator.resolve import dated, periods
from generator.resolve.found import Found
from generator.resolve.gazetteer import Hit, PhraseHit
from generator.resolve.scene import Scene

_NEAR = 45
_AHEAD = 366
_TITLES = 40


class Visits:
    """Finds the visits that a text tells of."""

    def __init__(self, scene: Scene, told: Iterable[Found]) -> None:
        """Take the records of visits, and what the text names and describes."""
        self._scene = scene
        self._told = [one for one in told if one.entities]
        self._all = scene.gazetteer.visits

    def found(self) -> Iterator[Found]:
        """Yield the visits told, and `the visit` where the text told one only before."""
        told: set[str] = set()
        for hit in sorted(self._scene.phrases, key=lambda one: one.start):
            if hit.phrase.use == "visit":
                for one in self._visit(hit):
                    told.update(one.entities)
                    yield one
            elif hit.phrase.use == "the-visit" and len(told) == 1 and not self._goes_on(hit):
                yield Found(hit.start, hit.end, tuple(told), "nominal", "visit:again")

    def _visit(self, hit: PhraseHit) -> Iterator[Found]:
        text, lexicon = self._scene.text, self._scene.lexicon
        link = lexicon.to_the.match(text, hit.end)
        where = self._scene.starting.get(link.end()) if link else None
        if where is None or not self._is_place(where):
            return
        start, before = self._begin(hit.start)
        end, after = self._visitor_after(where.end)
        one = after or before
        told = dated.told_date(self._again(end), self._scene)
        if told:
            fitting = self._went(one or self._named_before(hit.start, whole=True), where)
            fitting = [event for event in fitting if periods.meet(event.date, told.value)]
            end = told.end
        elif one:
            fitting = self._went(one, where)
            fitting = self._of_sentence(fitting, end) or self._nearest(fitting, ahead=True)
        else:
            fitting = self._nearest(self._went(self._named_before(hit.start), where))
        if len(fitting) == 1:
            yield Found(start, end, (fitting[0].id,), "nominal", "visit")

    def _begin(self, place: int) -> tuple[int, frozenset[str]]:
        """Return where the phrase begins, and who is named as the visitor before it, if anyone."""
        text, lexicon = self._scene.text, self._scene.lexicon
        kinds = lexicon.visit_kinds.at(text, place)
        start = kinds.start() if kinds else place
        if pronoun := lexicon.pronoun.at(text, start):
            return pronoun.start(), frozenset()
        if not text.endswith("'s ", 0, start):
            return start, frozenset()
        hit = self._scene.ending.get(start - len("'s "))
        visitor = self._person(hit)
        if hit is None or visitor is None:
            return start, frozenset()
        # A visitor with a title is a phrase of its own; it does not belong to the visit's.
        titled = lexicon.address.at(text, hit.start)
        return (start if titled else hit.start), frozenset({visitor})

    def _named_before(self, place: int, *, whole: bool = False) -> frozenset[str]:
        """Return who is named or described before a place, in its block or the whole text."""
        number = self._scene.reading.number(place)
        return frozenset(
            entity
            for one in self._told
            if one.end <= place and (whole or self._scene.reading.number(one.start) == number)
            for entity in one.entities
        )

    def _visitor_after(self, place: int) -> tuple[int, frozenset[str]]:
        """Return where the phrase ends and who, if it goes on with `by` and a name."""
        link = self._scene.lexicon.by.match(self._scene.text, place)
        if not link:
            return place, frozenset()
        for at in range(link.end(), link.end() + _TITLES):
            hit = self._scene.starting.get(at)
            visitor = self._person(hit)
            if hit is not None and visitor is not None:
                return hit.end, frozenset({visitor})
            if self._scene.text[at : at + 1] in ",;\n":
                break
        return place, frozenset()

    def _again(self, place: int) -> int:
        again = self._scene.lexicon.again.match(self._scene.text, place)
        return again.end() if again else place

    def _went(self, visitors: frozenset[str], where: Hit) -> list[Event]:
        """Return the visits to a place by one of some visitors, if it is not their own state."""
        place = where.forms[0].entity
        states = self._scene.of_states.of(place)
        return [
            event
            for event in self._all
            if (event.place == place or states == {event.place})
            and any(
                one in visitors and not self._scene.of_states.of(one) & states
                for one in event.participants
            )
        ]

    def _of_sentence(self, possible: list[Event], place: int) -> list[Event]:
        """Return the visits that a date later in the sentence fits."""
        dates = dated.dates_after(place, self._scene)
        return [
            one for one in possible if any(periods.meet(one.date, told.value) for told in dates)
        ]

    def _nearest(self, possible: list[Event], *, ahead: bool = False) -> list[Event]:
        """Return the visits told without a date: the release's own, a recent, an announced one."""
        own = [one for one in possible if one.id in self._scene.reading.events]
        day = self._scene.day
        if own or day is None:
            return own
        ago = [(periods.days_before(one.date, day), one) for one in possible]
        recent = [one for days, one in ago if days is not None and days <= _NEAR]
        if recent or not ahead:
            return recent
        return [
            one for days, one in ago if days is None and periods.days_ahead(one.date, day) <= _AHEAD
        ]

    def _goes_on(self, hit: PhraseHit) -> bool:
        return any(one.start > hit.start and one.start < hit.end for one in self._scene.phrases)

    def _is_place(self, hit: Hit) -> bool:
        form = hit.forms[0]
        return form.use == "name" and isinstance(self._scene.gazetteer.entities[form.entity], Place)

    def _person(self, hit: Hit | None) -> str | None:
        if hit is None:
            return None
        people = {form.entity for form in hit.forms}
        entities = self._scene.gazetteer.entities
        one = next(iter(people)) if len(people) == 1 else None
        return one if one is not None and isinstance(entities[one], Person) else None
