"""`compare` and `propose --formulae`, as a person calls them."""

from __future__ import annotations

from click.testing import CliRunner, Result

from generator.cli import main
from tests.wording import texts


def run(*words: str) -> Result:
    """Call the command on the project's own content."""
    return CliRunner().invoke(main, ["--content", str(texts.CONTENT), *words])


def test_two_releases_are_compared() -> None:
    """Marks inside near paragraphs, and who is named in only one."""
    told = run("compare", texts.NOVEMBER, texts.JULY)

    assert told.exit_code == 0
    assert "p9 ~ p9" in told.output
    assert "{+ second+} strategic dialogue" in told.output
    assert "united-states" in told.output.rpartition("named only in A")[2]


def test_alignments_are_given_to_be_confirmed() -> None:
    """As the record of a series would have them, with the hashes of what was read."""
    told = run("compare", "--rulings", texts.NOVEMBER, texts.JULY).output

    assert f'{{one: "{texts.NOVEMBER}#p7", other: "{texts.JULY}#p7", kind: mirror, texts: [' in told


def test_a_release_that_is_not_there_is_told_with_the_nearest() -> None:
    """Both, if both are wrong."""
    told = run("compare", "no-such", texts.JULY[:-1])

    assert told.exit_code == 1
    assert "there is no release `no-such`" in told.output
    assert f"write `{texts.JULY}`" in told.output


def test_recurrent_wordings_are_proposed_as_records() -> None:
    """Each with its ground; not those that a formula finds already."""
    told = run("propose", "--formulae", "--most", "3").output

    assert told.count("\nid: ") == 3
    assert "releases" in told
    assert "strategic and tactical cooperation" not in told
