"""The search index: Pagefind, run over the finished pages."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from generator.errors import Problem, Refused, visible
from generator.site import stable

FOLDER = "pagefind"
# Ready-made search boxes; overrides/ has its own.
_UNUSED = ("*-ui.js", "*-ui.css", "pagefind-highlight.js")


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
        raise _failed(f"status {done.returncode}: `{said}`")
    try:
        stable.order(site / FOLDER)
    except (ValueError, LookupError, TypeError, EOFError) as error:
        raise _failed(f"its index has a form we do not know: {visible(str(error))}") from error
    for pattern in _UNUSED:
        for path in (site / FOLDER).glob(pattern):
            path.unlink()


def _failed(why: str) -> Refused:
    return Refused(
        Problem(
            "pagefind",
            1,
            f"the search index was not made: {why}",
            "install the locked requirements anew: delete .venv and run `make build`",
        )
    )
