"""Adding: what a capture is, where it belongs, and what is written of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from generator.errors import Refused
from generator.store.check import check
from generator.store.intake import Added
from generator.store.many import add_all
from generator.store.wish import Wish
from tests.adding import CAPTURE, ID, content, files, numbered, saved


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return content(tmp_path)


def _add(root: Path, path: Path, **said: Any) -> Added | Refused:
    (outcome,) = add_all([Wish(path, **said)], root, jobs=1)
    return outcome


def _added(root: Path, path: Path, **said: Any) -> Added:
    outcome = _add(root, path, **said)
    assert isinstance(outcome, Added), outcome
    return outcome


def _refusal(outcome: Added | Refused) -> str:
    assert isinstance(outcome, Refused)
    (problem,) = outcome.problems
    assert problem.fix
    return problem.message


def test_a_capture_is_kept_with_sidecar_and_release(root: Path, tmp_path: Path) -> None:
    """Three files: the bytes, how they came, and the release to review; `check` proves them."""
    added = _added(root, saved(tmp_path), url="https://gazette.example/1")

    assert added.outcome == "added"
    written = files(root)
    assert sorted(written) == [added.capture_path, added.sidecar_path, added.place.release_path]
    assert written[added.capture_path] == CAPTURE.encode()
    assert added.place.release_path == f"releases/2031/{ID}.md"
    release = written[added.place.release_path].decode()
    assert release == (
        "---\n"
        f"id: {ID}\n"
        "title: {value: Talks held in the capital, evidence: [l1]}\n"
        "outlet: the-gazette\n"
        "kind: news-report\n"
        "language: en\n"
        'published: {value: "2031-05-03", evidence: [l2]}\n'
        f"capture: {added.place.key}\n"
        "review: pending\n"
        "---\n"
        "The ministers met on May 2.\n\n"
        "They will meet again in the autumn of this year.\n"
    )
    assert [one for one in check(root)[1] if one.level == "error"] == []


def test_the_same_bytes_again_change_nothing(root: Path, tmp_path: Path) -> None:
    """They are told with the release they belong to, whatever name the file has now."""
    _added(root, saved(tmp_path))
    before = files(root)

    again = _added(root, saved(tmp_path, "other.txt"))

    assert (again.outcome, again.place.release) == ("known", ID)
    assert files(root) == before


def test_other_bytes_of_one_address_are_another_version(root: Path, tmp_path: Path) -> None:
    """Capture and sidecar are added, the release is left alone, the differences are told."""
    _added(root, saved(tmp_path), url="https://gazette.example/1")
    release = files(root)[f"releases/2031/{ID}.md"]
    changed = CAPTURE.replace("autumn", "winter").replace("More\n", "One more.\n\nMore\n")

    added = _added(root, saved(tmp_path, "b.txt", changed), url="http://www.gazette.example/1/")

    assert (added.outcome, added.place.release) == ("version", ID)
    assert added.differences == (
        "p2 reads `They will meet again in the winter of this year.`",
        "more text: `One more.`",
    )
    written = files(root)
    assert written[f"releases/2031/{ID}.md"] == release
    assert len(written) == 5
    assert f"release: {ID}".encode() in written[added.sidecar_path]
    assert [one for one in check(root)[1] if one.level == "error"] == []


def test_another_text_of_one_address_is_another_release(root: Path, tmp_path: Path) -> None:
    """A day's page may hold many releases: what is not alike is no version."""
    _added(root, saved(tmp_path), url="https://gazette.example/1")
    other = "Harvest\nBy The Gazette, 03/05/2031\nWheat and rye have been brought into the barns."

    added = _added(root, saved(tmp_path, "b.txt", other), url="https://gazette.example/1")

    assert added.outcome == "added"
    assert added.place.release == "2031-05-03-the-gazette-harvest"


def test_a_title_that_repeats_gets_a_number(root: Path, tmp_path: Path) -> None:
    """Two releases of one day and title are two."""
    _added(root, saved(tmp_path))
    other = CAPTURE.replace("The ministers met on May 2.", "Others came.")

    added = _added(root, saved(tmp_path, "b.txt", other))

    assert added.place.release == f"{ID}-2"


