"""A small content folder of tests' own making, and captures to add to it."""

from __future__ import annotations

from pathlib import Path

OUTLET = """id: {id}
name: {name}
kind: {kind}
labels: [{label}]
hosts: [{host}]
"""
KINDS = """- id: press-release
  label: press release
  level: 4
  definition: An account that an office gives to the press.
  words: [press release]
- id: news-report
  label: news report
  level: 6
  definition: An outlet's report.
"""
PROFILE = """id: gazette
detect:
  signs: [{pattern: '^By The Gazette', score: 1}]
header:
  - {id: title, reason: title, pattern: '^(?P<title>.+)$', followed_by: '^By The Gazette'}
  - id: by
    reason: outlet and date
    pattern: '^By (?P<outlet>The Gazette), (?P<published>\\S+)$'
    dates: [DD/MM/YYYY]
tail: [{id: more, reason: teasers, pattern: '^More$'}]
guards: [{id: two, reason: two pages in one capture, pattern: '^By The Gazette', most: 1}]
"""
CAPTURE = """Talks held in the capital
By The Gazette, 03/05/2031

The ministers met on May 2.

They will meet again in the autumn of this year.

More
Teaser
"""
ID = "2031-05-03-the-gazette-talks-held-in-the-capital"


def content(folder: Path) -> Path:
    """Return a content folder with two outlets, two kinds and a profile."""
    files = {
        "outlets/the-gazette.yml": OUTLET.format(
            id="the-gazette", name="The Gazette", kind="newspaper", label="Gazette (EN)",
            host="gazette.example",
        ),
        "outlets/the-mirror.yml": OUTLET.format(
            id="the-mirror", name="The Mirror", kind="aggregator", label="Mirror",
            host="mirror.example",
        ),
        "vocabulary/kinds.yml": KINDS,
        "profiles/sites/gazette.yml": PROFILE,
    }  # fmt: skip
    root = folder / "content"
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def saved(folder: Path, name: str = "page.txt", data: str | bytes = CAPTURE) -> Path:
    """Write a capture to add; return its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def numbered(number: int) -> str:
    """Return a capture that no other number has."""
    return CAPTURE.replace("Talks held", f"Talks {number} held").replace(
        "The ministers met", f"The {number} ministers of many countries and their aides met"
    )


def files(root: Path) -> dict[str, bytes]:
    """Return what `add` has written: path under content/ → bytes."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for part in ("captures", "releases")
        for path in sorted((root / part).rglob("*"))
        if path.is_file()
    }
