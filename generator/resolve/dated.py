"""Names of events and series: which of several events of one name is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.authority import Event, Place, Series
from generator.resolve import joined, periods
from generator.resolve.dates import find_dates
from generator.resolve.forms import Form
from generator.resolve.found import Found, ambiguous
from generator.resolve.gazetteer import Hit
from generator.resolve.scene import Scene

# Agencies report an event within days and go on speaking of it without a date for some weeks.
_NEAR = 45
_WINDOW = 60
_LINKS = 3
_SENTENCE = re.compile(r"(?:[^.\n]|\.(?! ))*")


class Told(NamedTuple):
    """A date that the phrase tells, and where the phrase ends."""

    end: int
    value: str


def settle(hit: Hit, forms: tuple[Form, ...], scene: Scene) -> Iterator[Found]:
    """Yield the mention of an event or series, if the words can be its name here.

    In this order: the date in the phrase, the ordinal before it, the events the release is about,
    the nearest one before the release's day (if the text names somebody who took part, or its
    place), the one event of that name so far, the series (if it had begun).
    What none of these settles is ambiguous. A date or ordinal that fits no event is another
    event's: then nothing is named.

    Source: DESIGN, resolving and relating.
    """
    if not _is_ours(hit, forms, scene):
        return
    events = _records(forms, scene)
    told = told_date(hit.end, scene)
    if told is not None:
        events = [one for one in events if periods.meet(one.date, told.value)]
        if len(events) == 1:
            yield Found(hit.start, told.end, (events[0].id,), "named", "event:date")
        return
    ordinal = scene.lexicon.ordinal.at(scene.text, hit.start)
    if ordinal and any(one.series for one in events):
        yield from _by_ordinal(hit, ordinal.start(1), ordinal[1], events, scene)
        return
    yield from _undated(hit, forms, events, scene)


def told_date(place: int, scene: Scene) -> Told | None:
    """Return the date that a phrase goes on to tell from `place` on: `held in X in June 2024`."""
    held = scene.lexicon.held.match(scene.text, place)
    if not held:
        return None
    if held.end() > place and (told := date_at(held.end() + 1, scene)):
        return told
    place = held.end()
    for _ in range(_LINKS):
        link = scene.lexicon.preposition.match(scene.text, place)
        if not link:
            return None
        if told := date_at(link.end(), scene):
            return told
        where = scene.starting.get(link.end())
        if where is None or not isinstance(_record(where, scene), Place):
            return None
        place = where.end
    return None


def date_at(place: int, scene: Scene) -> Told | None:
    """Return the date whose words begin at `place` of the text, if it can be known."""
    words = scene.text[place : place + _WINDOW].partition("\n")[0]
    for found in find_dates(words, anchor=_anchor(scene.day)):
        if found.start == 0 and found.value is not None:
            return Told(place + found.end, found.value)
    return None


def dates_after(place: int, scene: Scene) -> list[Told]:
    """Return the dates told from `place` on to the end of the sentence, that can be known."""
    words = _SENTENCE.match(scene.text, place)
    found = find_dates(words[0] if words else "", anchor=_anchor(scene.day))
    return [Told(place + one.end, one.value) for one in found if one.value is not None]


def _undated(
    hit: Hit, forms: tuple[Form, ...], events: list[Event], scene: Scene
) -> Iterator[Found]:
    day = scene.day
    past = [one for one in events if day is None or periods.days_before(one.date, day) is not None]
    for rule, some in _narrowed(past, scene):
        if len(some) == 1:
            yield Found(hit.start, hit.end, (some[0].id,), "named", rule)
            return
    series = {form.entity for form in forms if _is_series(form.entity, scene)}
    # A series that has not begun is not spoken of by a name that others share.
    series |= {one.series for one in past if one.series}
    if len(series) == 1:
        yield Found(hit.start, hit.end, tuple(series), "named", "series")
    elif past:
        candidates = tuple(one.id for one in past)
        yield ambiguous(hit.start, hit.end, candidates, "several-events")


def _narrowed(past: list[Event], scene: Scene) -> Iterator[tuple[str, list[Event]]]:
    yield "event:main", [one for one in past if one.id in scene.reading.events]
    day = scene.day
    if day is not None:
        near = [(periods.days_before(one.date, day), one) for one in past if one.series]
        recent = [one for days, one in near if days is not None and days <= _NEAR]
        yield "event:near", [one for one in recent if _in_sight(one, scene)]
    yield "event:only", [] if any(one.series for one in past) else past


def _in_sight(event: Event, scene: Scene) -> bool:
    """Tell whether the text names somebody who took part, or the place."""
    return not scene.named.isdisjoint({*event.participants, event.place})


def _by_ordinal(
    hit: Hit, start: int, word: str, events: list[Event], scene: Scene
) -> Iterator[Found]:
    number = scene.lexicon.ordinals.index(word.lower()) + 1
    stated = [one for one in events if one.ordinal_status == "stated"]
    fitting = [one for one in stated if one.ordinal == number]
    if len(fitting) == 1:
        yield Found(start, hit.end, (fitting[0].id,), "named", "event:ordinal")
    else:
        candidates = tuple(one.id for one in events if one not in stated)
        yield ambiguous(start, hit.end, candidates, "event:ordinal")


def _is_ours(hit: Hit, forms: tuple[Form, ...], scene: Scene) -> bool:
    """Tell whether nothing in or near the words says that others' events are meant."""
    wanted = _states(forms, scene)
    for pair in (joined.before(hit.start, scene), joined.after(hit.end, scene)):
        if pair is not None and (pair.states is None or (wanted and pair.states != wanted)):
            return False
    return wanted <= scene.states or joined.names_states(hit, scene)


def _states(forms: tuple[Form, ...], scene: Scene) -> frozenset[str]:
    return scene.of_states.of_all(form.entity for form in forms)


def _records(forms: tuple[Form, ...], scene: Scene) -> list[Event]:
    records = (scene.gazetteer.entities[form.entity] for form in forms)
    return [one for one in records if isinstance(one, Event)]


def _is_series(entity: str, scene: Scene) -> bool:
    return isinstance(scene.gazetteer.entities[entity], Series)


def _record(hit: Hit, scene: Scene) -> object:
    return scene.gazetteer.entities[hit.forms[0].entity]


def _anchor(day: str | None) -> date | int | None:
    if day is None:
        return None
    first = periods.bounds(day)[0]
    return date.fromisoformat(day) if len(day) == len(first) else int(first[:4])
