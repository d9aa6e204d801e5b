"""The whole way, from a folder of content to a site that is swapped in."""

from __future__ import annotations

import html
import json
import re
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from generator import pipeline, version
from generator.citing.formats import FORMATS
from generator.citing.styles import STYLES
from generator.crew import Forked
from generator.errors import Refused
from generator.site import manifest
from generator.site.staged import Staged
from tests import small

SOURCE = re.compile(r"edit <code>content/([^<]+)</code>")
VERSION = re.compile(r"Version of this record: <code>([0-9a-f]{12})</code>")


@pytest.fixture(scope="module")
def said() -> list[str]:
    """What was told while `built` was built."""
    return []


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, said: list[str]) -> Path:
    """A folder with the small archive and its site."""
    folder = tmp_path_factory.mktemp("small")
    pipeline.build(small.content(folder), folder / "build", said.append)
    return folder


def _silent(_: str) -> None:
    """Tell nobody."""


def test_the_site_has_pages_search_data_and_manifest(built: Path) -> None:
    """All of it agrees with the manifest, and nothing else lies beside it."""
    site = built / "build" / "site"

    for path in (
        "index.html",
        f"releases/{small.RELEASE}/index.html",
        "people/ann-example/index.html",
        "pagefind/engine/wasm.en.pagefind",
        "data/releases.jsonl",
        "data/datapackage.json",
        "sitemap.xml",
        "404.html",
    ):
        assert (site / path).is_file(), path
    assert list(manifest.faults(site)) == []
    assert {path.name for path in (built / "build").iterdir()} == {".lock", "docs", "kept", "site"}


def test_a_page_says_which_version_of_its_record_it_shows(built: Path) -> None:
    """As `sha256sum` gives it of the file that its foot names; its citations say the same."""
    pages = {page: page.read_text("utf-8") for page in (built / "build/site").rglob("*.html")}
    named = {page: SOURCE.search(text) for page, text in pages.items()}

    for page, source in named.items():
        told = VERSION.findall(pages[page])
        files = [built / "content" / source[1]] if source else []
        assert told == [sha256(file.read_bytes()).hexdigest()[:12] for file in files], page
    own = built / "build/site/releases" / small.RELEASE
    [version_of_it] = VERSION.findall(pages[own / "index.html"])
    assert pages[own / "index.html"].count(f", version {version_of_it}") == len(STYLES)
    for form in FORMATS:
        assert version_of_it in (own / f"{small.RELEASE}.{form}").read_text("utf-8")
    assert sum(map(bool, named.values())) > 5


def test_the_whole_says_which_version_of_the_data_it_is(built: Path) -> None:
    """The home page, the data page and `datapackage.json`; no page of a record."""
    site = built / "build/site"
    made_of = version.data_version(built / "content")

    assert json.loads((site / "data/datapackage.json").read_text())["version"] == made_of
    told = {page for page in site.rglob("*.html") if made_of in page.read_text("utf-8")}
    assert told == {site / "index.html", site / "data/index.html"}


def test_the_text_stands_on_its_page_to_the_letter(built: Path) -> None:
    """Also what Markdown or HTML could have acted on."""
    page = (built / "build/site/releases" / small.RELEASE / "index.html").read_text()

    text = html.unescape(re.sub(r"<[^>]*>", "", page))

    assert "ANN EXAMPLE met her colleague; both said 1 < 2 & more." in text


def test_a_release_is_in_data_with_who_it_names(built: Path) -> None:
    """The mentions found on the way are in the data files."""
    line = json.loads((built / "build/site/data/releases.jsonl").read_text())

    assert line["id"] == small.RELEASE
    assert "ann-example" in {mention["entity"] for mention in line["mentions"]}


@pytest.mark.usefixtures("built")
def test_each_stage_is_told(said: list[str]) -> None:
    """As many sentences as the bar of a terminal has steps."""
    assert len(said) == pipeline.BUILD_STAGES


def test_pages_touches_nothing_twice(built: Path) -> None:
    """The tree that `build` wrote is the tree that `pages` wants."""
    told: list[str] = []

    _, done = pipeline.pages(built / "content", built / "build", told.append)

    assert done == ()
    assert len(told) == pipeline.PAGES_STAGES


@pytest.mark.parametrize(
    "change",
    [
        ("pages/about.md", "# About\n\n[x](nowhere.md)\n"),
        ("pages/about.md", "# About\n\n[[nobody]]\n"),
        ("pages/about.md", "# About\n\n[x](index.md#nowhere)\n"),
        ("outlets/herald.yml", "id: herald\nname: The Herald\nkind: newspaper\nnope: 1\n"),
        ("captures/herald/0123.txt", "changed since\n"),
    ],
    ids=["dead link", "unknown record", "no such part", "unknown field", "changed capture"],
)
def test_a_fault_is_refused_and_the_last_site_stays(
    built: Path, tmp_path: Path, change: tuple[str, str]
) -> None:
    """Whatever the fault, and whichever stage finds it."""
    content, before = small.content(tmp_path), manifest.digests(built / "build/site")
    (content / change[0]).write_text(change[1])

    with pytest.raises(Refused) as refused:
        pipeline.build(content, built / "build", _silent)

    assert refused.value.problems
    assert manifest.digests(built / "build/site") == before
    assert not list((built / "build").glob(".site-*"))


