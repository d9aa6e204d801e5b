"""`python -m tests.pictures`: make the pictures of the README anew, of the site as it is built now.

A window of one size and one day for all three, fonts of the site alone, colours in a palette, so
that the same site gives pictures that look the same and weigh little.
"""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image

from generator import pipeline
from tests.browser.conftest import program, served

PROJECT = Path(__file__).parents[1]
FOLDER = PROJECT / ".github/pictures"
COLOURS = 128
PICTURES = {
    "release": "/releases/2025-07-13-kcna-second-strategic-dialogue/",
    "home": "/",
    "search": "/search/?q=Choi+Sun+Hee",
}


def main() -> int:
    """Build the archive apart, open each page, write its picture; say what was written."""
    with tempfile.TemporaryDirectory() as folder:
        site = pipeline.build(PROJECT / "content", Path(folder) / "build", lambda _: None)
        with served(site) as address:
            for name, picture in _taken(address).items():
                path = FOLDER / f"{name}.png"
                path.write_bytes(_small(picture))
                sys.stdout.write(f"{path.relative_to(PROJECT)}: {path.stat().st_size:,} bytes\n")
    return 0


def _taken(address: str) -> dict[str, bytes]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program(), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(
            viewport={"width": 1280, "height": 900}, color_scheme="light", reduced_motion="reduce"
        )
        taken = {}
        for name, path in PICTURES.items():
            page.goto(address + path, wait_until="networkidle")
            page.evaluate("document.activeElement.blur()")
            taken[name] = page.screenshot()
        browser.close()
        return taken


def _small(picture: bytes) -> bytes:
    """Return a picture with few colours, which is enough for type."""
    out = io.BytesIO()
    with Image.open(io.BytesIO(picture)) as opened:
        few = opened.convert("RGB").quantize(
            COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
        )
        few.save(out, "PNG", optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main())
