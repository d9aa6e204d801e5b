"""Content → archive and its faults: no file is read twice while its bytes are the same.

Nothing is kept of a file that was changed after its digest had been taken.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from generator.checking import judge
from generator.checks.subject import Subject
from generator.content import Content
from generator.errors import Problem
from generator.keeping import Keeper, Names, Stage
from generator.store.check import check
from generator.store.fileread import FileRead, read_files
from generator.store.folder import Found
from generator.store.lines import Lines
from generator.store.loaded import Loaded


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let nothing be looked through for garbage while a large archive comes into being, nor it after.

    What then is there is left out until the next one comes into being: it is not garbage, and to
    look through it takes a tenth of a second each time.
    """
    gc.unfreeze()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def read(content: Content, keeper: Keeper) -> tuple[Loaded, tuple[Problem, ...], bool]:
    """Read and check the content.

    Returns:
        What was read, without the texts of captures, which nothing further looks at; every
        error, with some warnings; and whether what was read is what the digests were taken of.
    """
    moved: set[str] = set()

    def lasts(path: str, read: FileRead) -> bool:
        if not all(map(content.stands, content.of(path))):
            moved.add(path)
        return read.is_sound and path not in moved

    def reader(root: Path, files: tuple[Found, ...]) -> Mapping[str, FileRead]:
        places = {found.path: found for found in files if found.kind not in ("capture", "readme")}
        keys = {path: content.key(path) for path in places}
        stage = Stage("files", _read, lasts, FileRead.kept)
        return keeper.here().each(stage, keys, (root, places))

    def judged(subject: Subject, lines: Lines) -> Iterator[Problem]:
        return judge(subject, lines, content, keeper.forgetful() if moved else keeper)

    loaded, problems = check(content.folder, reader, judged)
    archive = replace(loaded.archive, capture_texts={})
    return replace(loaded, archive=archive), problems, not moved


def _read(whole: tuple[Path, Mapping[str, Found]], paths: Names) -> dict[str, FileRead]:
    root, places = whole
    return read_files(root, (places[path] for path in paths))
