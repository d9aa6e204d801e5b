"""Reading and checking whole content folders."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.model import Capture
from generator.record import checked
from generator.store import yamltext
from generator.store.check import check
from generator.store.load import load
from tests.conftest import Golden

FAULTY = Path(__file__).parents[1] / "sites/faulty"
Site = Callable[..., Path]


def test_every_fault_of_a_faulty_folder_is_told(
    golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One run tells each fault with file, line, message and remedy; read the report."""
    monkeypatch.chdir(FAULTY)

    _, problems = check(Path("content"))

    golden("".join(f"{problem}\n" for problem in problems), FAULTY / "report.txt")


def test_every_sentence_is_in_our_style(monkeypatch: pytest.MonkeyPatch) -> None:
    """No message or remedy ends in a full stop, is empty, or could act on a terminal."""
    monkeypatch.chdir(FAULTY)

    for problem in check(Path("content"))[1]:
        for sentence in (problem.message, problem.fix):
            assert sentence
            assert sentence.isprintable()
            assert not sentence.endswith(".") or sentence.endswith("…")


def test_the_same_folder_gives_the_same_report() -> None:
    """Two runs tell the same, in the same order."""
    assert check(FAULTY / "content")[1] == check(FAULTY / "content")[1]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Return a function that writes a content folder of one outlet and the given files."""

    def write(**files: str | bytes) -> Path:
        content = tmp_path / "content"
        base = {"outlets/gazette.yml": "id: gazette\nname: Gazette\nkind: newspaper\n"}
        for path, text in {**base, **files}.items():
            (content / path).parent.mkdir(parents=True, exist_ok=True)
            (content / path).write_bytes(text if isinstance(text, bytes) else text.encode())
        return content

    return write


def messages(content: Path) -> list[str]:
    """Return path, line and message of every problem."""
    return [
        f"{problem.path.removeprefix(str(content))[1:]}:{problem.line}: {problem.message}"
        for problem in check(content)[1]
    ]


def test_an_empty_folder_is_an_empty_archive(tmp_path: Path) -> None:
    """A content folder with nothing in it is no fault."""
    loaded, problems = check(tmp_path)

    assert problems == ()
    assert loaded.archive.releases == {}


def test_a_reference_to_a_faulty_record_is_no_second_fault(site: Site) -> None:
    """An outlet that cannot be read is told once, not at each of its captures."""
    content = site(
        **{
            "outlets/gazette.yml": "id: gazette\nname: Gazette\nkind: paper\n",
            "authorities/people/a.yml": "id: a\nheading: no\norder: given-first\n",
            "authorities/people/b.yml": "id: b\nheading: Bert\norder: given-first\nsee_also: [a]\n",
        }
    )

    assert len(messages(content)) == 2


def test_crlf_and_a_byte_order_mark_do_not_hide_other_faults(site: Site) -> None:
    """A file from another system is told for that, and read all the same."""
    text = b"\xef\xbb\xbfid: b\r\nheading: Bert\r\norder: given-last\r\n"
    content = site(**{"authorities/people/b.yml": text})

    assert [message.partition(": ")[2][:40] for message in messages(content)] == [
        "lines end in CR LF",
        "the file begins with a byte order mark",
        "`order` is `given-last`",
    ]


def test_a_huge_record_is_not_read(site: Site) -> None:
    """Past 64 kB a record is refused by its size; the parser never sees it."""
    content = site(**{"authorities/people/b.yml": "id: b\n" + "# x\n" * 20_000})

    assert messages(content) == [
        "authorities/people/b.yml:1: is 80006 bytes long; 64000 is the most"
    ]


def test_a_link_out_of_the_folder_is_told(site: Site, tmp_path: Path) -> None:
    """What a link leads to is never read."""
    (tmp_path / "secret").write_text("id: secret\n")
    content = site()
    (content / "outlets/secret.yml").symlink_to(tmp_path / "secret")

    assert messages(content) == ["outlets/secret.yml:1: is a symbolic link"]


def test_the_capture_of_a_sidecar_may_not_be_a_link(tmp_path: Path) -> None:
    """A capture replaced by a link is told both as a link and as no capture."""
    content = tmp_path / "content"
    shutil.copytree(FAULTY / "content", content)
    capture = content / "captures/gazette/a000000000000001.txt"
    capture.unlink()
    capture.symlink_to("/etc/hostname")

    found = [message for message in messages(content) if "a000000000000001" in message]

    assert found[0] == "captures/gazette/a000000000000001.txt:1: is a symbolic link"
    assert "`a000000000000001.txt` is a symbolic link" in found[1]


def test_what_is_sound_is_loaded_beside_what_is_not(site: Site) -> None:
    """A faulty record leaves every other one in the archive, in the order of their ids."""
    content = site(
        **{
            "outlets/b.yml": "id: b\nname: B\nkind: newspaper\n",
            "outlets/a.yml": "id: a\nname: A\nkind: paper\n",
        }
    )

    loaded = load(content)

    assert list(loaded.archive.outlets) == ["b", "gazette"]
    assert loaded.archive.paths == {"b": "outlets/b.yml", "gazette": "outlets/gazette.yml"}
    assert loaded.unsound == {"a"}


PAGE = b"<html><body><h1>Talks</h1><p>The ministers met.</p></body></html>"


def sidecar(data: bytes, ending: str = "html", **fields: Any) -> str:
    """Return the sidecar of a capture that holds `data`, with some fields otherwise."""
    given: dict[str, Any] = {
        "accession": "a1",
        "file": f"a1.{ending}",
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
        "encoding": "utf-8",
        "extraction": "html-lines/1" if ending == "html" else "text",
        "release": "talks",
    }
    return yamltext.record(checked(Capture, {**given, **fields}))


def test_a_captures_text_is_read_as_its_sidecar_says(site: Site) -> None:
    """A page gives the lines of its recorded extraction; a text its characters, as encoded."""
    text = "Да, 가\n"
    content = site(
        **{
            "captures/gazette/a1.html": PAGE,
            "captures/gazette/a1.yml": sidecar(PAGE),
            "captures/herald/a1.txt": text.encode("utf-16"),
            "captures/herald/a1.yml": sidecar(text.encode("utf-16"), "txt", encoding="utf-16"),
        }
    )

    texts = load(content).archive.capture_texts

    assert texts["gazette/a1"].split() == ["Talks", "The", "ministers", "met."]
    assert texts["herald/a1"] == text


@pytest.mark.parametrize(
    ("fields", "line", "message"),
    [
        ({"sha256": "0" * 64}, 3, "`a1.html` has the SHA-256"),
        ({"bytes": 3}, 4, "`a1.html` has 65 bytes, not 3"),
        ({"encoding": "utf-16"}, 5, "`a1.html` is not in the encoding `utf-16`"),
        ({"encoding": "zip"}, 5, "`a1.html` is not in the encoding `zip`"),
        ({"extraction": "magic/9"}, 6, "`magic/9` is no extraction known here"),
    ],
)
def test_a_capture_that_is_not_what_its_sidecar_says_is_told(
    site: Site, fields: dict[str, Any], line: int, message: str
) -> None:
    """One changed byte is enough; so is an encoding or an extraction that cannot be had again."""
    content = site(
        **{"captures/gazette/a1.html": PAGE, "captures/gazette/a1.yml": sidecar(PAGE, **fields)}
    )

    told = [one for one in messages(content) if f"a1.yml:{line}: {message}" in one]

    assert told, messages(content)


def test_a_sidecar_that_cannot_be_read_leaves_its_capture_alone(site: Site) -> None:
    """A faulty sidecar is one fault; its capture is not said to have none."""
    content = site(
        **{"captures/gazette/a1.html": PAGE, "captures/gazette/a1.yml": "accession: A\n"}
    )

    assert {message.partition(":")[0] for message in messages(content)} == {
        "captures/gazette/a1.yml"
    }


def test_a_faulty_vocabulary_makes_no_kind_unknown(site: Site) -> None:
    """One slip in the list of kinds is one fault, not one for each release."""
    head = "id: talks\noutlet: gazette\nkind: report\nlanguage: en\ncapture: gazette/a1\n"
    content = site(
        **{
            "vocabulary/kinds.yml": "- {id: report}\n",
            "releases/2024/talks.md": f"---\n{head}---\nText.\n",
        }
    )

    assert {message.partition(":")[0] for message in messages(content) if "kind" in message} <= {
        "vocabulary/kinds.yml"
    }


def test_a_faulty_profile_is_no_unknown_profile(site: Site) -> None:
    """A capture that was cleaned with it is not told a second time."""
    content = site(
        **{
            "captures/gazette/a1.html": PAGE,
            "captures/gazette/a1.yml": sidecar(PAGE, profiles={"site": "page"}),
            "profiles/sites/page.yml": "id: page\n",
        }
    )

    assert not [message for message in messages(content) if "site profile" in message]
