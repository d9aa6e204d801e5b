"""Which mutants do tests let pass? Run by `mutation.py` in the folder that mutmut has made.

pytest and the code are imported once; each mutant is tried in a process forked from that: by the
tests that see most, by those of its own module, then by all. mutmut itself would name each test that reaches the function
to pytest, which takes it longer than running them.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

_OPTIONS = ("-x", "-q", "-p", "no:cacheprovider", "--rootdir=.")
_PATIENCE = 5
"""A mutant that takes so many times the processor time of the tests, and ten seconds, never ends."""


def ends(name: str, tests: Sequence[str], seconds: int) -> tuple[bool, float]:
    """Tell whether the tests pass with a mutant in place, and the processor time they took."""
    child = os.fork()
    if child == 0:
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        signal.alarm(10 * seconds)  # it may wait for ever and use no time
        os.environ["MUTANT_UNDER_TEST"] = name
        os._exit(int(pytest.main([*_OPTIONS, *tests])))
    _, status, used = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status) == 0, used.ru_utime + used.ru_stime


def own(name: str) -> tuple[str, ...]:
    """Return the test file of a mutant's module, if there is one, beside the module's examples."""
    parts = name.partition(".x")[0].split(".")
    file = Path("tests", *parts[1:-1], f"test_{parts[-1]}.py")
    return (str(file), str(Path(*parts).with_suffix(".py"))) if file.exists() else ()


def main(tests: Sequence[str]) -> int:
    """Read names of mutants, one a line; write after each whether it lives or dies.

    Args:
        tests: What to give to pytest; the first alone is tried first.
    """
    sys.path[0] = str(Path.cwd())
    out = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    pytest.main([*_OPTIONS, "--collect-only", *tests])
    passed, took = ends("", tests, 3600)
    if not passed:
        return 1
    seconds = int(_PATIENCE * took) + 10
    sound: dict[tuple[str, ...], bool] = {}
    for name in sys.stdin.read().split():
        files = own(name)
        if files not in sound:
            sound[files] = bool(files) and ends("", files, seconds)[0]
        stages = (tests[:1], files if sound[files] else (), tests)
        lives = all(ends(name, some, seconds)[0] for some in stages if some)
        out.write(f"{name} {'lives' if lives else 'dies'}\n")
        out.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
