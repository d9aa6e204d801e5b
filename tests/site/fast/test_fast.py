"""The fast path gives the bytes of the stock way, or leaves the page to it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.utils import meta

from generator import tree
from generator.crew import crew
from generator.errors import Refused
from generator.pages import frontmatter
from generator.pages.escape import escape
from generator.site import manifest, mkdocs
from generator.site.fast import loop, matter, skeleton
from generator.site.fast.addresses import Lately, Way
from generator.site.fast.direct import direct
from generator.site.fast.inline import Unknown, inline
from generator.site.staged import Staged

ROOT = Path(__file__).resolve().parents[3]


def stock(text: str) -> str:
    return Markdown(extensions=["generator.pages.markdown"]).convert(text)


class Anywhere:
    """A page on its own, whose addresses stay as they are."""

    def __init__(self) -> None:
        self.texts = Lately()
        self.links: list[Way] = []

    def link(self, address: str) -> str:
        """Return it."""
        return address

    def shares(self, ways: Iterable[Way]) -> bool:
        """They do."""
        return bool(ways) or True


def same(address: str) -> str:
    return address


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page tree of the project's own content."""
    from generator import pipeline

    folder = tmp_path_factory.mktemp("fast")
    pipeline.pages(ROOT / "content", folder, lambda _: None)
    return folder / pipeline.DOCS


def built(docs: Path, site: Path, how: str, jobs: int = 1) -> dict[str, str]:
    """Build the site one of the two ways; return the digest of each file."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    site.mkdir()
    config: Any = load_config(
        "mkdocs.yml", docs_dir=str(docs), site_dir=str(site), hooks=[], strict=how == "stock"
    )
    if how == "stock":
        build(config)
    else:
        loop.build(config, Staged(site), crew(jobs))
    return {path: each for path, each in manifest.digests(site).items() if mkdocs.is_used(path)}


def test_the_whole_site_is_the_same(
    docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Strict MkDocs, our loop alone, and our loop in two processes write the same bytes."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setattr(loop, "ALONE", 0)
    monkeypatch.setattr(skeleton, "OFTEN", 0)

    first = built(docs, tmp_path / "stock", "stock")

    assert built(docs, tmp_path / "one", "fast") == first
    assert built(docs, tmp_path / "two", "fast", jobs=2) == first


def test_the_templates_of_all_kinds_of_pages_are_folded(
    docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But those of the navigation, whose own entry is marked."""
    from mkdocs.config import load_config

    monkeypatch.setattr(skeleton, "OFTEN", 0)
    made = skeleton.Skeletons.of
    left = set()

    def noted(self: skeleton.Skeletons, name: str, meta: dict[str, Any]) -> Any:
        found = made(self, name, meta)
        if found is None:
            left.add(meta.get("record"))
        return found

    monkeypatch.setattr(skeleton.Skeletons, "of", noted)
    config: Any = load_config("mkdocs.yml", docs_dir=str(docs), hooks=[], strict=False)
    site = loop._prepared(config, Staged(tmp_path), loop._Heard(), None)
    for place in range(len(site.leaves)):
        source = (docs / site.leaves[place].source).read_bytes()
        site.maker._anew(place, site.leaves[place], source)

    assert left <= {"home", "data", "corrections"}


def test_most_pages_go_the_fast_way(docs: Path) -> None:
    """Every page of a release does, and nine of ten of all, also of those that people wrote."""
    pages = {path: page.decode() for path, page in tree.read(docs).items()}
    slow, place = [], Anywhere()
    for path, page in pages.items():
        found = matter.split(page)
        try:
            made = direct(found[1] if found else page, place)
        except Unknown:
            slow.append(path)
        else:
            assert found is None or made.html == stock(found[1])

    assert not [path for path in slow if path.startswith("releases/2")]
    assert len(slow) < 0.1 * len(pages)


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_text_of_strangers_is_written_the_same(text: str, other: str) -> None:
    """What `escape` returns gives the stock way's bytes, or goes that way."""
    page = (
        f"## {escape(other)} {{#title}}\n\n{escape(text)} {{#p1 0123abcd}}\n\n"
        f"- [{escape(other, opens=False, closes=False)}](a.md#p1) {escape(text, opens=False)}\n\n"
        f"Term\n:   {escape(text)}\n"
    )
    try:
        made = direct(page, Anywhere())
    except Unknown:
        return
    assert made.html == stock(page)


