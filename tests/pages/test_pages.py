"""The page tree of a made-up archive."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from generator.errors import Refused
from generator.model import Archive, Claim, Release
from generator.pages.whole import (
    OTHERS,
    by_themselves,
    of_all,
    of_entities,
    of_releases,
    page_tree,
    written_pages,
)
from tests.conftest import Golden
from tests.pages import made
from tests.pages.made import LATER, REPORT, TALKS

GOLDEN = Path(__file__).parent / "golden"
TREE = page_tree(made.ARCHIVE, made.MENTIONS, made.RELATIONS, made.DIGESTS)
LINK = re.compile(r"\]\(([^)\s]+)\)")


def text_of(path: str) -> str:
    """Return a page of the made-up archive."""
    return TREE[path].decode()


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (f"releases/{TALKS}.md", "release.md"),
        (f"releases/{REPORT}.md", "release-excerpt.md"),
        (f"releases/{LATER}.md", "release-metadata.md"),
        ("people/ann-example.md", "person.md"),
        ("events/talks-2024.md", "event.md"),
        ("series/talks.md", "series.md"),
        ("places/harbour.md", "place.md"),
        ("instruments/charter.md", "instrument.md"),
        ("outlets/mirror.md", "aggregator.md"),
        ("outlets/index.md", "outlets.md"),
        ("chronology.md", "chronology.md"),
        ("people/index.md", "people.md"),
        ("index.md", "home.md"),
        ("search.md", "search.md"),
        ("about.md", "about.md"),
        ("contribute/unsettled.md", "unsettled.md"),
    ],
)
def test_a_page_is_as_a_person_accepted_it(path: str, name: str, golden: Golden) -> None:
    """Each sort of page, whole; read the difference before you accept it."""
    golden(text_of(path), GOLDEN / name)


def test_the_pages_of_some_releases_and_all_others_are_the_whole_tree() -> None:
    """Made one after another, in any order and by halves, they are the same; each path once."""
    holdings = made.holdings()
    ids = [*made.ARCHIVE.releases]

    sheaves = (
        *of_all(holdings, reversed([*OTHERS])),
        *of_entities(holdings, reversed(by_themselves(holdings))),
        *of_releases(holdings, ids[2:]),
        *of_releases(holdings, ids[:2]),
    )
    pages = [page for sheaf in sheaves for page in sheaf.pages().items()]
    assert len(pages) == len(dict(pages))
    assert dict(pages) | written_pages(holdings, dict(pages)) == TREE


def test_a_changed_record_shows_on_no_page_but_its_own_and_those_of_the_whole() -> None:
    """Where nothing but the bytes of its file differ: a page names the version of its own record."""
    changed = made.DIGESTS | {made.ARCHIVE.paths[TALKS]: "f" * 64}
    tree = page_tree(made.ARCHIVE, made.MENTIONS, made.RELATIONS, changed)

    differing = {path for path in TREE if tree[path] != TREE[path]}
    assert differing == {f"releases/{TALKS}.md", "index.md", "data.md"}
    assert b'version: "ffffffffffff"' in tree[f"releases/{TALKS}.md"]


def test_every_link_between_pages_leads_to_a_page() -> None:
    """A link's path, from the folder of its page, is in the tree; an anchor is on its page."""
    for path, page in TREE.items():
        for target in LINK.findall(page.decode()):
            if ":" in target:
                continue
            file, _, anchor = target.partition("#")
            found = str((Path("/") / path).parent.joinpath(file).resolve())[1:] if file else path
            assert found in TREE, (path, target)
            given = re.compile(rf"\{{#{re.escape(anchor)}(?: [0-9a-f]{{8}})?\}}")
            assert not anchor or given.search(TREE[found].decode()), (path, target)


def test_no_page_is_out_of_reach() -> None:
    """Every page can be reached from the home page in three steps."""
    seen, edge = {"index.md"}, {"index.md"}
    for _ in range(3):
        edge = {
            str((Path("/") / path).parent.joinpath(target.partition("#")[0]).resolve())[1:]
            for path in edge
            for target in LINK.findall(text_of(path))
            if ":" not in target and target[0] != "#"
        } - seen
        seen |= edge

    # Hand-written pages are reached by `nav`, as search and data are.
    assert set(TREE) - seen <= {"about.md", "search.md", "data.md", "method/data-model.md"}


@pytest.mark.parametrize("path", sorted(TREE))
def test_front_matter_is_strings_that_every_reader_reads_alike(path: str) -> None:
    """Front matter loads, and holds no date, number or truth value that a string was meant for."""
    _, head, _ = text_of(path).split("---\n", 2)
    meta = yaml.safe_load(head)

    assert {"title", "description", "record"} <= set(meta)
    numbers = {"bytes", "level", "named", "listed"}
    numbers |= {"width", "height", "left", "x", "y", "base", "many", "more"}  # of the timeline
    assert all(isinstance(value, str) or key in numbers for key, value in leaves(meta))