def test_all_faults_of_the_content_are_told_at_once(built: Path, tmp_path: Path) -> None:
    """Not one a run."""
    content = small.content(tmp_path)
    (content / "outlets/herald.yml").write_text("id: herald\nnope: 1\n")
    (content / "authorities/people/ann-example.yml").write_text("id: ann-example\nnope: 1\n")

    with pytest.raises(Refused) as refused:
        pipeline.build(content, built / "build", _silent)

    assert len({problem.path for problem in refused.value.problems}) == 2


def test_a_template_that_asks_another_host_is_refused(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The inspection is the last stage before the swap, whoever made the page."""
    before = manifest.digests(built / "build/site")
    complete = pipeline.complete

    def also(reading: pipeline.Reading, staged: Staged, *more: object) -> None:
        complete(reading, staged, *more)  # type: ignore[arg-type]
        page = (staged.folder / "index.html").read_bytes()
        foreign = b'<img src="//x.example/a"></body>'
        staged.put("index.html", (page.replace(b"</body>", foreign),))

    monkeypatch.setattr(pipeline, "complete", also)

    with pytest.raises(Refused, match="asks another host"):
        pipeline.build(built / "content", built / "build", _silent)

    assert manifest.digests(built / "build/site") == before


def test_a_link_out_of_the_content_is_never_followed(built: Path, tmp_path: Path) -> None:
    """A symbolic link to a file or folder is a fault; nothing of what it leads to is published."""
    secret = tmp_path / "secret.md"
    secret.write_text("# secret words\n")
    content = small.content(tmp_path)
    (content / "pages/secret.md").symlink_to(secret)

    with pytest.raises(Refused, match="symbolic link"):
        pipeline.build(content, built / "build", _silent)


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    """In other folders, time zones, languages, hash seeds, masks, with and without Git about."""
    one, other = tmp_path / "one", tmp_path / "a much longer name"
    for folder in (one, other):
        small.content(folder)
    subprocess.run(["git", "init", "-q", str(other)], check=True)

    first = small.built(one, TZ="America/New_York", LC_ALL="C", PYTHONHASHSEED="1")
    second = small.built(
        other, TZ="Asia/Tokyo", LC_ALL="C.UTF-8", PYTHONHASHSEED="2", SOURCE_DATE_EPOCH="99"
    )

    assert (first[0], second[0]) == (0, 0), first[1] + second[1]
    sites = [folder / "build" / "site" / manifest.NAME for folder in (one, other)]
    assert sites[0].read_text() == sites[1].read_text()


def test_a_site_can_be_published_under_any_address(tmp_path: Path) -> None:
    """The sitemap names it; the page for lost addresses leads back from any depth."""
    small.content(tmp_path)

    status, said = small.built(tmp_path, SITE_URL="https://press.example/archive/")

    assert status == 0, said
    site = tmp_path / "build/site"
    sitemap = (site / "sitemap.xml").read_text()
    assert f"<loc>https://press.example/archive/releases/{small.RELEASE}/</loc>" in sitemap
    assert 'href="/archive/releases/"' in (site / "404.html").read_text()


def test_the_sitemap_tells_a_releases_day_and_no_other(built: Path) -> None:
    """The day its text was captured; other pages have no day that is true."""
    sitemap = (built / "build/site/sitemap.xml").read_text()

    assert re.findall("<lastmod>(.*)</lastmod>", sitemap) == ["2026-03-22"]


def test_a_build_from_what_is_kept_is_the_cold_build(tmp_path: Path) -> None:
    """After changes of a text, a record and a page, a release that came: the same files, all of them."""
    content = small.content(tmp_path)
    pipeline.build(content, tmp_path / "build", _silent)
    small.another(content)
    for path, old, new in (
        (f"releases/2024/{small.RELEASE}.md", "Talks held", "Talks put off"),
        ("authorities/people/ann-example.yml", "heading: Ann Example", "heading: Ann Sample"),
        ("pages/about.md", "A site", "A place"),
    ):
        file = content / path
        assert old in file.read_text()
        file.write_text(file.read_text().replace(old, new))

    kept = pipeline.build(content, tmp_path / "build", _silent, Forked(2))
    cold = pipeline.build(content, tmp_path / "cold", _silent)

    assert manifest.digests(kept) == manifest.digests(cold)
