"""JSON Schemas of the records people write."""

from __future__ import annotations

import json

import pytest

from generator.store.schema import schemas
from generator.store.yamlfile import parse

jsonschema = pytest.importorskip("jsonschema", reason="a development library")


@pytest.mark.parametrize(
    ("name", "text", "well"),
    [
        ("release", 'title: A\npublished: "2024"\n', True),
        ("release", 'published: {value: "2024-11-02", status: inferred}\n', True),
        ("release", 'published: {value: "2 November"}\n', False),
        ("release", "titel: A\n", False),
        ("release", "rulings: [{block: p1, text: a, at: 0-9}]\n", True),
        ("release", "rulings: [{block: p1, text: a, at: nine}]\n", False),
    ],
)
def test_a_schema_agrees_with_what_check_accepts(name: str, text: str, well: object) -> None:
    """What an editor underlines by the schema is what `check` would report."""
    head = "id: a\noutlet: gazette\nkind: talk\nlanguage: en\ncapture: gazette/a1\n"
    record = parse(head + text).data

    assert jsonschema.Draft202012Validator(schemas()[name]).is_valid(record) is well


def test_there_is_a_schema_for_every_kind_of_file() -> None:
    """Each is a valid schema of its dialect and can be written as JSON."""
    for name, schema in schemas().items():
        jsonschema.Draft202012Validator.check_schema(json.loads(json.dumps(schema)))
        assert name

    assert {"release", "capture", "outlet", "people", "vocabulary-kinds"} < schemas().keys()
