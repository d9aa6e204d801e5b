"""What the search costs: making the index, and a reader's first result in Chromium.

    python benchmarks/search.py index SITE [--rounds 3]
    python benchmarks/search.py read SITE [--rounds 5]

SITE is a built site's folder. `index` makes its index anew in a copy, then with what was kept, then
with one page changed. `read` serves the folder from a plain server (no compression, no HTTP/2) and
opens the search page with a cold cache. Bytes are those of bodies as they cross the wire, until the
first result stood on the page; `search` leaves out what every page has (the page itself, its style
sheets, fonts, its own scripts). Times begin with the navigation; on a busy machine look at the
processor time, which is that of two processors and includes the page and what comes after the result.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import http.server
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT)]

QUERIES = {
    "a rare word": "tablet",
    "a common word": "railway",
    "two words": "foreign ministry",
    "a name": "Choe Son Hui",
    "a name in another script": "Лавров",
    "a name in very many": "Kim Jong Il",
    "a phrase": '"friendly relations"',
    "with words of every text": "the visit of the delegation to Russia",
    "a misspelling": "unvieling",
    "a date": "27 June 2011",
    "no word": "",
}
FACETS = {
    "a rare word, an outlet": "?q=tablet&outlet=KCNA",
    "two words, a person": f"?q=foreign+ministry&person={quote('Kim Jong Il')}",
    "a place alone": "?place=Russia",
}
PATIENCE = 30_000
"""Milliseconds to wait for a first result."""
OURS = ("/assets/search/", "/search/", "/pagefind/")


class Visit(NamedTuple):
    """What a reader's visit took."""

    first: float
    """Milliseconds from the beginning of the navigation to the first result."""
    processor: float
    """Milliseconds of processor time of browser, server and this program, until all was quiet."""
    search: float
    """Bytes of what only a search asks for, to the first result."""
    requests: float
    until: float
    """Bytes of everything, to the first result."""
    total: float


def _index(site: Path, kept: Path) -> tuple[float, float, float]:
    """Make the index in a process of its own; return seconds, seconds of processor time, MB."""
    program = (
        "import sys, resource; from pathlib import Path; from generator.site import search, staged;"
        "search.index(staged.standing(Path(sys.argv[1])), None, Path(sys.argv[2]));"
        "peak = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)];"
        "print(sum(peak))"
    )
    shutil.rmtree(site / "pagefind", ignore_errors=True)
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-c", program, str(site), str(kept)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, used, float(done.stdout) / 1024


