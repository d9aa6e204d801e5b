"""Figures of layouts nobody has written a profile for: all corpora, cleaned without profiles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.clean.cleaning import clean
from generator.clean.result import Cleaned, Library, Source
from generator.clean.take import Asked, Taken, take
from generator.errors import Refused
from tests.quality.corpora import CORPORA, SHARED, rows
from tests.quality.measure import Measure, counted
from tests.quality.seeds import readings

NOTHING = Library()


def measures() -> Iterator[Measure]:
    """Yield the figures: body lines kept, and what the flags find."""
    results: dict[str, bool] = {}
    refused: list[str] = []
    for name, text in _texts():
        try:
            results[name] = _keeps_all(clean(Source(text, as_one=True), NOTHING), text)
        except Refused as reason:
            refused.append(str(reason).splitlines()[0])
    yield counted("no profile: text captures of which no line is lost", results)
    yield Measure("no profile: text captures taken", len(results), len(results) + len(refused))
    pages = {row["file"]: _page(row) for row in rows("html-captures/gold.jsonl")}
    kept = {name: _keeps_all(page.cleaned, page.text) for name, page in pages.items()}
    yield counted("no profile: html captures of which no line is lost", kept)
    yield from _flags()


def _texts() -> Iterator[tuple[str, str]]:
    for row in rows("kremlin-2025.jsonl.gz"):
        yield row["url"], row["capture"]
    for row in rows("kcna-kp-2024.jsonl.gz"):
        yield row["url"], f"{row['title']}\n\n{row['text']}"
    for row in rows("kcna-2011.jsonl.gz"):
        yield row["id"], row["text_raw"]
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        yield path.name, path.read_bytes().decode()


def _page(row: dict[str, Any]) -> Taken:
    data = (CORPORA / "html-captures" / row["file"]).read_bytes()
    return take(data, Asked(row["file"], as_one=True), NOTHING)


def _keeps_all(cleaned: Cleaned, text: str) -> bool:
    """Tell whether every line is a block, but those of which `text.*` rules left nothing."""
    lines = sum(1 for line in text.splitlines() if line.strip())
    general = all(cut.rule.startswith("text.") for cut in cleaned.cuts)
    return general and len(cleaned.blocks) + len(cleaned.cuts) >= lines


def _flags() -> Iterator[Measure]:
    """Yield how well flags find, on the seeds without a profile, what the gold removes."""
    furniture: dict[str, bool] = {}
    body: dict[str, bool] = {}
    for name, (gold, taken) in readings().items():
        told = {one.line for one in clean(Source(taken.text, as_one=True), NOTHING).flags}
        removed = set(_numbers(one["lines"] for one in gold["removed"]))
        kept = {one["line"] for one in gold["body"]}
        lines = enumerate(taken.text.splitlines(), start=1)
        for number in (number for number, line in lines if line.strip()):
            if number in removed:
                furniture[f"{name} l{number}"] = number in told
            elif number in kept:
                body[f"{name} l{number}"] = number not in told
    yield counted("no profile: furniture lines of the seeds that are flagged", furniture)
    yield counted("no profile: body lines of the seeds that are not flagged", body)


def _numbers(spans: Iterable[tuple[int, int]]) -> Iterator[int]:
    for first, last in spans:
        yield from range(first, last + 1)
