"""How persons are styled."""

from __future__ import annotations

from tests.wording import texts


def styled(person: str) -> list[tuple[str, str]]:
    """Return the day and the whole style of each mention."""
    return [(one.release[:10], one.whole) for one in texts.seeds().styles[person]]


def test_titles_before_and_offices_after_a_name_are_told() -> None:
    """Honorific, post with its state, and the office in apposition."""
    assert ("2025-04-24", "respected Comrade Kim Jong Un") in styled("kim-jong-un")
    assert ("2024-11-02", "DPRK Foreign Minister Choe Son Hui") in styled("choe-son-hui")
    assert ("2025-07-13", "Sergei Lavrov, foreign minister of the Russian Federation") in styled("sergei-lavrov")  # fmt: skip


def test_a_style_ends_with_its_sentence_and_takes_no_other_name() -> None:
    """What ends the sentence before is no title, and another person no office."""
    whole = {style for person in texts.seeds().styles for _, style in styled(person)}

    assert not [
        style for style in whole if ". " in style.replace("S. V. ", "").replace("V. V. ", "")
    ]
    assert not [style for style in whole if "Peskov" in style and "Choe" in style]