def test_a_long_id_keeps_room_for_its_number(root: Path, tmp_path: Path) -> None:
    """No proposed id is longer than an id may be, nor ends in a little word."""
    long = CAPTURE.replace("in the capital", "in the " + "very " * 9 + "large capital")
    found = []
    for number in range(3):
        path = saved(tmp_path, f"{number}.txt", long.replace("The ministers", f"The {number}"))
        found.append(_added(root, path).place.release)

    assert all(len(name) <= 80 for name in found)
    assert found[1:] == [f"{found[0][:78]}-2".replace("--", "-"), f"{found[0][:78]}-3"]


def test_what_is_not_known_of_a_text_is_not_made_up(root: Path, tmp_path: Path) -> None:
    """No title: the accession; no date: `undated`, under no year; no language: undetermined."""
    path = saved(tmp_path, "a.txt", "123 456.")

    added = _added(root, path, outlet="the-gazette")

    digits = added.place.accession
    assert added.place.release_path == f"releases/0000/undated-the-gazette-{digits[:8]}.md"
    assert b"language: und\n" in files(root)[added.place.release_path]


def test_a_bound_of_the_date_is_not_told_as_a_day(root: Path, tmp_path: Path) -> None:
    """Only the year of a bound stands in an id."""
    path = saved(tmp_path, "a.txt", "It began.")

    added = _added(
        root, path, outlet="the-gazette", given={"captured": "2031-06-01", "title": "Talks"}
    )

    assert added.place.release_path == "releases/2031/undated-the-gazette-talks.md"


def test_a_place_without_a_dateline_is_kept_as_one(root: Path, tmp_path: Path) -> None:
    """A page may print place and date beside the text."""
    profile = root / "profiles/sites/gazette.yml"
    profile.write_text(
        profile.read_text().replace("followed_by", "sets: {place: Geneva}, followed_by")
    )

    added = _added(root, saved(tmp_path))

    wanted = b'dateline: {text: Geneva, place: Geneva, date: "2031-05-03"}\n'
    assert wanted in files(root)[added.place.release_path]


SAID: list[tuple[dict[str, Any], str]] = [
    ({"id": "../etc"}, "`--id ../etc` may only hold a-z, 0-9 and single hyphens between them"),
    ({"id": "con"}, "`--id con` is a name that file systems or the site keep for themselves"),
    ({"id": "a" * 300}, "is 300 characters long; 80 is the most"),
    ({"id": "회담"}, "may only hold a-z"),
    ({"id": "a\u202eb"}, "`--id a\\u202eb` may only hold"),
    ({"accession": "../x"}, "`--accession ../x` may only hold"),
    ({"url": "javascript:alert(1)"}, "`--url javascript:alert(1)` is no web address"),
    ({"outlet": "the-gazete"}, "`--outlet the-gazete` is no outlet of this archive"),
    ({"outlet": "zzz"}, "`--outlet zzz` is no outlet of this archive"),
    ({"given": {"kind": "press-relese"}}, "`--kind press-relese` is no kind of release"),
    ({"given": {"kind": "x"}}, "`--kind x` is no kind of release"),
    ({"given": {"language": "English"}}, "`--language English` is no code of a language"),
    ({"given": {"title": "a\u202eb"}}, "`--title a\\u202eb` holds a character that nobody sees"),
    ({"outlet": "The Mirror"}, "is an aggregator, which publishes nothing itself"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "told"), SAID)
def test_what_a_person_says_wrongly_is_refused(
    root: Path, tmp_path: Path, said: dict[str, Any], told: str
) -> None:
    """An id with a path in it, a reserved one, another script, an unknown outlet: nothing written."""
    assert told in _refusal(_add(root, saved(tmp_path), **said))
    assert files(root) == {}


def test_the_nearest_outlet_is_proposed(root: Path, tmp_path: Path) -> None:
    """A slip of the pen is answered with the id that was meant."""
    outcome = _add(root, saved(tmp_path), outlet="the-gazete")

    assert isinstance(outcome, Refused)
    assert outcome.problems[0].fix == "write `--outlet the-gazette`"


