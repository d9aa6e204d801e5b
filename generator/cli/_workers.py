"""Who does the work of many releases: the options that commands share."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from generator.crew import Crew

jobs = click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=os.cpu_count() or 1,
    show_default="processors",
    help="Processes at work; any number gives the same bytes.",
)
cluster = click.option(
    "--cluster",
    metavar="ADDRESS",
    help="A Dask cluster that works instead, as tcp://10.0.0.1:8786 (needs `distributed`).",
)


def workers(jobs: int, cluster: str | None) -> Crew:
    """Return who does the work.

    Raises:
        Refused: The cluster cannot be worked with.
    """
    # Imported here: a command with nothing to do wants none of it, and the second is large.
    if cluster is None:
        from generator.crew import crew

        return crew(jobs)
    from generator import cluster as afar

    return afar.cluster(cluster)
