"""Unknown names that look like known ones: perhaps misspelt, perhaps somebody else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapidfuzz import fuzz, process

from generator.resolve.gazetteer import Gazetteer
from generator.resolve.unknown import Proposal

_LIKE = 86.0
"""Of 100: one letter of seven differs, or two of fifteen."""
_SHORTEST = 6


class Near(NamedTuple):
    """An unknown name and the known one it looks like."""

    proposal: Proposal
    entity: str
    form: str
    """Of the entity, nearest to the name."""
    likeness: float
    """From 0 to 100: share of letters in common (InDel ratio)."""

    @property
    def is_glued(self) -> bool:
        """Whether it is the form with a word glued to it: then a cleaning rule should mend it."""
        return self.form in self.proposal.name


def near_names(proposals: Iterable[Proposal], gazetteer: Gazetteer) -> Iterator[Near]:
    """Yield the unknown names that are written nearly as a form of a record.

    They are proposed only: names one letter apart may be two people's. Forms shorter than six
    letters and family names alone are not compared, for too many are alike.

    Source: rapidfuzz `fuzz.ratio` (normalised InDel similarity).
    """
    known = {
        form.text: form.entity
        for form in gazetteer.forms
        if form.use == "name" and len(form.text) >= _SHORTEST
    }
    for one in proposals:
        if len(one.name) < _SHORTEST:
            continue
        best = process.extractOne(one.name, list(known), scorer=fuzz.ratio, score_cutoff=_LIKE)
        if best is not None and len(best[0].split()) == len(one.name.split()):
            yield Near(one, known[best[0]], best[0], round(best[1], 1))
