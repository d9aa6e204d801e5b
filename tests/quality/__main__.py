"""Measure the topics and print one table; status 1 if a figure is below its floor.

A floor is a share of 0 to 1 in `floors.json`; it is raised there by hand, and never lowered by
this program. `--faults` shows the first things that did not come out right.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from tests.quality.measure import Absent, Measure

TOPICS = (
    "tests.quality.cleaning",
    "tests.quality.encodings",
    "tests.quality.adding",
    "tests.quality.resolving",
    "tests.quality.relating",
)
FLOORS = Path(__file__).with_name("floors.json")
SHOWN = 12


def main(arguments: list[str]) -> int:
    """Print the table of all topics, or of those whose name holds an argument."""
    floors: dict[str, float] = json.loads(FLOORS.read_text("utf-8"))
    wanted = [word for word in arguments if not word.startswith("-")]
    topics = [name for name in TOPICS if not wanted or any(word in name for word in wanted)]
    print(f"{'measure':<62} {'figure':>16} {'share':>8} {'floor':>7}  ok")
    told = [_topic(name, floors, "--faults" in arguments) for name in topics]
    status = max((topic.status for topic in told), default=0)
    if wanted or any(topic.skipped for topic in told):
        return status
    lost = set(floors) - {name for topic in told for name in topic.names}
    for name in sorted(lost):
        print(f"{name:<62} has a floor, but nothing measures it")
    return 1 if lost else status


@dataclass(slots=True)
class _Told:
    """What one topic gave."""

    status: int = 0
    skipped: bool = False
    names: list[str] = field(default_factory=list)


def _topic(name: str, floors: dict[str, float], faults: bool) -> _Told:  # noqa: FBT001 - a switch
    told = _Told()
    try:
        for one in import_module(name).measures():
            told.names.append(one.name)
            told.status = max(told.status, _row(one, floors.get(one.name)))
            for fault in one.faults[:SHOWN] if faults else ():
                print(f"    {fault}")
    except Absent as reason:
        print(f"{name.rpartition('.')[2]:<62} skipped: {reason}")
        told.skipped = True
    return told


def _row(one: Measure, floor: float | None) -> int:
    # An epsilon below any corpus's grain: floors are written with four digits.
    well = floor is None or one.share >= floor - 5e-5
    low = "" if floor is None else f"{floor:.4f}"
    figure = f"{one.right:,} of {one.of:,}"
    print(f"{one.name:<62} {figure:>16} {one.share:>8.4f} {low:>7}  {'ok' if well else 'BELOW'}")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
