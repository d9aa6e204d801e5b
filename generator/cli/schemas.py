"""`schemas`: what editors read to complete and check records as they are typed."""

from __future__ import annotations

from pathlib import Path

import click

FOLDER = Path("schemas")


@click.command()
def schemas() -> None:
    r"""Write the JSON Schema of every kind of record into schemas/, for editors.

    They are made from the declarations that `check` uses, and are committed; only who changes a
    declaration runs this.

    \b
    Example:
        python -m generator schemas
    """
    # Imported here: the declarations bring every record's class with them, and `--help` wants none.
    from generator.store.schema import files

    FOLDER.mkdir(exist_ok=True)
    changed = [
        name
        for name, data in files().items()
        if not (FOLDER / name).is_file() or (FOLDER / name).read_bytes() != data
    ]
    for name in changed:
        (FOLDER / name).write_bytes(files()[name])
    click.echo(f"{FOLDER}: {len(changed)} files changed")
