"""Large files of the zip are packed in pieces: the same bytes, whatever was packed before."""

from __future__ import annotations

import io
import random
import subprocess
import zipfile
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

import pytest

from generator.kept.shelf import Nowhere, Shelf
from generator.site import offline, pressed, zipped
from generator.site.ledger import Ledger
from generator.site.pressed import Press, named, pieces
from generator.site.staged import Staged


@pytest.fixture(autouse=True)
def small_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pieces of some hundred bytes."""
    monkeypatch.setattr(pressed, "LEAST", 100)
    monkeypatch.setattr(pressed, "MOST", 800)
    monkeypatch.setattr(offline, "_LARGE", 2000)


def _lines(chance: random.Random, count: int) -> list[bytes]:
    return [b"%x\n" % chance.getrandbits(8 * chance.randint(1, 40)) for _ in range(count)]


def _cut(content: bytes) -> list[bytes]:
    return list(pieces(io.BytesIO(content)))


@pytest.mark.parametrize("size", [0, 1, 99, 100, 101, 799, 800, 801, 5000])
@pytest.mark.parametrize("letter", [b"x", b"\n", b"lines of a text\n"])
def test_pieces_are_the_whole(size: int, letter: bytes) -> None:
    """Each within its bounds, whatever stands in it."""
    whole = (letter * size)[:size]
    cut = _cut(whole)

    assert b"".join(cut) == whole
    assert all(100 <= len(piece) <= 800 for piece in cut[:-1])


def test_a_longer_line_moves_few_ends() -> None:
    """Before and after it the pieces are the same."""
    chance = random.Random(1)  # noqa: S311 - not a secret
    lines = _lines(chance, 2000)
    before = set(_cut(b"".join(lines)))
    lines[900] += b"more of it\n"

    assert len(set(_cut(b"".join(lines))) - before) <= 3 < len(before) // 20


def _packed(folder: Path, files: Mapping[str, bytes], before: Ledger, shelf: Nowhere) -> Staged:
    folder.mkdir(exist_ok=True)
    staged = Staged(folder, before, "program")
    for path, content in files.items():
        staged.put(path, (content,))
    offline.write(staged, shelf=shelf)
    return staged


@pytest.mark.parametrize("seed", range(4))
def test_a_zip_from_the_last_one_is_the_zip_made_anew(tmp_path: Path, seed: int) -> None:
    """Of small files and large ones that come, go and change; with what is kept gone now and then."""
    chance = random.Random(seed)  # noqa: S311 - not a secret
    files = {f"data/{name}.csv": b"".join(_lines(chance, 300)) for name in "abc"}
    files |= {f"{name}/index.html": b'<a href="../x/">x</a>' for name in "defg"}
    files |= {"ü.png": b"p" * 3000, "h.png": b"p"}
    shelf, before, trees = Shelf(tmp_path / "kept", ""), Ledger(), (tmp_path / "1", tmp_path / "2")
    for turn in range(8):
        staged = _packed(trees[turn % 2], files, before, shelf)
        fresh = _packed(tmp_path / f"fresh{turn}", files, Ledger(), Nowhere())
        made = staged.folder / offline.NAME
        assert made.read_bytes() == (fresh.folder / offline.NAME).read_bytes()
        with zipfile.ZipFile(made) as held:
            assert held.testzip() is None
            assert held.read("communique/ü.png") == files["ü.png"]
        assert subprocess.run(["unzip", "-tq", str(made)], check=False).returncode == 0
        before = Ledger(staged.folder, staged.rows, made_by=chance.choice(["program", "other"]))
        name = chance.choice(sorted(files.keys() - {"ü.png"}))
        lines = files.pop(name).split(b"\n")
        lines.insert(chance.randrange(len(lines)), b"new")
        files[chance.choice([name, name, f"data/{turn}.csv"])] = b"\n".join(lines)
        if chance.random() < 0.2:
            (tmp_path / "kept/packed").unlink()


def test_of_a_changed_file_only_changed_pieces_are_deflated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others come from the last zip."""
    chance = random.Random(5)  # noqa: S311 - not a secret
    lines, made = _lines(chance, 1000), []
    deflate = pressed._deflated

    def counted(content: bytes) -> bytes:
        made.append(content)
        return deflate(content)

    monkeypatch.setattr(pressed, "_deflated", counted)
    shelf = Shelf(tmp_path / "kept", "")
    first = _packed(tmp_path / "1", {"a.csv": b"".join(lines)}, Ledger(), shelf)
    count = len(made)
    lines[500] = b"other\n"
    before = Ledger(first.folder, first.rows, made_by="program")
    _packed(tmp_path / "2", {"a.csv": b"".join(lines)}, before, shelf)

    assert len(made) - count <= 3 < count // 5


def test_what_is_made_is_made_only_if_it_is_not_packed(tmp_path: Path) -> None:
    """Its bytes are then taken out of the last zip, to be counted."""
    shown = [b"one " * 50, b"two " * 50]
    first = Press()
    entry = offline._entry("a.txt")
    (tmp_path / "one.zip").write_bytes(
        b"".join(zipped.joined(first.part(entry, map(named, shown))))
    )
    second = Press(zipped.opened(tmp_path / "one.zip"), first.made)

    def never() -> bytes:
        raise AssertionError

    keys = [named(piece)[0] for piece in shown]
    again = second.part(offline._entry("a.txt"), [(key, never) for key in keys])

    assert b"".join(zipped.joined(again)) == (tmp_path / "one.zip").read_bytes()


def test_a_very_large_zip_is_told_in_the_long_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of more files and bytes than the first form of zips can tell; Python and we read it."""
    monkeypatch.setattr(zipped, "_SHORT", 3)
    each = (Press().part(offline._entry(f"{n}.txt"), [named(b"text")]) for n in range(5))
    path = tmp_path / "one.zip"
    path.write_bytes(b"".join(zipped.joined(chain.from_iterable(each))))

    with zipfile.ZipFile(path) as held:
        assert [held.read(f"communique/{n}.txt") for n in range(5)] == [b"text"] * 5
    again = zipped.opened(path)
    assert b"".join(zipped.joined(again.parts(again.files))) == path.read_bytes()


def test_a_file_that_begins_far_away_is_told_in_the_long_form() -> None:
    """And in the short form again where it comes to stand near."""
    part = next(Press().part(offline._entry("a.txt"), [named(b"text")]))
    [(record, _)] = part.records

    far = zipped._placed(record, 1 << 33)

    assert zipped._placed(far, 7) == zipped._placed(record, 7)
    assert zipped._files(far) == (["communique/a.txt"], [far], [1 << 33])
