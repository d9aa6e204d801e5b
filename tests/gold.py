"""The five seeds as the gold reads them, as an archive: for tests of resolving and relating.

The gold lies beside the project (`../shared/gold`); where it is absent the tests that need it skip.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from generator.model import Archive, Block, Claim, DateClaim, Dateline, Release, ReleaseHead

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
GOLD = SHARED / "gold"

IDS = {
    "000_edff5feee0b5e415": "2024-01-20-naenara-foreign-minister-visit-to-russia",
    "001_b3d7a488b788b6fb": "2024-11-02-voice-of-korea-strategic-dialogue",
    "002_ead5845c8101bc53": "2024-01-17-the-diplomatic-insight-foreign-minister-visit-to-russia",
    "003_b1aa9356793e5793": "2025-04-24-pyongyang-times-historic-event",
    "004_2764f9c59a526e05": "2025-07-13-kcna-second-strategic-dialogue",
}
KINDS = {
    "press release": "press-release",
    "press statement": "press-statement",
    "news report": "news-report",
    "article": "article",
}
OTHERWISE = {
    "org:kremlin": "kremlin-administration",
    "place:kremlin": "moscow-kremlin",
    "org:kcna": "korean-central-news-agency",
}


def ours(gold_id: str) -> str:
    """Return the id of our record for an id of the gold."""
    return OTHERWISE.get(gold_id, gold_id.partition(":")[2])


def readings() -> dict[str, dict[str, Any]]:
    """Return the gold of each seed, by the seed's name, in order."""
    return {
        path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(GOLD.glob("0*.yaml"))
    }


def release(name: str, gold: dict[str, Any]) -> Release:
    """Return the release that a perfect reading of one seed gives."""
    line = gold["dateline"]
    title = gold["title"]
    head = ReleaseHead(
        id=IDS[name],
        title=Claim(
            value=title["text"], status="supplied" if title["status"] == "derived" else "stated"
        ),
        outlet=gold["outlet"]["id"],
        kind=KINDS[gold["genre"]],
        language=gold["language"],
        published=DateClaim(value=gold["date"]["value"], status=gold["date"]["status"]),
        dateline=Dateline(text=line["text"], date=line["date"]) if line else None,
        author=Claim(value=gold["author"]["text"]) if gold["author"] else None,
        section=Claim(value=gold["section"]["text"]) if gold["section"] else None,
        capture=f"{gold['outlet']['id']}/{name.partition('_')[2]}",
    )
    return Release(head, tuple(Block(block["id"], block["text"]) for block in gold["body"]))


def releases() -> dict[str, Release]:
    """Return the five releases by their id."""
    made = (release(name, gold) for name, gold in readings().items())
    return {one.id: one for one in sorted(made, key=lambda one: one.id)}


def archive(**parts: Any) -> Archive:
    """Return an archive of the five releases; `parts` fill the rest of it."""
    empty: dict[str, Any] = {"captures": {}, "outlets": {}, "entities": {}, "kinds": {}}
    return Archive(**{"releases": releases(), **empty, **parts})
