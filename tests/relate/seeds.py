"""The first releases with the gold's own mentions and authority, for tests of relating."""

from __future__ import annotations

from typing import Any, Literal

import yaml

from generator.authority import Entity, Event, Instrument, Organisation, Person, Place, Series
from generator.model import Archive, Mention
from generator.vocabulary import Vocabulary, WordList
from tests import gold

STATES = frozenset({"dprk", "russia", "united-states", "ukraine", "soviet-union"})
PARTS = {
    "dprk-russia-summit-2023-09": "kim-visit-russia-2023-09",
    "dprk-russia-summit-2024-06": "putin-visit-dprk-2024-06",
    "lavrov-choe-talks-2024-01-16": "choe-visit-russia-2024-01",
    "putin-receives-choe-2024-01-16": "choe-visit-russia-2024-01",
}
"""What is part of what: the gold's authority does not say it, its relations take it for granted."""


VISITORS = {"putin-visit-dprk-2024-06": ("dprk", ("vladimir-putin", "kim-jong-un"))}
"""Where a visit went and who took part in it."""
VOCABULARY = Vocabulary(
    words=(
        WordList(id="en-to-visit", role="to-visit", words=("to visit", "will visit")),
        WordList(id="en-visited", role="visited", words=("visited",)),
    )
)


def entities() -> dict[str, Entity]:
    """Return the gold's authority as our records."""
    records = yaml.safe_load((gold.GOLD / "authority.yaml").read_text("utf-8"))
    made = (_entity(record) for record in records)
    return {one.id: one for one in made}


def _entity(record: dict[str, Any]) -> Entity:
    id_, heading = gold.ours(record["id"]), record["label"]
    match record["kind"]:
        case "person":
            return Person(id=id_, heading=heading, order=record.get("order", "given-first"))
        case "place":
            metonym = gold.ours(record["metonym_for"]) if "metonym_for" in record else None
            return Place(id=id_, heading=heading, state=id_ in STATES, metonym_for=metonym)
        case "event":
            series = gold.ours(record["series"]) if "series" in record else None
            place, people = VISITORS.get(id_, (None, ()))
            return Event(
                form="visit" if people else None,
                place=place,
                participants=people,
                id=id_,
                heading=heading,
                date=str(record["date"]),
                series=series,
                ordinal=record.get("ordinal"),
                part_of=PARTS.get(id_),
            )
        case "document":
            is_charter = id_ == "un-charter"
            form: Literal["charter", "agreement"] = "charter" if is_charter else "agreement"
            return Instrument(id=id_, heading=heading, form=form)
        case "series":
            return Series(id=id_, heading=heading)
        case _:
            return Organisation(id=id_, heading=heading)


def mentions() -> dict[str, tuple[Mention, ...]]:
    """Return the gold's mentions, by release."""
    return {
        gold.IDS[name]: tuple(_mention(gold.IDS[name], one) for one in reading["mentions"])
        for name, reading in gold.readings().items()
    }


def _mention(release: str, one: dict[str, Any]) -> Mention:
    named = one["entity"] if isinstance(one["entity"], list) else [one["entity"]]
    start, end = one["at"]
    return Mention(
        release=release,
        block=one["block"],
        start=start,
        end=end,
        text=one["text"],
        entities=tuple(gold.ours(entity) for entity in named),
        layer="inner" if one.get("inner") else one["layer"],
        rule="gold",
    )


def archive() -> Archive:
    """Return the first releases with the gold's authority."""
    return gold.archive(entities=entities(), vocabulary=VOCABULARY)
