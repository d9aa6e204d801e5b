"""`verify`: prove captures, cuts and a built site against their hashes."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import Folders


@click.command()
@click.argument("site", required=False, type=click.Path(file_okay=False, path_type=Path))
@click.pass_obj
def verify(folders: Folders, site: Path | None) -> None:
    r"""Prove the captures, the cuts and a built SITE (site/ in --out, if there is one).

    Three proofs: each capture has the bytes that its sidecar says; each release with its cuts and
    edits undone is its capture, to the character; each file of the site has the hash that the
    manifest says, and none is missing or extra. Whatever fails stands on a line of its own.

    \b
    Example:
        python -m generator verify build/site
    """
    # Imported here: the pipeline brings every stage with it, and `--help` wants none.
    from generator import pipeline
    from generator.site import swap

    chosen = site or folders.out / swap.LIVE
    proof = pipeline.prove(folders.content, chosen if site or chosen.exists() else None)
    for problem in proof.problems:
        click.echo(str(problem), err=True)
    click.echo(
        f"{folders.content}: captures {proof.captures}, releases {proof.releases}: all proven"
        if not proof.problems
        else f"faults: {len(proof.problems)}"
    )
    if proof.files is None:
        click.echo(f"{chosen}: no site yet; `make build` builds it")
    elif not proof.problems:
        click.echo(f"{chosen}: {proof.files} files as in the manifest")
    if proof.problems:
        raise click.exceptions.Exit(1)
