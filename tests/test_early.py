"""What was saved is shown at once, as the build that follows will show it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import pipeline
from generator.early import Early
from tests import small

RELEASE = f"releases/2024/{small.RELEASE}.md"
CHANGES = {
    RELEASE: ("Talks held", "Talks put off", f"releases/{small.RELEASE}/"),
    "authorities/people/ann-example.yml": ("Ann Example", "Ann Sample", "people/ann-example/"),
    "pages/about.md": ("A site", "A place", "about/"),
    "pages/method/index.md": ("# ", "# New: ", "method/"),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Early]:
    """A folder with the small archive, its site, and what shows pages early."""
    folder = tmp_path_factory.mktemp("early")
    content = small.content(folder)
    reading = pipeline.renew(content, folder / "build", lambda _: None)
    return folder, Early(content, folder / "build", reading)


@pytest.mark.parametrize("path", CHANGES)
def test_a_saved_record_has_its_page_at_once(built: tuple[Path, Early], path: str) -> None:
    """With what was changed in it, as a whole page of the site."""
    folder, early = built
    old, new, address = CHANGES[path]
    file = folder / "content" / path
    file.write_text(file.read_text().replace(old, new))

    pages = early.pages({str(file)})

    assert list(pages) == [address]
    assert new.removeprefix("# ").encode() in pages[address]
    assert pages[address].rstrip().endswith(b"</html>")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("releases/2024/2024-11-09-new.md", "---\n---\n"),
        ("authorities/people/ann-example.yml", "id: ann-example\nnope: 1\n"),
        ("outlets/herald.yml", "id: herald\nname: The Herald\nkind: newspaper\n"),
        ("nowhere.txt", ""),
        ("pages/index.md", "# Home\n"),
    ],
    ids=["new", "faulty", "no page of its own", "nothing known", "the front page"],
)
def test_what_needs_the_whole_build_has_none(
    built: tuple[Path, Early], path: str, text: str
) -> None:
    """The build tells what there is to tell."""
    folder, early = built
    file = folder / "content" / path
    file.write_text(text)

    assert early.pages({str(file), str(folder / "content/gone.md"), "mkdocs.yml"}) == {}


def test_what_breaks_on_the_way_is_left_to_the_build(
    built: tuple[Path, Early], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that cannot be made early is no fault."""
    folder, early = built

    def broken(*_: object) -> None:
        raise LookupError

    monkeypatch.setattr("generator.early.pages_of", broken)

    assert early.pages({str(folder / "content/pages/about.md")}) == {}


def test_the_build_that_follows_is_not_changed_by_it(tmp_path: Path) -> None:
    """The page that was shown is the page that is built."""
    content, out = small.content(tmp_path), tmp_path / "build"
    early = Early(content, out, pipeline.renew(content, out, lambda _: None))
    file = content / RELEASE
    file.write_text(file.read_text().replace("Talks held", "Talks put off"))

    [(address, page)] = early.pages({str(file)}).items()
    pipeline.renew(content, out, lambda _: None)

    assert page == (out / "site" / address / "index.html").read_bytes()
