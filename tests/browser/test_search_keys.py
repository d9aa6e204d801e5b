"""The browser's twin of `generator.lookup` gives the same answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.browser.conftest import Reader

pytestmark = pytest.mark.browser

VECTORS = json.loads((Path(__file__).parents[1] / "lookup" / "vectors.json").read_text("utf-8"))


def test_keys_and_signs_are_made_alike(reader: Reader) -> None:
    """Every vector that Python is held to, in the module that the search page loads."""
    page = reader.open("/search/")
    made = page.evaluate(
        """async ({ keys, days }) => {
          const { key, daySign } = await import("/assets/search/key.js");
          return { keys: keys.map(([text]) => [text, key(text)]), days: days.map(([date]) => [date, daySign(date)]) };
        }""",
        VECTORS,
    )

    assert made == VECTORS


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("lavrof", "lavrov", 1), ("unvieling", "unveiling", 1), ("abc", "abc", 0), ("", "ab", 2), ("abcdef", "uvwxyz", None)],
)  # fmt: skip
def test_letters_that_changed_places_count_once(
    reader: Reader, one: str, other: str, expected: int | None
) -> None:
    """The distance by which misspelt words are told; beyond two nothing is near."""
    page = reader.open("/about/")
    made = page.evaluate(
        """async ([one, other]) => (await import("/assets/search/key.js")).distance(one, other, 2)""",
        [one, other],
    )

    assert made == (expected if expected is not None else float("inf"))
