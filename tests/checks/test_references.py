"""Ids lead to records of the right class."""

from __future__ import annotations

from typing import Any

import pytest

from generator.checks.references import unknown
from generator.clean.profile import SiteProfile
from generator.model import Outlet
from generator.record import checked
from generator.vocabulary import Context, Vocabulary
from tests.checks.small import capture, entity, release, subject, told

PLACE = entity("places", "alphaland")
PERSON = entity("people", "anna")


@pytest.mark.parametrize(
    ("part", "found"),
    [
        (release(outlet="gazete"), "talks outlet: `gazete` is not the id of an outlet"),
        (release(kind="talk"), "talks kind: `talk` is not the id of a kind"),
        (release(capture="gazette/a2"), "talks capture: `gazette/a2` is not the id of a capture"),
        (release(agency="agency"), "talks agency: `agency` is not the id of an organisation"),
        (release(agency="anna"), "talks agency: `anna` is a person, and `agency` names an org"),
        (release(events=["anna"]), "talks events.0: `anna` is a person, and `events` names an"),
        (
            release(relations=[{"type": "same-text", "target": "tlks"}]),
            "talks relations.0.target: `tlks` is not the id of a release",
        ),
        (
            release(rulings=[{"block": "p1", "text": "met", "entity": "ana"}]),
            "talks rulings.0.entity: `ana` is not the id of an entity",
        ),
        (capture(release="talk"), "gazette/a1 release: `talk` is not the id of a release"),
        (capture(aggregator="hub"), "gazette/a1 aggregator: `hub` is not the id of an outlet"),
        (
            capture(profiles={"site": "x", "agency": "y"}),
            "gazette/a1 profiles.site: `x` is not the id of a site profile",
        ),
        (
            Outlet(id="herald", name="Herald", kind="newspaper", country="anna"),
            "herald country: `anna` is a person, and `country` names a place",
        ),
        (entity("places", "b", part_of="c"), "b part_of: `c` is not the id of a place"),
        (entity("events", "b", series="anna"), "b series: `anna` is a person, and `series`"),
        (entity("instruments", "b", form="treaty", parties=["x"]), "b parties.0: `x` is not"),
        (entity("people", "b", see_also=["x"]), "b see_also.0: `x` is not the id of an entity"),
        (
            entity("people", "b", offices=[{"title": "x", "of": "anna"}]),
            "b offices.0.of: `anna` is a person, and `of` names an organisation or a place",
        ),
        (
            entity("people", "b", offices=[{"title": "x", "sources": [{"release": "y"}]}]),
            "b offices.0.sources.0.release: `y` is not the id of a release",
        ),
        (
            entity("people", "b", errors=[{"form": "x", "release": "y"}]),
            "b errors.0.release: `y` is not the id of a release",
        ),
        (
            entity("people", "b", variants=[{"form": "Bert", "needs": "nearby"}]),
            "b variants.0.needs: `nearby` is not the id of a context",
        ),
    ],
)
def test_an_id_that_leads_nowhere_is_found(part: Any, found: str) -> None:
    """Each field that names a record is followed."""
    whole = subject(release(), capture(), PLACE, PERSON, part)

    messages = told(unknown(whole))

    assert [message for message in messages if message.startswith(found)], messages


def test_the_nearest_id_is_proposed() -> None:
    """A slip of the pen gets the id that was meant, and the file in which a new one would stand."""
    (finding,) = unknown(subject(PLACE, entity("events", "b", place="alfaland")))

    assert finding.fix == "write `alphaland`, or add `authorities/places/alfaland.yml`"


def test_a_record_that_could_not_be_read_is_not_unknown() -> None:
    """A reference to a faulty file is no second fault."""
    whole = subject(entity("people", "b", see_also=["c"]), unsound=frozenset({"c"}))

    assert list(unknown(whole)) == []


def test_a_context_that_exists_is_known() -> None:
    """Contexts are a vocabulary, not entities."""
    vocabulary = Vocabulary(contexts=(Context(id="nearby", note="x"),))
    person = entity("people", "b", variants=[{"form": "Bert", "needs": "nearby"}])

    assert list(unknown(subject(person, vocabulary=vocabulary))) == []


def test_what_a_profile_sets_is_followed() -> None:
    """A profile may not give releases an outlet that does not exist, in any of its rules."""
    profile = checked(
        SiteProfile,
        {
            "id": "site",
            "detect": {},
            "sets": {"outlet": "gazete"},
            "drop": [{"id": "d", "reason": "r", "pattern": "x", "sets": {"aggregator": "hub"}}],
        },
    )
    whole = subject(
        sites={"site": profile}, profile_paths={"sites/site": "profiles/sites/site.yml"}
    )

    assert [message.partition(" is not")[0] for message in told(unknown(whole))] == [
        "profiles/sites/site.yml sets.outlet: `gazete`",
        "profiles/sites/site.yml drop.0.sets.aggregator: `hub`",
    ]
