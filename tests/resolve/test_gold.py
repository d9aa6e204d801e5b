"""The gold's five readings: what a careful reader finds, found."""

from __future__ import annotations

import pytest

from generator.resolve import mentions
from tests import gold
from tests.quality.resolving import Score, archive, scores

pytestmark = pytest.mark.skipif(
    not gold.GOLD.is_dir(), reason="../shared/gold is not here: put it beside the project"
)


@pytest.fixture(scope="module")
def by_layer() -> dict[str, Score]:
    """Score each layer once."""
    return scores(one for each in mentions(archive()).values() for one in each)


def test_every_name_of_the_gold_is_found_and_no_other(by_layer: dict[str, Score]) -> None:
    """Exact span and entity: precision and recall of the named layer are .97 at least."""
    assert by_layer["named"].precision >= 0.97
    assert by_layer["named"].recall >= 0.97


@pytest.mark.parametrize("layer", ["demonym", "nominal"])
def test_what_is_resolved_and_not_linked_is_mostly_right(
    by_layer: dict[str, Score], layer: str
) -> None:
    """Precision of demonyms and descriptions is .90 at least."""
    assert by_layer[layer].precision >= 0.90


def test_no_person_is_taken_for_another(by_layer: dict[str, Score]) -> None:
    """Nothing that is wrong names a person in the named layer."""
    people = {name for name, one in archive().entities.items() if type(one).__name__ == "Person"}

    assert not [key for key in by_layer["named"].wrong if people & set(key[-1])]
