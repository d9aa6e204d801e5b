"""Who opens a paragraph."""

from __future__ import annotations

import pytest

from generator.model import Mention
from generator.relate.party import opening_party
from tests.relate import build

ENTITIES = {one.id: one for one in (build.ARTANIA, build.BORDURIA, build.CAPITAL, build.ANNA)}
CASES = [
    ("The Artanian side thanked Borduria.", [("Artanian", "artania")], "artania"),
    ("Artania thanked Borduria.", [("Artania", "artania"), ("Borduria", "borduria")], "artania"),
    ("Szohod protested.", [("Szohod", "szohod")], "borduria"),
    ("The Artania-Borduria ties grew.", [("Artania", "artania")], None),
    ("The Artanian and Bordurian sides met.", [("Artanian", "artania")], None),
    ("Artania’s and Borduria’s ministers met.", [("Artania", "artania")], None),
    ("Both sides thanked Artania.", [("Both sides", "artania borduria")], None),
    ("Anna thanked Artania.", [("Anna", "anna"), ("Artania", "artania")], None),
    ("In spring Artania spoke.", [("Artania", "artania")], None),
    ("Nobody is named.", [], None),
]


@pytest.mark.parametrize(("text", "named", "party"), CASES, ids=[case[0] for case in CASES])
def test_the_party_that_alone_opens_a_paragraph_speaks(
    text: str, named: list[tuple[str, str]], party: str | None
) -> None:
    """One state as the subject of the first words is the party; two, or none, are not."""
    release = build.release("one", text)
    mentions: list[Mention] = [
        build.names(release, words, *entities.split()) for words, entities in named
    ]

    assert opening_party(release.blocks[0], mentions, ENTITIES) == party