def test_an_id_or_accession_that_is_taken_is_refused(root: Path, tmp_path: Path) -> None:
    """Nothing that is there is written over."""
    added = _added(root, saved(tmp_path))
    other = saved(tmp_path, "b.txt", numbered(2))
    before = files(root)

    assert "is another release's" in _refusal(_add(root, other, id=ID))
    taken = _add(root, other, accession=added.place.accession)
    assert "is another capture's" in _refusal(taken)
    assert files(root) == before


def test_an_outlet_that_is_not_found_is_asked_for(root: Path, tmp_path: Path) -> None:
    """The text must be somebody's; a label without a record is quoted."""
    nobody = saved(tmp_path, "a.txt", "It began.")
    profile = root / "profiles/sites/gazette.yml"
    profile.write_text(profile.read_text().replace("The Gazette)", "The Gaz)ette"))

    assert "whose text it is was not found" in _refusal(_add(root, nobody))
    assert "`The Gaz`" in _refusal(_add(root, saved(tmp_path)))
    assert files(root) == {}


def test_the_agencys_own_outlet_is_only_proposed(root: Path, tmp_path: Path) -> None:
    """Who wrote a text need not have published it."""
    outlet = root / "outlets/the-gazette.yml"
    outlet.write_text(outlet.read_text() + "organisation: wire-service\n")
    (root / "profiles/agencies").mkdir()
    (root / "profiles/agencies/wire.yml").write_text(
        "id: wire\ndetect:\n  signs: [{pattern: '^WIRE$'}]\n"
        "drop: [{id: credit, reason: credit, pattern: '^WIRE$', sets: {agency: wire-service}}]\n"
    )

    outcome = _add(root, saved(tmp_path, "a.txt", "It began.\nWIRE"))

    assert isinstance(outcome, Refused)
    assert outcome.problems[0].fix == "name the outlet: `--outlet the-gazette`"


def test_a_text_without_a_kind_is_asked_for_one(root: Path, tmp_path: Path) -> None:
    """Where the vocabulary has no kind without words, a person names it."""
    kinds = root / "vocabulary/kinds.yml"
    kinds.write_text(kinds.read_text().replace("report.\n", "report.\n  words: [reported]\n"))

    assert "no kind" in _refusal(_add(root, saved(tmp_path)))
    added = _added(root, saved(tmp_path), given={"kind": "press-release"})
    assert b"kind: press-release" in files(root)[added.place.release_path]


def test_a_pending_release_may_be_made_again(root: Path, tmp_path: Path) -> None:
    """After a profile was mended, `again` writes sidecar and release anew, at the same place."""
    first = _added(root, saved(tmp_path))
    profile = root / "profiles/sites/gazette.yml"
    profile.write_text(profile.read_text().replace("'^More$'", "'^They will'"))

    again = _added(root, saved(tmp_path), again=True)

    assert (again.outcome, again.place) == ("again", first.place)
    assert files(root)[first.place.release_path].decode().endswith("May 2.\n")


UNDATED = CAPTURE.replace("By The Gazette, 03/05/2031\n", "").replace(" on May 2", "")
KNOWN = {"title": "Talks held in the capital"}


@pytest.fixture
def undated(root: Path, tmp_path: Path) -> Added:
    """Return a release of which no day is known."""
    page = saved(tmp_path, "page.txt", UNDATED)
    return _added(root, page, outlet="the-gazette", given=KNOWN)


def _dated(root: Path, tmp_path: Path) -> Added:
    known = {**KNOWN, "published": "2031-05-03"}
    return _added(root, tmp_path / "page.txt", again=True, outlet="the-gazette", given=known)


def test_a_release_gets_its_day_when_a_person_knows_it(
    root: Path, tmp_path: Path, undated: Added
) -> None:
    """Made again with the day it has the id and the folder of that day, and is there once."""
    assert undated.place.release == "undated-the-gazette-talks-held-in-the-capital"

    again = _dated(root, tmp_path)

    assert (again.outcome, again.place.release_path) == ("again", f"releases/2031/{ID}.md")
    assert again.gone == (root / undated.place.release_path,)
    assert sorted(files(root)) == [
        again.capture_path,
        again.sidecar_path,
        again.place.release_path,
    ]
    assert not [one for one in check(root)[1] if one.level == "error"]


