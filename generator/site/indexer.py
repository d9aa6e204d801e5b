"""Pagefind as a partner in talk: it is handed pages and hands its files over in memory.

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
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import IO, Any

from pagefind_bin import get_executable  # type: ignore[import-untyped]

from generator.store import locking

CHUNK = 1000
"""How many places of words a file of the index holds at least: a reader loads one for each word."""
_AT_ONCE = 64
"""How many pages are sent before an answer is read: more could fill both pipes, and both would wait."""


class Failed(Exception):
    """Pagefind said something else than was expected, or nothing."""


def files(pages: Iterable[tuple[str, bytes]], lock: int | None = None) -> dict[str, bytes]:
    """Return Pagefind's files (path in its folder → bytes) of pages given as address and HTML.

    Pagefind runs without the settings it takes from the environment, and in a folder where it
    finds no settings file.

    Args:
        pages: The pages, in the order in which they are numbered.
        lock: The descriptor of the build's lock, which the program then holds too.

    Raises:
        Failed: Pagefind failed.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    program = str(get_executable())
    try:
        with subprocess.Popen(  # noqa: S603 - our own program, no argument of a stranger
            [program, "--service"],
            cwd=Path(program).parent,
            env=kept | {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": str(CHUNK)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # Where none can be handed over, Pagefind still ends with the pipe that it listens to.
            pass_fds=() if lock is None or not locking.SHARED else (lock,),
        ) as running:
            try:
                return _talk(running, pages)
            finally:
                running.kill()
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise Failed(f"{type(error).__name__}: {error}") from error


def _talk(program: subprocess.Popen[bytes], pages: Iterable[tuple[str, bytes]]) -> dict[str, bytes]:
    if not (program.stdin and program.stdout):
        raise Failed("no pipe")
    answers = _answers(program.stdout)
    _send(program.stdin, {"type": "NewIndex", "config": None})
    index = {"index_id": _payload(answers, "NewIndex")["index_id"]}
    rest = iter(pages)
    while some := list(islice(rest, _AT_ONCE)):
        for address, page in some:
            added = {"url": address, "file_path": None, "file_contents": page.decode()}
            _send(program.stdin, {"type": "AddFile", **added, **index})
        for _ in some:
            _payload(answers, "IndexedFile")
    _send(program.stdin, {"type": "GetFiles", **index})
    got = _payload(answers, "GetFiles")
    return {file["path"]: base64.b64decode(file["content"]) for file in got["files"]}


def _send(stream: IO[bytes], message: dict[str, Any]) -> None:
    text = json.dumps({"message_id": 1, "payload": message}).encode()
    stream.write(base64.b64encode(text) + b",")
    stream.flush()


def _payload(answers: Iterator[bytes], wanted: str) -> dict[str, Any]:
    """Return the next answer.

    Raises:
        Failed: It is of another type than `wanted`, or there is none.
    """
    answer = next(answers, None)
    if answer is None:
        raise Failed("it ended without an answer")
    payload: dict[str, Any] = json.loads(base64.b64decode(answer))["payload"]
    if payload["type"] != wanted:
        raise Failed(str(payload.get("message", payload["type"])))
    return payload


def _answers(stream: IO[bytes]) -> Iterator[bytes]:
    parts: list[bytes] = []
    while part := stream.read1(1 << 20):  # type: ignore[attr-defined]
        *whole, rest = part.split(b",")
        for end in whole:
            yield b"".join((*parts, end))
            parts = []
        parts.append(rest)
