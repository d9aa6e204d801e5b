"""BibTeX, RIS and CSL-JSON, read back by other people's parsers, say the same."""

from __future__ import annotations

import io
import json
import re

import pytest
import rispy
from bibtexparser import entrypoint as bibtexparser
from hypothesis import given
from hypothesis import strategies as st

from generator.citing.formats import Kept, bibtex, csl_json, every, ris
from generator.citing.work import Author, Work

KEPT = Kept("https://a.example/archive/")
WORKS = (
    Work(
        "2024-talks",
        "Talks held",
        (Author("Bureau of News"),),
        "The Herald",
        "en",
        ((2024, 11, 2),),
        version="0123abcd",
    ),
    Work(
        "2024-text",
        "100 % {of} \\it & #1_a $b^c~d",
        (Author("Ann Lee", "Lee", "Ann"),),
        "Голос",
        "ru",
        ((2024, 5),),
    ),
    Work("undated", "제목", (Author("A and B"),), "H", "ko", version="ba98"),
)
TEX = {r"\textbackslash{}": "\\", r"\textasciitilde{}": "~", r"\textasciicircum{}": "^"}


def plain(value: str) -> str:
    """Return what TeX prints of a field."""
    text = re.sub(r"\\text\w+\{\}", lambda found: TEX[found[0]], value.replace(r"\\", "\\"))
    return re.sub(r"\\([{}%#&$_])", r"\1", text)


def test_bibtex_is_read_back() -> None:
    """Keys, titles with every special character, whole institutions, months without days."""
    library = bibtexparser.parse_string("".join(bibtex(WORKS, KEPT)))
    entries = {
        entry.key: {field.key: field.value for field in entry.fields} for entry in library.entries
    }

    assert not library.failed_blocks
    assert [*entries] == [work.id for work in WORKS]
    assert entries["2024-talks"]["author"] == "{Bureau of News}"
    assert entries["2024-talks"]["url"] == "https://a.example/archive/releases/2024-talks/"
    assert entries["2024-text"]["author"] == "Lee, Ann"
    assert plain(entries["2024-text"]["title"].strip("{}")) == "100 % {of} \\it & #1_a $b^c~d"
    assert "year" not in entries["undated"]
    assert "2024-talks, version 0123abcd" in entries["2024-talks"]["note"]
    assert "undated, version ba98" in entries["undated"]["note"]


def test_ris_is_read_back() -> None:
    """Newspaper articles with date, outlet, language, archive and id."""
    talks, text, undated = rispy.load(io.StringIO("".join(ris(WORKS, KEPT))))

    assert (talks["type_of_reference"], talks["title"], talks["authors"]) == (
        "NEWS",
        "Talks held",
        ["Bureau of News"],
    )
    assert (talks["year"], talks["date"], talks["accession_number"]) == (
        "2024",
        "2024/11/02/",
        "2024-talks",
    )
    assert (talks["edition"], undated["edition"]) == ("0123abcd", "ba98")
    assert (text["authors"], text["date"], text["secondary_title"]) == (
        ["Lee, Ann"],
        "2024/05//",
        "Голос",
    )
    assert "date" not in undated
    assert undated["title"] == "제목"


def test_csl_json_is_a_list_of_items() -> None:
    """With what every processor reads; undated works have no `issued`."""
    talks, text, undated = json.loads("".join(csl_json(WORKS, KEPT)))

    assert talks["type"] == "article-newspaper"
    assert talks["issued"] == {"date-parts": [[2024, 11, 2]]}
    assert text["author"] == [{"family": "Lee", "given": "Ann"}]
    assert (undated["author"], "issued" in undated) == ([{"literal": "A and B"}], False)


def test_no_work_gives_files_that_still_parse() -> None:
    """An archive that holds nothing."""
    made = every((), KEPT)

    assert json.loads(made["csl.json"]) == []
    assert not bibtexparser.parse_string(made["bib"].decode()).blocks
    assert rispy.load(io.StringIO(made["ris"].decode())) == []


TITLES = st.text(
    st.characters(blacklist_categories=["Cc", "Cs", "Zl", "Zp", "Co", "Cn"]), min_size=1
).map(lambda text: " ".join(f"a{text}".split()))


@given(TITLES)
def test_whatever_the_title_every_format_keeps_its_records_apart(title: str) -> None:
    """A title cannot end a field, begin a record or lose a character."""
    works = (Work("one", title, (Author(title),), title, "en"), WORKS[0])

    assert [entry["title"] for entry in rispy.load(io.StringIO("".join(ris(works, KEPT))))] == [
        title,
        "Talks held",
    ]
    assert json.loads("".join(csl_json(works, KEPT)))[0]["title"] == title
    library = bibtexparser.parse_string("".join(bibtex(works, KEPT)))
    assert [entry.key for entry in library.entries] == ["one", "2024-talks"]
    assert plain(library.entries[0]["journal"]) == title


@pytest.mark.parametrize("form", ["bib", "ris", "csl.json"])
def test_the_same_works_give_the_same_bytes(form: str) -> None:
    """And each record says where it is kept."""
    assert every(WORKS, KEPT)[form] == every(WORKS, KEPT)[form]
    assert every(WORKS, KEPT)[form].count(b"https://a.example/archive/releases/") == len(WORKS)
