"""The sitemap of a large site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from generator.site import sitemap
from generator.site.staged import standing

ADDRESS = "https://a.example/archive/"
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def entry(number: int) -> str:
    """Return a page's entry as the theme writes it; every third page has a day."""
    day = "" if number % 3 else f"\n    <lastmod>2024-01-{number + 1:02}</lastmod>"
    return f"  <url>\n    <loc>{ADDRESS}p{number}/?a&amp;b</loc>{day}\n  </url>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of ten pages."""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    body = "\n".join(entry(number) for number in range(10))
    (tmp_path / "sitemap.xml").write_text(f"{head}{body}\n</urlset>")
    return tmp_path


def locations(file: Path) -> list[str]:
    """Return the addresses that a sitemap or its index names."""
    return [one.text or "" for one in etree.parse(file).iter(f"{SPACE}loc")]


@pytest.mark.parametrize("most", [10, 50_000])
def test_a_sitemap_of_few_addresses_stays_one_file(site: Path, most: int) -> None:
    """To the byte."""
    before = (site / "sitemap.xml").read_bytes()
    sitemap.part(standing(site), ADDRESS, most)

    assert [path.name for path in site.iterdir()] == ["sitemap.xml"]
    assert (site / "sitemap.xml").read_bytes() == before


@pytest.mark.parametrize("most", [1, 3, 5, 9])
def test_a_sitemap_of_many_becomes_an_index_of_parts(site: Path, most: int) -> None:
    """Each part is a sitemap within the limit; together they name every page once, in order."""
    every = locations(site / "sitemap.xml")
    sitemap.part(standing(site), ADDRESS, most)

    index = etree.parse(site / "sitemap.xml").getroot()
    assert index.tag == f"{SPACE}sitemapindex"
    names = [one.removeprefix(ADDRESS) for one in locations(site / "sitemap.xml")]
    parts = [locations(site / name) for name in names]
    assert [one for part in parts for one in part] == every
    assert max(map(len, parts)) == most
    for name, part in zip(names, index, strict=True):
        root = etree.parse(site / name).getroot()
        assert root.tag == f"{SPACE}urlset"
        days = [one.text or "" for one in root.iter(f"{SPACE}lastmod")]
        assert part.findtext(f"{SPACE}lastmod") == (max(days) if days else None)


def test_the_sitemap_of_the_live_site_is_left_alone(site: Path, tmp_path: Path) -> None:
    """A file that the new site shares with the old one is not written over."""
    live = tmp_path / "live.xml"
    live.hardlink_to(site / "sitemap.xml")
    before = live.read_text()
    sitemap.part(standing(site), ADDRESS, 4)

    assert live.read_text() == before
    assert re.findall("sitemap-[0-9].xml", (site / "sitemap.xml").read_text()) == [
        "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml",
    ]  # fmt: skip
