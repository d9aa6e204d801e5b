"""What is proven of captures, releases and sites: one wrong bit anywhere is told."""

from __future__ import annotations

import functools
import hashlib
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import pipeline, proof
from generator.errors import Refused
from generator.model import Capture
from generator.site import manifest, remote
from generator.site.staged import standing
from generator.store import yamlfile
from generator.store.captureread import SidecarFault, read_capture
from generator.store.validate import validate
from tests import small

CONTENT = Path(__file__).parents[1] / "content"
FLIPS = 1000
PRIME = 104_729


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the small archive and its site."""
    folder = tmp_path_factory.mktemp("proof")
    pipeline.build(small.content(folder), folder / "build", lambda _: None)
    return folder


@pytest.fixture
def copy(built: Path, tmp_path: Path) -> Path:
    """A copy of the site, as one that was downloaded."""
    return shutil.copytree(built / "build/site", tmp_path / "copy")


@pytest.fixture
def address(copy: Path) -> Iterator[str]:
    """Where `copy` is published, under a path of its own."""
    handler = functools.partial(_Quiet, directory=str(copy.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/copy/"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, *_: object) -> None:
        """Keep the tests' output clean."""


def _flip(path: Path, bit: int) -> None:
    data = bytearray(path.read_bytes())
    data[bit // 8] ^= 1 << bit % 8
    path.write_bytes(data)


def test_content_and_site_are_proven_with_the_data_files(built: Path) -> None:
    """The data files are made again, since the site is of this very content."""
    found = proof.prove(built / "content", built / "build/site")

    assert found.problems == ()
    assert (found.captures, found.releases) == (1, 1)
    assert found.data is not None
    assert found.files is not None
    assert found.files > found.data > 10


def test_a_changed_capture_and_a_changed_release_are_told(tmp_path: Path) -> None:
    """A letter of a capture, a word of a release."""
    content = small.content(tmp_path)
    capture = content / "captures/herald/0123.txt"
    capture.write_text(capture.read_text().replace("Talks", "Tasks"))
    release = content / "releases/2024" / f"{small.RELEASE}.md"
    release.write_text(release.read_text().replace("meet again", "never meet"))

    found = proof.prove(content, None)

    told = {problem.path.removeprefix(f"{content}/") for problem in found.problems}
    assert "captures/herald/0123.yml" in told


def test_data_that_do_not_fit_their_content_are_told(built: Path, copy: Path) -> None:
    """Also where somebody has written the manifest anew."""
    data = copy / "data" / "releases.jsonl"
    data.write_text(data.read_text().replace("Talks", "Tasks"))
    manifest.write(standing(copy))

    found = proof.prove(built / "content", copy)

    assert [problem.message for problem in found.problems] == ["is not what the content gives"]
    assert found.problems[0].path == data.as_posix()


def test_each_of_many_flipped_bits_of_a_site_is_told(copy: Path) -> None:
    """In rounds, so that every file has its turn: one bit in each of them, one line for each."""
    flipped = told = 0
    paths = [path for path in manifest.files(copy) if (copy / path).stat().st_size]
    while flipped < FLIPS:
        before = {path: (copy / path).read_bytes() for path in paths if path != manifest.NAME}
        for path, data in before.items():
            _flip(copy / path, (flipped + 1) * PRIME % (len(data) * 8))
        told += sum(
            problem.message.endswith("differs from the manifest")
            for problem in manifest.faults(copy)
        )
        flipped += len(before)
        for path, data in before.items():
            (copy / path).write_bytes(data)

    assert told == flipped
    assert list(manifest.faults(copy)) == []


def test_each_flipped_bit_of_a_manifest_is_told() -> None:
    """Every bit of it: in a digest, in a path, in the ends of lines."""
    found = {name: hashlib.sha256(name.encode()).hexdigest() for name in ("a/é.html", "z.txt")}
    right = manifest.text(found).encode()

    silent = []
    for bit in range(len(right) * 8):
        wrong = bytearray(right)
        wrong[bit // 8] ^= 1 << bit % 8
        stated = manifest.read(bytes(wrong), manifest.NAME)
        if not (*stated.problems, *manifest.differences(stated, found)):
            silent.append(bit)

    assert silent == []


def test_each_flipped_bit_of_a_capture_is_told(tmp_path: Path) -> None:
    """Of every capture here, at a thousand places in all."""
    captures = []
    for sidecar in sorted(CONTENT.glob("captures/*/*.yml")):
        capture = validate(Capture, yamlfile.parse(sidecar.read_text())).value
        assert capture is not None
        captures.append((capture, (sidecar.parent / capture.file).read_bytes()))
    told = 0
    for number in range(1, FLIPS + 1):
        capture, data = captures[number % len(captures)]
        (tmp_path / capture.file).write_bytes(data)
        _flip(tmp_path / capture.file, number * PRIME % (len(data) * 8))
        told += isinstance(read_capture(tmp_path, capture), SidecarFault)

    assert told == FLIPS


def test_a_link_or_a_pipe_in_a_downloaded_site_is_told_and_not_opened(copy: Path) -> None:
    """They have no bytes of their own."""
    (copy / "about/index.html").unlink()
    (copy / "about/index.html").symlink_to("/etc/hostname")

    assert [problem.message for problem in manifest.faults(copy)] == [
        "`about/index.html` differs from the manifest"
    ]


def test_a_published_site_is_proven_at_its_address(address: str, copy: Path) -> None:
    """Each file is fetched; the one that the host keeps to itself is not missed."""
    (copy / "_headers").unlink()

    files, problems = remote.prove(address.rstrip("/"))

    assert problems == ()
    assert files == sum(1 for _ in manifest.files(copy))


def test_each_difference_of_a_published_site_is_told(address: str, copy: Path) -> None:
    """What was changed, and what is gone, with the manifest's address and line."""
    _flip(copy / "index.html", 800)
    (copy / "robots.txt").unlink()

    _, problems = remote.prove(address)

    assert [problem.message for problem in problems] == [
        "`index.html` differs from the manifest",
        "`robots.txt` is missing",
    ]
    assert problems[0].path == f"{address}{manifest.NAME}"


def test_the_command_tells_a_line_for_each_difference(
    built: Path, address: str, copy: Path
) -> None:
    """And the remedy once; status 1."""
    _flip(copy / "index.html", 800)
    (copy / "robots.txt").unlink()

    status, said = small.built(built, "verify", address)

    lines = [line for line in said.splitlines() if manifest.NAME in line]
    assert len(lines) == 2, said
    assert said.count("fix: ") == 1
    assert "faults: 2" in said
    assert status == 1


@pytest.mark.parametrize(
    ("site", "status", "message"),
    [
        ("http://127.0.0.1:9/", 1, "no manifest was got: connection refused"),
        ("http:///", 1, "no manifest was got: "),
        ("http://127.0.0.1:9\x01/", 1, "no manifest was got: "),
        ("nowhere", 2, "'nowhere' does not exist; name a site's folder or address"),
        ("pyproject.toml", 2, "is a file; name a site's folder or address"),
        ("content", 1, "no manifest"),
    ],
)
def test_what_is_no_site_is_told(built: Path, site: str, status: int, message: str) -> None:
    """With a sentence, not a traceback."""
    got, said = small.built(built, "verify", site)

    assert message in said
    assert "Traceback" not in said
    assert got == status


def test_an_address_without_manifest_is_told(address: str, copy: Path) -> None:
    """The host answers, and has no site of ours."""
    (copy / manifest.NAME).unlink()

    with pytest.raises(Refused, match="the host answers 404"):
        remote.prove(address)
