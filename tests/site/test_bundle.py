"""An index of a form that is not known is never passed on."""

from __future__ import annotations

import pytest

from generator.site import bundle

ENTRY = b'{"version": "1.5.2", "languages": {"en": {"hash": "en_1"}}}'
META = "pagefind.en_1.pf_meta"
# [version, one page, one part, no filters, no orders, no fields]
WHOLE = b"pagefind_dcd\x86\x651.5.2\x81\x82\x61p\x07\x81\x83\x61a\x61b\x61i\x80\x80\x80"


def test_files_are_numbered_and_their_bytes_stay() -> None:
    """The table says what Pagefind's own says, but for the names."""
    made = {
        "pagefind-entry.json": ENTRY,
        META: WHOLE,
        "index/i.pf_index": b"words",
        "fragment/p.pf_fragment": b"text",
    }

    assert bundle.files(made, 1) == {
        "table.json": b'{"fields": [], "lengths": "H", "parts": "a b"}',
        "0.pf_index": b"words",
        "0.pf_fragment": b"text",
    }


@pytest.mark.parametrize(
    "made",
    [
        {},
        {"pagefind-entry.json": b"{}"},
        {"pagefind-entry.json": b'{"version": "1.5.3", "languages": {"en": {"hash": "en_1"}}}'},
        {"pagefind-entry.json": b'{"version": "1.5.2", "languages": {}}'},
        {"pagefind-entry.json": ENTRY},
        {"pagefind-entry.json": ENTRY, META: b"pagefind_dcd\x80"},
        {"pagefind-entry.json": ENTRY, META: WHOLE.replace(b"\x61a", b"\x61 ")},
        {"pagefind-entry.json": ENTRY, META: WHOLE.replace(b"1.5.2", b"1.5.3")},
        {"pagefind-entry.json": ENTRY, META: WHOLE},
    ],
    ids=["nothing", "no entry", "another version", "no language", "no index", "another form", "a space", "another version inside", "no files"],
)  # fmt: skip
def test_an_index_of_another_form_is_never_passed_on(made: dict[str, bytes]) -> None:
    """A later Pagefind may write another one; then nobody is left without search unawares."""
    with pytest.raises((ValueError, LookupError)):
        bundle.files(made, 1)


def test_a_page_that_was_not_indexed_is_told() -> None:
    """Pagefind leaves out what it cannot read and says nothing."""
    with pytest.raises(ValueError, match="1 of 2 pages"):
        bundle.files({"pagefind-entry.json": ENTRY, META: WHOLE}, 2)
