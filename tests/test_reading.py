"""Kept or made anew: after any changes, whatever was kept, the same pages, data and faults."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import pipeline, tree
from generator.crew import Alone
from generator.errors import Problem, Refused
from generator.kept import FOLDER, program
from generator.model import Mention, Release
from generator.pages.whole import page_tree
from generator.reading import read as read_content
from tests import small

Made = dict[str, bytes] | tuple[Problem, ...]


def _replace(path: str, old: str, new: str) -> Callable[[Path], object]:
    def change(content: Path) -> None:
        file = content / path
        text = file.read_text() if file.is_file() else ""
        file.write_text(text.replace(old, new) if old in text else text.replace(new, old))

    return change


RELEASE = f"releases/2024/{small.RELEASE}.md"
CHANGES: dict[str, Callable[[Path], object]] = {
    "title": _replace(RELEASE, "Talks", "Long talks"),
    "text": _replace(RELEASE, "colleague", "friend"),
    "name": _replace(
        "authorities/people/ann-example.yml", "heading: Ann Example", "heading: Ann Sample"
    ),
    "form": _replace("authorities/people/ann-example.yml", "form: ANN", "form: NAN"),
    "note": _replace(
        "authorities/people/ann-example.yml", "heading:", "note: Of Artania.\nheading:"
    ),
    "outlet": _replace("outlets/herald.yml", "Herald", "Gazette"),
    "page": _replace("pages/about.md", "About", "Of us"),
    "kind": _replace("vocabulary/kinds.yml", "label: statement", "label: story"),
    "capture": _replace("captures/herald/0123.txt", "both", "all"),
    "fault": _replace("outlets/herald.yml", "kind:", "nope: x\nkind:"),
    "touch": lambda content: os.utime(content / RELEASE),
    "another": small.another,
}
DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "none": lambda kept: kept,
    "flipped": lambda kept: kept[:-9] + bytes([kept[-9] ^ 1]) + kept[-8:] if kept else kept,
    "cut": lambda kept: kept[: len(kept) // 2],
    "empty": lambda _: b"",
}


def _cold(content: Path) -> Made:
    try:
        reading = pipeline.read(content, lambda _: None)
    except Refused as refused:
        return refused.problems
    found = reading.archive, reading.mentions, reading.relations, reading.digests
    return page_tree(*found) | _data(reading)


def _kept(content: Path, out: Path) -> Made:
    try:
        reading, _ = pipeline.pages(content, out, lambda _: None)
    except Refused as refused:
        return refused.problems
    return tree.read(out / pipeline.DOCS) | _data(reading)


def _data(reading: pipeline.Reading) -> dict[str, bytes]:
    made = pipeline.data_files(reading, "https://press.example/")
    return {f"site/{path}": b"".join(pieces) for path, pieces in made}


@settings(max_examples=12)
@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(CHANGES)), st.sampled_from(sorted(DAMAGES))),
        min_size=2,
        max_size=4,
    )
)
def test_what_is_kept_changes_time_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, turns: list[tuple[str, str]]
) -> None:
    """After any changes, faults among them, and any damage to what is kept."""
    folder = tmp_path_factory.mktemp("kept")
    content, out = small.content(folder), folder / "build"
    assert _kept(content, out) == _cold(content)

    for change, damage in turns:
        CHANGES[change](content)
        for file in sorted((out / FOLDER).iterdir()):
            file.write_bytes(DAMAGES[damage](file.read_bytes()))

        assert _kept(content, out) == _cold(content)


@pytest.mark.parametrize("name", [name for name in CHANGES if name != "touch"])
def test_each_change_of_the_tests_changes_something(tmp_path: Path, name: str) -> None:
    """Else the law above would say nothing."""
    content = small.content(tmp_path)
    before = _cold(content)

    CHANGES[name](content)

    assert _cold(content) != before


def test_nothing_is_read_or_found_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of an unchanged archive; of a changed release only what is its own."""
    content, out = small.content(tmp_path), tmp_path / "build"
    small.another(content)
    expected = _kept(content, out)
    done: list[str] = []

    class Noted(Alone):
        def each(self, task, whole, batches):  # type: ignore[no-untyped-def]
            batches = list(batches)
            # A part of the page tree has a name, and the names of what is in it.
            read = (batch for batch in batches if not isinstance(batch[-1], tuple))
            done.extend(name for batch in read for name in batch)
            return super().each(task, whole, batches)

    def again() -> Made:
        done.clear()
        reading, _ = pipeline.pages(content, out, lambda _: None, Noted())
        return tree.read(out / pipeline.DOCS) | _data(reading)

    assert again() == expected
    assert done == []

    CHANGES["title"](content)
    again()
    assert done[:2] == [RELEASE, "herald/0123"]
    assert {*done[2:]} == {small.RELEASE, *(name for name in done if small.RELEASE in name.split())}

    monkeypatch.setattr(program, "code", lambda: "another program")
    again()
    assert len(done) > 8


def test_a_note_on_a_record_has_no_text_resolved_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It names nobody; a form of the name does."""
    content, out = small.content(tmp_path), tmp_path / "build"
    _kept(content, out)
    CHANGES["note"](content)
    expected = _cold(content)
    resolved: list[str] = []

    def noted(one: Release, _: object) -> tuple[Mention, ...]:
        resolved.append(one.id)
        return ()

    monkeypatch.setattr("generator.relating.resolve", noted)

    assert _kept(content, out) == expected
    assert resolved == []

    CHANGES["form"](content)
    _kept(content, out)
    assert resolved == [small.RELEASE]


def test_a_file_that_changes_while_it_is_read_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else its old digest would stand for its new text, should the old text come back."""
    content, out = small.content(tmp_path), tmp_path / "build"
    before = _cold(content)
    real = read_content

    def meanwhile(*given: object) -> object:
        CHANGES["title"](content)
        return real(*given)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr("generator.pipeline.read_content", meanwhile)
        assert _kept(content, out) != before
    CHANGES["title"](content)

    assert _kept(content, out) == before
