"""A made-up series of two dialogues with a news report and a second outlet: for pages on wording."""

from __future__ import annotations

from functools import cache

from generator.authority import AlignmentRuling, Event, Formula, Person, Place, Series, SlotLabel
from generator.changes import short_hash
from generator.model import Archive, KindTerm, Outlet, Release, Rights
from generator.pages.holdings import Holdings
from generator.relate import relations
from generator.resolve import mentions
from generator.vocabulary import Commitment, Slot, Vocabulary, WordList
from tests.wording import texts

FIRST, SECOND, REPORT = "2024-05-02-dialogue", "2025-05-03-dialogue", "2025-05-04-report"
RETOLD, LOST = "2025-05-05-dialogue-retold", "2025-05-06-dialogue-lost"
OPENING = "A dialogue between Ann Example, foreign minister of Artania, and Bo Sample, foreign minister of Borduria, was held in Harbour on May {}."
BLAME = "Both sides blamed the provocative acts of Cordonia for the tension in the strait."
NOW = "Both sides blamed hostile moves for the tension in the strait and voiced a firm will to fish together."
SUPPORT = ("The Artanian side expressed full support to the measures of Borduria to keep the peace.",
           "The Bordurian side expressed full support to the measures of Artania to keep the peace.")  # fmt: skip
NEXT = "The ministers agreed to keep holding the dialogue."
NEXT_NOW = "The ministers agreed to keep holding the dialogue every year."

ENTITIES = (
    Person(id="ann-example", heading="Ann Example", order="given-first", family="Example"),
    Person(id="bo-sample", heading="Bo Sample", order="given-first", family="Sample"),
    Place(id="artania", heading="Artania", state=True, demonyms=("Artanian",)),
    Place(id="borduria", heading="Borduria", state=True, demonyms=("Bordurian",)),
    Place(id="cordonia", heading="Cordonia", state=True),
    Place(id="harbour", heading="Harbour"),
    Event(id="dialogue-2024", heading="Dialogue of 2024", date="2024-05-01", series="dialogue", place="harbour"),
    Event(id="dialogue-2025", heading="Dialogue of 2025", date="2025-05-02", series="dialogue", place="harbour"),
    Formula(id="firm-will", heading="firm will", patterns=("firm will",)),
    Formula(id="full-support", heading="full support", patterns=("full support",)),
    Formula(id="provocative-acts", heading="provocative acts", patterns=("provocative acts",)),
    Series(
        id="dialogue",
        heading="Dialogue of the ministers",
        parties=("artania", "borduria"),
        slots=("blamed", "next"),
        labels=(SlotLabel(at=f"{SECOND}#p4", slot="next", text=short_hash(NEXT_NOW), read_by="the editors", read_on="2026-01-02"),
                SlotLabel(at=f"{FIRST}#p2", slot="blamed", text=short_hash("Older words."))),
        alignments=(
            AlignmentRuling(one=f"{FIRST}#p2", other=f"{SECOND}#p2", kind="variant", texts=(short_hash(BLAME), short_hash(NOW)),
                            read_by="the editors", read_on="2026-01-02", note="the same blame, without the name"),
            AlignmentRuling(one=f"{FIRST}#p4", other=f"{SECOND}#p1", kind="none", texts=(short_hash(NEXT), short_hash("Older words."))),
        ),
    ),
)  # fmt: skip
VOCABULARY = Vocabulary(
    words=(WordList(id="address", role="address", words=("minister",)),),
    commitments=(
        Commitment(id="agreed", label="agreed", strength=5, definition="A.", patterns=("agreed to",)),
        Commitment(id="support", label="voiced support", strength=3, definition="S.", patterns=("expressed full support",)),
    ),
    slots=(
        Slot(id="blamed", label="Third parties blamed", definition="Who is blamed.", patterns=("provocative acts of [a-z]+", "hostile moves")),
        Slot(id="next", label="Next steps", definition="What comes next.", patterns=("agreed to [a-z ]+",)),
    ),
)  # fmt: skip
KINDS = (
    KindTerm(id="press-release", label="press release", level=4, definition="P."),
    KindTerm(id="news-report", label="news report", level=6, definition="N."),
)


def _release(key: str, *paragraphs: str, event: str, **head: str) -> Release:
    return texts.release(key, *paragraphs, **{"kind": "press-release", "events": (event,), **head})


@cache
def holdings() -> Holdings:
    """Return the archive with all that pages ask of it."""
    said = (OPENING.format(2), NOW, SUPPORT[1], NEXT_NOW)
    releases = (
        _release(FIRST, OPENING.format(1), BLAME, SUPPORT[0], NEXT, event="dialogue-2024"),
        _release(SECOND, *said, event="dialogue-2025"),
        _release(REPORT, "Ann Example and Bo Sample met in Harbour. Both “voiced a firm will to fish together”, officials said.",
                 "Fishermen in Cordonia protested at night.", "Prices of herring rose.", "A storm is expected on Monday.", event="dialogue-2025", kind="news-report", outlet="herald"),
        _release(RETOLD, *said[:3], NEXT_NOW.replace("every year", "each year"), event="dialogue-2025", outlet="mirror"),
        _release(LOST, *said[:2], event="dialogue-2025", outlet="herald"),
    )  # fmt: skip
    outlets = (
        Outlet(id="gazette", name="The Gazette", kind="newspaper"),
        Outlet(id="herald", name="The Herald", kind="agency"),
        Outlet(id="mirror", name="The Mirror", kind="newspaper", rights=Rights(display="full")),
    )
    lost = texts.capture(LOST, incomplete="its end is lost")
    archive = Archive(
        releases={one.id: one for one in releases},
        captures={f"gazette/{LOST}": lost},
        outlets={one.id: one for one in outlets},
        entities={one.id: one for one in ENTITIES},
        kinds={one.id: one for one in KINDS},
        vocabulary=VOCABULARY,
    )
    named = mentions(archive)
    return Holdings(archive, named, relations(archive, named))
