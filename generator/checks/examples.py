"""Each example that a cleaning profile carries is cleaned, and gives what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator.checks.subject import Finding, Loc, Subject
from generator.clean.profile import Example, Gives
from generator.clean.result import Cleaned, Fields, Library
from generator.errors import Refused, visible

_FIX = "correct the rule, or what the example is said to give"
_PARTS = ("blocks", "captions", "cuts", "edits")


def unproven(subject: Subject) -> Iterator[Finding]:
    """Yield where a profile's example gives something else than it says.

    A site's example is cleaned with every profile, so that it also proves which one is chosen. An
    agency's is cleaned without sites: its conventions hold wherever a text is printed.
    """
    whole = Library(
        sites=tuple(subject.sites.values()),
        agencies=tuple(subject.agencies.values()),
        outlets=subject.archive.outlets,
        kinds=tuple(subject.archive.kinds.values()),
    )
    texts = replace(whole, sites=())
    layers = (("sites", subject.sites, whole), ("agencies", subject.agencies, texts))
    for folder, profiles, library in layers:
        for key, profile in profiles.items():
            path = subject.profile_paths[f"{folder}/{key}"]
            for index, example in enumerate(profile.examples):
                for at, message in _of_example(example, library):
                    yield Finding(path, ("examples", index, "gives", *at), message, _FIX)


def _of_example(example: Example, library: Library) -> Iterator[tuple[Loc, str]]:
    # Imported here: cleaning is wanted once for a change of the profiles, and takes long to begin.
    from generator.clean.take import Asked, take

    gives = example.gives
    try:
        taken = take(example.capture.encode(), Asked("the example", example.url), library)
    except Refused as refused:
        message = refused.problems[0].message
        if gives.refused is None or gives.refused not in message:
            yield ("refused",), f"the example is refused: {message}"
        return
    if gives.refused is not None:
        yield ("refused",), "the example is not refused"
        return
    yield from _fields(gives, taken.cleaned.fields)
    yield from _parts(gives, taken.cleaned)


def _fields(gives: Gives, fields: Fields) -> Iterator[tuple[Loc, str]]:
    for name, wanted in gives.fields.items():
        claim = getattr(fields, name, None)
        found = _value(claim)
        if found != wanted:
            has = f"`{visible(found, 60)}`" if found else "absent"
            message = f"`{visible(name, 40)}` is {has}, not `{visible(wanted, 60)}`"
            yield ("fields", name), message if wanted else f"`{visible(name, 40)}` is {has}"


def _value(claim: Any) -> str:
    if claim is None:
        return ""
    return str(claim.value if hasattr(claim, "value") else claim.text)


def _parts(gives: Gives, cleaned: Cleaned) -> Iterator[tuple[Loc, str]]:
    found = {
        "blocks": [("## " if one.is_heading else "") + one.text for one in cleaned.blocks],
        "captions": [one.text for one in cleaned.captions],
        "cuts": [f"{one.lines[0]}-{one.lines[1]} {one.rule}" for one in cleaned.cuts],
        "edits": [one.rule for one in cleaned.edits],
    }
    for name in _PARTS:
        wanted = getattr(gives, name)
        if wanted is not None and list(wanted) != found[name]:
            yield (name,), f"`{name}` differs at {_first(found[name], list(wanted))}"


def _first(found: list[str], wanted: list[str]) -> str:
    """Return where two lists begin to differ, and what each has there."""
    at = next((i for i, (a, b) in enumerate(zip(found, wanted, strict=False)) if a != b), None)
    at = min(len(found), len(wanted)) if at is None else at
    has = f"`{visible(found[at], 60)}`" if at < len(found) else "nothing"
    had = f"`{visible(wanted[at], 60)}`" if at < len(wanted) else "nothing"
    return f"entry {at + 1}: {has}, not {had}"
