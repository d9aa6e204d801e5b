"""Addresses on the web that records give: http or https, and nothing that could act."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.sources import sources
from generator.checks.subject import Finding, Loc, Subject
from generator.errors import visible

# Source: RFC 3986, 3.2: authority without user information; and no white space anywhere.
_ADDRESS = re.compile(r"https?://[^\s/?#@\\<>\"]+(?:[/?#][^\s\\<>\"]*)?", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")


def unfit(subject: Subject) -> Iterator[Finding]:
    """Yield each `url` that is none, and each of an outlet's `hosts` that is no host's name."""
    for path, at, url in _urls(subject):
        if not _ADDRESS.fullmatch(url):
            message = f"`{visible(url, 80)}` is no web address"
            yield Finding(path, at, message, "write one that begins with https:// or http://")
    for outlet in subject.archive.outlets.values():
        for index, host in enumerate(outlet.hosts):
            if not _HOST.fullmatch(host):
                message = f"`{visible(host, 80)}` is no host's name"
                path = subject.archive.paths[outlet.id]
                yield Finding(path, ("hosts", index), message, "write it as www.example.org")


def _urls(subject: Subject) -> Iterator[tuple[str, Loc, str]]:
    archive = subject.archive
    for key, capture in archive.captures.items():
        if capture.url is not None:
            yield archive.paths[key], ("url",), capture.url
    for key, outlet in archive.outlets.items():
        if outlet.url is not None:
            yield archive.paths[key], ("url",), outlet.url
    for key, entity in archive.entities.items():
        for at, source in sources(entity):
            if source.url is not None:
                yield archive.paths[key], (*at, "url"), source.url
