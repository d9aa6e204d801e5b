"""Figures of layouts nobody has written a profile for: all corpora, cleaned without profiles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.clean.cleaning import clean
from generator.clean.result import Cleaned, Library, Source
from generator.clean.take import Asked, Taken, take
from generator.errors import Refused
from tests.quality.corpora import CORPORA, SHARED, library, rows
from tests.quality.measure import Measure, counted
from tests.quality.seeds import readings

NOTHING = Library()


def measures() -> Iterator[Measure]:
    """Yield the figures: body lines kept, and what the flags find."""
    results: dict[str, bool] = {}
    refused: list[str] = []
    for name, text in _texts():
        try:
            results[name] = _keeps_all(clean(Source(text), NOTHING), text)
        except Refused as reason:
            refused.append(str(reason).splitlines()[0])
    yield counted("no profile: text captures of which no line is lost", results)
    yield Measure("no profile: text captures taken", len(results), len(results) + len(refused))
    pages = {row["file"]: _page(row) for row in rows("html-captures/gold.jsonl")}
    kept = {name: _keeps_all(page.cleaned, page.text) for name, page in pages.items()}
    yield counted("no profile: html captures of which no line is lost", kept)
    yield from _flags(_of_seeds(), "seeds")
    yield from _flags(_of_pages(pages), "html")


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
    return take(data, Asked(row["file"]), NOTHING)


def _keeps_all(cleaned: Cleaned, text: str) -> bool:
    """Tell whether every line is a block, but those of which `text.*` rules left nothing."""
    lines = sum(1 for line in text.splitlines() if line.strip())
    general = all(cut.rule.startswith("text.") for cut in cleaned.cuts)
    return general and len(cleaned.blocks) + len(cleaned.cuts) >= lines


# A line: its name, whether it is body, whether it is flagged.
Line = tuple[str, bool, bool]


def _flags(lines: Iterable[Line], where: str) -> Iterator[Measure]:
    """Yield how well flags find, without a profile, what is furniture, and spare what is body."""
    seen = list(lines)
    furniture = {name: flagged for name, body, flagged in seen if not body}
    body = {name: not flagged for name, body, flagged in seen if body}
    yield counted(f"no profile: furniture lines flagged ({where})", furniture)
    yield counted(f"no profile: body lines not flagged ({where})", body)


def _of_seeds() -> Iterator[Line]:
    for name, (gold, taken) in readings().items():
        told = {one.line for one in clean(Source(taken.text, as_one=True), NOTHING).flags}
        removed = set(_numbers(one["lines"] for one in gold["removed"]))
        kept = {one["line"] for one in gold["body"]}
        for number, line in enumerate(taken.text.splitlines(), start=1):
            if line.strip() and number in removed | kept:
                yield f"{name} l{number}", number in kept, number in told


def _of_pages(pages: dict[str, Taken]) -> Iterator[Line]:
    """Yield the lines of pages; what their site's profile keeps is body."""
    for name, page in pages.items():
        told = {one.line for one in page.cleaned.flags}
        known = take((CORPORA / "html-captures" / name).read_bytes(), Asked(name), library())
        body = {known.text[kept.at[0] : kept.at[1]] for kept in known.cleaned.kept}
        for number, line in enumerate(page.text.splitlines(), start=1):
            if line.strip():
                yield f"{name} l{number} {line[:60]}", line.strip() in body, number in told


def _numbers(spans: Iterable[tuple[int, int]]) -> Iterator[int]:
    for first, last in spans:
        yield from range(first, last + 1)
