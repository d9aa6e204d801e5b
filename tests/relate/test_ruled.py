"""What persons say of two releases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Archive, Relation, Release
from generator.relate import found, idle_denials, relations
from generator.relate.ruled import MIRRORED, rule
from tests.relate import build

TEXT = " ".join(f"word{number}" for number in range(40))


def pair(*rulings: dict[str, str], text: str = TEXT) -> Archive:
    """Return an archive of a release with rulings, and a reprint of it."""
    one = build.release("one", TEXT, relations=rulings)
    return build.archive(one, build.release("two", text))


def types(archive: Archive) -> list[tuple[str, str, str]]:
    """Return the relations of an archive without mentions."""
    return [(one.type, one.source, one.target) for one in relations(archive, {})]


def test_a_denied_relation_is_gone_from_both_sides() -> None:
    """Who denies that two texts are one denies it of either."""
    denied = {"type": "same-text", "target": "two", "deny": "true"}

    assert types(pair()) == [("same-text", "one", "two"), ("same-text", "two", "one")]
    assert types(pair(denied)) == []


def test_an_asserted_relation_stands_beside_what_the_rules_find() -> None:
    """An asserted relation is there from both sides, with the person's reason."""
    said = {"type": "next-in-series", "target": "two", "note": "the ministry counts it so"}

    (next_, back) = relations(pair(said, text="else"), {})

    assert (next_.type, next_.source, next_.target) == ("next-in-series", "one", "two")
    assert (back.type, back.source, back.target) == ("previous-in-series", "two", "one")
    assert next_.evidence == ("one#relations", "the ministry counts it so")


def test_to_assert_what_is_found_changes_nothing() -> None:
    """An assertion of what the rules find leaves their evidence."""
    assert relations(pair({"type": "same-text", "target": "two"}), {}) == relations(pair(), {})


def test_a_ruling_on_a_release_that_is_not_here_is_passed_over() -> None:
    """Only `check` speaks of it."""
    assert types(pair({"type": "refers-to", "target": "gone"}, text="else")) == []


@pytest.mark.parametrize(("text", "idle"), [(TEXT, []), ("something else", [("one", 0)])])
def test_a_denial_that_denies_nothing_is_told(text: str, idle: list[tuple[str, int]]) -> None:
    """When no rule finds the relation any more, the denial is idle."""
    archive = pair({"type": "same-text", "target": "two", "deny": "true"}, text=text)

    assert list(idle_denials(found(archive, {}), archive.releases)) == idle


RELEASES = ("one", "two", "three")
TIES = st.builds(
    Relation,
    st.sampled_from(sorted(MIRRORED)),
    st.sampled_from(RELEASES),
    st.sampled_from(RELEASES),
)
RULINGS = st.lists(
    st.fixed_dictionaries(
        {
            "type": st.sampled_from(sorted(MIRRORED)),
            "target": st.sampled_from(RELEASES),
            "deny": st.just("true"),
        }
    ),
    max_size=3,
)


@given(st.lists(TIES, max_size=8), RULINGS)
def test_denying_only_removes(ties: list[Relation], denials: list[dict[str, str]]) -> None:
    """What is left after denials was found, and nothing that is denied is left."""
    releases: dict[str, Release] = {id_: build.release(id_, "text") for id_ in RELEASES}
    releases["one"] = build.release("one", "text", relations=denials)

    left = list(rule(ties, releases))

    assert set(left) <= set(ties)
    for denied in denials:
        assert not any(
            (one.type, one.source, one.target) == (denied["type"], "one", denied["target"])
            for one in left
        )


def test_what_is_told_from_one_side_only_is_asserted_from_one_side() -> None:
    """An asserted announcement has no reverse."""
    said = {"type": "announces", "target": "two"}

    assert types(pair(said, text="else")) == [("announces", "one", "two")]
