"""Records that are part of each other, or led to each other, in a ring."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.authority import Entity
from generator.checks.subject import Finding, Subject

FIELDS = ("part_of", "metonym_for", "led_to")


def rings(subject: Subject) -> Iterator[Finding]:
    """Yield one finding for each ring: at its first member, naming all of them."""
    for field in FIELDS:
        steps = {key: _next(entity, field) for key, entity in subject.archive.entities.items()}
        for ring in _rings(steps):
            message = f"{' → '.join(f'`{key}`' for key in (*ring, ring[0]))}: a ring of `{field}`"
            path = subject.archive.paths[ring[0]]
            yield Finding(path, (field,), message, "take one of them out of the ring")


def _next(entity: Entity, field: str) -> tuple[str, ...]:
    value = getattr(entity, field, None)
    if isinstance(value, str):
        return (value,)
    return value or ()


def _rings(steps: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield each ring met on a walk from every record, each record left once and for all."""
    done: set[str] = set()
    for start in steps:
        if start in done:
            continue
        path = [start]
        waiting = [iter(steps[start])]
        while waiting:
            key = next(waiting[-1], None)
            if key is None:
                done.add(path.pop())
                waiting.pop()
            elif key in path:
                ring = path[path.index(key) :]
                least = ring.index(min(ring))
                yield (*ring[least:], *ring[:least])
            elif key in steps and key not in done:
                path.append(key)
                waiting.append(iter(steps[key]))
