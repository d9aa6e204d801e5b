"""Addresses of pages: which are some, and when two are one."""

from __future__ import annotations

import pytest

from generator.clean import address

SAME = [
    ("https://a.example/Talks/", "http://www.a.example/talks"),
    ("https://a.example/talks?os=app&id=3", "https://a.example/talks?id=3#top"),
    ("https://a.example/minister%E2%80%99s-visit", "https://a.example/minister’s-visit"),
    ("https://a.example/talks?utm_source=x", "https://a.example/talks"),
]
OTHER = [
    ("https://a.example/talks?id=3", "https://a.example/talks?id=4"),
    ("https://a.example/talks", "https://b.example/talks"),
    ("https://a.example/1", "https://a.example/2"),
]


@pytest.mark.parametrize(("one", "two"), SAME)
def test_two_addresses_of_one_page_are_one(one: str, two: str) -> None:
    """Scheme, case, slash, fragment and marks of tracking do not count."""
    assert address.key(one) == address.key(two)


@pytest.mark.parametrize(("one", "two"), OTHER)
def test_two_pages_are_two(one: str, two: str) -> None:
    """Host, path and what chooses a page do count."""
    assert address.key(one) != address.key(two)


def test_what_is_no_address_is_its_own_key() -> None:
    """A broken address is compared as it stands."""
    assert address.key("http://[Bad") == "http://[bad"


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("https://a.example/talks", None),
        ("javascript:alert(1)", "is no web address"),
        ("data:text/html,x", "is no web address"),
        ("//a.example/talks", "is no web address"),
        ("http://", "is no web address"),
        ("http://[bad", "is no web address"),
        ("http://a.example/a b", "holds a space or a character that nobody sees"),
        ("http://a.example/\u202e", "holds a space or a character that nobody sees"),
        ("http://a.example/" + "a" * 2000, "is 2017 characters long; 2000 is the most"),
    ],
)
def test_only_web_addresses_are_addresses(url: str, why: str | None) -> None:
    """A link that a reader could click on must lead to a page, and show where."""
    assert address.fault(url) == why