def leaves(value: object, key: str = "") -> list[tuple[str, object]]:
    """Return the scalars of a tree of mappings and lists, each with its key."""
    if isinstance(value, dict):
        return [leaf for name, each in value.items() for leaf in leaves(each, name)]
    if isinstance(value, list):
        return [leaf for each in value for leaf in leaves(each, key)]
    return [(key, value)]


def test_an_excerpt_shows_a_beginning_and_says_why() -> None:
    """What lies beyond the excerpt is on no page: not in the release, not under the entity."""
    page = text_of(f"releases/{REPORT}.md")

    assert "Only the beginning of this text may be shown here. Terms of the Herald." in page
    body = page.split("::: text en", 1)[1]
    assert 10 < body.count("spoke.") < 20
    assert "mentions in text that may not be shown here" in text_of("people/ann-example.md")


def test_a_withheld_text_is_nowhere_in_the_tree() -> None:
    """Of a release with `display: metadata` no page has a word of the text."""
    assert not any(b"Nobody may read" in page for page in TREE.values())
    assert "The text of this release may not be shown here. Withheld." in text_of(
        f"releases/{LATER}.md"
    )


@settings(max_examples=15)
@given(st.text(max_size=60))
def test_any_title_is_text_on_every_page(title: str) -> None:
    """A title of a stranger makes nothing but the text of its heading, its links and its front matter."""
    if not title:
        return
    head = replace(made.RELEASES[TALKS].head, title=Claim(value=title))
    changed = dataclasses.replace(made.RELEASES[TALKS], head=head)
    tree = page_tree(with_release(changed), made.MENTIONS, made.RELATIONS)

    for path in (f"releases/{TALKS}.md", "releases/index.md", "index.md", "people/ann-example.md"):
        head_text, body = tree[path].decode()[4:].split("\n---\n\n", 1)
        assert yaml.safe_load(head_text)["record"]
        html = Markdown(extensions=["toc", "generator.pages.markdown"]).convert(body)
        assert tags(html) <= {
            "div", "aside", "section", "nav", "details", "summary", "h1", "h2", "h3", "p", "a", "ul", "li", "dl", "dt",
            "dd", "code", "table", "thead", "tbody", "tr", "th", "td",
        }  # fmt: skip


def with_release(release: Release) -> Archive:
    """Return the made-up archive with one release replaced."""
    return dataclasses.replace(made.ARCHIVE, releases={**made.ARCHIVE.releases, TALKS: release})


def tags(html: str) -> set[str]:
    """Return the names of the elements of some HTML."""
    return set(re.findall(r"<([a-z0-9!?]+)", html))


def test_an_empty_archive_has_its_pages() -> None:
    """Without a release or a record the fixed ways in are there and say so."""
    tree = page_tree(Archive({}, {}, {}, {}, {}), {}, ())

    assert "No release is held yet" in tree["index.md"].decode()
    assert {
        "releases/index.md",
        "chronology.md",
        "people/index.md",
        "outlets/index.md",
        "search.md",
    } <= set(tree)


def test_a_release_that_lacks_everything_has_a_page() -> None:
    """No title, no date, no capture, no paragraph: the page says what is not known."""
    bare = made.release("bare", title=None, outlet="unknown", kind="odd")
    tree = page_tree(Archive({"bare": bare}, {}, {}, {}, {}), {}, ())

    page = tree["releases/bare.md"].decode()
    assert "# \\[bare\\]" in page
    assert "Published\n:   not known" in page
    assert "unknown, odd, undated" in page


def test_a_link_to_no_record_is_refused_with_its_line() -> None:
    """`[[wrong-id]]` names the page, the line and the nearest id."""
    pages = {"about.md": "# About\n\n`[[not-this]]` but [[ann-exmple]].\n"}

    with pytest.raises(Refused) as refused:
        page_tree(dataclasses.replace(made.ARCHIVE, pages=pages), {}, ())

    (problem,) = refused.value.problems
    assert (problem.path, problem.line) == ("content/pages/about.md", 3)
    assert problem.fix == "write `[[ann-example]]`"


def test_a_hand_written_page_does_not_take_a_generated_one_s_place() -> None:
    """A page that would be written twice is refused."""
    pages = {"chronology.md": "# Mine\n"}

    with pytest.raises(Refused, match=r"the site makes a page `chronology\.md` itself"):
        page_tree(dataclasses.replace(made.ARCHIVE, pages=pages), {}, ())


def test_links_to_records_are_left_alone_in_code() -> None:
    """In code, `[[id]]` is shown as it is written."""
    pages = {"about.md": "# About\n\n```\n[[talks]]\n```\n\n``[[talks]]`` [[talks]]\n"}
    page = page_tree(dataclasses.replace(made.ARCHIVE, pages=pages), {}, ())["about.md"].decode()

    assert page.count("[[talks]]") == 2
    assert "[Talks](series/talks.md)" in page
