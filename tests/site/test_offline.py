"""The zip of the site: everything a reader needs, from a folder, the same bytes each time."""

from __future__ import annotations

import io
import json
import random
import zipfile
from pathlib import Path

import pytest

from generator.crew import crew
from generator.kept.shelf import Nowhere, Shelf
from generator.site import folder, offline, pressed
from generator.site.ledger import Ledger
from generator.site.offline import linked
from generator.site.staged import Staged, standing

PAGE = """<!doctype html>
<html lang="en"><head><title>x</title><link rel="preload" as="font" href="a.woff2"><link rel="stylesheet" href="../assets/style.css">
<script type="module" src="../assets/search.js"></script></head>
<body data-search="../search/"><p>Text that says href="x/" is text.</p><a href="../y/?a=1&amp;b=2#p1">y</a></body></html>
"""


@pytest.mark.parametrize(
    ("address", "becomes"),
    [
        ("..", "../index.html"),
        (".", "./index.html"),
        ("../x/", "../x/index.html"),
        ("../x/#p1", "../x/index.html#p1"),
        ("x/?q=a&amp;b", "x/index.html?q=a&amp;b"),
        ("../x/feed.xml", "../x/feed.xml"),
        ("#p1", "#p1"),
        ("", ""),
        ("https://a.example/x/", "https://a.example/x/"),
        ("mailto:a@a.example", "mailto:a@a.example"),
        ("//a.example/", "//a.example/"),
        ("/x/", "/x/"),
    ],
)
def test_a_link_to_a_folder_names_its_page(address: str, becomes: str) -> None:
    """Nothing else is changed; links to other hosts stay."""
    assert linked(f'<p><a href="{address}">x</a></p>') == f'<p><a href="{becomes}">x</a></p>'


