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
        self.sentence = ""
        self.bar = sys.stderr.isatty()

    def __call__(self, sentence: str) -> None:
        """Say what is being done now."""
        self.done, self.sentence = min(self.done + 1, self.stages), sentence
        if self.bar:
            self._draw(self.done, sentence)
        else:
            click.echo(f"{sentence} …", err=True)

    def part(self, done: int, of: int) -> None:
        """Say how far the stage is, on a terminal; elsewhere it would only be more lines."""
        if self.bar:
            self._draw(self.done - 1 + done / of, f"{self.sentence} ({100 * done // of} %)")

    def _draw(self, stages: float, sentence: str) -> None:
        full = round(WIDTH * stages / self.stages)
        click.echo(f"\r\x1b[K{'█' * full}{'░' * (WIDTH - full)} {sentence}", nl=False, err=True)

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
