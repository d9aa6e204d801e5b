"""The data version and the time of a build come from the content alone."""

from __future__ import annotations

import os
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from generator import version
from generator.model import Archive, Capture, DateClaim, Release, ReleaseHead


def _content(folder: Path) -> Path:
    (folder / "outlets").mkdir(parents=True)
    (folder / "outlets" / "a.yml").write_text("id: a\n")
    (folder / "b.md").write_text("text\n")
    return folder


def test_the_same_content_has_the_same_version_anywhere(tmp_path: Path) -> None:
    """Times, hidden files, editors' backups and links do not count."""
    one, other = _content(tmp_path / "one"), _content(tmp_path / "other")
    os.utime(other / "b.md", (1, 1))
    (other / ".b.md.swp").write_text("x")
    (other / "b.md~").write_text("x")
    (other / ".git").mkdir()
    (other / ".git" / "HEAD").write_text("x")
    (other / "link.md").symlink_to("/etc/passwd")

    assert version.data_version(one) == version.data_version(other)
    assert len(version.data_version(one)) == version.LENGTH


@pytest.mark.parametrize(
    "change",
    [
        lambda content: (content / "b.md").write_text("other\n"),
        lambda content: (content / "b.md").rename(content / "c.md"),
        lambda content: (content / "b.md").unlink(),
    ],
    ids=["bytes", "name", "gone"],
)
def test_any_change_of_the_content_changes_the_version(tmp_path: Path, change: Any) -> None:
    """Bytes, names and number of files."""
    content = _content(tmp_path)
    before = version.data_version(content)

    change(content)

    assert version.data_version(content) != before


def _archive(published: str | None, captured: str | None) -> Archive:
    head = ReleaseHead(
        id="r",
        outlet="o",
        kind="k",
        language="en",
        capture="o/c",
        published=DateClaim(value=published) if published else None,
    )
    capture = Capture(
        accession="c",
        file="c.txt",
        sha256="0" * 64,
        bytes=1,
        encoding="utf-8",
        release="r",
        captured=DateClaim(value=captured) if captured else None,
    )
    empty: Any = MappingProxyType({})
    return Archive({"r": Release(head, ())}, {"o/c": capture}, empty, empty, empty)


@pytest.mark.parametrize(
    ("published", "captured", "epoch"),
    [
        ("2024-01-02", "2024-01-05", 1704412800),
        ("2024-01-05", "2024-01-02", 1704412800),
        ("2024-01-05", None, 1704412800),
        ("2024-01-02/2024-01-05", None, 1704412800),
        ("2024-01-05", "2025", 1704412800),
        (None, None, 0),
    ],
)
def test_the_time_of_a_build_is_the_newest_day_of_the_content(
    published: str | None, captured: str | None, epoch: int
) -> None:
    """Of publication or capture; dates that are not known to the day do not count."""
    assert version.epoch(_archive(published, captured)) == epoch
