"""Codes of languages and scripts."""

from __future__ import annotations

import pytest

from generator.checks.languages import unknown
from generator.model import Outlet
from tests.checks.small import entity, release, subject, told


@pytest.mark.parametrize("code", ["en", "ko", "yue", "zh-Hant", "en-GB", "es-419", "sr-Cyrl-RS"])
def test_a_code_is_well(code: str) -> None:
    """Language, script and region as the web writes them."""
    assert told(unknown(subject(release(language=code)))) == []


@pytest.mark.parametrize("code", ["English", "EN", "e", "en_GB", "en-gb", 'en" onload="x', ""])
def test_what_is_no_code_is_told_wherever_it_stands(code: str) -> None:
    """Pages write the code into their HTML, so it can be nothing else."""
    whole = subject(
        release(language=code),
        Outlet(id="gazette", name="Gazette", kind="newspaper", languages=("en", code)),
        entity("people", "anna", variants=[{"form": "Ann", "language": code}]),
    )

    assert [message.partition(":")[0] for message in told(unknown(whole))] == [
        "talks language",
        "gazette languages.1",
        "anna variants.0.language",
    ]


def test_a_script_has_four_letters() -> None:
    """`Latn`, not `Latin`."""
    person = entity("people", "anna", variants=[{"form": "Ann", "script": "Latin"}])

    (message,) = told(unknown(subject(person)))

    assert message == "anna variants.0.script: `Latin` is no code of a script"
