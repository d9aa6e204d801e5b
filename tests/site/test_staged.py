"""A tree that becomes a site: only what differs is written, and the live site is never touched."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from generator.kept.shelf import Shelf
from generator.site import ledger, staged
from generator.site.ledger import Ledger
from generator.site.staged import Staged

A, B = b"some text\n", b"other text\n"


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _tree(folder: Path, files: Mapping[str, bytes]) -> Ledger:
    """Put files into a folder; return what is then known of it."""
    folder.mkdir(exist_ok=True)
    made = Staged(folder)
    for path, content in files.items():
        made.put(path, (content,))
    return Ledger(folder, made.rows)


def _found(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def _inode(path: Path) -> int:
    return path.stat().st_ino


def test_what_is_put_stands_there_and_its_digest_is_told(tmp_path: Path) -> None:
    """In one piece or several, in folders that were not there."""
    made = Staged(tmp_path)

    assert made.put("a/b/c.txt", iter((A, B))) == _sha(A + B)
    assert (tmp_path / "a/b/c.txt").read_bytes() == A + B
    assert made.rows["a/b/c.txt"][0] == _sha(A + B)


@pytest.mark.parametrize("whole", [0, 1 << 22])
def test_what_stands_there_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole: int
) -> None:
    """It is the same file afterwards; of a large one too, of which only pieces are in memory."""
    monkeypatch.setattr(staged, "_WHOLE", whole)
    before = _tree(tmp_path, {"a.txt": A, "b.txt": B})
    number = _inode(tmp_path / "a.txt")

    again = Staged(tmp_path, before)
    again.put("a.txt", (A,))
    again.put("b.txt", (A,))

    assert _inode(tmp_path / "a.txt") == number
    assert _found(tmp_path) == {"a.txt": A, "b.txt": A}
    assert {row[0] for row in again.rows.values()} == {_sha(A)}


def test_what_the_live_site_has_is_shared_with_it(tmp_path: Path) -> None:
    """Two names of one file; none is shared that is to be another."""
    before = _tree(tmp_path / "live", {"x/a.txt": A, "b.txt": B})
    (tmp_path / "new").mkdir()
    made = Staged(tmp_path / "new", before)

    assert made.stays("x/a.txt", _sha(A))
    assert not made.stays("b.txt", _sha(A))
    assert not made.stays("c.txt", _sha(A))
    assert _inode(tmp_path / "new/x/a.txt") == _inode(tmp_path / "live/x/a.txt")
    assert _found(tmp_path / "new") == {"x/a.txt": A}


def test_a_shared_file_is_never_written_into(tmp_path: Path) -> None:
    """The live site keeps its text when the new one gets another, however large."""
    before = _tree(tmp_path / "live", {"a.txt": A})
    (tmp_path / "new").mkdir()
    os.link(tmp_path / "live/a.txt", tmp_path / "new/a.txt")

    Staged(tmp_path / "new", before).put("a.txt", (B,))

    assert _found(tmp_path / "live") == {"a.txt": A}
    assert _found(tmp_path / "new") == {"a.txt": B}


def test_without_links_files_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And what was copied stays at the next site, as that of the site before last."""

    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refused)
    before = _tree(tmp_path / "one", {"a.txt": A})
    (tmp_path / "two").mkdir()
    made = Staged(tmp_path / "two", before)
    assert made.stays("a.txt", _sha(A))
    shelf = Shelf(tmp_path / "kept", "")
    ledger.write(shelf, made.rows, before, "program")

    number = _inode(tmp_path / "one/a.txt")
    assert number != _inode(tmp_path / "two/a.txt")
    assert Staged(tmp_path / "one", ledger.read(shelf, tmp_path / "two")).stays("a.txt", _sha(A))
    assert _inode(tmp_path / "one/a.txt") == number


def test_a_file_that_somebody_changed_is_put_anew(tmp_path: Path) -> None:
    """In the tree, and in the live site, from which it is then not taken."""
    before = _tree(tmp_path / "live", {"a.txt": A})
    (tmp_path / "live/a.txt").write_bytes(B)
    shutil.copytree(tmp_path / "live", tmp_path / "new")
    made = Staged(tmp_path / "new", before)

    assert not made.stays("a.txt", _sha(A))
    made.put("a.txt", (A,))

    assert _found(tmp_path / "new") == {"a.txt": A}
    assert _found(tmp_path / "live") == {"a.txt": B}


