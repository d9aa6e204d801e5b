"""The example of the page "Host it elsewhere", in Debian's nginx: types, 404, caches, policy."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from generator.exports.doors import HEADERS
from generator.site import remote
from tests import small

PAGE = Path(__file__).parents[2] / "content/pages/host-it-elsewhere.md"
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
TYPES = {
    "/": "text/html; charset=utf-8",
    "/about/": "text/html; charset=utf-8",
    "/assets/style.css": "text/css; charset=utf-8",
    "/assets/page.js": "application/javascript; charset=utf-8",
    "/assets/mark.svg": "image/svg+xml",
    "/assets/fonts/source-serif-4-latin-400-normal.woff2": "font/woff2",
    "/data/releases.jsonl": "application/x-ndjson; charset=utf-8",
    "/data/mentions.csv": "text/csv; charset=utf-8",
    "/data/datapackage.json": "application/json; charset=utf-8",
    "/data/archive.sqlite": "application/vnd.sqlite3",
    "/sitemap.xml": "text/xml",
    "/robots.txt": "text/plain; charset=utf-8",
    "/MANIFEST.sha256": "text/plain; charset=utf-8",
}


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Where nginx serves the small site by the page's example."""
    if NGINX is None or not Path("/etc/nginx/mime.types").is_file():
        pytest.skip("no nginx here; Debian: apt-get install nginx-light")
    folder = tmp_path_factory.mktemp("nginx")
    _renamed(small.content(folder))
    assert small.built(folder)[0] == 0
    for place in (folder, *folder.parents):
        if place.stat().st_uid == os.geteuid() and place != Path("/"):
            place.chmod(place.stat().st_mode | 0o011)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        free: int = taken.getsockname()[1]
    (folder / "nginx.conf").write_text(_settings(folder, free))
    process = subprocess.Popen(
        [NGINX, "-e", "stderr", "-p", str(folder), "-c", str(folder / "nginx.conf")]
    )
    try:
        for _ in range(100):
            with closing(socket.socket()) as tried:
                if tried.connect_ex(("127.0.0.1", free)) == 0:
                    break
            time.sleep(0.1)
        yield free
    finally:
        process.terminate()
        process.wait(timeout=10)


def _renamed(content: Path) -> None:
    """Let a person of the archive have had another id before."""
    person = content / "authorities/people/ann-example.yml"
    person.write_text(f"{person.read_text('utf-8')}formerly: [ann-old]\n", "utf-8")


def _settings(folder: Path, port: int) -> str:
    """Return the page's example within what Debian's nginx.conf puts around it."""
    found = re.search(r"```\n(server \{.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    example = found[1].replace("listen 80;", f"listen 127.0.0.1:{port};")
    example = example.replace("/srv/archive/site", str(folder / "build/site"))
    user = "user root;\n" if os.geteuid() == 0 else ""
    own = "\n".join(
        f"{name}_temp_path {folder}/{name};"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return (
        f"{user}daemon off;\npid {folder}/nginx.pid;\nevents {{}}\n"
        f"http {{\naccess_log off;\n{own}\n{example}\n}}\n"
    )


def _get(port: int, path: str) -> tuple[HTTPResponse, bytes]:
    with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer, answer.read()


@pytest.mark.parametrize("path", TYPES)
def test_each_file_has_its_type_and_the_headers(port: int, path: str) -> None:
    """The same headers that `_headers` names for other hosts."""
    answer, _ = _get(port, path)

    assert answer.status == 200
    assert answer.headers["Content-Type"] == TYPES[path]
    for name, value in HEADERS.items():
        assert answer.headers[name] == value


def test_a_lost_address_gets_our_page_and_404(port: int) -> None:
    """With the policy, too; `_headers` is not for readers, and nothing leads out of the folder."""
    lost, page = _get(port, "/no/such/page/")

    assert lost.status == 404
    assert lost.headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]
    assert b"</html>" in page
    for path in (
        "/_headers",
        "/_redirects",
        "/_redirects.nginx",
        "/../nginx.conf",
        "/%2e%2e/nginx.conf",
        "/assets/",
    ):
        assert _get(port, path)[0].status in (400, 403, 404), path


def test_pages_are_asked_for_again_and_fonts_are_kept(port: int) -> None:
    """A correction reaches every reader at once."""
    page, _ = _get(port, "/about/")
    font, _ = _get(port, "/assets/fonts/source-serif-4-latin-400-normal.woff2")

    assert page.headers["Cache-Control"] == "no-cache"
    assert "immutable" in font.headers["Cache-Control"]


def test_a_former_address_sends_readers_on(port: int) -> None:
    """With the status of what has moved for good; the page there is for other hosts."""
    answer, _ = _get(port, "/people/ann-old/")

    assert answer.status == 301
    assert answer.headers["Location"].endswith("/people/ann-example/")


def test_the_site_that_nginx_serves_is_proven_at_its_address(port: int) -> None:
    """`verify` of the published site: every file as in its manifest."""
    _, problems = remote.prove(f"http://127.0.0.1:{port}/")

    assert problems == ()
