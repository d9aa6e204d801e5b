"""Figures of the five seeds, against the reading that a careful person made of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from generator.clean.take import Asked, Taken, take
from generator.model import Claim, Cut
from generator.store.load import load
from tests.quality.corpora import PROJECT, SHARED, library
from tests.quality.measure import Absent, Measure, counted
from tests.quality.proof import undoes

Found = dict[str, tuple[dict[str, Any], Taken]]
_STATUS = {"source": "stated", "derived": "supplied"}


def readings() -> Found:
    """Return each seed's gold and what cleaning makes of its capture, by name.

    Raises:
        Absent: The gold or the seeds are not there.
    """
    names = sorted(path.stem for path in (SHARED / "gold").glob("0*.yaml"))
    if not names:
        raise Absent("../shared/gold is not there")
    return {name: (_gold(name), _taken(name)) for name in names}


def _gold(name: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((SHARED / "gold" / f"{name}.yaml").read_text("utf-8"))
    return read


def _taken(name: str) -> Taken:
    data = (SHARED / "seeds" / f"{name}.txt").read_bytes()
    return take(data, Asked(f"{name}.txt"), library())


def measures() -> Iterator[Measure]:
    """Yield the figures: each part of the reading that is equal to the gold's."""
    found = readings()
    yield counted("seeds: blocks to the letter", _blocks(found))
    yield counted("seeds: no block but these", {n: _only(*one) for n, one in found.items()})
    yield counted("seeds: captions", {n: _captions(*one) for n, one in found.items()})
    yield counted("seeds: removed lines", _removed(found))
    for field, right in _FIELDS.items():
        yield counted(f"seeds: {field}", {n: right(*one) for n, one in found.items()})
    yield counted("seeds: title as reviewed in content/", _reviewed(found))
    yield counted("seeds: none of the wrong dates", {n: _not_wrong(*o) for n, o in found.items()})
    yield counted(
        "seeds: undone to the character",
        {name: undoes(one.cleaned, one.text) for name, (_, one) in found.items()},
    )


def _blocks(found: Found) -> dict[str, bool]:
    return {
        f"{name} {block['id']}": {one.id: one.text for one in taken.cleaned.blocks}.get(block["id"])
        == block["text"]
        for name, (gold, taken) in found.items()
        for block in gold["body"]
    }


def _only(gold: dict[str, Any], taken: Taken) -> bool:
    return [one.id for one in taken.cleaned.blocks] == [one["id"] for one in gold["body"]]


def _captions(gold: dict[str, Any], taken: Taken) -> bool:
    wanted = [one["text"] for one in gold["captions"]]
    return [one.text for one in taken.cleaned.captions] == wanted


def _removed(found: Found) -> dict[str, bool]:
    """Return for each line that is not blank whether it is cut just when the gold removes it."""
    results: dict[str, bool] = {}
    for name, (gold, taken) in found.items():
        wanted = {n for one in gold["removed"] for n in range(one["lines"][0], one["lines"][1] + 1)}
        gone = {n for cut in taken.cleaned.cuts for n in _lines(cut)}
        for number, line in enumerate(taken.text.splitlines(), start=1):
            if line.strip():
                results[f"{name} l{number}"] = (number in wanted) == (number in gone)
    return results


def _lines(cut: Cut) -> range:
    return range(cut.lines[0], cut.lines[1] + 1)


def _title(gold: dict[str, Any], taken: Taken) -> bool:
    title, wanted = taken.cleaned.fields.title, gold["title"]
    if title is None or title.status != _STATUS.get(wanted["status"], wanted["status"]):
        return False
    # A supplied title is a proposal until a person has written a better one: see `_reviewed`.
    return (
        title.value.startswith("[") if title.status == "supplied" else title.value == wanted["text"]
    )


def _reviewed(found: Found) -> dict[str, bool]:
    releases = load(PROJECT / "content").archive.releases.values()
    titles = {one.head.capture.rpartition("/")[2]: one.head.title for one in releases}
    results = {}
    for name, (gold, _) in found.items():
        title = titles.get(name.partition("_")[2])
        results[name] = title is not None and title.value == gold["title"]["text"]
    return results


def _date(gold: dict[str, Any], taken: Taken) -> bool:
    date, wanted = taken.cleaned.fields.published, gold["date"]
    return date is not None and (date.value, date.status) == (wanted["value"], wanted["status"])


def _not_wrong(gold: dict[str, Any], taken: Taken) -> bool:
    date = taken.cleaned.fields.published
    return date is None or date.value not in gold["date"]["must_not_be"]


def _captured(gold: dict[str, Any], taken: Taken) -> bool:
    date, wanted = taken.cleaned.fields.captured, gold["captured"]
    return (date.value if date else None) == (wanted["value"] if wanted else None)


def _dateline(gold: dict[str, Any], taken: Taken) -> bool:
    line, wanted = taken.cleaned.fields.dateline, gold["dateline"]
    if line is None or wanted is None:
        return line is None and wanted is None
    return (line.text, line.date) == (wanted["text"], wanted["date"])


def _same(claim: Claim | None, wanted: dict[str, Any] | None, key: str) -> bool:
    return (claim.value if claim else None) == (wanted[key] if wanted else None)


def _author(gold: dict[str, Any], taken: Taken) -> bool:
    return _same(taken.cleaned.fields.author, gold["author"], "text")


def _outlet(gold: dict[str, Any], taken: Taken) -> bool:
    return _same(taken.cleaned.fields.outlet, gold["outlet"], "id")


def _aggregator(gold: dict[str, Any], taken: Taken) -> bool:
    return _same(taken.cleaned.fields.aggregator, gold["aggregator"], "id")


_FIELDS = {
    "title": _title,
    "date": _date,
    "capture date": _captured,
    "dateline": _dateline,
    "author": _author,
    "outlet": _outlet,
    "aggregator": _aggregator,
}
