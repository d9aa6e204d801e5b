"""The commands. Each verb is a module here that holds one click command of the same name.

A module is imported only when its command is called or listed, so that `--help` is quick and a
verb that needs a heavy library does not slow the others.
"""

from __future__ import annotations

import errno
import importlib
import io
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from generator.errors import Refused, visible

# In the order of the work. A verb whose module is absent is not listed.
VERBS = (
    "add",
    "check",
    "explain",
    "cut",
    "propose",
    "compare",
    "new",
    "pages",
    "build",
    "serve",
    "verify",
    "review",
)


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a command reads and writes: `ctx.obj`, got by `@click.pass_obj`."""

    content: Path
    """What people write; also where `add` files a capture."""
    out: Path
    """Where generated files go: `docs/` (page tree) and `site/` (HTML) beneath it."""


class LazyGroup(click.Group):
    """A group whose commands are modules of this package, imported when wanted."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the verbs that exist: the known ones in order of the work, then any other."""
        here = Path(__file__).parent
        found = sorted(path.stem for path in here.glob("[a-z]*.py"))
        return sorted(found, key=lambda verb: VERBS.index(verb) if verb in VERBS else len(VERBS))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return the command, or None if there is no such verb."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"{__name__}.{cmd_name}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; tell a refusal, a full disk or Ctrl-C in a sentence, not a traceback."""
        try:
            return super().invoke(ctx)
        except Refused as refused:
            click.echo(str(refused), err=True)
            ctx.exit(1)
        except KeyboardInterrupt:
            click.echo("stopped; nothing that was finished has been changed", err=True)
            ctx.exit(130)
        except OSError as error:
            # Who reads us has read enough (`explain … | head`): click ends without a word.
            if error.errno in (None, errno.EPIPE):
                raise
            click.echo(told(error), err=True)
            ctx.exit(1)


def told(error: OSError) -> str:
    """Return how a file system's refusal is told, in the form of every other fault.

    >>> print(told(OSError(28, "No space left on device")))
    error: No space left on device
        fix: make room and run the command again; nothing that was finished has been changed
    """
    what = f"`{visible(str(error.filename))}`: " if error.filename else ""
    fix = _FIXES.get(error.errno or 0, "mend what it names and run the command again")
    return (
        f"error: {what}{error.strerror or error}\n"
        f"    fix: {fix}; nothing that was finished has been changed"
    )


_FIXES = dict.fromkeys(
    (errno.ENOSPC, errno.EDQUOT, errno.EFBIG), "make room and run the command again"
) | dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), "get leave to write there")


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--content",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("content"),
    show_default=True,
    help="The folder that people write in.",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("build"),
    show_default=True,
    help="The folder for generated files.",
)
@click.pass_context
def main(ctx: click.Context, content: Path, out: Path) -> None:
    """Keep a research archive of diplomatic releases, and publish it as a static site.

    Status: 0 well, 1 faults found or refused, 2 misuse.
    """
    # Where output is in an old code page, a letter that it lacks is shown by its number.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    ctx.obj = Folders(content, out)
