"""Addresses on the web."""

from __future__ import annotations

import pytest

from generator.checks.addresses import unfit
from generator.model import Outlet
from tests.checks.small import capture, entity, subject, told

BAD = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "ftp://example.org",
    "//example.org",
    "example.org",
    "https://",
    "https:///etc",
    "https://a b",
    "https://user:word@example.org/",
    "https://example.org\\@evil.example",
    'https://example.org/"><script>',
    " https://example.org",
]


@pytest.mark.parametrize("url", BAD)
def test_what_is_no_web_address_is_told(url: str) -> None:
    """Nothing but http and https, without user names, blanks and marks, in every field."""
    whole = subject(
        capture(url=url),
        Outlet(id="gazette", name="Gazette", kind="newspaper", url=url),
        entity("people", "b", sources=[{"url": url}]),
    )

    assert [message.partition(":")[0] for message in told(unfit(whole))] == [
        "gazette/a1 url",
        "gazette url",
        "b sources.0.url",
    ]


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "http://example.org:80/a?b=c#d",
        "https://пример.рф/страница",
        "https://a/@b",
    ],
)
def test_a_web_address_is_well(url: str) -> None:
    """Other scripts, ports, queries and fragments are part of the web."""
    assert told(unfit(subject(capture(url=url)))) == []


def test_a_host_is_a_name_alone() -> None:
    """A scheme or a path is no host."""
    outlet = Outlet(id="a", name="A", kind="portal", hosts=("www.example.org", "https://a.b", "x"))

    assert [message.partition(": ")[0] for message in told(unfit(subject(outlet)))] == [
        "a hosts.1",
        "a hosts.2",
    ]