def index(site: Path, rounds: int) -> None:
    """Measure the making of the index: cold, with all kept, with one page changed."""
    with tempfile.TemporaryDirectory(dir=site.parent, prefix="bench-search-") as name:
        copy, kept = Path(name) / "site", Path(name) / "kept"
        releases = sorted((site / "releases").glob("*/index.html"))
        for path in releases:
            (copy / "releases" / path.parent.name).mkdir(parents=True)
            shutil.copyfile(path, copy / path.relative_to(site))
        found: dict[str, list[tuple[float, float, float]]] = {}
        for turn in range(rounds):
            shutil.rmtree(kept, ignore_errors=True)
            found.setdefault("all pages", []).append(_index(copy, kept))
            found.setdefault("nothing changed", []).append(_index(copy, kept))
            one = copy / releases[len(releases) // 2].relative_to(site)
            text = one.read_text("utf-8").replace("</h1>", f" {turn}</h1>", 1)
            one.write_text(text, "utf-8")
            found.setdefault("one page changed", []).append(_index(copy, kept))
        files = [path for path in (copy / "pagefind").rglob("*") if path.is_file()]
        size = sum(path.stat().st_size for path in files)
        print(f"{len(releases)} releases, {len(files)} files, {size / 1e6:.1f} MB; load {os.getloadavg()[0]:.1f}")  # fmt: skip
        for what, each in found.items():
            wall, used, memory = (statistics.median(column) for column in zip(*each, strict=True))
            print(f"  {what:18} {wall:6.2f} s, {used:6.2f} s of processor time, {memory:.0f} MB with Pagefind")  # fmt: skip


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    protocol_version = "HTTP/1.1"
    # Else every second answer waits 40 ms for the other side's leave, as behind no real server.
    disable_nagle_algorithm = True

    def log_message(self, *_: object) -> None:
        """Keep the output clean."""


@contextlib.contextmanager
def _served(site: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


# When the first result stood on the page, by the browser's own clock.
_WATCH = """
new MutationObserver((_, observer) => {
  if (!document.querySelector(SELECTOR)) return;
  window.firstResult = performance.now();
  observer.disconnect();
}).observe(document, { childList: true, subtree: true });
"""


def _used() -> float:
    """Return the seconds of processor time of this process and all below it, the browser's among them."""
    rows = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            rest = path.read_text("utf-8", "replace").rpartition(")")[2].split()
            rows[int(path.parent.name)] = int(rest[1]), sum(map(int, rest[11:15]))
    mine, size = {os.getpid()}, 0
    while len(mine) > size:
        size = len(mine)
        mine |= {number for number, (parent, _) in rows.items() if parent in mine}
    return sum(rows[number][1] for number in mine) / os.sysconf("SC_CLK_TCK")


def _visit(browser: Any, address: str, selector: str) -> Visit | None:
    """Return what one visit took; None if nothing was found."""
    from playwright.sync_api import TimeoutError as Waited

    before = _used()
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.add_init_script(_WATCH.replace("SELECTOR", repr(selector)))
    page.goto(address)
    try:
        page.locator(selector).first.wait_for(state="attached", timeout=PATIENCE)
    except Waited:
        context.close()
        return None
    page.wait_for_load_state("networkidle")
    first = page.evaluate("window.firstResult")
    got = page.evaluate(
        """[...performance.getEntriesByType("resource"), ...performance.getEntriesByType("navigation")]
        .map((one) => [new URL(one.name).pathname, one.encodedBodySize, one.responseEnd])"""
    )
    context.close()
    until = [(path, size) for path, size, end in got if end <= first]
    ours = [(path, size) for path, size in until if path.startswith(OURS) and path != "/search/"]
    return Visit(
        first,
        (_used() - before) * 1000,
        sum(size for _, size in ours),
        len(ours),
        sum(size for _, size in until),
        sum(size for _, size, _ in got),
    )


def _row(name: str, visits: list[Visit]) -> None:
    if not visits:
        print(f"  {name:26} nothing found within {PATIENCE / 1000:.0f} s")
        return
    one = Visit(*(statistics.median(column) for column in zip(*visits, strict=True)))
    print(f"  {name:26} {one.first:5.0f} ms, {one.processor:5.0f} ms of processor time  search {one.search / 1000:6.1f} KB in {one.requests:3.0f}  with the page {one.until / 1000:6.1f} KB  in the end {one.total / 1000:6.1f} KB", flush=True)  # fmt: skip


def read(site: Path, rounds: int, selector: str, path: str) -> None:
    """Measure a reader's first result, the queries in turn."""
    from playwright.sync_api import sync_playwright

    quiet = ("gpu", "quic", "background-networking", "component-update", "sync")
    asked = {name: f"?q={quote(query)}" if query else "" for name, query in QUERIES.items()}
    asked |= FACETS if path == "/search/" else {}
    visits: dict[str, list[Visit]] = {name: [] for name in asked}
    with _served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("google-chrome"),
            args=["--no-sandbox", *(f"--disable-{each}" for each in quiet)],
        )
        _visit(browser, f"{address}{path}{asked['a rare word']}", selector)
        for _ in range(rounds):
            for name, query in asked.items():
                found = _visit(browser, f"{address}{path}{query}", selector)
                visits[name] += [found] if found else []
        browser.close()
    print(f"{site}: medians of {rounds}, cold cache; load {os.getloadavg()[0]:.1f}")
    for name, each in visits.items():
        _row(name, each)


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("index", "read"))
    parser.add_argument("site", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--selector", default="#site-results > li", help="what a result is")
    parser.add_argument("--path", default="/search/", help="the page that searches")
    args = parser.parse_args()
    if args.what == "index":
        index(args.site, args.rounds)
    else:
        read(args.site, args.rounds, args.selector, args.path)


if __name__ == "__main__":
    main()