def test_a_kill_while_a_release_gets_its_day_is_mended_by_the_next_add(
    root: Path, tmp_path: Path, undated: Added
) -> None:
    """Whether it stopped before the new file was there or before the old one was gone."""
    before = files(root)
    again = _dated(root, tmp_path)
    whole = files(root)

    for gone in ((), (again.place.release_path,)):
        for path, data in before.items() - whole.items():
            if path == undated.place.release_path:
                (root / path).parent.mkdir(exist_ok=True)
                (root / path).write_bytes(data)
        for path in gone:
            (root / path).unlink()
        _dated(root, tmp_path)
        assert files(root) == whole


def test_an_id_that_a_person_gives_takes_the_place_of_another(root: Path, tmp_path: Path) -> None:
    """Of a release that nobody has reviewed; without one the id stays, also if the title changes."""
    first = _added(root, saved(tmp_path))

    same = _added(root, saved(tmp_path), again=True, given={"title": "Other"})
    other = _added(root, saved(tmp_path), again=True, id="2031-05-03-talks")

    assert same.place.release == first.place.release
    assert same.gone == ()
    assert other.gone == (root / first.place.release_path,)
    assert other.place.release_path in files(root)
    assert first.place.release_path not in files(root)


def test_an_outlet_is_not_changed_by_adding_again(root: Path, tmp_path: Path) -> None:
    """Its capture lies in the outlet's folder; what to delete is told."""
    other = root / "outlets/the-post.yml"
    other.write_text("id: the-post\nname: The Post\nkind: newspaper\n")
    _added(root, saved(tmp_path))

    refused = _add(root, saved(tmp_path), again=True, outlet="the-post")

    assert _refusal(refused) == "it is filed as a text of `the-gazette`"


def test_a_reviewed_release_is_never_written_again(root: Path, tmp_path: Path) -> None:
    """Not even when asked to."""
    added = _added(root, saved(tmp_path))
    path = root / added.place.release_path
    path.write_text(path.read_text().replace("review: pending\n", ""))
    before = files(root)

    assert "has been reviewed" in _refusal(_add(root, saved(tmp_path), again=True))
    assert files(root) == before


@pytest.mark.parametrize("gone", ["release", "both"])
def test_what_a_kill_left_is_completed(root: Path, tmp_path: Path, gone: str) -> None:
    """A capture without release, or without sidecar too, is made whole by adding it again."""
    added = _added(root, saved(tmp_path), accession="abc", outlet="the-gazette")
    whole = files(root)
    (root / added.place.release_path).unlink()
    if gone == "both":
        (root / added.sidecar_path).unlink()

    again = _added(root, saved(tmp_path), accession="abc")

    assert again.outcome == ("completed" if gone == "release" else "added")
    assert files(root) == whole


def test_other_bytes_under_the_same_name_are_not_written_over(root: Path, tmp_path: Path) -> None:
    """A capture without a sidecar may be somebody's only copy."""
    path = root / "captures/the-gazette/abc.txt"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"other")

    outcome = _add(root, saved(tmp_path), accession="abc")

    assert "is there without a sidecar, with other bytes" in _refusal(outcome)
    assert path.read_bytes() == b"other"


