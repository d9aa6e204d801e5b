"""Nothing is done twice: what was made for a name stays good as long as its key stays the same.

The key of a name says all that its value depends on, apart from the program (which the shelf's own
name says). What is not kept, or no longer good, is made by a crew, a part of the names at a time.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from generator.crew import Crew, parts
from generator.kept.shelf import Nowhere, pickled

W = TypeVar("W")
V = TypeVar("V")
Names = tuple[str, ...]


def _always(_: str, __: object) -> bool:
    return True


def _whole(value: V) -> V:
    return value


@dataclass(frozen=True, slots=True)
class Stage(Generic[W, V]):
    """How values are made for names."""

    name: str
    make: Callable[[W, Names], Mapping[str, V]]
    """Makes the values of some names, looking at a whole that is the same for all."""
    lasts: Callable[[str, V], bool] = _always
    """Whether a value that was just made may be kept."""
    kept: Callable[[V], V] = _whole
    """What of a value is kept."""


class Keeper:
    """Makes values with a crew, and keeps them on a shelf."""

    def __init__(self, shelf: Nowhere, crew: Crew) -> None:
        """Open for business; nothing is read yet."""
        self.shelf = shelf
        self.crew = crew

    def each(self, stage: Stage[W, V], keys: Mapping[str, str], whole: W) -> dict[str, V]:
        """Return a value for every name, in the order of the keys.

        Args:
            stage: How they are made.
            keys: The names, each with its key.
            whole: What the stage looks at.
        """
        kept: dict[str, dict[str, tuple[str, V]]] = {}
        todo: dict[str, Names] = {}
        for part, names in parts(keys):
            kept[part] = self._good(f"{stage.name}-{part}", names, keys)
            if missing := tuple(name for name in names if name not in kept[part]):
                todo[part] = missing
        made = self.crew.each(partial(_made, stage.make), whole, todo.values())
        for part, blob in zip(todo, made, strict=True):
            fresh: Mapping[str, V] = pickle.loads(blob)  # noqa: S301 - our own process made it
            kept[part] |= {name: (keys[name], value) for name, value in fresh.items()}
            good = {
                name: (key, stage.kept(value))
                for name, (key, value) in kept[part].items()
                if stage.lasts(name, value)
            }
            self.shelf.put(f"{stage.name}-{part}", pickled(good))
        found = {name: value for one in kept.values() for name, (_, value) in one.items()}
        return {name: found[name] for name in keys}

    def _good(self, name: str, names: Names, keys: Mapping[str, str]) -> dict[str, tuple[str, V]]:
        """Return what is kept of some names under the keys that they have now."""
        kept: dict[str, tuple[str, V]] = self.shelf.get(name) or {}
        return {one: kept[one] for one in names if one in kept and kept[one][0] == keys[one]}

    def here(self) -> Keeper:
        """Return the same with those of the crew who read this machine's disk."""
        return Keeper(self.shelf, self.crew.here)

    def forgetful(self) -> Keeper:
        """Return one who makes everything and keeps nothing."""
        return Keeper(Nowhere(), self.crew)

    def one(self, stage: str, key: str, make: Callable[[], V]) -> V:
        """Return a single value."""
        kept = self.shelf.get(stage)
        if kept and kept[0] == key:
            value: V = kept[1]
            return value
        made = make()
        self.shelf.put(stage, pickled((key, made)))
        return made


def _made(make: Callable[[W, Names], Mapping[str, V]], whole: W, names: Names) -> bytes:
    return pickled(make(whole, names))
