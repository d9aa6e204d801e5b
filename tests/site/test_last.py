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
from generator.kept.shelf import Shelf
from generator.site import glance, inspect, ledger, manifest, mkdocs, sound, swap
from generator.site.fast import loop, page, skeleton
from generator.site.last import Book, Last
from generator.site.staged import Staged
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
    monkeypatch.setattr(sound, "FEW", 0)


class Builds:
    """Builds one after another in one output folder, each held against one that keeps nothing."""

    def __init__(self, docs: Path, folder: Path) -> None:
        """Begin with a copy of a page tree, and no last site."""
        self.docs, self.out = shutil.copytree(docs, folder / "docs"), folder / "build"
        self.out.mkdir()
        self.made = 0

    def build(self, made_by: str = "program", jobs: int = 1) -> int:
        """Build, compare, and put live; return how many pages were made anew."""
        before = self.made
        with swap.staging(self.out) as folder:
            kept, book = self.render(folder, mkdocs.Means(crew(jobs), Last(self.out, made_by)))
            anew = self.made - before
            cold, _ = self.render(self.out / "cold", mkdocs.Means(crew(1)))
            kept.sweep()
            assert manifest.digests(folder) == manifest.digests(cold.folder)
            assert {path: row[0] for path, row in kept.rows.items()} == manifest.digests(folder)
            assert book is not None
            seen = inspect.faults(kept, "/", crew(jobs), book)
            assert [str(each) for each in seen] == [str(each) for each in inspect.faults(cold)]
            ledger.write(self.shelf, kept.rows, kept.before, made_by)
            swap.put_live(folder, self.out)
        shutil.rmtree(cold.folder)
        return anew

    @property
    def shelf(self) -> Shelf:
        """Where the ledger is kept."""
        return Shelf(self.out / FOLDER, "")

    def render(self, folder: Path, means: mkdocs.Means) -> tuple[Staged, Book | None]:
        """Make the site in a folder."""
        folder.mkdir(exist_ok=True)
        before = ledger.read(self.shelf, self.out / swap.LIVE) if means.last else ledger.Ledger()
        staged = Staged(folder, before, "program")
        return staged, mkdocs.render(self.docs, staged, 0, means).book

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
    """Not when nothing changed, but when their text has; nor when a text is written again."""
    count = len(builds.pages())

    assert builds.build() == count
    assert builds.build() == 0
    assert builds.build(jobs=2) == 0
    builds.pages()[-1].write_text("# Other\n", "utf-8")
    assert builds.build() == 1
    for path in builds.pages():
        path.write_bytes(path.read_bytes())
    assert builds.build() == 0


def edit(chance: random.Random, builds: Builds, settings: pytest.MonkeyPatch) -> None:
    """Change something."""
    some = chance.choice(builds.pages())
    way = chance.randrange(6)
    if way == 0:
        some.write_text(some.read_text("utf-8") + f"\nAdded {chance.random()}.\n", "utf-8")
    elif way == 1:
        new = builds.docs / f"new-{chance.randrange(1000)}.md"
        new.write_text("# New\n\n[Home](index.md) is named.\n", "utf-8")
    elif way == 2:
        for each in builds.docs.glob("new-*.md"):
            each.unlink()
    elif way == 3:
        settings.setenv("REPOSITORY", chance.choice(["", "https://host.example/a"]))
    elif way == 4:
        delete(builds.out / chance.choice([FOLDER, swap.LIVE, swap.NEXT, f"{FOLDER}/ledger"]))
    else:
        folder = builds.out / chance.choice([swap.LIVE, swap.NEXT])
        for path in sorted(folder.rglob("*.html"))[::3]:
            path.write_bytes(path.read_bytes().replace(b"e", b"3"))


def delete(path: Path) -> None:
    """Delete a folder or a file."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


@pytest.mark.parametrize("seed", range(3))
def test_after_any_edits_the_site_is_as_if_nothing_were_kept(
    builds: Builds, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Of pages that come and go, of settings, of what is kept, of both trees."""
    chance = random.Random(seed)  # noqa: S311 - not a secret
    builds.build()

    anew = []
    for _ in range(8):
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


def test_a_build_that_did_not_end_costs_nothing(builds: Builds) -> None:
    """What it made is there, and was never taken for the last site."""
    builds.build()
    changed = builds.pages()[-1]
    text = changed.read_text("utf-8")
    changed.write_text("# Other\n", "utf-8")
    builds.render(builds.out / swap.NEXT, mkdocs.Means(crew(1), Last(builds.out, "program")))
    changed.write_text(text, "utf-8")

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


def test_a_page_that_was_looked_at_is_not_looked_at_again(
    builds: Builds, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unless another was put in its place since."""
    seen: list[bytes] = []

    def counted(content: bytes) -> glance.Glanced | None:
        seen.append(content)
        return glance.glance(content)

    means = mkdocs.Means(crew(1), Last(builds.out, "program"))
    staged, book = builds.render(builds.out / "new", means)
    monkeypatch.setattr(sound, "glance", counted)
    list(inspect.faults(staged, "/", crew(1), book))
    before = len(seen)
    page_there = (staged.folder / "about/index.html").read_bytes()
    staged.put("about/index.html", (page_there + b"<script>0</script>",))

    assert before < 5  # pages that are the theme's alone
    found = [str(each) for each in inspect.faults(staged, "/", crew(1), book)]
    assert any("inline script" in each for each in found)
