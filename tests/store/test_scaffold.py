"""Records to fill in, and what is said of their fields."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.authority import FOLDERS
from generator.changes import Withdrawal
from generator.cli import main
from generator.model import Capture, Outlet, ReleaseHead
from generator.record import fields_of
from generator.store import scaffold
from generator.store.described import words_of
from generator.store.schema import declarations, files, records
from generator.store.validate import validate
from generator.store.yamlfile import parse

ROOT = Path(__file__).parents[2]
WRITTEN = (ReleaseHead, Capture, Outlet, Withdrawal, *FOLDERS.values())


def run(content: Path, *arguments: str) -> Result:
    """Call `new` on a folder."""
    return CliRunner().invoke(main, ["--content", str(content), "new", *arguments])


def uncommented(text: str) -> str:
    """Return a scaffold with all that may be filled in, as if a person had taken the `# ` away."""
    kept = (line for line in text.splitlines() if not line.startswith("##"))
    return "\n".join(line.removeprefix("# ") for line in kept if "language-server" not in line)


@pytest.mark.parametrize("kind", sorted(scaffold.KINDS))
def test_a_scaffold_has_every_field_and_nothing_else(kind: str) -> None:
    """Each where it may stand: the only faults are of what is still empty."""
    declared: Any = declarations()[scaffold.KINDS[kind]]
    text = scaffold.text_of(kind, "a-sample")

    assert set(yaml.safe_load(uncommented(text))) == {
        field.alias or name for name, field in fields_of(declared).items() if name != "formerly"
    }
    for fault in validate(declared, parse(text)).faults:
        assert "unknown" not in fault.message
        assert "missing" not in fault.message


@pytest.mark.parametrize("record", WRITTEN)
def test_every_field_that_people_write_is_explained(record: Any) -> None:
    """In the record and in its parts."""
    for part in records(record):
        assert not [name for name, text in words_of(part).items() if not text], part


def test_what_is_inherited_is_explained_too() -> None:
    """A claim's value, a date claim's as well; by the key that stands in the file."""
    assert "from" in words_of(
        next(part for part in records(FOLDERS["people"]) if part.__name__ == "Office")
    )


def test_new_writes_a_record_and_says_what_to_do(tmp_path: Path) -> None:
    """Its path on standard output; `check` then tells what is still to be filled in."""
    result = run(tmp_path, "person", "kim-ok-sample")

    path = tmp_path / "authorities/people/kim-ok-sample.yml"
    assert result.exit_code == 0
    assert result.stdout == f"{path.as_posix()}\n"
    checked = CliRunner().invoke(main, ["--content", str(tmp_path), "check"])
    assert "`heading` is empty" in checked.stdout
    filled = path.read_text("utf-8").replace('heading: ""', "heading: Kim Ok Sample")
    path.write_text(filled.replace('order: ""', "order: family-first"), "utf-8")
    assert CliRunner().invoke(main, ["--content", str(tmp_path), "check"]).exit_code == 0


def test_an_id_that_is_taken_is_refused(tmp_path: Path) -> None:
    """Of a record of any kind; nothing is overwritten. A like one is pointed out."""
    path = tmp_path / "authorities/places/harbour.yml"
    path.parent.mkdir(parents=True)
    path.write_text("id: harbour\nheading: Harbour\n", "utf-8")

    again = run(tmp_path, "place", "harbour")
    other = run(tmp_path, "person", "harbour")
    like = run(tmp_path, "place", "harbours")

    assert (again.exit_code, other.exit_code, like.exit_code) == (1, 1, 0)
    assert "the id `harbour` is taken" in other.stderr
    assert "there is a record `harbour`" in like.stderr
    assert path.read_text("utf-8") == "id: harbour\nheading: Harbour\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("peron", "x"), "`peron` is no kind of record; write `person`"),
        (("release", "x"), "a release is made from a capture"),
        (("person", "../x"), "`../x` may only hold a-z"),
        (("person", "con"), "is a name that file systems"),
        (("\x1b[2J", "x"), "`\\x1b[2J` is no kind of record"),
    ],
)
def test_misuse_is_told_in_a_sentence(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    """Status 2, and nothing is written."""
    result = run(tmp_path, *arguments)

    assert result.exit_code == 2
    assert said in result.stderr
    assert not list(tmp_path.iterdir())


def test_the_schemas_that_editors_read_are_current() -> None:
    """If this fails: make schemas, and commit what it writes."""
    committed = {path.name: path.read_bytes() for path in (ROOT / "schemas").iterdir()}

    assert committed == files()


def test_editors_know_which_schema_is_for_which_file() -> None:
    """Each record under content/ is matched by the pattern of one schema, which is there."""
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    content = ROOT / "content"
    matched: dict[Path, list[str]] = {}
    for schema, pattern in settings["yaml.schemas"].items():
        assert (ROOT / schema).is_file(), schema
        for path in ROOT.glob(pattern):
            matched.setdefault(path, []).append(schema)

    assert set(matched) == set(content.rglob("*.yml"))
    assert all(len(schemas) == 1 for schemas in matched.values())
    assert len(settings["yaml.schemas"]) == len(declarations()) - 1
