"""What a tag may be and ask for."""

from __future__ import annotations

import pytest

from generator.site import allowed
from generator.site.tags import tags


def told(page: str) -> list[str]:
    """Return what is told of every tag of a page."""
    return [sentence for tag in tags(page) for sentence in allowed.faults(tag)]


@pytest.mark.parametrize(
    "page",
    [
        '<a href="../x/#p1">',
        '<a href="https://example.org/a?b=c#d" rel="noopener" target="_blank">',
        '<a href="mailto:a@example.org">',
        '<link rel="canonical" href="https://example.org/">',
        '<link rel="alternate" type="application/feed+json" href="feed.json">',
        '<img src="../assets/a.svg" srcset="a.png 1x, b.png 2x" alt="">',
        '<script src="assets/javascripts/a.js" defer></script>',
        '<script id="__config" type="application/json">{}</script>',
        '<input class="md-toggle" type="checkbox" id="__nav_2_1" name="x">',
        '<input type="radio" name="__palette" id="__palette_0">',
        '<label id="__nav_1_label" for="__nav_1">',
        '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">',
        '<meta name="description" content="javascript: is a word">',
        '<blockquote cite="https://example.org/">',
        '<form action="../search/" method="get">',
        '<svg viewBox="0 0 24 24"><path d="M0 0h24"></path></svg>',
        '<td data-pagefind-filter="outlet">',
    ],
)
def test_what_our_pages_need_passes(page: str) -> None:
    """The theme, the overrides and hand-written pages have what they use."""
    assert told(page) == []


@pytest.mark.parametrize(
    "page",
    [
        "<iframe src='x'>",
        "<base href='x/'>",
        "<object data='x'>",
        "<embed src='x'>",
        "<math>",
        "<plaintext>",
        "<style>p{}</style>",
        "<video src='x'>",
        "<svg><animate attributeName='href'></svg>",
        "<svg><use href='x.svg'></svg>",
        "<p onclick='x'>",
        "<p ONMOUSEOVER='x'>",
        "<details ontoggle=x open>",
        "<p style='position:fixed'>",
        "<input autofocus>",
        "<button formaction='x'>",
        "<a ping='x' href='y'>",
        "<meta http-equiv='refresh' content='0;url=x'>",
        "<script>alert(1)</script>",
        "<script src='a.js'>alert(1)</script>",
        "<script type='application/json'>{}</script>",
        "<script src='//example.org/a.js'></script>",
        "<script src='https://example.org/a.js'></script>",
        "<img src='https://example.org/a.png'>",
        "<img srcset='a.png 1x, //example.org/a.png 2x'>",
        "<img src='/\\example.org/a.png'>",
        "<img src='&#10;//example.org/a.png'>",
        "<link rel='stylesheet' href='https://example.org/a.css'>",
        "<link rel='preconnect' href='https://example.org'>",
        "<link rel='alternate' href='https://example.org/feed.xml'>",
        "<link rel='canonical stylesheet' href='https://example.org/a.css'>",
        "<a href='javascript:alert(1)'>",
        "<a href='JaVaScRiPt:alert(1)'>",
        "<a href='java&#9;script:alert(1)'>",
        "<a href='&#1;javascript:alert(1)'>",
        "<a href=' javascript:alert(1)'>",
        "<a href='javascript&colon;alert(1)'>",
        "<a href='vbscript:x'>",
        "<a href='data:text/html,x'>",
        "<a href='file:///etc/passwd'>",
        "<a href='//example.org'>",
        "<form action='https://example.org'>",
        "<form action='javascript:x'>",
        "<input type='password'>",
        "<p id='__config'>",
        "<div id='__search'>",
        "<h2 id='__nav_1'>",
        "<p id='__anything'>",
        "<a name='body'>",
        "<img name='getElementById'>",
    ],
)
def test_what_acts_or_asks_another_host_is_told(page: str) -> None:
    """Everything that runs, embeds, re-bases, sends away or calls out has at least one fault."""
    assert told(page) != []
