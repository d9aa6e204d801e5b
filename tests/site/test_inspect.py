"""The inspection of a finished site: nothing dead, nothing active, nothing foreign."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.kept.shelf import Shelf
from generator.site import inspect, manifest, sound
from generator.site.ledger import Ledger
from generator.site.staged import Staged, standing


def _site(folder: Path, **pages: str) -> Path:
    for name, body in pages.items():
        path = folder / ("404.html" if name == "lost" else f"{name}/index.html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<!doctype html>\n<html lang=en>\n<body>{body}</body></html>")
    return folder


def _told(site: Path) -> list[str]:
    return [f"{one.path}:{one.line}: {one.message}" for one in inspect.faults(standing(site))]


def test_a_sound_site_has_no_fault(tmp_path: Path) -> None:
    """Links between pages and to their parts, from any depth."""
    site = _site(
        tmp_path,
        a='<h1 id="one">A</h1><a href="b/#two">B</a><a href="#one">here</a>',
        **{"a/b": '<p id="two"><a href="../">up</a> &lt;b&gt;</p>'},
        lost='<a href="/a/#one">A</a>',
    )

    assert _told(site) == []


def test_faults_are_told_with_page_and_line(tmp_path: Path) -> None:
    """Whoever mends the page finds the place."""
    site = _site(tmp_path, a='<p>\n<a href="../b/">B</a>\n<img src="//x.example/y.png"></p>')

    assert _told(site) == [
        "site/a/index.html:5: `src` of `img` asks another host: `//x.example/y.png`",
        "site/a/index.html:4: link `../b/` leads to no page or file",
    ]


def test_a_fault_of_every_page_is_told_once(tmp_path: Path) -> None:
    """A fault in a template does not bury the others."""
    site = _site(tmp_path, a="<iframe>", b="<iframe>", c="<iframe>")

    assert _told(site) == [
        "site/a/index.html:3: element `iframe` is none of ours, and 2 times more"
    ]


@pytest.mark.parametrize(
    "body",
    ["<!-- x -->", "a < b", "<p id=a></p><p id=a></p>", "a\x00b", "a\x1bb", '<a href="/a/">'],
)
def test_broken_markup_doubled_ids_and_absolute_links_are_told(tmp_path: Path, body: str) -> None:
    """Each makes another page in some browser, or on some host."""
    assert len(_told(_site(tmp_path, a=body))) == 1


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    "name", ["a.js", "a.SVG", "pagefind/pagefind.js", "x/feed.xml", "evil.htm"]
)
def test_an_active_file_that_is_not_ours_is_told(tmp_path: Path, name: str) -> None:
    """Only what theme and overrides bring may run; changed bytes are not theirs."""
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"changed")

    assert len(list(inspect.strangers(standing(tmp_path), {}))) == 1
    assert len(list(inspect.strangers(standing(tmp_path), {name: _digest(b"ours")}))) == 1
    assert list(inspect.strangers(standing(tmp_path), {name: _digest(b"changed")})) == []


@pytest.mark.parametrize(
    "style",
    [
        "p{background:url(//x.example/y)}",
        "@import 'https://x.example/y.css';",
        'p{src:url( "http://x")}',
    ],
)
def test_a_style_of_ours_that_asks_another_host_is_told(tmp_path: Path, style: str) -> None:
    """Fonts and pictures come from the site itself."""
    (tmp_path / "a.css").write_text(style)
    own = {"a.css": _digest(style.encode())}

    assert [one.message[:24] for one in inspect.strangers(standing(tmp_path), own)] == [
        "style asks another host:"
    ]


PAGES = ("index.html", "a/index.html", "b/index.html", "a/c/index.html", "d/index.html")
GOOD = ("a/", "b/#x", "a/c/#y", "d/", "./#x", "e.csv", "d/?q=1#x", "b")
BAD = ("/a/", "nowhere/", "a/#nowhere", "../..")


def _page(chance: random.Random, path: str) -> bytes:
    """Return a page with ids and links, as a rule good ones."""
    ids = "".join(f'<p id="{name}">t</p>' for name in "xyz" if chance.random() < 0.9)
    way = "../" * path.count("/")
    links = [f"{way}{one}" for one in GOOD if chance.random() < 0.4]
    links += [chance.choice(BAD)] if chance.random() < 0.05 else []
    text = "".join(f'<a href="{one}">l</a>' for one in links)
    return f"<!doctype html>\n<html lang=en>\n<body>{ids}{text}</body>".encode()


def _edited(chance: random.Random, site: Mapping[str, bytes]) -> dict[str, bytes]:
    """Let a page come, go or change."""
    path = chance.choice((*PAGES, "e.csv", "f/index.html"))
    left = {each: content for each, content in site.items() if each != path}
    return left if chance.random() < 0.15 else {**left, path: _page(chance, path)}


def _put(folder: Path, files: Mapping[str, bytes], before: Ledger) -> Staged:
    folder.mkdir(exist_ok=True)
    staged = Staged(folder, before)
    for path, content in files.items():
        staged.put(path, (content,))
    staged.sweep()
    manifest.write(staged)
    return staged


@pytest.mark.parametrize("seed", range(10))
def test_what_is_known_of_the_last_site_changes_no_verdict(tmp_path: Path, seed: int) -> None:
    """Whatever comes, goes or changes: the same faults as when every page is looked at."""
    chance = random.Random(seed)  # noqa: S311 - not a secret
    site = dict.fromkeys(PAGES, b'<!doctype html>\n<p id="x"><p id="y"><p id="z">') | {"e.csv": b""}
    shelf, before, sound_sites = Shelf(tmp_path / "kept", ""), Ledger(), 0
    for _ in range(30):
        staged = _put(tmp_path / "site", site, before)
        found = [str(each) for each in inspect.faults(staged, "/", shelf=shelf)]
        assert found == [str(each) for each in inspect.faults(standing(tmp_path / "site"))]
        if not found:
            sound_sites += 1
            last, before = site, Ledger(tmp_path / "site", staged.rows)
        site = _edited(chance, last if found and chance.random() < 0.8 else site)
    assert 5 < sound_sites < 30


def test_of_a_site_like_the_last_one_only_what_is_new_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One page of three."""
    shelf = Shelf(tmp_path / "kept", "")
    page = b"<!doctype html>\n<p id=x>%b</p>"
    files = {f"{name}/index.html": page % b"text" for name in "abc"}
    first = _put(tmp_path / "site", files, Ledger())
    assert not list(inspect.faults(first, shelf=shelf))
    read: list[bytes] = []
    look = sound.at_a_glance

    def counted(path: str, content: bytes) -> object:
        read.append(content)
        return look(path, content)

    monkeypatch.setattr(sound, "at_a_glance", counted)
    files["b/index.html"] = page % b"other"
    again = _put(tmp_path / "site", files, Ledger(tmp_path / "site", first.rows))

    assert not list(inspect.faults(again, shelf=shelf))
    assert read == [files["b/index.html"]]
