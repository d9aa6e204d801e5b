"""The name of this program: other code, another Python or other libraries have another one."""

from __future__ import annotations

import hashlib
import zlib
from pathlib import Path

from generator.kept.unchanged import versions

TOP = Path(__file__).parents[1]
_TEMPLATES = "templates"


def code() -> str:
    """Return the name of all that is not a template."""
    sources = (
        path
        for path in sorted(TOP.rglob("*"))
        if path.is_file() and not {"__pycache__", _TEMPLATES} & set(path.parts)
    )
    whole = hashlib.blake2b(
        "\n".join((*versions(), zlib.ZLIB_RUNTIME_VERSION)).encode(), digest_size=16
    )
    for path in sources:
        whole.update(hashlib.blake2b(path.read_bytes(), digest_size=16).digest())
        whole.update(path.relative_to(TOP).as_posix().encode() + b"\n")
    return whole.hexdigest()
