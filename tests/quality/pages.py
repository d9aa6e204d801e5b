"""Figures of HTML captures: 30 press-release pages of justice.gov."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.clean.take import Asked, Taken, take
from tests.quality.corpora import CORPORA, library, rows
from tests.quality.measure import Measure, counted
from tests.quality.proof import undoes

# Menus, head, filing and side column of the pages, written down from their source.
CHROME = re.compile(
    r"^(?:FOR IMMEDIATE RELEASE|Department of Justice|Office of Public Affairs|Justice News|Share"
    r"|(?:Topic|Component|Attachment)\(s\):|Press Release Number:|Updated [A-Z][a-z]+ \d+, \d{4}|Home »"
    r"|Report a Crime|Get a Job|Find Sales of Seized Property|Leadership|Skip to main content"
    r"|Download|You are here|Main menu|Search|Facebook|Twitter|Archived News|Email)\b",
    re.MULTILINE,
)


def measures() -> Iterator[Measure]:
    """Yield the figures: address, title and date against the corpus's gold, furniture left."""
    found = [(row, _taken(row)) for row in rows("html-captures/gold.jsonl")]
    yield counted("html: address", {row["file"]: one.url == row["url"] for row, one in found})
    yield counted("html: title", {row["file"]: _title(one, row) for row, one in found})
    yield counted("html: date", {row["file"]: _date(one, row) for row, one in found})
    yield counted(
        "html: no page furniture left", {r["file"]: not CHROME.search(_body(t)) for r, t in found}
    )
    yield counted(
        "html: undone to the character", {r["file"]: undoes(t.cleaned, t.text) for r, t in found}
    )


def _taken(row: dict[str, Any]) -> Taken:
    data = (CORPORA / "html-captures" / row["file"]).read_bytes()
    return take(data, Asked(row["file"]), library())


def _title(one: Taken, row: dict[str, Any]) -> bool:
    title = one.cleaned.fields.title
    return title is not None and title.value == row["title"]


def _date(one: Taken, row: dict[str, Any]) -> bool:
    published = one.cleaned.fields.published
    return published is not None and published.value == (row["date"] or row["published"])[:10]


def _body(one: Taken) -> str:
    return "\n".join(block.text for block in one.cleaned.blocks)
