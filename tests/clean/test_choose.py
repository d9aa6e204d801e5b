"""Which profile fits: signs are scored, and `none` is an answer."""

from __future__ import annotations

from typing import Any

import pytest

from generator.clean.choose import choose, score, seen
from generator.clean.sheet import opened
from tests.clean.built import site

LOOK = seen(opened("First\nWire\nLast").pieces, "https://news.example/a", "<p class=x>")


def _fits(id_: str, *signs: dict[str, Any], at_least: int = 1) -> Any:
    return site(id=id_, detect={"signs": list(signs), "at_least": at_least})


@pytest.mark.parametrize(
    ("sign", "wanted"),
    [
        ({"pattern": "^Wire$"}, 1),
        ({"pattern": "^wire$"}, 0),
        ({"pattern": "^Wire$", "where": "first-line"}, 0),
        ({"pattern": "^First$", "where": "first-line", "score": 3}, 3),
        ({"pattern": "^Last$", "where": "last-line"}, 1),
        ({"pattern": "^Wire$", "where": "last-line"}, 0),
        ({"pattern": "news\\.example", "where": "url"}, 1),
        ({"pattern": "class=x", "where": "html"}, 1),
        ({"pattern": "^First$", "score": -2}, -2),
    ],
)
def test_a_sign_is_looked_for_where_it_says(sign: dict[str, Any], wanted: int) -> None:
    """In a line, the first, the last, the address or the page's source."""
    assert score(_fits("a", sign), LOOK) == wanted


def test_the_best_that_reaches_what_it_asks_is_chosen() -> None:
    """A profile that asks for more than it finds is none, however much it finds."""
    weak = _fits("weak", {"pattern": "Wire"})
    strong = _fits("strong", {"pattern": "Wire", "score": 2})
    wary = _fits("wary", {"pattern": "Wire", "score": 3}, at_least=4)

    assert choose([weak, strong, wary], LOOK) is strong


def test_none_is_chosen_when_none_or_two_fit_alike() -> None:
    """Nothing is guessed between two."""
    one, two = _fits("one", {"pattern": "Wire"}), _fits("two", {"pattern": "Wire"})

    assert choose([one, two], LOOK) is None
    assert choose([_fits("no", {"pattern": "Nowhere"})], LOOK) is None
    assert choose([], LOOK) is None


@pytest.mark.parametrize("where", ["url", "html"])
def test_a_text_alone_has_neither_address_nor_source(where: str) -> None:
    """No sign is found in what is not there, whatever it looks for."""
    assert score(_fits("a", {"pattern": ".", "where": where}), seen(opened("One").pieces)) == 0
