"""What a long command says of its progress, on the channel for reports (stderr)."""

from __future__ import annotations

import sys
from types import TracebackType

import click

WIDTH = 20


class Progress:
    """Takes a sentence at each stage: a bar on a terminal, a plain line elsewhere.

    Used as a context manager, so that the bar's line is closed whatever happens.
    """

    def __init__(self, stages: int) -> None:
        """Prepare for a number of stages."""
        self.stages = stages
        self.done = 0
        self.bar = sys.stderr.isatty()

    def __call__(self, sentence: str) -> None:
        """Say what is being done now."""
        self.done = min(self.done + 1, self.stages)
        if self.bar:
            full = round(WIDTH * self.done / self.stages)
            click.echo(f"\r\x1b[K{'█' * full}{'░' * (WIDTH - full)} {sentence}", nl=False, err=True)
        else:
            click.echo(f"{sentence} …", err=True)

    def __enter__(self) -> Progress:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Clear the bar, so that what is said next stands on a line of its own."""
        if self.bar:
            click.echo("\r\x1b[K", nl=False, err=True)