BAD: list[tuple[str, bytes, str]] = [
    ("empty", b"", "is empty"),
    ("blank", b" \n\t\n", "is empty"),
    ("binary", b"\x7fELF" + bytes(range(256)) * 40, "not text"),
    ("a picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 200, "not text"),
    ("undecodable", b"It began. \xff\xfe\xfd and it ended." * 9, "UTF-8"),
    ("mixed encodings", "Привет, мир. ".encode() * 20 + "Привет".encode("cp1251"), "UTF-8"),
    ("NUL", b"It began.\0 It ended." + b" More of it." * 30, "NUL"),
    ("50 MB", b"It began.\n" * 5_000_000, "is 50000000 bytes long; 8388608 is the most"),
    ("a long line", b"x" * 2_000_000, "2,000,000 characters"),
    ("a front page", b"\n".join(b"Minister opens bridge %d" % n for n in range(20)), "front page"),
    ("two pages", (CAPTURE + CAPTURE).encode(), "two pages in one capture"),
]


@pytest.mark.parametrize(
    ("data", "told"), [case[1:] for case in BAD], ids=[case[0] for case in BAD]
)
def test_what_is_no_release_is_refused(root: Path, tmp_path: Path, data: bytes, told: str) -> None:
    """One sentence with file, line and remedy; nothing is written."""
    path = saved(tmp_path, "bad.txt", data)

    outcome = _add(root, path, outlet="the-gazette")

    assert told in _refusal(outcome)
    assert isinstance(outcome, Refused)
    assert outcome.problems[0].path == path.as_posix()
    assert files(root) == {}


def test_what_content_could_not_hold_is_refused(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A release that `check` would refuse for its size is not written."""
    from generator.store import proposal
    from generator.store.limits import Limits

    monkeypatch.setattr(proposal, "RELEASE", Limits(100, 100))

    assert "its release would have" in _refusal(_add(root, saved(tmp_path)))
    assert files(root) == {}


def test_many_differences_are_counted(root: Path, tmp_path: Path) -> None:
    """Five are shown; the rest are numbered."""
    lines = [f"Paragraph {n} tells of the talks at some length." for n in range(8)]
    first = "\n".join(lines)
    second = first.replace("Paragraph", "Section")
    said = {"url": "https://gazette.example/1", "outlet": "the-gazette"}
    _added(root, saved(tmp_path, "a.txt", first), **said)

    told = _added(root, saved(tmp_path, "b.txt", second), **said).differences

    assert len(told) == 6
    assert told[-1] == "and 3 more differences"


def test_what_is_no_regular_file_is_refused(root: Path, tmp_path: Path) -> None:
    """A link is not followed, a pipe is not waited for."""
    import os

    link, pipe = tmp_path / "link.txt", tmp_path / "pipe.txt"
    link.symlink_to(saved(tmp_path))
    os.mkfifo(pipe)

    assert "symbolic link" in _refusal(_add(root, link))
    assert "pipe" in _refusal(_add(root, pipe))


def test_hostile_characters_are_shown_escaped(root: Path, tmp_path: Path) -> None:
    """A file's name and an encoding cannot act on a terminal."""
    path = saved(tmp_path, "a\x1b[31m\u202e.txt", b"")

    outcome = _add(root, path)

    assert isinstance(outcome, Refused)
    assert str(outcome).isprintable() or "\n" in str(outcome)
    assert "\x1b" not in str(outcome)
    assert "\u202e" not in str(outcome)


def test_syntax_of_any_machine_is_text(root: Path, tmp_path: Path) -> None:
    """Markup, templates and headings in a capture come back from the release as they stood."""
    lines = [
        "<script>alert(1)</script>",
        "{{ x }} {% y %}",
        "# one",
        "\\# two",
        "## three",
        "[a](javascript:b)",
    ]
    path = saved(tmp_path, "a.txt", "\n".join(lines))

    added = _added(root, path, outlet="the-gazette", as_one=True)

    from generator.store.load import load

    release = load(root).archive.releases[added.place.release]
    assert [block.text for block in release.blocks] == lines
    assert [one for one in check(root)[1] if one.level == "error"] == []


def _outcomes(outcomes: Sequence[Added | Refused]) -> list[str]:
    return [one.outcome if isinstance(one, Added) else "refused" for one in outcomes]


def test_the_same_capture_twice_in_one_call_is_added_once(root: Path, tmp_path: Path) -> None:
    """Also when it is to be made again, and also under one address."""
    wishes = [Wish(saved(tmp_path, f"{n}.txt"), again=True, url="https://gazette.example/1")
              for n in range(3)]  # fmt: skip

    outcomes = list(add_all(wishes, root, jobs=1))

    assert _outcomes(outcomes) == ["added", "known", "known"]
    assert len(files(root)) == 3


def test_versions_are_found_within_one_call(root: Path, tmp_path: Path) -> None:
    """What was added a moment ago, and is not on the disk yet, counts."""
    paths = [saved(tmp_path, "a.txt"), saved(tmp_path, "b.txt", CAPTURE.replace("met", "sat"))]
    wishes = [Wish(path, url="https://gazette.example/1") for path in paths]

    assert _outcomes(list(add_all(wishes, root, jobs=1))) == ["added", "version"]
