"""Topic: a year of captures added in one call, as `add` does it."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from generator.errors import Refused
from generator.store.intake import Added
from generator.store.many import add_all
from generator.store.wish import Wish
from tests.quality.corpora import PROJECT, rows
from tests.quality.measure import Measure, counted

JOBS = 2


def measures() -> Iterator[Measure]:
    """Yield how many captures of 2011 are in the archive after one call, or refused by name."""
    corpus = rows("kcna-2011.jsonl.gz")
    with tempfile.TemporaryDirectory() as folder:
        content = _content(Path(folder))
        wishes = []
        for row in corpus:
            path = Path(folder) / f"{row['id']}.txt"
            path.write_bytes(row["text_raw"].encode())
            given = {"title": row["title"], "published": row["date"]}
            wishes.append(Wish(path, url=row["url"], given=given))
        outcomes = list(add_all(wishes, content, jobs=JOBS))
    refused = [str(one).splitlines()[0] for one in outcomes if isinstance(one, Refused)]
    added = [one for one in outcomes if isinstance(one, Added)]
    counts = Counter(one.outcome for one in added)
    told = tuple(f"{kind}: {number:,}" for kind, number in sorted(counts.items()))
    named = sum("KCNA_2011-" in one and ": error: " in one for one in refused)
    name = "add: 2011 in one call, each in the archive or refused by name"
    yield Measure(name, len(added) + named, len(corpus), told)
    yield Measure("add: 2011 in the archive", len(added), len(corpus), tuple(refused))
    yield counted("add: only texts of one title are versions of one release", _joined(added))


def _joined(added: list[Added]) -> dict[str, bool]:
    """Return for each capture whether it stands under a release that has its title."""
    titles: dict[str, str] = {}
    results: dict[str, bool] = {}
    for one in added:
        title = one.ready.wish.given["title"]
        held = titles.setdefault(one.place.release, title)
        if one.outcome != "known":
            results[f"{one.ready.wish.path.name}: {title} | {held}"] = held == title
    return results


def _content(folder: Path) -> Path:
    """Return a content folder that has what cleaning needs, and no release."""
    content = folder / "content"
    for part in ("outlets", "profiles", "vocabulary", "authorities"):
        shutil.copytree(PROJECT / "content" / part, content / part)
    return content
