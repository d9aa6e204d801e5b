"""What pages are made from besides their Markdown, under one name: settings and templates."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from generator.site.fast.leaves import Leaf
from generator.site.last import Book, Last, name, opened

_TOLD = ("site_name", "site_url", "site_description", "nav", "extra")


def book_of(last: Last | None, config: Any, leaves: Sequence[Leaf]) -> Book | None:
    """Return what is known of the pages of the last site, as far as it holds for this one.

    Args:
        last: The last site.
        config: MkDocs' settings.
        leaves: The pages that are going to be made.

    Returns:
        None if nothing is to be kept either.
    """
    # Titles in the navigation must not come from pages.
    if last is None or not all(isinstance(each, dict) for each in config.nav):
        return None
    told = {each: config[each] for each in _TOLD}
    told |= {"time": os.environ.get("SOURCE_DATE_EPOCH")}
    own = sorted(each for each in Path(config.theme.dirs[0]).rglob("*") if each.is_file())
    files = (each.read_bytes() for each in (Path(config.config_file_path), *own))
    settings = name([repr(told).encode(), *files])
    return opened(last, settings, [leaf.source for leaf in leaves])
