"""What is installed is locked: each package by one version and the hashes of its files."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
LOCKS = ("site", "dev")


def _locked(name: str) -> dict[str, str]:
    """Return the entry of each package of a lock, by name."""
    text = (PROJECT / f"requirements/{name}.txt").read_text(encoding="utf-8")
    entries = re.findall(r"^([a-z0-9][\w.-]*)==(\S+)((?:.*\\\n)*.*)$", text, re.MULTILINE)
    return {package: rest for package, _, rest in entries}


@pytest.mark.parametrize("name", LOCKS)
def test_every_line_of_a_lock_names_one_version_and_its_hashes(name: str) -> None:
    """`pip install --require-hashes` takes nothing else; no address, no folder, no range."""
    text = (PROJECT / f"requirements/{name}.txt").read_text(encoding="utf-8")
    first = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]

    assert len(first) == len(_locked(name)) > 20
    assert all("--hash=sha256:" in rest for rest in _locked(name).values())
    assert "://" not in text


def test_the_program_is_installed_without_the_tools_of_its_makers() -> None:
    """The lock of the site has what the program asks for, and nothing that only tests do."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    site, dev = _locked("site"), _locked("dev")

    assert {_name(one) for one in project["dependencies"]} <= site.keys() <= dev.keys()
    only = {_name(one) for one in project["optional-dependencies"]["dev"]}
    assert only <= dev.keys()
    assert not only & {"pytest", "mypy", "ruff", "playwright", "hypothesis"} & site.keys()


def test_each_dependency_is_justified_in_a_line() -> None:
    """On the method page, so that whoever adds one says why."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    page = (PROJECT / "content/pages/method/dependencies.md").read_text(encoding="utf-8").lower()
    every = (*project["dependencies"], *project["optional-dependencies"]["dev"])

    assert [one for one in every if _name(one) not in page.replace("_", "-")] == []


def _name(requirement: str) -> str:
    found = re.match(r"[\w.-]+", requirement)
    assert found
    return found[0].lower().replace("_", "-")
