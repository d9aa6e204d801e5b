"""A server for one's own machine: the live site, and pages that reload when it was built anew."""

from __future__ import annotations

import errno
import sys
import threading
from collections.abc import Mapping
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator.errors import Problem, Refused

HOST = "127.0.0.1"
_OWN = "/-/"
# A file, not an inline script: the policy of the pages lets no inline script run.
_SCRIPT = """\
const seen = new URL(document.currentScript.src).search.slice(1);
const rest = (time) => new Promise((done) => setTimeout(done, time));
(async () => {
  for (;;) {
    if (document.visibilityState === "visible") {
      const asked = fetch("/-/generation?" + seen).then((got) => got.text());
      const now = await asked.catch(() => rest(1000).then(() => seen));
      if (now !== seen) return location.reload();
    } else await rest(200);
  }
})();
"""
PATIENCE = 5.0
"""Seconds after which a page that asks whether it is old gets an answer in any case."""
_NOTE = b'<p role="status">Saved a moment ago; the rest of the site is still being made.</p>'


class Preview:
    """Serves a folder on this machine; its address is taken when it is made."""

    def __init__(self, site: Path, port: int) -> None:
        """Take the port.

        Raises:
            Refused: The port is another program's.
        """
        self.generation = 0
        self.early: dict[str, bytes] = {}
        """Pages made before the rest of the site, by their address."""
        self._renewed = threading.Condition()
        handler = partial(_Handler, directory=str(site), preview=self)
        try:
            self._server = _Server((HOST, port), handler)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
            told = f"port {port} cannot be had: {(error.strerror or '').lower()}"
            fix = f"choose another one: `python -m generator serve --port {port + 1}`"
            raise Refused(Problem("serve", 1, told, fix)) from error
        self.address = f"http://{HOST}:{self._server.server_port}/"

    def start(self) -> None:
        """Answer requests, in a thread."""
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def renew(self, early: Mapping[str, bytes] = MappingProxyType({})) -> None:
        """Let the pages that are open reload.

        Args:
            early: Pages that are newer than the site, by their address; they say so themselves.
                Without any, the site is whole again.
        """
        with self._renewed:
            self.early = {**self.early, **early} if early else {}
            self.generation += 1
            self._renewed.notify_all()

    def awaited(self, seen: str) -> str:
        """Return the generation, as soon as it is another than the one that a page has seen."""
        with self._renewed:
            self._renewed.wait_for(lambda: str(self.generation) != seen, PATIENCE)
            return str(self.generation)

    def stop(self) -> None:
        """Answer no more, and give the port back."""
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    """Answers each request in a thread of its own."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went away before it had its answer."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    """Files of the site; pages with a script that reloads them; 404.html for what is not there."""

    def __init__(self, *args: Any, preview: Preview, **more: Any) -> None:
        self.preview = preview
        super().__init__(*args, **more)

    def do_GET(self) -> None:
        path, _, asked = self.path.partition("?")
        if path == f"{_OWN}generation":
            self._send(self.preview.awaited(asked).encode(), "text/plain")
        elif early := self.preview.early.get(path.removeprefix("/")):
            noted = early.replace(b"</body>", _NOTE + b"</body>", 1)
            self._send(self._reloading(noted), "text/html; charset=utf-8")
        elif path == f"{_OWN}reload.js":
            self._send(_SCRIPT.encode(), "text/javascript")
        elif (page := self._page(path)).suffix == ".html" and page.is_file():
            self._send(self._reloading(page.read_bytes()), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def _page(self, path: str) -> Path:
        found = Path(self.translate_path(path))
        return found / "index.html" if path.endswith("/") else found

    def _reloading(self, page: bytes) -> bytes:
        script = f'<script src="{_OWN}reload.js?{self.preview.generation}"></script>'.encode()
        return page.replace(b"</body>", script + b"</body>", 1)

    def _send(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send the site's own page for an address where nothing is."""
        lost = Path(self.directory) / "404.html"
        if code == HTTPStatus.NOT_FOUND and lost.is_file():
            page = self._reloading(lost.read_bytes())
            self._send(page, "text/html; charset=utf-8", HTTPStatus.NOT_FOUND)
        else:
            super().send_error(code, message, explain)

    def list_directory(self, path: Any) -> None:  # noqa: ARG002 - the name http.server calls
        """Show no list of files: no host would."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: what was built is of interest, not what a browser fetches."""
