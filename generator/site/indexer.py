"""Pagefind as a partner in talk: it reads the pages and hands its files over in memory.

Left to write them itself, Pagefind (1.5.2) ends with status 0 on a full disk, with files cut short.
So it is run as a service and never writes: what cannot be written is then our own error.

Source: the protocol of the `pagefind` package on PyPI (pagefind.service), messages in base64 with a
comma after each.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
from pathlib import Path
from typing import IO, Any

from pagefind_bin import get_executable  # type: ignore[import-untyped]

from generator.store import locking

PAGES = "releases/*/index.html"
"""The pages that are searched, as Pagefind writes patterns. Without one it reads the whole site as
long as no page has a part that is marked for search: in an archive that holds no release yet."""


class Failed(Exception):
    """Pagefind said something else than was expected, or nothing."""


def files(site: Path, lock: int | None = None) -> dict[str, bytes]:
    """Return the search index of the releases' pages under `site`: path in Pagefind's folder → bytes.

    Pagefind runs in `site`, where no settings file of its own is found, and without the settings
    it takes from the environment.

    Args:
        site: The folder of HTML.
        lock: The descriptor of the build's lock, which the program then holds too.

    Raises:
        Failed: Pagefind failed.
    """
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")
    }
    try:
        with subprocess.Popen(  # noqa: S603 - our own program, no argument of a stranger
            [str(get_executable()), "--service"],
            cwd=site,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # Where none can be handed over, Pagefind still ends with the pipe that it listens to.
            pass_fds=() if lock is None or not locking.SHARED else (lock,),
        ) as program:
            try:
                return _talk(program)
            finally:
                program.kill()
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise Failed(f"{type(error).__name__}: {error}") from error


def _talk(program: subprocess.Popen[bytes]) -> dict[str, bytes]:
    new = _ask(program, {"type": "NewIndex", "config": None}, "NewIndex")
    index = {"index_id": new["index_id"]}
    _ask(program, {"type": "AddDir", "path": ".", "glob": PAGES, **index}, "IndexedDir")
    got = _ask(program, {"type": "GetFiles", **index}, "GetFiles")
    return {file["path"]: base64.b64decode(file["content"]) for file in got["files"]}


def _ask(program: subprocess.Popen[bytes], message: dict[str, Any], wanted: str) -> dict[str, Any]:
    """Send one message and return its answer.

    Raises:
        Failed: The answer is of another type than `wanted`, or the program ended.
    """
    if not (program.stdin and program.stdout):
        raise Failed("no pipe")
    text = json.dumps({"message_id": 1, "payload": message}).encode()
    program.stdin.write(base64.b64encode(text) + b",")
    program.stdin.flush()
    payload: dict[str, Any] = json.loads(base64.b64decode(_answer(program.stdout)))["payload"]
    if payload["type"] != wanted:
        raise Failed(str(payload.get("message", payload["type"])))
    return payload


def _answer(stream: IO[bytes]) -> bytes:
    parts = []
    while part := stream.read1(1 << 20):  # type: ignore[attr-defined]
        parts.append(part)
        if part.endswith(b","):
            return b"".join(parts)[:-1]
    raise Failed("it ended without an answer")
