"""What is already there, as far as adding must know."""

from __future__ import annotations

from pathlib import Path

from generator.store.register import Entry, register

SIDECAR = """accession: abc
file: abc.txt
sha256: {sha}
{url}release: 2031-talks
blocks:
  - {{id: p1, at: 0-3, line: 1}}
"""


def _write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_an_empty_folder_holds_nothing(tmp_path: Path) -> None:
    """Neither captures nor releases need be there."""
    found = register(tmp_path)

    assert (found.captures, found.releases) == ({}, {})


def test_captures_are_known_by_bytes_address_and_key(tmp_path: Path) -> None:
    """An address in quotes is read as one without."""
    url = 'url: "https://gazette.example/a?x=\\u00e9"\n'
    _write(tmp_path, "captures/the-gazette/abc.yml", SIDECAR.format(sha="0" * 64, url=url))
    _write(
        tmp_path,
        "captures/the-gazette/def.yml",
        SIDECAR.format(sha="1" * 64, url="url: https://gazette.example/b\n"),
    )
    _write(tmp_path, "releases/2031/2031-talks.md", "---\n---\n")

    found = register(tmp_path)

    entry = Entry("the-gazette/abc", "0" * 64, "2031-talks", "https://gazette.example/a?x=é")
    assert found.captures["the-gazette/abc"] == entry
    assert found.by_sha256["0" * 64] == entry
    assert found.at_address("http://www.gazette.example/A?x=é") == [entry]
    assert [one.key for one in found.at_address("http://gazette.example/b/")] == ["the-gazette/def"]
    assert found.at_address(None) == []
    assert list(found.releases) == ["2031-talks"]


def test_what_is_unsound_is_left_to_check(tmp_path: Path) -> None:
    """A sidecar without its fields, a link, a file in the wrong place: none is taken."""
    _write(tmp_path, "captures/the-gazette/abc.yml", "nothing\n")
    _write(tmp_path, "captures/abc.yml", SIDECAR.format(sha="0" * 64, url=""))
    (tmp_path / "captures/the-gazette/link.yml").symlink_to(tmp_path / "captures/abc.yml")
    _write(tmp_path, "captures/other/abc.yml", SIDECAR.format(sha="2" * 64, url='url: "[\n'))

    found = register(tmp_path)

    assert list(found.captures) == ["other/abc"]
    assert found.captures["other/abc"].url == '"['
