"""Codes of languages are codes: pages, search and citations act on them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.subject import Finding, Loc, Subject
from generator.errors import visible

# Source: RFC 5646, 2.1: language, then script, region and variants; extensions are not used here.
_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?(?:-[a-z0-9]{5,8})*")
_SCRIPT = re.compile(r"[A-Z][a-z]{3}")


def unknown(subject: Subject) -> Iterator[Finding]:
    """Yield each code of a language or script that is none."""
    for path, place, code in _languages(subject):
        if not _CODE.fullmatch(code):
            message = f"`{visible(code, 40)}` is no code of a language"
            yield Finding(path, place, message, "write a code as en, ko or zh-Hant")
    for entity in subject.archive.entities.values():
        for index, variant in enumerate(entity.variants):
            if not _SCRIPT.fullmatch(variant.script):
                message = f"`{visible(variant.script, 40)}` is no code of a script"
                path = subject.archive.paths[entity.id]
                at: Loc = ("variants", index, "script")
                yield Finding(path, at, message, "write a code as Latn, Cyrl or Hang")


def _languages(subject: Subject) -> Iterator[tuple[str, Loc, str]]:
    archive = subject.archive
    for key, release in archive.releases.items():
        yield archive.paths[key], ("language",), release.head.language
    for key, outlet in archive.outlets.items():
        for index, code in enumerate(outlet.languages):
            yield archive.paths[key], ("languages", index), code
    for key, entity in archive.entities.items():
        for index, variant in enumerate(entity.variants):
            yield archive.paths[key], ("variants", index, "language"), variant.language
