"""What is found in the text of one release, whatever others say: formulae, styles, lists of names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.model import Archive, Mention
from generator.packed import Packed
from generator.wording.formulae import Use, formula_finder, uses
from generator.wording.order import Listed, Lists
from generator.wording.patterns import Finder
from generator.wording.reading import Reading
from generator.wording.styles import Styled, Styler, styled


@dataclass(frozen=True, slots=True)
class InText(Packed):
    """What is found in one text, in its order."""

    uses: tuple[Use, ...]
    """Of formulae."""
    styled: tuple[Styled, ...]
    """How persons are named and styled."""
    listed: tuple[Listed, ...]
    """Persons in lists of names."""


InTexts = Mapping[str, InText]
"""By the id of the release."""


class Reader:
    """Finds that in texts; it knows the authority records and the vocabulary of an archive."""

    def __init__(self, archive: Archive) -> None:
        """Prepare nothing before it is needed."""
        self._archive = archive

    @cached_property
    def _formulae(self) -> Finder:
        return formula_finder(self._archive.entities)

    @cached_property
    def _styler(self) -> Styler:
        return Styler(self._archive)

    @cached_property
    def _lists(self) -> Lists:
        return Lists(self._archive, self._styler)

    def read(self, reading: Reading, mentions: Iterable[Mention]) -> InText:
        """Return what is found in what may be shown of a release."""
        named = tuple(mentions)
        return InText(
            tuple(uses(reading, self._formulae)),
            tuple(styled(self._styler, named, reading)),
            tuple(self._lists.listed(reading, named)),
        )
