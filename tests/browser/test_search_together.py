"""Two archives that were built apart, on one host under two paths, are searched together."""

from __future__ import annotations

import dataclasses
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from generator.exports import finding
from generator.lookup import sign
from generator.site import search
from generator.site.staged import standing
from tests.browser.conftest import Reader, served
from tests.exports.finding.test_finding import EMPTY

pytestmark = pytest.mark.browser

PAGE = (
    '<!doctype html><html lang="en"><body><article data-pagefind-body><h1>{title}</h1><p id="p1">{text}</p>'
    '<ul class="page-facets"><li data-pagefind-filter="outlet">{outlet}</li>'
    '<li data-pagefind-filter="person">Choe Son Hui</li><li data-pagefind-filter="year">{date}</li>'
    '<li data-pagefind-meta="outlet">{outlet}</li><li data-pagefind-meta="date">{date}</li>'
    '<li data-pagefind-meta="signs">{signs}</li></ul></article></body></html>'
)
RELEASES = {
    "2024-06-01-far": ("A tablet far away", "A treaty on a tablet.", "Herald", "2024-06-01"),
    "2030-01-01-late": ("The latest of all", "Nothing else is said of the treaty.", "KCNA", "2030-01-01"),
    "undated-one": ("Whenever", "A treaty without a day.", "Herald", ""),
}  # fmt: skip


def _other(folder: Path) -> None:
    """Make a small archive: pages, their index, tables of names of an archive without records."""
    for name, (title, text, outlet, date) in RELEASES.items():
        page = folder / "releases" / name / "index.html"
        page.parent.mkdir(parents=True)
        signs = sign("choe-son-hui")
        told = PAGE.format(title=title, text=text, outlet=outlet, date=date, signs=signs)
        page.write_text(told, "utf-8")
    search.index(standing(folder))
    for path, content in finding.files(EMPTY, {}).items():
        (folder / path).write_bytes(content)


@pytest.fixture(scope="module")
def both(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the site under `/one/`, told of the other under `/other/` and of one that is not there."""
    root = tmp_path_factory.mktemp("together")
    shutil.copytree(made, root / "one", copy_function=os.link)
    _other(root / "other")
    page = root / "one/search/index.html"
    text = page.read_text("utf-8")
    page.unlink()
    also = '<search class="search" id="site-search" data-also="/other/ /nowhere/"'
    page.write_text(text.replace('<search class="search" id="site-search"', also), "utf-8")
    with served(root) as address:
        yield address


@pytest.fixture
def together(reader: Reader, both: str) -> Iterator[Reader]:
    """A window on both; that a third is missing is said in the console and nowhere else."""
    yield dataclasses.replace(reader, address=f"{both}/one")
    reader.faults[:] = [each for each in reader.faults if not each.startswith(both) and "404" not in each]  # fmt: skip


def links(reader: Reader) -> list[str]:
    """Return the paths of the results."""
    reader.page.locator("#site-results > li").first.wait_for()
    found = reader.page.locator("#site-results h2 a").all()
    return [urlsplit(each.get_attribute("href") or "").path for each in found]


def test_results_of_both_stand_together(together: Reader) -> None:
    """Each leads to its own archive; facets count in both."""
    page = together.open("/search/?q=tablet")
    found = links(together)

    assert "/other/releases/2024-06-01-far/" in found
    assert "/one/releases/2024-11-02-voice-of-korea-strategic-dialogue/" in found
    herald = page.locator("label", has_text="Herald")
    assert herald.locator(".count").inner_text() == "1"

    herald.click()
    page.get_by_text(re.compile("^1 release for “tablet”, in Herald")).wait_for()
    assert links(together) == ["/other/releases/2024-06-01-far/"]


def test_both_stand_in_one_order_of_days(together: Reader) -> None:
    """The newest of both first; undated ones of both last."""
    together.open("/search/?q=treaty&sort=newest")
    found = links(together)

    assert found[0] == "/other/releases/2030-01-01-late/"
    assert found[-1] == "/other/releases/undated-one/"
    assert found.index("/other/releases/2024-06-01-far/") > found.index(
        "/one/releases/2024-11-02-voice-of-korea-strategic-dialogue/"
    )


def test_a_name_is_found_in_both(together: Reader) -> None:
    """Archives that give a record the same id know each other's names; a choice counts in both."""
    together.open("/search/?q=Choi+Sun+Hee&sort=newest")
    assert links(together)[0] == "/other/releases/2030-01-01-late/"

    together.open("/search/?person=Choi+Sun+Hee")
    assert {path.split("/")[1] for path in links(together)} == {"one", "other"}
