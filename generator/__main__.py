"""`python -m generator`: see `generator.cli`.

It may be any Python of 3.11 or newer: one that lacks what the program needs hands over to the
project's own environment, if `make` has made it.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

_NEEDED = ("click", "pydantic", "rapidfuzz", "re2")
"""Some of what the program needs: who has these has been set up."""
_PROJECT = Path(__file__).resolve().parents[1]
_PYTHONS = (".venv/bin/python", ".venv/Scripts/python.exe")
"""The environment's Python, on Linux and on Windows."""


def _hand_over() -> int:
    """Run the same command in the project's environment; return its status."""
    import subprocess  # here, because nobody else needs it

    for name in _PYTHONS:
        python = _PROJECT / name
        if python.is_file() and not Path(sys.prefix).samefile(_PROJECT / ".venv"):
            command = [str(python), "-m", "generator", *sys.argv[1:]]
            return subprocess.run(command, check=False).returncode  # noqa: S603 - our own command
    sys.stderr.write(
        "error: this Python lacks what the program needs\n"
        "    fix: run `make check` once; without make: python -m venv .venv, then install "
        "requirements/site.txt into it\n"
    )
    return 2


if __name__ == "__main__":
    try:
        if any(importlib.util.find_spec(name) is None for name in _NEEDED):
            sys.exit(_hand_over())
        from generator.cli import main

        main(prog_name="python -m generator")
    except KeyboardInterrupt:  # before the commands are there to say more
        sys.exit(130)
