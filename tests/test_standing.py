"""Pages and files that would come out as they stand are not made; whatever is kept, none is stale."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator import pipeline, tree
from generator.citing.formats import Kept
from generator.crew import Alone
from generator.exports import exports, release_files
from generator.exports.held import Held
from generator.kept import FOLDER
from generator.pages import whole
from generator.pages.release import release_page
from generator.pages.whole import page_tree
from generator.site.ledger import Ledger, Row
from generator.site.staged import Staged
from generator.writing import write_data

ROOT = Path(__file__).parents[1]
KEPT = Kept("https://press.example/")
Tree = dict[str, dict[str, bytes]]
EDITS: dict[str, tuple[str, str, str]] = {
    "a title": ("releases/2024/*dialogue.md", "title: ", "title: Other "),
    "a text": ("releases/2025/*.md", " the ", " this "),
    "a day": ("releases/202?/*.md", 'published: {value: "202', 'published: {value: "201'),
    "an event": ("releases/2024/*.md", "\nevents: ", "\n#vents: "),
    "a heading": ("authorities/people/*.yml", "heading: ", "heading: A "),
    "the day of an event": ("authorities/events/*.yml", 'date: "2024-', 'date: "2023-'),
    "an outlet": ("outlets/*.yml", "name: ", "name: The "),
    "rights": ("releases/2025/*.md", "\nkind: ", "\nrights: {display: metadata}\nkind: "),
    "a kind": ("vocabulary/kinds.yml", "label: ", "label: new "),
    "a capture": ("captures/*/*.yml", "captured: {value: ", "captured: {note: x, value: "),
    "a page": ("pages/about.md", "# ", "# Of "),
}
"""What is edited: which files (the first that has the words), which words, what takes their place."""


@pytest.fixture(autouse=True)
def no_fault_matters(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is edited need not agree with captures."""
    monkeypatch.setattr(pipeline, "_refuse", list)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project's own content."""
    return Path(shutil.copytree(ROOT / "content", tmp_path_factory.mktemp("tree") / "content"))


def edit(content: Path, name: str) -> bool:
    """Edit a file; return whether there was anything to edit."""
    where, old, new = EDITS[name]
    for file in sorted(content.glob(where)):
        if old in (text := file.read_text("utf-8")):
            file.write_text(text.replace(old, new, 1), "utf-8")
            return True
    return False


@pytest.fixture(scope="module")
def ledger() -> dict[str, Row]:
    """What is known of the data files of the site before."""
    return {}


def kept_up(content: Path, ledger: dict[str, Row]) -> tuple[pipeline.Reading, Tree]:
    """Bring page tree and data files up to date; return them."""
    out, site = content.parent / "build", content.parent / "site"
    site.mkdir(exist_ok=True)
    reading, _ = pipeline.pages(content, out, lambda _: None)
    staged = Staged(site, Ledger(rows=dict(ledger)))
    write_data(reading.holdings, KEPT, staged, Alone(), reading.keeper.shelf)
    staged.sweep()
    ledger.clear()
    ledger.update(staged.rows)
    return reading, {"pages": tree.read(out / pipeline.DOCS), "data": tree.read(site)}


def cold(reading: pipeline.Reading) -> Tree:
    """Return page tree and data files as they are made from nothing."""
    found = reading.archive, reading.mentions, reading.relations
    return {
        "pages": page_tree(*found, reading.digests),
        "data": exports(*found, KEPT.address, reading.digests),
    }


@pytest.mark.parametrize("name", EDITS)
def test_after_an_edit_all_is_as_if_nothing_were_kept(
    content: Path, ledger: dict[str, Row], name: str
) -> None:
    """One edit after another in one folder, of whatever pages are made from."""
    _, before = kept_up(content, ledger)

    edited = edit(content, name)
    reading, made = kept_up(content, ledger)

    assert made == cold(reading)
    assert edited
    assert made["pages"] != before["pages"]


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The releases whose pages were made."""
    found: list[str] = []
    page = release_page

    def noted(holdings, release, others):  # type: ignore[no-untyped-def]
        found.append(release.id)
        return page(holdings, release, others)

    monkeypatch.setattr(whole, "release_page", noted)
    return found


def build(folder: Path) -> tuple[tree.Action, ...]:
    """Bring the page tree up to date; return what was done."""
    return pipeline.pages(folder / "content", folder / "build", lambda _: None)[1]


def test_a_page_is_made_again_only_when_what_it_is_made_from_has_changed(
    tmp_path: Path, counted: list[str]
) -> None:
    """Its own files, what all are read with, or what it says of other releases."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    build(tmp_path)
    every = sorted(counted)

    counted.clear()
    assert build(tmp_path) == ()
    assert counted == []

    [file] = (tmp_path / "content").glob("releases/2024/*strategic-dialogue.md")
    file.write_text(f"{file.read_text('utf-8').rstrip()}\n\nAdded.\n", "utf-8")
    build(tmp_path)
    assert file.stem in counted
    assert len(counted) < len(every)

    counted.clear()
    assert edit(tmp_path / "content", "an outlet")
    build(tmp_path)
    assert sorted(counted) == every


@pytest.mark.parametrize("change", [Path.unlink, lambda page: page.write_bytes(b"other")])
def test_a_page_that_somebody_changed_is_put_right(
    tmp_path: Path, counted: list[str], change: Callable[[Path], object]
) -> None:
    """It is not in the state in which it was left."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    build(tmp_path)
    page = next((tmp_path / "build" / pipeline.DOCS / "releases").glob("2024-*.md"))
    before = page.read_bytes()
    change(page)
    counted.clear()

    assert build(tmp_path) == (("write", f"releases/{page.name}"),)
    assert counted == [page.stem]
    assert page.read_bytes() == before


def test_what_is_kept_may_be_lost(tmp_path: Path, counted: list[str]) -> None:
    """Then pages are made, and found to be the same."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    build(tmp_path)
    shutil.rmtree(tmp_path / "build" / FOLDER)
    counted.clear()

    assert build(tmp_path) == ()
    assert counted


def test_files_of_a_release_are_made_again_only_when_it_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or when one of them is not there as it was left."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    ledger: dict[str, Row] = {}
    _, first = kept_up(tmp_path / "content", ledger)
    done: list[str] = []

    def noted(held: Held, kept: Kept, key: str) -> Iterator[tuple[str, bytes]]:
        done.append(key)
        return release_files(held, kept, key)

    monkeypatch.setattr("generator.writing.release_files", noted)
    assert kept_up(tmp_path / "content", ledger)[1] == first
    assert done == []

    [file] = (tmp_path / "content").glob("releases/2024/*strategic-dialogue.md")
    file.write_text(f"{file.read_text('utf-8').rstrip()}\n\nAdded.\n", "utf-8")
    kept_up(tmp_path / "content", ledger)
    assert done == [file.stem]

    other = next(key for key in sorted(first["data"]) if key.endswith(".bib") and file.stem not in key and key.startswith("releases"))  # fmt: skip
    (tmp_path / "site" / other).write_bytes(b"other")
    kept_up(tmp_path / "content", ledger)
    assert done == [file.stem, Path(other).stem]
    assert (tmp_path / "site" / other).read_bytes() == first["data"][other]
