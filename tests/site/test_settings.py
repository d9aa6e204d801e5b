"""The settings of the site switch nothing on that acts on what strangers wrote."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

PROJECT = Path(__file__).parents[2]


class _Loader(yaml.SafeLoader):
    """Reads `!ENV [NAME, value]` as a list."""


def _list(loader: _Loader, node: yaml.SequenceNode) -> list[object]:
    return loader.construct_sequence(node)


_Loader.add_constructor("!ENV", _list)


@pytest.fixture(scope="module")
def settings() -> dict[str, Any]:
    """Return mkdocs.yml."""
    text = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.load(text, _Loader)  # noqa: S506 - a safe loader
    return found


def test_no_plugin_and_no_extension_but_ours_touches_a_page(settings: dict[str, Any]) -> None:
    """No macros, snippets, attribute lists, raw HTML in Markdown: each would run or publish files."""
    assert settings["plugins"] == []
    assert settings["markdown_extensions"] == ["generator.pages.markdown"]
    assert settings["hooks"] == ["generator/mkdocs_hook.py"]


def test_no_release_and_no_record_stands_in_the_navigation(settings: dict[str, Any]) -> None:
    """It is repeated on every page: with the releases in it a site grows with the square."""
    targets = [target for entry in settings["nav"] for target in entry.values()]

    assert len(targets) <= 12
    assert all(not target.startswith("releases/2") for target in targets)
    assert settings["not_in_nav"] == "*"


def test_every_doubt_of_the_generator_is_a_fault(settings: dict[str, Any]) -> None:
    """Strict, and what is silent by default warns."""
    assert settings["strict"] is True
    assert set(settings["validation"]["links"].values()) == {"warn"}
    assert set(settings["validation"]["nav"].values()) == {"warn"}


def test_nothing_is_set_that_asks_another_host(settings: dict[str, Any]) -> None:
    """Neither fonts, nor the repository's stars, nor statistics."""
    assert settings["theme"]["font"] is False
    assert not settings.keys() & {"repo_url", "extra_css", "extra_javascript", "copyright"}
    assert not settings["extra"].keys() & {"analytics", "consent", "social", "version"}
