"""Front matter loads as it was dumped."""

from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.escape import shown
from generator.pages.frontmatter import Value, dump

# Keys are names of fields; none of ours is a word that YAML takes for a truth value.
KEYS = st.from_regex(r"[a-z_]{1,8}", fullmatch=True).filter(
    lambda key: isinstance(yaml.safe_load(key), str)
)
VALUES: st.SearchStrategy[Value] = st.recursive(
    st.one_of(
        st.text(min_size=1),
        st.integers(),
        st.sampled_from(["no", "2024-01-20", "---", "- a", "1.0", "~", "a: b"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3),
        st.dictionaries(KEYS, inner, min_size=1, max_size=3),
    ),
    max_leaves=8,
)


def seen(value: Value) -> object:
    """Return a value as its reader is to have it."""
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, int):
        return value
    if isinstance(value, dict):
        return {key: seen(each) for key, each in value.items()}
    assert isinstance(value, list)
    return [seen(each) for each in value]


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4))
def test_front_matter_loads_as_it_was_dumped(fields: dict[str, Value]) -> None:
    """Every string comes back as a string, whatever it looks like to YAML."""
    text = dump(fields)

    assert text.startswith("---\n")
    assert text.endswith("\n---")
    assert yaml.safe_load(text[4:-4]) == seen(fields)


def test_what_is_empty_is_left_out() -> None:
    """A field without a value is not written; nought is a value."""
    assert dump({"a": "", "b": [], "c": {}, "d": 0}) == "---\nd: 0\n---"
