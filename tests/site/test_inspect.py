"""The inspection of a finished site: nothing dead, nothing active, nothing foreign."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from generator.site import inspect
from generator.site.staged import standing


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
