"""MkDocs makes the pages; whatever it warns of is a fault."""

from __future__ import annotations

import logging
import os
import re
from pathlib import Path

import pytest

from generator.errors import Refused
from generator.site import inspect, mkdocs
from generator.site.staged import Staged

NAV = re.findall(r"^  - \w+: (\S+)\.md$", mkdocs.CONFIG.read_text(), flags=re.MULTILINE)


def _docs(folder: Path, **pages: str) -> Path:
    """Write a page tree that has what the navigation leads to, and `pages`."""
    for name, text in {**dict.fromkeys([*NAV, "search"], "# A page"), **pages}.items():
        path = folder / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def _render(tmp_path: Path, **pages: str) -> Path:
    site = tmp_path / "site"
    site.mkdir()
    mkdocs.render(_docs(tmp_path / "docs", **pages), Staged(site), 0)
    return site


def test_pages_are_made_with_our_theme_and_nothing_unused(tmp_path: Path) -> None:
    """None of the theme's own scripts and styles, no compressed copies."""
    site = _render(tmp_path, other="# Other\n\n[Home](index.md)")

    assert (site / "other" / "index.html").is_file()
    assert (site / "404.html").is_file()
    assert not list(site.rglob("*.map")) + list(site.rglob("*.gz"))
    assert not (site / "assets/javascripts").exists()


def test_only_the_themes_and_our_own_files_are_active(tmp_path: Path) -> None:
    """And the inspection knows them by their bytes."""
    site = tmp_path / "site"
    site.mkdir()

    made = Staged(site)
    rendered = mkdocs.render(_docs(tmp_path / "docs"), made, 0)

    assert list(inspect.strangers(made, rendered.own)) == []


@pytest.mark.parametrize(
    "text",
    [
        "[x](nope.md)",
        "[x](index.md#nope)",
        "[x](/index.md)",
        "[x](folder/)",
        "![x](nope.png)",
    ],
)
def test_every_warning_is_a_fault_that_names_its_page(tmp_path: Path, text: str) -> None:
    """A link that leads nowhere, to no part of a page, or nowhere that can be checked."""
    with pytest.raises(Refused) as refused:
        _render(tmp_path, bad=text)

    (problem,) = refused.value.problems
    assert problem.path == "build/docs/bad.md"
    assert problem.message.startswith("MkDocs says: ")


def test_all_warnings_are_told_at_once(tmp_path: Path) -> None:
    """Not only the first."""
    with pytest.raises(Refused) as refused:
        _render(tmp_path, bad="[x](nope.md)\n\n[y](also-nope.md)", worse="[z](never.md)")

    assert len(refused.value.problems) == 3


def test_whatever_ends_mkdocs_is_told_as_a_fault(tmp_path: Path) -> None:
    """A page that names a template that is not there stops MkDocs with an exception."""
    with pytest.raises(Refused) as refused:
        _render(tmp_path, bad="---\ntemplate: nope.html\n---\n# Bad")

    assert any("nope.html" in problem.message for problem in refused.value.problems)


def test_the_environment_and_the_loggers_are_left_as_they_were(tmp_path: Path) -> None:
    """A second build in the same process meets the same world."""
    before, handlers = dict(os.environ), list(logging.getLogger().handlers)

    _render(tmp_path)

    assert dict(os.environ) == before
    assert logging.getLogger().handlers == handlers
