"""Former addresses, for hosts that send readers on."""

from __future__ import annotations

import dataclasses
from dataclasses import replace

import pytest

from generator.exports import moved
from generator.model import Archive, Release
from tests.exports.archive import archive


def _renamed() -> Archive:
    made = archive()
    old = made.releases["2024-11-02-talks"]
    head = replace(old.head, formerly=("2024-11-02-old", "2024-11-01-older"))
    outlet = replace(made.outlets["herald"], formerly=("the-herald",))
    writer = replace(made.entities["writer"], formerly=("scribe",))
    return dataclasses.replace(
        made,
        releases={old.id: Release(head, old.blocks)},
        outlets={"herald": outlet},
        entities={**made.entities, "writer": writer},
    )


@pytest.mark.parametrize(
    ("address", "root"),
    [("https://a.example/", "/"), ("https://a.example/archive/", "/archive/"), ("", "/")],
)
def test_each_former_address_leads_to_the_one_now(address: str, root: str) -> None:
    """Below the path that the site is published under."""
    files = moved.files(_renamed(), address)

    assert files["_redirects"].decode().splitlines() == [
        f"{root}outlets/the-herald/ {root}outlets/herald/ 301",
        f"{root}people/scribe/ {root}people/writer/ 301",
        f"{root}releases/2024-11-01-older/ {root}releases/2024-11-02-talks/ 301",
        f"{root}releases/2024-11-02-old/ {root}releases/2024-11-02-talks/ 301",
    ]
    assert files["_redirects.nginx"].decode().splitlines()[0] == (
        f"{root}outlets/the-herald/ {root}outlets/herald/;"
    )


def test_both_files_are_there_while_nothing_has_moved() -> None:
    """A host's settings that read them find them."""
    assert moved.files(archive(), "") == {"_redirects": b"", "_redirects.nginx": b""}
