"""Several versions of one release: present, altered, not seen."""

from __future__ import annotations

from generator.model import Relation
from generator.wording.versions import versions
from tests.wording import texts

SAID = "The two sides met in Harbour. They voiced a firm will to fish together for ever. Peace followed."
RETOLD = "The two sides met in Harbour. They voiced a lasting will to fish together for ever."
KEYS = ("2024-01-01-a", "2024-01-02-b", "2024-01-03-c")
TIES = (
    Relation("same-release", KEYS[0], KEYS[1]),
    Relation("same-text", KEYS[2], KEYS[0]),
    Relation("same-event", KEYS[0], "elsewhere"),
)


def test_each_sentence_is_present_altered_or_not_seen() -> None:
    """Against the first version by date; in a copy that is not whole, missing is not known."""
    lost = texts.capture(KEYS[2], incomplete="its end is lost")
    made = texts.wording(
        texts.release(KEYS[0], SAID),
        texts.release(KEYS[1], RETOLD),
        texts.release(KEYS[2], "The two sides met in Harbour."),
        captures=(lost,),
    )
    (found,) = versions(TIES, made.readings)

    assert [[state for _, state in row.states] for row in found.rows] == [
        ["present", "present"],
        ["altered", "not known"],
        ["not seen", "not known"],
    ]
    assert "".join(row.text for row in found.rows) == SAID.replace(". ", ".")


def test_a_release_without_versions_has_no_page() -> None:
    """One text is no comparison."""
    made = texts.wording(texts.release(KEYS[0], SAID))

    assert versions((), made.readings) == ()
