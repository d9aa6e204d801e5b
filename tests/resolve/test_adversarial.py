"""Texts made to mislead the resolver, each with its reason, in `adversarial.yml`."""

from __future__ import annotations

from typing import Any

import pytest

from tests.resolve.cases import HERE, read_yaml, resolved, said

CASES: list[dict[str, Any]] = read_yaml(HERE / "adversarial.yml")
LAYERS = ("named", "nominal", "demonym", "inner")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_a_misleading_text_is_read_as_its_reason_says(case: dict[str, Any]) -> None:
    """What each layer says of the case's text is what the case says, no more and no less."""
    text = case["text"] if isinstance(case["text"], list) else [case["text"]]
    wanted = {layer: case[layer] for layer in LAYERS if layer in case}

    found = resolved(*text, title=case.get("title"), day=case.get("day"))

    assert {layer: said(found, layer) for layer in wanted} == wanted, case["why"]


def test_there_are_enough_cases_and_each_has_its_reason() -> None:
    """The table has sixty cases at least, no name twice, and no case without a reason."""
    names = [case["case"] for case in CASES]

    assert len(CASES) >= 60
    assert len(names) == len(set(names))
    assert all(case["why"] for case in CASES)
