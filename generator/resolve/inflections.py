"""Declined forms of names, made by the rules in `content/vocabulary/inflections.yml`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from generator.vocabulary import Inflection

_MOST_WORDS = 6


def of_name(
    form: str, rules: tuple[Inflection, ...], *, order: Literal["family-first", "given-first"]
) -> Iterator[str]:
    """Yield the declined forms of a person's whole name.

    All words of a name are declined together; of a family-first name, taken as one foreign word,
    only the last is.

    Source: D. E. Rozental, Spravochnik po pravopisaniyu i literaturnoy pravke, §149-155.
    """
    words = form.split()
    if order == "family-first":
        yield from _in_step(words, rules, first=len(words) - 1)
    else:
        yield from _in_step(words, rules, first=0)


def of_phrase(form: str, rules: tuple[Inflection, ...]) -> Iterator[str]:
    """Yield the declined forms of any other name: all of its words in step, or the first alone.

    `Ministry of X` declines its first word, `Ruritanian Federation` both.
    """
    words = form.split()
    yield from _in_step(words, rules, first=0)
    if len(words) > 1:
        for head in _in_step(words[:1], rules, first=0):
            yield " ".join([head, *words[1:]])


def _in_step(words: list[str], rules: tuple[Inflection, ...], *, first: int) -> Iterator[str]:
    """Yield a form for each case, the words from number `first` declined in that case."""
    if len(words) > _MOST_WORDS:
        return
    tables = [_cases(word, rules) if at >= first else () for at, word in enumerate(words)]
    for case in range(max((len(table) for table in tables), default=0)):
        yield " ".join(
            table[case] if case < len(table) else word
            for word, table in zip(words, tables, strict=True)
        )


def _cases(word: str, rules: tuple[Inflection, ...]) -> tuple[str, ...]:
    capitals = word.isupper() and len(word) > 1
    fitting = [one for one in rules if one.acronym == capitals and word.endswith(one.ending)]
    if not fitting:
        return ()
    rule = max(fitting, key=lambda one: len(one.ending))
    stem = word[: len(word) - len(rule.ending)]
    return tuple(stem + ending for ending in rule.cases)
