"""Small archives for the tests of resolving: records from a file, releases from a line or two."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator import authority
from generator.authority import Entity
from generator.model import Archive, Block, Claim, DateClaim, Mention, Release, ReleaseHead
from generator.record import checked
from generator.resolve import Gazetteer, prepare, resolve
from generator.vocabulary import FILES, Vocabulary

HERE = Path(__file__).parent
VOCABULARY = HERE.parents[1] / "content" / "vocabulary"


def read_yaml(path: Path) -> Any:
    """Return what a YAML file says, every scalar a string."""
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - strings only


@cache
def vocabulary() -> Vocabulary:
    """Return the archive's own words of languages."""
    lists = {name: read_yaml(VOCABULARY / f"{name}.yml") for name in FILES}
    return checked(Vocabulary, lists)


@cache
def entities() -> dict[str, Entity]:
    """Return the records of `records.yml` by id."""
    by_class = read_yaml(HERE / "records.yml")
    made = (
        checked(getattr(authority, name), record)
        for name, records in by_class.items()
        for record in records
    )
    return {one.id: one for one in made}


def release(*blocks: str, title: str | None = None, day: str | None = None, **head: Any) -> Release:
    """Return a release of these paragraphs; one that begins with `## ` is a heading."""
    head.setdefault("language", "en")
    made = ReleaseHead(
        id="some-release",
        title=Claim(value=title) if title else None,
        outlet="some-outlet",
        kind="report",
        published=DateClaim(value=day) if day else None,
        capture="some-outlet/1",
        **head,
    )
    counts = {"p": 0, "h": 0}
    numbered = []
    for text in blocks:
        letter = "h" if text.startswith("## ") else "p"
        counts[letter] += 1
        numbered.append(Block(f"{letter}{counts[letter]}", text.removeprefix("## ")))
    return Release(made, tuple(numbered))


def archive(*releases: Release, **parts: Any) -> Archive:
    """Return an archive of these releases and the test records."""
    empty: dict[str, Any] = {"captures": {}, "outlets": {}, "kinds": {}}
    known = {"entities": entities(), "vocabulary": vocabulary()}
    return Archive(releases={one.id: one for one in releases}, **{**empty, **known, **parts})


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer of the test records."""
    return prepare(archive())


def resolved(*blocks: str, **head: Any) -> tuple[Mention, ...]:
    """Return the mentions of a release of these paragraphs."""
    return resolve(release(*blocks, **head), gazetteer())


def said(found: tuple[Mention, ...], layer: str) -> list[str]:
    """Return what a layer says, each as `words = entities`, and `words ?` if ambiguous."""
    return [
        f"{one.text} = {', '.join(one.entities)}" if one.entities else f"{one.text} ?"
        for one in found
        if one.layer == layer
    ]
