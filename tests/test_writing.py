"""Pages and data files are the same bytes, whoever makes them and however many there are."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import pipeline, tree, writing
from generator.citing.formats import Kept
from generator.crew import Alone, Crew, Forked
from generator.exports import exports
from generator.pages.whole import page_tree
from generator.pagetree import write_tree
from generator.site.staged import Staged

ROOT = Path(__file__).parents[1]
KEPT = Kept("https://press.example/")


@pytest.fixture(scope="module")
def reading() -> pipeline.Reading:
    """The project's own content."""
    return pipeline.read(ROOT / "content", lambda _: None)


@pytest.fixture(scope="module")
def expected(reading: pipeline.Reading) -> dict[str, dict[str, bytes]]:
    """What stands in one dictionary, made at one go."""
    found = reading.archive, reading.mentions, reading.relations
    pages = page_tree(*found, reading.digests)
    return {"pages": pages, "data": exports(*found, KEPT.address, reading.digests)}


class Afar(Alone):
    """Workers that cannot write here: what they make is sent."""

    @property
    def here(self) -> Crew:
        """Another one."""
        return Alone()


@pytest.mark.parametrize(
    "workers", [Alone(), Forked(2), Forked(3), Afar()], ids=["one", "two", "three", "afar"]
)
def test_the_same_bytes_from_any_crew(
    reading: pipeline.Reading, expected: dict[str, dict[str, bytes]], tmp_path: Path, workers: Crew
) -> None:
    """One process, several, or some that only send what they made."""
    done = write_tree(reading.holdings, tmp_path / "docs", workers)
    (tmp_path / "site").mkdir()
    writing.write_data(reading.holdings, KEPT, Staged(tmp_path / "site"), workers)

    assert tree.read(tmp_path / "docs") == expected["pages"]
    assert tree.read(tmp_path / "site") == expected["data"]
    assert [path for _, path in done] == sorted(expected["pages"])


def test_only_what_differs_is_touched(
    reading: pipeline.Reading, expected: dict[str, dict[str, bytes]], tmp_path: Path
) -> None:
    """A page that was changed by hand is put right, one that is no longer wanted goes."""
    workers = Forked(2)
    write_tree(reading.holdings, tmp_path, workers)
    (tmp_path / "about.md").write_text("changed")
    (tmp_path / "releases/gone.md").write_text("gone")

    done = write_tree(reading.holdings, tmp_path, workers)

    assert done == (("delete", "releases/gone.md"), ("write", "about.md"))
    assert tree.read(tmp_path) == expected["pages"]
