"""The manifest of a site finds every file that differs, is missing or extra."""

from __future__ import annotations

import subprocess
from pathlib import Path

from generator.site import manifest
from generator.site.staged import standing


def _site(folder: Path) -> Path:
    (folder / "a").mkdir()
    (folder / "a" / "index.html").write_text("page")
    (folder / "z.txt").write_text("text")
    manifest.write(standing(folder))
    return folder


def test_an_untouched_site_has_no_fault(tmp_path: Path) -> None:
    """What was just written agrees with itself."""
    assert list(manifest.faults(_site(tmp_path))) == []


def test_the_manifest_is_what_sha256sum_reads(tmp_path: Path) -> None:
    """A visitor needs no tool of ours to check a site."""
    _site(tmp_path)

    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", manifest.NAME], cwd=tmp_path, check=False
    )

    assert done.returncode == 0


def test_each_differing_missing_and_extra_file_is_told(tmp_path: Path) -> None:
    """One fault for each file, in the order of their paths."""
    site = _site(tmp_path)
    (site / "a" / "index.html").write_text("changed")
    (site / "z.txt").unlink()
    (site / "m.txt").write_text("extra")

    found = [problem.message for problem in manifest.faults(site)]

    assert found == [
        "`a/index.html` differs from the manifest",
        "`m.txt` is not in the manifest",
        "`z.txt` is missing",
    ]


def test_a_site_without_manifest_or_with_a_torn_one_is_told(tmp_path: Path) -> None:
    """Neither is mistaken for a site that is in order."""
    assert [problem.message for problem in manifest.faults(tmp_path)] == ["no manifest"]

    for text, message in (
        ("0123\n", "`0123` is no line of a manifest"),
        ("0123", "the manifest ends within a line"),
        (f"{'0' * 64}  b\n{'0' * 64}  a\n", "the manifest is not in the order of paths"),
        (2 * f"{'0' * 64}  a\n", f"`{'0' * 64}  a` is no line of a manifest"),
    ):
        (tmp_path / manifest.NAME).write_text(text)
        assert next(manifest.faults(tmp_path)).message == message
