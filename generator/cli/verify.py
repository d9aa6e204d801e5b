"""`verify`: prove captures, cuts and a built or published site against their hashes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import Folders

if TYPE_CHECKING:
    from generator.proof import Proof


@click.command()
@click.argument("site", required=False)
@click.pass_obj
def verify(folders: Folders, site: str | None) -> None:
    r"""Prove the captures, the cuts and a SITE: a folder, or the address of a published one.

    Without SITE it is site/ in --out, if there is one. Four proofs: each capture has the bytes
    that its sidecar says; each release with its cuts and edits undone is its capture, to the
    character; each file of the site has the hash that its manifest says, and none is missing or
    extra; data files of this content are what it gives. Each difference stands on a line of its own.

    \b
    Examples:
        python -m generator verify build/site
        python -m generator verify https://archive.example/
    """
    # Imported here: the pipeline brings every stage with it, and `--help` wants none.
    from generator import proof
    from generator.site import swap

    chosen = _chosen(site) if site else folders.out / swap.LIVE
    absent = isinstance(chosen, Path) and not chosen.exists()
    found = proof.prove(folders.content, None if absent else chosen)
    for problem in found.problems:
        click.echo(f"{problem.path}:{problem.line}: {problem.level}: {problem.message}", err=True)
    for fix in dict.fromkeys(problem.fix for problem in found.problems):
        click.echo(f"    fix: {fix}", err=True)
    _say(folders.content, chosen, found)
    if found.problems:
        raise click.exceptions.Exit(1)


def _chosen(site: str) -> Path | str:
    from generator.site import remote

    if remote.is_address(site):
        return site
    if not (folder := Path(site)).is_dir():
        told = "is a file" if folder.exists() else "does not exist"
        raise click.BadParameter(
            f"{site!r} {told}; name a site's folder or address", param_hint="SITE"
        )
    return folder


def _say(content: Path, chosen: Path | str, found: Proof) -> None:
    """Say what was proven, or how many faults there are."""
    shown = chosen.as_posix() if isinstance(chosen, Path) else chosen
    if found.problems:
        click.echo(f"faults: {len(found.problems)}")
    elif content.is_dir():
        proven = f"captures {found.captures}, releases {found.releases}: all proven"
        click.echo(f"{content.as_posix()}: {proven}")
    if found.files is None:
        click.echo(f"{shown}: no site yet; `make build` builds it")
    elif not found.problems:
        click.echo(f"{shown}: {found.files} files as in the manifest{_data(found)}")


def _data(found: Proof) -> str:
    if found.data is None:
        return ""
    return f", {found.data} of them as the content gives them"
