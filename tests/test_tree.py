"""A folder of generated files: only what differs is touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import tree

NAMES = st.lists(st.sampled_from(["a", "b", "c.md"]), min_size=1, max_size=3).map("/".join)
TREES = st.dictionaries(NAMES, st.binary(max_size=3), max_size=6)


def _is_possible(files: dict[str, bytes]) -> bool:
    """No file stands where another one needs a folder."""
    return not any(other.startswith(path + "/") for path in files for other in files)


@given(TREES.filter(_is_possible))
def test_what_is_right_is_left_alone(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]
) -> None:
    """A tree that is already as wanted needs nothing."""
    folder = tmp_path_factory.mktemp("tree")
    tree.apply(files, folder)

    assert tree.apply(files, folder) == ()


@given(TREES.filter(_is_possible), TREES.filter(_is_possible))
def test_a_folder_becomes_the_wanted_tree(
    tmp_path_factory: pytest.TempPathFactory, wanted: dict[str, bytes], present: dict[str, bytes]
) -> None:
    """On a disk too, also where a file stands in the way of a folder or the other way about."""
    folder = tmp_path_factory.mktemp("tree")
    tree.apply(present, folder)

    done = tree.apply(wanted, folder)

    assert tree.read(folder) == wanted
    assert set(done) == {
        *(("delete", path) for path in present.keys() - wanted.keys()),
        *(("write", path) for path in wanted if present.get(path) != wanted[path]),
    }


def test_a_folder_that_is_not_there_is_an_empty_tree(tmp_path: Path) -> None:
    """Reading asks for nothing to be made first."""
    assert tree.read(tmp_path / "nowhere") == {}


def test_a_file_that_is_right_keeps_its_time(tmp_path: Path) -> None:
    """Only what differs is written, so nothing that watches the folder builds again."""
    tree.apply({"same.md": b"1", "other.md": b"1"}, tmp_path)
    os.utime(tmp_path / "same.md", ns=(1, 1))

    done = tree.apply({"same.md": b"1", "other.md": b"2"}, tmp_path)

    assert done == (("write", "other.md"),)
    assert (tmp_path / "same.md").stat().st_mtime_ns == 1


def test_a_folder_left_empty_is_removed(tmp_path: Path) -> None:
    """Deleting the last file of a folder deletes the folder, up to the top."""
    tree.apply({"deep/down/a.md": b"1"}, tmp_path / "docs")

    tree.apply({}, tmp_path / "docs")

    assert list((tmp_path / "docs").iterdir()) == []


def test_a_link_or_pipe_is_deleted_and_never_opened(tmp_path: Path) -> None:
    """What is no regular file goes, and what a link led to stays."""
    outside = tmp_path / "outside.md"
    outside.write_bytes(b"keep")
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "link.md").symlink_to(outside)
    (docs / "folder").symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(docs / "pipe.md")

    tree.apply({"link.md": b"ours", "folder/a.md": b"ours"}, docs)

    assert tree.read(docs) == {"link.md": b"ours", "folder/a.md": b"ours"}
    assert outside.read_bytes() == b"keep"


def test_a_tree_is_made_where_no_folder_was(tmp_path: Path) -> None:
    """Its parents are made too."""
    done = tree.apply({"a/b.md": b"x"}, tmp_path / "deep" / "er")

    assert done == (("write", "a/b.md"),)
    assert (tmp_path / "deep" / "er" / "a" / "b.md").read_bytes() == b"x"
