"""Releases are what their captures give."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.texts import unproven
from tests.checks.small import TEXT, capture, release, subject, told

EDIT = {"block": "p1", "at": 4, "from": "min-\nisters", "to": "ministers", "rule": "x.y"}


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (
            ("The ministers quarrelled.", "They talked."),
            "talks p1: p1 differs from its capture at c",
        ),
        (("The ministers met.", "They talked"), "talks p2: p2 differs from its capture at char"),
        (("The ministers met.",), "talks capture: p2, line 3 of the capture, is not in the rel"),
        (
            ("The ministers met.", "They talked.", "More from Gazette"),
            "talks p3: p3 is not in the capture, which has 2 blocks",
        ),
    ],
)
def test_a_changed_text_is_found(texts: tuple[str, ...], found: str) -> None:
    """A word changed, a sign lost, a paragraph left out or put in: the block is named."""
    (message,) = told(unproven(subject(release(*texts), capture())))

    assert message.startswith(found)


def test_every_changed_block_is_told() -> None:
    """Two changed paragraphs are two findings, each with what stands there and what should."""
    findings = list(unproven(subject(release("The mynisters met.", "They balked."), capture())))

    assert [finding.at for finding in findings] == [("p1",), ("p2",)]
    assert (
        "character 5: `ynisters met.` where the capture has `inisters met.`" in findings[0].message
    )


def test_a_paragraph_put_in_is_told_once() -> None:
    """All that follows a new paragraph moves; only the first difference is told."""
    texts = ("The ministers met.", "Nobody smiled.", "They talked.")

    assert len(list(unproven(subject(release(*texts), capture())))) == 1


@given(st.integers(0, 45), st.characters(exclude_categories=["Cs"]))
def test_any_changed_character_is_found(at: int, character: str) -> None:
    """Whatever character of the text is replaced, the proof fails."""
    text = "The ministers met.They talked.".ljust(46)[:46]
    at %= 30
    changed = text[:at] + character + text[at + 1 :]
    whole = subject(release(changed[:18], changed[18:30]), capture())

    assert bool(list(unproven(whole))) is (changed != text)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"cuts": []}, "gazette/a1.txt 1: the line is neither kept nor cut"),
        (
            {"cuts": [{"at": "0-14", "lines": "1-1", "rule": "x.head", "reason": "name"}]},
            "gazette/a1.txt 4: the line is neither kept nor cut",
        ),
        ({"edits": [{**EDIT, "at": 5}]}, "talks p1: p1: edit `x.y` at 5 does not find"),
        ({"edits": [EDIT]}, "talks p1: p1 differs from its capture at character 7"),
        (
            {"captions": [{"text": "No such caption", "lines": "1-1"}]},
            "gazette/a1.txt 1: the line is caption",
        ),
    ],
)
def test_an_apparatus_that_does_not_add_up_is_found(fields: dict[str, Any], found: str) -> None:
    """A cut taken out of the sidecar, or an edit that never was: the proof fails."""
    (message,) = told(unproven(subject(release(), capture(**fields))))

    assert message.replace("gazette/gazette/", "gazette/").startswith(found), message


def test_an_emendation_is_undone_before_the_proof() -> None:
    """A person's change of wording is no difference if it is said."""
    emendation = {"block": "p2", "at": 5, "from": "talked", "to": "conferred", "reason": "x"}
    whole = release("The ministers met.", "They conferred.", emendations=[emendation])

    assert list(unproven(subject(whole, capture()))) == []


def test_two_emendations_of_one_block_are_undone_from_the_last() -> None:
    """The offsets of emendations are those of the published text."""
    emendations = [
        {"block": "p1", "at": 0, "from": "The", "to": "These", "reason": "x"},
        {"block": "p1", "at": 16, "from": "met", "to": "talked", "reason": "x"},
    ]
    whole = release("These ministers talked.", "They talked.", emendations=emendations)

    assert list(unproven(subject(whole, capture()))) == []


def test_an_emendation_that_is_not_there_is_found() -> None:
    """What an emendation says it wrote must stand where it says."""
    emendation = {"block": "p2", "at": 0, "from": "talked", "to": "conferred", "reason": "x"}

    (message,) = told(unproven(subject(release(emendations=[emendation]), capture())))

    assert message == "talks emendations.0.at: at 0 of p2 stands `They talked.`, not `conferred`"


def test_a_capture_of_another_release_is_found() -> None:
    """A release stands on a capture of its own."""
    (message,) = told(unproven(subject(release(id="other"), capture())))

    assert message == "other capture: the capture `gazette/a1` belongs to `talks`"


def test_the_line_of_a_page_is_told_at_its_sidecar() -> None:
    """The lines of an HTML capture are those of its extraction; the file has others."""
    whole = subject(release(), capture(cuts=[], extraction="html-lines/1"))

    (message,) = told(unproven(whole))

    assert message.startswith("gazette/a1 : line 1 of the page's text is neither kept nor cut")


def test_the_text_of_the_small_archive_is_as_declared() -> None:
    """The spans of the builder are right, or every test here would be for nothing."""
    assert [TEXT[slice(*kept.at)] for kept in capture().blocks] == [
        "The ministers met.",
        "They talked.",
    ]
