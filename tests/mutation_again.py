"""Which of some mutants do all tests of an area let pass? Run in mutmut's folder by `mutation.py`.

The tests are imported once; each mutant is tried in a process forked from that.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

_OPTIONS = ("-x", "-q", "-p", "no:cacheprovider", "--rootdir=.")
_SECONDS = 120


def passes(name: str, tests: list[str]) -> bool:
    """Tell whether the tests pass with a mutant in place; it is undecided if they never end."""
    child = os.fork()
    if child == 0:
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
        os.environ["MUTANT_UNDER_TEST"] = name
        os._exit(int(pytest.main([*_OPTIONS, *tests])))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def main(tests: list[str]) -> None:
    """Read names of mutants, one a line; write those that live, one a line."""
    sys.path[0] = str(Path.cwd())
    out = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    pytest.main([*_OPTIONS, "--collect-only", *tests])
    for name in sys.stdin.read().split():
        if passes(name, tests):
            out.write(name + "\n")
            out.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