def test_files_and_folders_make_way_for_each_other(tmp_path: Path) -> None:
    """Whichever of the two was there."""
    before = _tree(tmp_path, {"a": A, "b/c": B})
    made = Staged(tmp_path, before)

    made.put("a/d", (A,))
    made.put("b", (B,))

    assert _found(tmp_path) == {"a/d": A, "b": B}


def test_links_are_neither_followed_nor_kept(tmp_path: Path) -> None:
    """What somebody laid into the tree leads nowhere."""
    (tmp_path / "far").mkdir()
    (tmp_path / "new").mkdir()
    (tmp_path / "far/a.txt").write_bytes(A)
    (tmp_path / "new/a.txt").symlink_to(tmp_path / "far/a.txt")
    (tmp_path / "new/x").symlink_to(tmp_path / "far")

    made = Staged(tmp_path / "new")
    made.put("a.txt", (B,))
    made.put("x/a.txt", (B,))

    assert _found(tmp_path / "far") == {"a.txt": A}
    assert not (tmp_path / "new/x").is_symlink()


def test_what_a_part_puts_is_told_apart(tmp_path: Path) -> None:
    """By a process that does it; the one that began it adds the rows."""
    made = Staged(tmp_path)
    made.put("a.txt", (A,))

    with made.apart() as rows:
        made.put("b.txt", (B,))

    assert set(rows) == {"b.txt"}
    assert set(made.rows) == {"a.txt"}


def test_what_is_no_part_of_the_site_is_swept(tmp_path: Path) -> None:
    """With the folders that it leaves empty, and what a dead build left half-made."""
    before = _tree(tmp_path, {"a/b/c.txt": A, "a/d.txt": A, "e.txt.new": B})
    made = Staged(tmp_path, before)
    made.stays("a/d.txt", _sha(A))

    made.sweep()

    assert _found(tmp_path) == {"a/d.txt": A}
    assert not (tmp_path / "a/b").exists()


def _contents(chance: random.Random) -> dict[str, bytes]:
    names = ("a.txt", "b", "b/c.txt", "d/e.txt", "d/f/g.txt", "large.bin")
    some = {name: chance.choice((A, B, b"", b"x" * 99)) for name in names if chance.random() < 0.7}
    if "b/c.txt" in some:
        some.pop("b", None)
    return some


def _sites(chance: random.Random, folder: Path, shelf: Shelf) -> Iterator[tuple[object, object]]:
    """Make site after site in two trees, some of them never finished; yield what is and should be."""
    live, spare = folder / "live", folder / "spare"
    shown: dict[str, bytes] = {}
    for tree in (live, spare):
        tree.mkdir()
    for _ in range(30):
        before, wanted = ledger.read(shelf, live), _contents(chance)
        made = Staged(spare, before)
        for path, content in wanted.items():
            if chance.random() < 0.5 or not made.stays(path, _sha(content)):
                made.put(path, (content[:50], content[50:]))
        if chance.random() < 0.3:  # it died
            yield _found(live), shown
            continue
        made.sweep()
        yield _found(spare), wanted
        yield (
            {path: row[0] for path, row in made.rows.items()},
            {path: _sha(content) for path, content in wanted.items()},
        )
        if chance.random() < 0.8:
            ledger.write(shelf, made.rows, before, "")
        live.rename(folder / "aside")
        spare.rename(live)
        (folder / "aside").rename(spare)
        shown = wanted


@pytest.mark.parametrize("seed", range(10))
def test_after_any_sites_a_tree_is_as_if_made_in_an_empty_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Whatever stood in it, whichever builds died, with a ledger of another site."""
    monkeypatch.setattr(staged, "_WHOLE", 60)
    chance = random.Random(seed)  # noqa: S311 - not a secret

    for found, wanted in _sites(chance, tmp_path, Shelf(tmp_path / "kept", "")):
        assert found == wanted
