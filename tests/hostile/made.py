"""The site of what was taken of the corpus; built once for all tests that look at it."""

from __future__ import annotations

import atexit
import os
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from generator import pipeline
from tests.hostile import corpus, judge
from tests.hostile.case import Case

EVERY = int(os.environ.get("HOSTILE_EVERY", "12"))
"""Of how many cases one is built: all of them (1) by `make hostile`."""


@cache
def site() -> tuple[Path, list[Case]]:
    """Return the folder of the site, and the cases that stand in it."""
    top = Path(mkdtemp(prefix="hostile-"))
    atexit.register(shutil.rmtree, top, ignore_errors=True)
    cases = list(corpus.cases())
    errors = judge.told(judge.lay(cases, top / "all"))
    taken = judge.taken(cases, errors)[::EVERY]
    content = judge.lay(taken, top / "taken")
    return pipeline.build(content, top / "build", lambda _: None), taken
