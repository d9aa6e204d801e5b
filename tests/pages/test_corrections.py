"""Corrections that a reader can see: on the release, in one list, and at addresses that were left."""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from html import unescape
from typing import Any

from markdown import Markdown

from generator.changes import Change, Withdrawal, short_hash
from generator.model import Archive, Release
from generator.pages.whole import page_tree
from generator.record import checked
from tests.pages import made
from tests.pages.made import HOSTILE, LATER, REPORT, SHOWN, TALKS

OLD = "They met. <b>They</b> {{ 7*7 }} {#p1}"


def change(**fields: Any) -> Change:
    """Return an entry on the first paragraph of the made-up release, with some fields otherwise."""
    given = {"date": "2024-06-03", "what": "p1", "from": OLD, "why": "a line was missed", **fields}
    return checked(Change, given)


def archive(release: str = TALKS, *changes: Change, **head: Any) -> Archive:
    """Return the made-up archive with some changes told in one of its releases."""
    before = made.ARCHIVE.releases[release]
    after = Release(replace(before.head, changes=changes, **head), before.blocks)
    return dataclasses.replace(made.ARCHIVE, releases={**made.ARCHIVE.releases, release: after})


def tree(held: Archive) -> dict[str, str]:
    """Return the page tree as text."""
    pages = page_tree(held, made.MENTIONS, made.RELATIONS)
    return {path: page.decode() for path, page in pages.items()}


def html(page: str) -> str:
    """Return a page as readers get it."""
    return Markdown(extensions=["generator.pages.markdown"]).convert(page.split("\n---\n", 1)[1])


def test_both_wordings_of_a_changed_paragraph_stand_on_the_page() -> None:
    """The former one to the letter, where a link made to it leads; the present one beside it."""
    page = html(tree(archive(TALKS, change()))[f"releases/{TALKS}.md"])

    assert f'id="p1-{short_hash(SHOWN)}"' in page
    former = page.partition(f'<p id="p1-{short_hash(OLD)}">')[2].partition("</p>")[0]
    assert unescape(former) == f"It read: {OLD}"
    assert "<" not in former
    assert f"<p>It reads now: {SHOWN}</p>" in page
    assert "a line was missed" in page
    assert '<a href="#changes">what was changed</a>' in page


def test_a_page_without_changes_says_nothing_of_any() -> None:
    """Neither a note nor an empty part."""
    page = tree(archive())[f"releases/{TALKS}.md"]

    assert "::: changes" not in page
    assert "Changed after" not in page


def test_a_paragraph_that_is_new_or_gone_is_told_as_such() -> None:
    """A gone one keeps its former wording, and its number leads nowhere else."""
    changes = (
        change(what="p1", **{"from": None}),
        change(what="p9", gone="true", **{"from": "Gone."}),
    )
    page = html(tree(archive(TALKS, *changes))[f"releases/{TALKS}.md"])

    assert "¶ 9, taken out. a line was missed" in page
    assert ", new. a line was missed" in page
    assert f'<p id="p9-{short_hash("Gone.")}">It read: Gone.</p>' in page
    assert 'id="p9"' not in page


def test_a_former_wording_obeys_the_rights_of_the_text() -> None:
    """A former title stays readable; a former paragraph of a withheld text does not."""
    changes = (change(), change(what="title", **{"from": "Before"}))
    for release in (REPORT, LATER):
        page = tree(archive(release, *changes))[f"releases/{release}.md"]
        assert "They met." not in page
        assert "It read: Before" in page
        assert "a line was missed" in page


def test_the_list_has_every_correction_the_newest_first() -> None:
    """Each with its release, its place and its reason; hostile reasons are text."""
    held = archive(
        TALKS, change(why=HOSTILE), change(date="2024-07-01", what="title", why="Title.")
    )
    page = tree(held)["corrections.md"]

    assert page.index("Title.") < page.index("alert(1)")
    assert f"(releases/{TALKS}.md#p1)" in page
    assert "<script" not in html(page)
    assert "none so far" in tree(archive())["corrections.md"]


def test_a_withdrawn_release_leaves_a_tombstone() -> None:
    """At its address: when, why, at whose request; and a line in the list."""
    stone = Withdrawal(
        id="2024-05-09-taken-back", date="2024-06-09", why="It named a child.", by="person",
        outlet="gazette", replaced_by=TALKS,
    )  # fmt: skip
    paths = {**made.ARCHIVE.paths, stone.id: f"withdrawn/{stone.id}.yml"}
    pages = tree(dataclasses.replace(archive(), withdrawn={stone.id: stone}, paths=paths))

    page = pages[f"releases/{stone.id}.md"]
    assert "Withdrawn on 9 June 2024 at the request of a person" in page
    assert "It named a child." in page
    assert f"({TALKS}.md)" in page
    assert f'source: "withdrawn/{stone.id}.yml"' in page
    assert f"(releases/{stone.id}.md)" in pages["corrections.md"]
    assert stone.id not in pages["releases/index.md"]


def test_a_renamed_record_leads_on_from_its_former_address() -> None:
    """A release, an outlet, a person: the page there links to where the record is."""
    held = archive(TALKS, formerly=("2024-05-02-old-name",))
    person = replace(held.entities["ann-example"], formerly=("anne",))
    outlet = replace(held.outlets["herald"], formerly=("the-herald",))
    pages = tree(
        dataclasses.replace(
            held,
            entities={**held.entities, "ann-example": person},
            outlets={**held.outlets, "herald": outlet},
        )
    )

    assert f"({TALKS}.md)" in pages["releases/2024-05-02-old-name.md"]
    assert "(ann-example.md)" in pages["people/anne.md"]
    assert "(herald.md)" in pages["outlets/the-herald.md"]
    assert 'record: "moved"' in pages["people/anne.md"]


def test_one_wording_that_stood_twice_has_one_place() -> None:
    """No id stands twice on a page, also if a wording came back or was told twice."""
    back = change(**{"from": SHOWN})
    page = html(tree(archive(TALKS, back, change(), change()))[f"releases/{TALKS}.md"])

    assert page.count(f'id="p1-{short_hash(SHOWN)}"') == 1
    assert page.count(f'id="p1-{short_hash(OLD)}"') == 1
