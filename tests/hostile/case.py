"""One hostile thing: its files, and what is right to do with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Outcome = Literal["refused", "shown", "unchanged", "either"]


@dataclass(frozen=True, slots=True)
class Case:
    """Files of a stranger, and the right outcome."""

    name: str
    """What it is, for people; unlike all others."""
    files: Mapping[str, bytes]
    """Path under content/ → bytes."""
    outcome: Outcome
    """`refused`: a fault names the file; `shown`: it is taken, and `texts` stand on `page`;
    `unchanged`: it is taken as it is; `either`: told, or taken without a letter lost."""
    says: str = ""
    """Part of what is said of the first of the files; of a refusal."""
    page: str = ""
    """Where in the site `texts` must stand."""
    texts: tuple[str, ...] = ()

    @property
    def first(self) -> str:
        """The path of the first of the files, which a refusal must name."""
        return next(iter(self.files))
