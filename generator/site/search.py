"""The search index of the finished pages: Pagefind's, and facets beside it; same pages, same bytes."""

from __future__ import annotations

import fnmatch
from pathlib import Path

from generator.errors import Problem, Refused, visible
from generator.site import facets, indexer, stable

FOLDER = "pagefind"
# Ready-made search boxes, where overrides/ has its own; filters, where `facets` makes better ones.
_UNUSED = ("*-ui.js", "*-ui.css", "pagefind-highlight.js", "filter/*")


def index(site: Path, lock: int | None = None) -> None:
    """Write the search index of the pages under `site`: `pagefind/`, and the facets in `search/`.

    Args:
        site: The folder of HTML.
        lock: The descriptor of the build's lock, which Pagefind then holds too.

    Raises:
        Refused: Pagefind failed; what it said is in the message.
    """
    try:
        files = stable.ordered(indexer.files(site, lock))
        beside = facets.files(files)
    except (indexer.Failed, ValueError, LookupError, TypeError, EOFError) as error:
        raise Refused(
            Problem(
                "pagefind",
                1,
                f"the search index was not made: `{visible(str(error), 300)}`",
                "install the locked requirements anew: delete .venv and run `make build`",
            )
        ) from error
    used = {
        f"{FOLDER}/{path}": content
        for path, content in files.items()
        if not any(fnmatch.fnmatch(path, pattern) for pattern in _UNUSED)
    }
    for path, content in (used | beside).items():
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
