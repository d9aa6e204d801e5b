"""A folded template writes what the template as it stands writes, or is not folded."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import DictLoader, Environment
from mkdocs.utils.templates import url_filter

from generator.site.fast import skeleton
from generator.site.fast.page import _Neighbour
from generator.site.fast.skeleton import Skeletons

CONFIG = {"site_name": "A & B", "extra": {"repository": "", "branch": "main"}}
NAV = SimpleNamespace(
    items=[
        SimpleNamespace(title="One", url="one/", active=False, children=None),
        SimpleNamespace(title="Two", url="two/", active=False, children=None),
    ]
)
FIELDS: dict[str, Any] = {
    "title": "T < U",
    "record": "release",
    "empty": "",
    "cited": {"date": "2024", "authors": ["x", "y & z"], "items": "i"},
    "rows": [{"kind": "text", "text": "a"}, {"kind": "italic", "text": "b"}],
}
PARTS = {
    "base.html": "{% set meta = page.meta if page is defined else {} %}<h1>{% block head %}{{ page.title | e }}"
    "{% endblock %}</h1>{% include 'part.html' %}{% block content %}{{ page.content }}{% endblock %}",
    "part.html": "{% set meta = (page.meta if page else none) or {} %}"
    "{% for item in nav.items %}<a href='{{ item.url | url }}'{% if item.active %} here{% endif %}>"
    "{{ item.title }}</a>{% endfor %}[{{ meta.record }}]",
}
FOLDED = [
    "{% extends 'base.html' %}",
    "{% extends 'base.html' %}{% block head %}{{ config.site_name | e }} {{ '.' | url }}{% endblock %}",
    "{% set here = page if page is defined else none %}{% if here and here.canonical_url %}{{ here.canonical_url }}{% endif %}",
    "{% set m = page.meta %}{{ m.absent }}{{ m.absent | d('none', true) }}{{ m.empty | d('e', true) }}{% if not m.absent %}no{% endif %}",
    "{% if page.meta.record == 'release' %}a{% elif page.meta.cited %}b{% else %}c{% endif %}",
    "{% if page.meta.empty %}a{% elif page.meta.cited.date %}{{ page.meta.cited.date }}{% else %}c{% endif %}",
    "{% if page.meta.record in ('x', 'release') %}a{% endif %}{{ 'y' if page.meta.record == 'z' else page.title }}",
    "{% for row in page.meta.rows %}{% if row.kind == 'italic' %}<i>{{ row.text }}</i>{% else %}{{ row.text }}{% endif %}{% endfor %}",
    "{% for one in page.meta.cited.authors %}{{ one | e }},{% else %}nobody{% endfor %}",
    "{% for one in page.meta.absent or [] %}{{ one }}{% else %}nobody{% endfor %}",
    "{% for name in ['a', 'b'] %}{{ ('x/' ~ name ~ '.js') | url }} {% endfor %}",
    "{% set cite %}<b>{{ page.meta.title | e }}</b>{% endset %}{{ page.content | replace('text', cite) }}",
    "{% set home = config.extra.repository | d('', true) %}{% if home %}{{ home }}{% else %}{{ config.extra.branch }}{% endif %}",
    "{{ page.url | urlencode }}{{ (page.meta.empty or page.meta.title) | e }}{{ page.meta.absent and page.title }}",
    "{% block a %}{% set b = page.meta.empty ~ 'c' %}{{ b }}{% endblock %}{% block d %}{{ page.title | e }}{% endblock %}{{ page.title | escape | upper }}",
    "{% for row in page.meta.rows %}{{ row.text | e }}{{ row.absent | e }}{{ 1 | e }}{{ row | e }}{% endfor %}",
    "{{ config }}",
    "{{ page.canonical_url | tojson }}{{ 1 + 2 }}{{ none }}{{ page.meta.record | upper }}",
]
LEFT = [
    "{{ page.meta.title if page.meta.rows }}",
    "{{ page.file }}",
    "{{ page.meta.items() }}",
    "{{ nothing.known }}",
    "{{ page.meta }}",
    "{{ page.meta.title | url }}",
    "{% for row in page.meta.rows %}{{ loop.index }}{% endfor %}",
    "{% if page.meta.rows %}{% set a = 1 %}{% endif %}{{ a }}",
    "{% include page.meta.title ignore missing %}",
]


def both(text: str) -> tuple[str, str | None]:
    """Return what a template writes as it stands, and folded."""
    env = Environment(loader=DictLoader({**PARTS, "main.html": text}), autoescape=False)  # noqa: S701 - as MkDocs
    env.filters["url"] = url_filter
    values = {"config": CONFIG, "nav": NAV}
    page = SimpleNamespace(
        meta=FIELDS, title="T < U", content="some text", canonical_url="https://h/a/x/", url="a/x/"
    )
    stands = env.get_template("main.html").render(page=page, base_url="../..", **values)
    folded = Skeletons(env, values).of("main.html", FIELDS)
    if folded is None:
        return stands, None
    own = {f"page_{name}": value for name, value in vars(page).items() if name != "meta"}
    seen = {"page": _Neighbour("a/\0/"), "base_url": "../.."}
    urls = {
        f"url_{number}": url_filter(seen, target)  # type: ignore[arg-type]
        for number, target in enumerate(folded.targets)
    }
    return stands, folded.page(FIELDS, own, urls)


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fold from the first page on."""
    monkeypatch.setattr(skeleton, "OFTEN", 0)


@pytest.mark.parametrize("text", FOLDED)
def test_what_is_known_is_filled_in(text: str) -> None:
    """And what is written stays the same."""
    stands, folded = both(text)

    assert folded == stands


@pytest.mark.parametrize("text", LEFT)
def test_what_is_not_plain_is_not_folded(text: str) -> None:
    """It is never guessed."""
    env = Environment(loader=DictLoader({"main.html": text}), autoescape=False)  # noqa: S701 - as MkDocs
    env.filters["url"] = url_filter

    assert Skeletons(env, {"config": CONFIG}).of("main.html", FIELDS) is None
