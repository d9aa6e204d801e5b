"""What is kept of the last site changes time, never bytes."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator import pipeline
from generator.crew import crew
from generator.errors import Refused
from generator.kept import FOLDER
from generator.site import glance, inspect, manifest, mkdocs, sound, swap
from generator.site.fast import loop, page, skeleton
from generator.site.last import Last
from tests import small


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page tree of the small archive."""
    folder = tmp_path_factory.mktemp("last")
    pipeline.pages(small.CONTENT, folder, lambda _: None)
    return folder / pipeline.DOCS


@pytest.fixture(autouse=True)
def few_pages_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Templates are folded from the first page on, and processes started for a few pages."""
    monkeypatch.setattr(skeleton, "OFTEN", 0)
    monkeypatch.setattr(loop, "ALONE", 0)


class Builds:
    """Builds one after another in one output folder, each held against one that keeps nothing."""

    def __init__(self, docs: Path, folder: Path) -> None:
        """Begin with a copy of a page tree, and no last site."""
        self.docs, self.out = shutil.copytree(docs, folder / "docs"), folder / "build"
        self.out.mkdir()
        self.made = 0

    def build(self, made_by: str = "program", jobs: int = 1) -> int:
        """Build, compare, and put live; return how many pages were made anew."""
        kept, cold = self.out / ".site-kept", self.out / ".site-cold"
        means = mkdocs.Means(crew(jobs), Last(self.out, made_by))
        before = self.made
        book = self._render(kept, means).book
        anew = self.made - before
        self._render(cold, mkdocs.Means(crew(1)))
        assert manifest.digests(kept) == manifest.digests(cold)
        assert book is not None
        seen = inspect.faults(kept, "/", crew(jobs), book)
        assert [str(each) for each in seen] == [str(each) for each in inspect.faults(cold)]
        shutil.rmtree(self.out / swap.LIVE, ignore_errors=True)
        kept.rename(self.out / swap.LIVE)
        shutil.rmtree(cold)
        return anew

    def _render(self, site: Path, means: mkdocs.Means) -> mkdocs.Rendered:
        site.mkdir()
        return mkdocs.render(self.docs, site, 0, means)

    def pages(self) -> list[Path]:
        """Return every page of the tree, in order."""
        return sorted(self.docs.rglob("*.md"))


@pytest.fixture
def builds(docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builds:
    """Builds of the small archive, which count the pages that this process makes anew."""
    made = Builds(docs, tmp_path)
    anew = page.Maker._anew

    def counted(self: page.Maker, *given: Any) -> Any:
        made.made += 1
        return anew(self, *given)

    monkeypatch.setattr(page.Maker, "_anew", counted)
    return made


def test_pages_are_made_once(builds: Builds) -> None:
    """Not when nothing changed, in another number of processes either; but when their text has."""
    count = len(builds.pages())

    assert builds.build() == count
    assert builds.build() == 0
    assert builds.build(jobs=2) == 0
    builds.pages()[-1].write_text("# Other\n", "utf-8")
    assert builds.build() == 1


def edit(chance: random.Random, builds: Builds, settings: pytest.MonkeyPatch) -> None:
    """Change something."""
    pages = builds.pages()
    some = chance.choice(pages)
    way = chance.randrange(5)
    if way == 0:
        some.write_text(some.read_text("utf-8") + f"\nAdded {chance.random()}.\n", "utf-8")
    elif way == 1:
        new = builds.docs / f"new-{chance.randrange(1000)}.md"
        new.write_text("# New\n\n[Home](index.md)\n", "utf-8")
    elif way == 2:
        for each in builds.docs.glob("new-*.md"):
            each.unlink()
    elif way == 3:
        settings.setenv("REPOSITORY", chance.choice(["", "https://host.example/a"]))
    else:
        shutil.rmtree(builds.out / chance.choice([FOLDER, swap.LIVE]), ignore_errors=True)


@pytest.mark.parametrize("seed", range(2))
def test_after_any_edits_the_site_is_as_if_nothing_were_kept(
    builds: Builds, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Of texts, of pages that come and go, of settings, of what is kept."""
    chance = random.Random(seed)  # noqa: S311 - not a secret
    builds.build()

    anew = []
    for _ in range(6):
        edit(chance, builds, monkeypatch)
        anew.append(builds.build())

    assert min(anew) < len(builds.pages())


def _each(folder: Path, change: Callable[[bytes], bytes]) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            path.write_bytes(change(path.read_bytes()))


@pytest.mark.parametrize(
    "change",
    [
        lambda _: b"",
        lambda content: content[:-1],
        lambda content: content[:20] + bytes([content[20] ^ 1]) + content[21:],
        lambda content: content + b"\0",
    ],
    ids=["empty", "torn", "one bit", "longer"],
)
def test_what_is_damaged_is_made_anew(builds: Builds, change: Callable[[bytes], bytes]) -> None:
    """Whether what is known of pages is damaged, or the pages of the last site."""
    count = builds.build()

    _each(builds.out / FOLDER, change)
    assert builds.build() == count
    _each(builds.out / swap.LIVE, change)
    assert builds.build() == count


def test_another_program_makes_all_pages(builds: Builds) -> None:
    """Nothing that an earlier one kept is used."""
    assert builds.build() == builds.build(made_by="another")


def test_a_build_that_did_not_end_costs_what_it_made(builds: Builds) -> None:
    """The last site still has the page before it."""
    builds.build()
    builds.pages()[-1].write_text("# Other\n", "utf-8")
    means = mkdocs.Means(crew(1), Last(builds.out, "program"))
    builds._render(builds.out / ".site-dead", means)

    assert builds.build() == 1


def test_a_link_to_what_is_gone_is_told_by_mkdocs(builds: Builds) -> None:
    """Also by a page that has not changed."""
    (builds.docs / "a.md").write_text("# A {#a}\n", "utf-8")
    (builds.docs / "b.md").write_text("# B\n\n[a](a.md#a)\n", "utf-8")
    builds.build()

    for text in ("# A\n\nNo more.\n", None):
        if text is None:
            (builds.docs / "a.md").unlink()
        else:
            (builds.docs / "a.md").write_text(text.replace("# A", "# Other"), "utf-8")
        with pytest.raises(Refused) as refused:
            builds.build()
        assert [problem.path for problem in refused.value.problems] == ["build/docs/b.md"]
        shutil.rmtree(builds.out / ".site-kept")


def test_a_page_that_was_looked_at_is_not_looked_at_again(
    builds: Builds, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unless somebody wrote into it since."""
    seen: list[bytes] = []

    def counted(content: bytes) -> glance.Glanced | None:
        seen.append(content)
        return glance.glance(content)

    site = builds.out / ".site-new"
    book = builds._render(site, mkdocs.Means(crew(1), Last(builds.out, "program"))).book
    monkeypatch.setattr(sound, "glance", counted)
    list(inspect.faults(site, "/", crew(1), book))
    before = len(seen)
    page_there = site / "about" / "index.html"
    page_there.write_bytes(page_there.read_bytes() + b"<script>0</script>")

    assert before < 5  # pages that are the theme's alone
    found = [str(each) for each in inspect.faults(site, "/", crew(1), book)]
    assert any("inline script" in each for each in found)
