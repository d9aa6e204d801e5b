"""Names settled one by one: by their contexts, and by what stands around them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.authority import Event, Instrument, Person, Place, Series
from generator.resolve import dated, pacts
from generator.resolve.forms import Form
from generator.resolve.found import Found, ambiguous
from generator.resolve.gazetteer import Hit
from generator.resolve.scene import Scene


def plain_names(scene: Scene) -> list[Found]:
    """Settle the names of people, organisations and places, and the demonyms.

    Returns:
        One for each hit that names or may name something; hits may still overlap.
    """
    found = [one for hit in scene.hits if (one := _settle(hit, scene)) is not None]
    return _without_adjectives(found, scene)


def agreed_names(scene: Scene) -> list[Found]:
    """Settle the names of events, series and instruments; asks which states the text names."""
    found: list[Found] = []
    for hit in scene.hits:
        forms = _allowed(hit, scene)
        kinds = {type(scene.gazetteer.entities[form.entity]) for form in forms}
        if kinds & {Event, Series}:
            found.extend(dated.settle(hit, forms, scene))
        elif Instrument in kinds:
            found.extend(pacts.settle(hit, forms, scene))
    return _whole(found)


def _without_adjectives(found: list[Found], scene: Scene) -> list[Found]:
    """Leave out the demonyms in names of places: the Ruritanian Sea is not the sea of X."""
    places = {
        place
        for one in found
        if one.layer == "named" and any(_is_place(entity, scene) for entity in one.entities)
        for place in range(one.start, one.end)
    }
    return [one for one in found if one.layer != "demonym" or one.start not in places]


def _is_place(entity: str, scene: Scene) -> bool:
    return isinstance(scene.gazetteer.entities[entity], Place)


def _whole(found: list[Found]) -> list[Found]:
    """Leave out names that are but a piece of another (`dialogue` in `ministerial dialogue`)."""
    kept: list[Found] = []
    furthest = 0
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.end > furthest or (kept and one[:2] == kept[-1][:2]):
            kept.append(one)
        furthest = max(furthest, one.end)
    return kept


def _settle(hit: Hit, scene: Scene) -> Found | None:
    forms = [form for form in hit.forms if form.use != "surname"]
    kinds = {type(scene.gazetteer.entities[form.entity]) for form in forms}
    if not forms or kinds & {Event, Series, Instrument}:
        return None
    if kinds == {Place} and _is_other_place(hit, scene):
        return None
    allowed = _allowed(hit, scene)
    if not allowed:
        return ambiguous(hit.start, hit.end, tuple({one.entity for one in forms}), "no-context")
    return _one_of(hit, allowed, scene)


def _allowed(hit: Hit, scene: Scene) -> tuple[Form, ...]:
    """Return the forms whose needs are met; a met need goes before a form without any."""
    forms = [form for form in hit.forms if form.use != "surname"]
    contexts = scene.lexicon.contexts
    met = tuple(
        form
        for form in forms
        if form.needs in contexts and contexts[form.needs].holds(scene.text, hit.start, hit.end)
    )
    return met or tuple(form for form in forms if form.needs is None)


def _one_of(hit: Hit, forms: tuple[Form, ...], scene: Scene) -> Found | None:
    entities = tuple(sorted({form.entity for form in forms}))
    first = forms[0]
    if len(entities) > 1:
        return ambiguous(hit.start, hit.end, entities, "several-records")
    if _may_be_another(hit, first, scene):
        return ambiguous(hit.start, hit.end, entities, "shared-name")
    if first.use == "demonym":
        return Found(hit.start, hit.end, entities, "demonym", "demonym")
    if _is_part_of_longer(hit, first, scene):
        return Found(hit.start, hit.end, entities, "inner", "part-of-longer-name")
    context = scene.lexicon.contexts.get(first.needs or "")
    layer = context.layer if context else "named"
    if layer == "nominal" and _goes_on(hit, scene):
        return None
    rule = f"context:{context.id}" if context else first.rule
    return Found(hit.start, hit.end, entities, layer, _metonym(hit, first, scene) or rule)


def _may_be_another(hit: Hit, form: Form, scene: Scene) -> bool:
    """Tell whether the name is one that others bear too, with no office in the sentence."""
    record = scene.gazetteer.entities[form.entity]
    if not isinstance(record, Person) or not record.shared:
        return False
    sentence = scene.reading.sentence(hit.start, hit.end).lower()
    return not any(office.title.lower() in sentence for office in record.offices)


def _goes_on(hit: Hit, scene: Scene) -> bool:
    """Tell whether a description goes on with a capital: then it is a piece of a name."""
    after = scene.text[hit.end : hit.end + 2]
    return after[:1] == " " and after[1:].isupper() and not scene.reading.is_heading(hit.start)


def _is_other_place(hit: Hit, scene: Scene) -> bool:
    """Tell whether the words before a place's name make it another's: a compass point, a thing."""
    if scene.lexicon.compass.at(scene.text, hit.start):
        return True
    demonym = any(form.use == "demonym" for form in hit.forms)
    return not demonym and bool(scene.lexicon.thing.at(scene.text, hit.start))


def _is_part_of_longer(hit: Hit, form: Form, scene: Scene) -> bool:
    """Tell whether the name is part of one that has no record: a paper, a university, an order.

    A state's name is part of the name right after it only (`Ruritania Post`), since states stand
    before the names of all their bodies.
    """
    record = scene.gazetteer.entities[form.entity]
    if not isinstance(record, Person | Place):
        return False
    lexicon, text = scene.lexicon, scene.text
    is_state = isinstance(record, Place) and record.state
    near = is_state or scene.reading.is_heading(hit.start)
    head = (lexicon.near_name_head if near else lexicon.name_head).match(text, hit.end)
    if head:
        return not any(place in scene.starting for place in range(hit.end + 1, head.end()))
    return isinstance(record, Person) and bool(lexicon.person_head.at(text, hit.start))


def _metonym(hit: Hit, form: Form, scene: Scene) -> str | None:
    """Return the rule's name if a capital's name speaks for its state here."""
    record = scene.gazetteer.entities[form.entity]
    if not isinstance(record, Place) or record.metonym_for is None:
        return None
    return next(_metonyms(hit, scene), None)


def _metonyms(hit: Hit, scene: Scene) -> Iterator[str]:
    for context in scene.lexicon.contexts.values():
        if context.metonym and context.holds(scene.text, hit.start, hit.end):
            yield f"context:{context.id}"
