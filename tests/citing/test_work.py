"""What is cited of a release: its words, never a guess."""

from __future__ import annotations

from typing import Any

import pytest

from generator.authority import Entity, Organisation, Person
from generator.citing.work import Author, issued, work
from generator.model import Archive, Block, DateClaim, Outlet, Release, ReleaseHead
from generator.record import checked

HEAD: dict[str, Any] = {
    "id": "2024-talks", "title": "Talks", "outlet": "herald", "kind": "statement",
    "language": "en", "published": "2024-11-02", "capture": "herald/0123",
}  # fmt: skip


def held(**fields: Any) -> tuple[Archive, Release, str]:
    """Return an archive, its one release and its version; `fields` are of its head, None leaves one out."""
    head = {name: value for name, value in (HEAD | fields).items() if value is not None}
    release = Release(checked(ReleaseHead, head), (Block("p1", "Held."),))
    people: dict[str, Entity] = {
        "ann": Person(id="ann", heading="Ann Lee", order="given-first", family="Lee", given="Ann"),
        "bureau": Organisation(id="bureau", heading="Bureau of News"),
    }
    outlets = {"herald": Outlet(id="herald", name="The Herald", kind="newspaper")}
    archive = Archive({release.id: release}, {}, outlets, people, {})
    return archive, release, "0123456789ab"


@pytest.mark.parametrize(
    ("fields", "author"),
    [
        ({"author": "Ann Lee"}, Author("Ann Lee", "Lee", "Ann")),
        ({"author": "Maha A. Writer"}, Author("Maha A. Writer")),
        ({"agency": "bureau"}, Author("Bureau of News")),
        ({"agency": "nobody"}, Author("The Herald")),
        ({}, Author("The Herald")),
        ({"outlet": "unknown"}, Author("unknown")),
    ],
)
def test_the_author_is_who_is_named_else_whose_text_it_is(
    fields: dict[str, Any], author: Author
) -> None:
    """A name is parted only where a record tells its parts; an institution stays whole."""
    assert work(*held(**fields)).authors == (author,)


@pytest.mark.parametrize(
    ("claim", "days"),
    [
        ({"value": "2024-11-02"}, ((2024, 11, 2),)),
        ({"value": "2024-11", "precision": "month"}, ((2024, 11),)),
        (
            {"value": "2024-01-15/2024-01-17", "precision": "interval"},
            ((2024, 1, 15), (2024, 1, 17)),
        ),
        ({"value": "2024-01-15/2024-01-15"}, ((2024, 1, 15),)),
        ({"value": "2022-02-24/..", "precision": "interval"}, ((2022, 2, 24),)),
        ({"value": "2024-11-02", "precision": "not-after"}, ()),
    ],
)
def test_a_date_is_cited_as_precisely_as_it_is_known(
    claim: dict[str, str], days: tuple[tuple[int, ...], ...]
) -> None:
    """A bound is no date."""
    assert issued(checked(DateClaim, claim)) == days


def test_a_release_without_title_and_date_can_be_cited() -> None:
    """Its id stands for the title; the date stays empty."""
    cited = work(*held(title=None, published=None))

    assert (cited.title, cited.date, cited.issued) == ("[2024-talks]", "", ())


def test_a_title_is_one_line_that_reads_from_left_to_right() -> None:
    """Line ends, controls, marks of direction and private characters are no words of a title."""
    cited = work(*held(title="Talks\n\u202eheld\x00 \ue000 twice"))

    assert cited.title == "Talks held twice"