def _site(folder: Path) -> Path:
    files = {
        "index.html": PAGE,
        "x/index.html": PAGE,
        "assets/style.css": "p{}",
        "data/releases.csv": "id\n",
        "pagefind/pagefind.js": "0",
        "_headers": "/*\n",
        "sitemap.xml": "<x/>",
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def test_the_zip_holds_what_a_reader_needs(tmp_path: Path) -> None:
    """Pages, styles and data; nothing that only a server, a crawler or the search reads."""
    offline.write(standing(_site(tmp_path)))

    with zipfile.ZipFile(tmp_path / offline.NAME) as made:
        names = sorted(made.namelist())
        page = made.read("communique/x/index.html").decode()

    assert names == [
        "communique/README.txt",
        "communique/assets/style.css",
        "communique/data/releases.csv",
        "communique/index.html",
        "communique/x/index.html",
    ]
    assert 'data-search="../search/index.html"' in page
    assert 'says href="x/" is text' in page
    assert 'href="../y/index.html?a=1&amp;b=2#p1"' in page
    assert "preload" not in page
    assert "module" not in page


def test_the_search_of_a_folder_has_its_texts(tmp_path: Path) -> None:
    """The texts that the data files show, with the names in them, as a script beside the page."""
    release = {
        "id": "r", "page": "releases/r/", "title": None, "published": None,
        "mentions": [{"entity": "ann"}, {"entity": ""}],
        "blocks": [{"id": "p1", "text": "Ann met </script> \u2028 them."}],
    }  # fmt: skip
    ann = {
        "id": "ann", "page": "people/ann/", "heading": "Ann", "variants": [{"form": "Anne"}],
        "errors": [],
    }  # fmt: skip
    site = _site(tmp_path)
    (site / "data/releases.jsonl").write_text(json.dumps(release) + "\n", "utf-8")
    (site / "data/entities.jsonl").write_text(json.dumps(ann) + "\n", "utf-8")
    (site / "data/citations.json").write_text('[{"id": "r", "container-title": "Herald"}]', "utf-8")
    (site / "search").mkdir()
    (site / "search/index.html").write_text(
        '<script type="module" src="../assets/search/search.js"></script>', "utf-8"
    )

    offline.write(standing(site))

    with zipfile.ZipFile(site / offline.NAME) as made:
        script = made.read("communique/search/texts.js").decode()
        page = made.read("communique/search/index.html").decode()
    texts = json.loads(script.removeprefix("window.archive = ").removesuffix(";\n"))
    assert texts["names"] == [["Ann", "people/ann/", ["Ann", "Anne"]]]
    assert texts["releases"] == [
        {
            "to": "releases/r/", "title": "r", "outlet": "Herald", "date": "", "names": [0],
            "blocks": [["p1", "Ann met </script> \u2028 them."]],
        }
    ]  # fmt: skip
    assert page == (
        '<script defer src="texts.js"></script>'
        '<script defer src="../assets/search/folder.js"></script>'
    )


def _archive(chance: random.Random) -> dict[str, bytes]:
    """Return the data files of some releases that name some people."""
    people = [f"person-{number}" for number in range(9)]
    releases = [
        {
            "id": f"r{number}", "page": f"releases/r{number}/", "title": None, "published": None,
            "mentions": [{"entity": each} for each in chance.sample(people, 2)],
            "blocks": [{"id": "p1", "text": f'Said "entity":"person-1" \u2028 {number}.'}],
        }
        for number in range(30) if chance.random() < 0.9
    ]  # fmt: skip
    entities = [
        {"id": each, "page": f"people/{each}/", "heading": each, "variants": [], "errors": []}
        for each in people[1:]
    ]
    outlets = [{"id": one["id"], "container-title": chance.choice("AB")} for one in releases]
    return {
        "data/releases.jsonl": "".join(f"{json.dumps(one)}\n" for one in releases).encode(),
        "data/entities.jsonl": "".join(f"{json.dumps(one)}\n" for one in entities).encode(),
        "data/citations.json": json.dumps(outlets).encode(),
    }


@pytest.mark.parametrize("seed", range(5))
def test_texts_from_the_last_zip_are_those_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Whatever releases, names, and outlets come, go and change."""
    monkeypatch.setattr(pressed, "LEAST", 300)
    chance = random.Random(seed)  # noqa: S311 - not a secret
    shelf, before = Shelf(tmp_path / "kept", ""), Ledger()
    files = _archive(chance)
    for turn in range(6):
        names = chance.sample(sorted(files), 1)
        files |= {name: text for name, text in _archive(chance).items() if name in names}
        made = []
        for folder_of, known, kept in (("new", before, shelf), ("cold", Ledger(), Nowhere())):
            (tmp_path / f"{folder_of}{turn}").mkdir()
            made.append(Staged(tmp_path / f"{folder_of}{turn}", known, "program"))
            for path, content in files.items():
                made[-1].put(path, (content,))
            offline.write(made[-1], shelf=kept)
        new, cold = ((one.folder / offline.NAME).read_bytes() for one in made)
        assert new == cold
        before = Ledger(made[0].folder, made[0].rows, made_by="program")
        script = zipfile.ZipFile(io.BytesIO(new)).read("communique/search/texts.js").decode()
        told = json.loads(script.removeprefix("window.archive = ").removesuffix(";\n"))
        lines = files["data/releases.jsonl"].decode().splitlines()
        assert [one["to"] for one in told["releases"]] == [json.loads(one)["page"] for one in lines]
        named = [{told["names"][at][0] for at in one["names"]} for one in told["releases"]]
        assert named == [
            {each["entity"] for each in json.loads(one)["mentions"]} - {"person-0"} for one in lines
        ]


def test_an_archive_too_large_for_a_script_is_left_to_its_lists(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No browser is handed more text than it reads at once."""
    monkeypatch.setattr(folder, "MOST", 1)
    site = _site(tmp_path)
    (site / "data/releases.jsonl").write_text("{}\n", "utf-8")

    assert folder.texts(site) is None


def test_the_same_site_gives_the_same_zip(tmp_path: Path) -> None:
    """Whatever the times and rights of its files; a zip that is there already is not packed."""
    offline.write(standing(_site(tmp_path)))
    first = (tmp_path / offline.NAME).read_bytes()
    (tmp_path / "index.html").chmod(0o600)
    (tmp_path / "x" / "index.html").write_text(PAGE, "utf-8")

    offline.write(standing(tmp_path))

    assert (tmp_path / offline.NAME).read_bytes() == first


def test_several_processes_give_the_same_zip(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is packed together, and with files that are not held whole."""
    site = _site(tmp_path)
    offline.write(standing(site))
    one = (site / offline.NAME).read_bytes()
    monkeypatch.setattr(offline, "_BATCH", 2)
    monkeypatch.setattr(offline, "_LARGE", 500)
    offline.write(standing(site), crew(2))
    with zipfile.ZipFile(site / offline.NAME) as several, zipfile.ZipFile(io.BytesIO(one)) as made:
        assert several.namelist() == made.namelist()
        assert several.testzip() is None
        assert all(several.read(name) == made.read(name) for name in made.namelist())
