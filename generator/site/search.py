"""The search index: Pagefind, run over the finished pages."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from generator.errors import Problem, Refused, visible

FOLDER = "pagefind"


def index(site: Path, lock: int | None = None) -> None:
    """Write the search index of the pages under `site` into its folder `pagefind/`.

    Pagefind is a program: it runs in `site`, where there is no settings file of its own to find,
    and without the settings it takes from the environment, so that the same pages always give
    the same bytes.

    Args:
        site: The folder of HTML.
        lock: The descriptor of the build's lock, which the program then holds too.

    Raises:
        Refused: Pagefind failed; what it said is in the message.
    """
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")
    }
    done = subprocess.run(
        [sys.executable, "-P", "-m", "pagefind_bin", "--site", ".", "--silent"],
        cwd=site,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="backslashreplace",
        pass_fds=() if lock is None else (lock,),
        check=False,
    )
    if done.returncode:
        said = visible(" ".join((done.stdout + done.stderr).split()), 300)
        raise Refused(
            Problem(
                "pagefind",
                1,
                f"the search index was not made (status {done.returncode}): `{said}`",
                "mend what it names and build again; if it names nothing, run `make setup` anew",
            )
        )
