"""What lies under content/."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.store.folder import found_at, look


def put(root: Path, *paths: str) -> None:
    """Write a small file at each path."""
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("x\n")


def told(root: Path) -> list[str]:
    """Return path and message of each problem."""
    return [f"{problem.path}: {problem.message}" for problem in look(root).problems]


def test_known_files_are_found_in_order(tmp_path: Path) -> None:
    """Each kind of file is known by where it lies; folders that are absent are empty."""
    paths = [
        "README.md",
        "authorities/people/a.yml",
        "captures/gazette/a1.html",
        "captures/gazette/a1.yml",
        "outlets/README.md",
        "outlets/gazette.yml",
        "pages/index.md",
        "pages/method/index.md",
        "profiles/sites/gazette.yml",
        "releases/2024/2024-a.md",
        "vocabulary/kinds.yml",
    ]
    put(tmp_path, *paths, "outlets/.DS_Store", "Thumbs.db")

    found = look(tmp_path)

    assert sorted(file.path for file in found.files) == sorted(paths)
    assert found.problems == ()


@pytest.mark.parametrize(
    ("path", "fix"),
    [
        ("notes.txt", "only folders lie here"),
        ("outlets/gazette.yaml", "name it `gazette.yml`"),
        ("outlets/sub/gazette.yml", "move it to its folder: outlets"),
        ("people/a.yml", "authorities/people"),
        ("authorities/persons/a.yml", "authorities/"),
        ("captures/gazette/a1.pdf", "captures"),
        ("captures/a1.txt", "captures"),
        ("releases/2024-a.md", "releases"),
        ("vocabulary/knds.yml", "vocabulary"),
        ("profiles/gazette.yml", "profiles/sites"),
        ("pages/evil.html", "only Markdown"),
        ("pages/_headers", "only Markdown"),
        ("pages/CNAME", "only Markdown"),
        ("pages/assets/javascripts/bundle.js", "only Markdown"),
    ],
)
def test_what_is_no_known_file_is_told(tmp_path: Path, path: str, fix: str) -> None:
    """A file that the site would not read is a fault, with the place where it may belong."""
    put(tmp_path, path)

    (problem,) = look(tmp_path).problems

    assert (problem.path, problem.message) == (path, "no such file is known here")
    assert fix in problem.fix


@pytest.mark.parametrize(
    "name", ["Gazette", "a b", "aux", "a--b", "<b>", "é", "가", "%2f", "x" * 81, "a'b", "a\u202eb"]
)
def test_a_name_that_some_system_cannot_hold_is_told(tmp_path: Path, name: str) -> None:
    """File names are ids, so that every clone and every address can have them."""
    put(tmp_path, f"outlets/{name}.yml", f"pages/{name}.md")

    problems = look(tmp_path).problems

    assert len(problems) == 2
    assert all(str(problem).replace("\n", "").isprintable() for problem in problems)


def test_links_pipes_and_loops_are_told_and_never_followed(tmp_path: Path) -> None:
    """A link to a file, a folder, itself or nothing, and a pipe: one problem each."""
    put(tmp_path, "outlets/gazette.yml")
    outlets = tmp_path / "outlets"
    (outlets / "secret.yml").symlink_to("/etc/hostname")
    (outlets / "folder").symlink_to(tmp_path)
    (outlets / "loop.yml").symlink_to(outlets / "loop.yml")
    (outlets / "broken.yml").symlink_to("nothing")
    os.mkfifo(outlets / "pipe.yml")

    assert sorted(told(tmp_path)) == [
        "outlets/broken.yml: is a symbolic link",
        "outlets/folder: is a symbolic link",
        "outlets/loop.yml: is a symbolic link",
        "outlets/pipe.yml: is a pipe",
        "outlets/secret.yml: is a symbolic link",
    ]


def test_names_that_differ_by_case_or_form_collide(tmp_path: Path) -> None:
    """Two files that one file system would hold as one are told."""
    put(tmp_path, "outlets/a.yml", "outlets/A.yml", "pages/caf\u00e9.md", "pages/cafe\u0301.md")
    if len(list((tmp_path / "outlets").iterdir())) < 2:
        pytest.skip("this file system folds case itself; the rule is tested where it does not")

    problems = told(tmp_path)

    assert "outlets/a.yml: has but for case the path of `outlets/A.yml`" in problems
    assert [one for one in problems if "has the same address as" in one]


def test_a_page_and_a_folders_index_collide(tmp_path: Path) -> None:
    """Two pages with one address on the site are told, not one of them lost."""
    put(tmp_path, "pages/method.md", "pages/method/index.md")

    assert told(tmp_path) == ["pages/method/index.md: has the same address as `pages/method.md`"]


def test_a_hidden_folder_is_looked_into() -> None:
    """Nothing is known under a hidden folder."""
    assert found_at(".git/config") is None
    assert found_at("outlets/.gazette.yml") is not None  # known, and told for its name