WORDS = st.sampled_from(
    ["a", "b c", "a\\*b", "1", "x > y", "Ж", "&#123;", "[l](m.md#p1)", "d!", "{~1/2}"]
)
LINES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
NAMES = st.sampled_from(["", "", " {#p1 0123abcd}", " {#p2}", "{#about}", " {#a 89abcdef}"])
CELLS = LINES | st.sampled_from(["", "  ", "-", "# a", "\\\\"])
TABLES = st.tuples(
    st.lists(CELLS, min_size=1, max_size=3),
    st.lists(st.sampled_from(["---", ":--", "--:", " :-: ", "-", ":"]), min_size=1, max_size=3),
    st.lists(st.lists(CELLS, min_size=1, max_size=3), max_size=2),
).map(lambda table: "\n".join(f"|{'|'.join(row)}|" for row in (table[0], table[1], *table[2])))
WRAPPED = st.lists(LINES, min_size=2, max_size=3)
BLOCKS = st.one_of(
    st.tuples(WRAPPED.map("\n".join), NAMES).map("".join),
    WRAPPED.map("\n  ".join).map("- {}".format),
    st.lists(LINES | st.sampled_from(['  "x"', "# a", "a & b", ""])).map(
        lambda lines: "\n".join((f"```{'sql' * (len(lines) % 2)}", *lines, "```"))
    ),
    st.tuples(LINES, NAMES).map("".join),
    st.tuples(st.sampled_from(["# ", "## ", "### "]), LINES, NAMES).map("".join),
    st.tuples(LINES, st.lists(LINES, min_size=1, max_size=2).map("\n:   ".join)).map("\n:   ".join),
    st.lists(st.tuples(st.sampled_from(["- ", "    - "]), LINES).map("".join), min_size=1).map(
        "\n".join
    ),
    TABLES,
)
PARTS = st.sampled_from(["text ko", "record", "fold", "fold a: 5", "turn", "cite"])
PAGES = st.recursive(
    BLOCKS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=5).map("\n\n".join),
        st.tuples(PARTS, st.lists(inner, max_size=3)).map(
            lambda part: "\n\n".join((f"::: {part[0]}", *part[1], ":::"))
        ),
    ),
    max_leaves=12,
)


@given(st.lists(PAGES, min_size=1, max_size=3), st.integers(0, 3))
def test_any_page_of_such_blocks_is_written_the_same(pages: list[str], many: int) -> None:
    """Also where sections and definitions of it were met before, and when few are remembered."""
    place = Anywhere()
    place.texts = Lately(many)
    for page in pages * 2:
        try:
            made = direct(page, place)
        except Unknown:
            continue
        assert made.html == stock(page)
        assert made.ids == set(re.findall(r' id="([^"]+)"', made.html))


@pytest.mark.parametrize(
    "text",
    [
        "a *b", "a _b_", "``code``", "***a***", "`a` \\` b`", "<b>", "&copy;", "[a][b]", "![a](b.png)", "    code", "1. one", "> said",
        "a\n# b", "a\n- b", "a \nb", "a\n  b", "```\na", "```sh x\na\n```", "| a |\n|---|", "| a |\nb\n| c |", "::: unknown\n\n:::", "::: text", ":::", "- a\n\n- b",
        "a {#site-x}", "- a\nb", "- a\n  - b", "[x]: http://example.org/", "***", "a  ", "{~1/0}",
        '[a](b.md "t")', "# [a](b.md)", "Term\n:   - a", "\ta",
    ],
)  # fmt: skip
def test_what_is_not_plainly_known_goes_the_stock_way(text: str) -> None:
    """The fast path never guesses."""
    with pytest.raises(Unknown):
        direct(text, Anywhere())


def test_marks_are_known() -> None:
    """Added, removed and marked words are written as the extension writes them."""
    text = "a {+}b{/+} {-}c{/-} {=}d{/=}"
    assert f"<p>{inline(text, same)}</p>" == stock(text)


@given(
    st.recursive(
        st.text(max_size=12) | st.integers() | st.booleans(),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["a", "no", "b_c", "sha256"]), inner, max_size=3)
        ),
        max_leaves=8,
    )
)
def test_front_matter_is_read_as_yaml_reads_it(value: Any) -> None:
    """Or not at all."""
    page = f"{frontmatter.dump({'title': 'x', 'field': value})}\n\nText\n"
    found = matter.split(page)

    assert found is not None
    assert found[0] == yaml.safe_load(page.split("\n---\n")[0][4:])


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["a: ", "no: ", "b_c:", "", "- "]),
            st.lists(
                st.sampled_from(
                    [*'{}[]",:#0-', "true", "null", "1.0", "1e5", "-0", "\\u0041", "\\/"]
                )
                | st.sampled_from(
                    ['"a"', '": ', '", "', "\t", "\x7f", "\x85", "\u2028", "\ufeff", "é"]
                )
            ).map("".join),
        ).map("".join)
    ).map("\n".join)
)
def test_what_is_read_as_front_matter_is_what_yaml_reads(head: str) -> None:
    """Whatever stands there: it is read the same, or left to the reader of YAML."""
    page = f"---\n{head}\n---\n\nText\n"
    found = matter.split(page)

    assert found is None or found == meta.get_data(page)[::-1]


def test_a_fault_is_told_by_mkdocs(docs: Path, tmp_path: Path) -> None:
    """A link to a paragraph that is not there is refused, in MkDocs' words, once."""
    broken = tmp_path / "docs"
    tree.apply({**tree.read(docs), "about.md": b"# About\n\n[x](index.md#nowhere)\n"}, broken)
    site = tmp_path / "site"
    site.mkdir()

    with pytest.raises(Refused) as refused:
        mkdocs.render(broken, Staged(site), 1_700_000_000)

    assert len(refused.value.problems) == 1
    assert "#nowhere" in str(refused.value)
    assert not [one for one in logging.getLogger().handlers if isinstance(one, loop._Heard)]
