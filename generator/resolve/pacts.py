"""Names of treaties, agreements and plans: whose they are, and how far the name goes."""

from __future__ import annotations

from collections.abc import Iterator

from generator.authority import Instrument
from generator.resolve import joined, periods
from generator.resolve.forms import Form
from generator.resolve.found import Found, ambiguous
from generator.resolve.gazetteer import Hit
from generator.resolve.scene import Scene


def settle(hit: Hit, forms: tuple[Form, ...], scene: Scene) -> Iterator[Found]:
    """Yield the mention of an instrument, if the words can be its name here.

    Many treaties have like names. One is meant only if it existed when the text was written, if
    the text speaks of all its parties, and if no others are named with it. Its parties' names
    right after it (`between A and B`) belong to the name.
    """
    parties = joined.after(hit.end, scene)
    if parties is not None and parties.states is None:
        return
    fitting = {
        form.entity: form
        for form in forms
        if _could_be(hit, form.entity, parties.states if parties else None, scene)
    }
    end = parties.end if parties else hit.end
    if len(fitting) > 1:
        yield ambiguous(hit.start, end, tuple(fitting), "several-records")
    for entity, form in fitting.items() if len(fitting) == 1 else ():
        context = scene.lexicon.contexts.get(form.needs or "")
        layer = context.layer if context else "named"
        yield Found(hit.start, end, (entity,), layer, form.rule)


def _could_be(hit: Hit, entity: str, parties: frozenset[str] | None, scene: Scene) -> bool:
    record = scene.gazetteer.entities[entity]
    if not isinstance(record, Instrument):
        return True
    states = scene.of_states.of(entity)
    if parties is not None and states and parties != states:
        return False
    if record.date and scene.day and periods.days_before(record.date, scene.day) is None:
        return False
    return states <= scene.states or joined.names_states(hit, scene)
