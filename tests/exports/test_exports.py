"""The data files hold what the archive holds, within its rights, and are described truly."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from pathlib import Path
from typing import Any

import pytest

from generator import version
from generator.exports import exports
from tests.conftest import Golden
from tests.exports.archive import MENTIONS, RELATIONS, archive

HERE = Path(__file__).parent
DIGESTS = {"releases/2024/talks.md": "0" * 64}


def _files(**rights: Any) -> dict[str, bytes]:
    return exports(archive(**rights), {"2024-11-02-talks": MENTIONS}, RELATIONS, digests=DIGESTS)


def _release(**rights: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_files(**rights)["data/releases.jsonl"])
    return found


def test_a_line_holds_everything_on_a_release(golden: Golden) -> None:
    """Every field in its order, as the golden file shows it."""
    shown = json.dumps(_release(), indent=1, ensure_ascii=False) + "\n"

    golden(shown, HERE / "golden-release.json")


def test_an_entity_has_a_line_whatever_its_kind(golden: Golden) -> None:
    """What only some kinds have stands in `details`."""
    golden(_files()["data/entities.jsonl"].decode(), HERE / "golden-entities.jsonl")


def test_tables_have_a_row_for_each_entity_named(golden: Golden) -> None:
    """Also for words that name two, and for words that are not settled."""
    golden(_files()["data/mentions.csv"].decode(), HERE / "golden-mentions.csv")
    golden(_files()["data/relations.csv"].decode(), HERE / "golden-relations.csv")


def test_metadata_only_gives_no_word_of_the_text() -> None:
    """No blocks, captions or emendations, no mention but those in the title."""
    held = _release(display="metadata", statement="asked for")

    assert (held["blocks"], held["captions"], held["emendations"]) == ([], [], [])
    assert [mention["block"] for mention in held["mentions"]] == ["title"]
    assert held["rights"] == {"display": "metadata", "statement": "asked for"}
    assert b"sides" not in _files(display="metadata")["data/mentions.csv"]


def test_an_excerpt_gives_the_beginning_only() -> None:
    """And no caption; mentions in what is shown stay."""
    held = _release(display="excerpt")

    assert "".join(block["text"] for block in held["blocks"]).startswith("The sides met")
    assert held["captions"] == []


@pytest.mark.parametrize("name", ["releases", "entities", "mentions", "relations"])
def test_the_package_describes_each_file_truly(name: str) -> None:
    """Its size and hash are the file's, and every field has its description, in order."""
    files = _files()
    package = json.loads(files["data/datapackage.json"])
    (told,) = (resource for resource in package["resources"] if resource["name"] == name)
    content = files[f"data/{told['path']}"]
    if told["format"] == "csv":
        fields = next(csv.reader(io.StringIO(content.decode())))
    else:
        fields = list(json.loads(content.splitlines()[0]))

    assert told["bytes"] == len(content)
    assert told["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    assert [field["name"] for field in told["schema"]["fields"]] == fields
    assert all(field["description"] for field in told["schema"]["fields"])
    assert package["version"] == version.of_digests(DIGESTS)


TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "object": dict,
    "array": list,
}


def test_each_value_has_the_type_that_the_package_says() -> None:
    """Or is null."""
    package = json.loads(_files()["data/datapackage.json"])
    types = {field["name"]: field["type"] for field in package["resources"][0]["schema"]["fields"]}

    wrong = [
        name
        for name, value in _release().items()
        if value is not None and not isinstance(value, TYPES[types[name]])
    ]

    assert wrong == []


def test_files_are_the_same_each_time() -> None:
    """Same archive, same bytes."""
    assert _files() == _files()


def test_an_empty_archive_has_empty_files_that_are_described() -> None:
    """A package is valid before the first release is added."""
    from dataclasses import replace

    empty = replace(archive(), releases={}, captures={}, entities={})

    files = exports(empty, {}, ())

    assert files["data/releases.jsonl"] == b""
    assert json.loads(files["data/datapackage.json"])["description"].startswith("0 releases. ")
