"""Pages of what strangers sent, in a browser: nothing runs, nothing is asked, nothing is hidden."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import _Quiet
from tests.hostile import made

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

# Run in the page: what is active in it and none of ours.
_ACTIVE = """() => {
  const found = [];
  for (const one of document.querySelectorAll('*')) {
    for (const each of one.attributes) {
      const address = each.value.replace(/[\\s\\0-\\x20]/g, '').toLowerCase();
      if (/^on|^style$|^srcdoc$|^formaction$/.test(each.name)) found.push(each.name);
      if (/^(href|src|action|data|xlink:href)$/.test(each.name)
          && /^(javascript|vbscript|data|file|blob):/.test(address)) found.push(each.value);
    }
  }
  for (const one of document.querySelectorAll(
    'iframe,object,embed,base,style,applet,frame,marquee,portal,video,audio,math')) found.push(one.tagName);
  for (const one of document.scripts) {
    const ours = one.src.startsWith(location.origin) || one.type === 'application/ld+json'
      || one.type === 'application/json';
    if (!ours) found.push(one.outerHTML);
  }
  for (const one of document.querySelectorAll('meta[http-equiv]')) {
    if (one.httpEquiv.toLowerCase() === 'refresh') found.push('refresh');
  }
  if (document.querySelectorAll('main').length !== 1) found.push('main is not there once');
  return found;
}"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where the site of the hostile corpus is served."""
    handler = functools.partial(_Quiet, directory=str(made.site()[0]))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def _watched(page: Page, address: str) -> list[str]:
    """Return a list that fills with what the page does and should not."""
    seen: list[str] = []

    def dialog(opened: object) -> None:
        seen.append(f"dialog on {page.url}")
        opened.dismiss()  # type: ignore[attr-defined]

    page.on("dialog", dialog)
    page.on("popup", lambda _: seen.append(f"popup on {page.url}"))
    page.on("pageerror", lambda error: seen.append(f"{error} on {page.url}"))
    page.on(
        "request",
        lambda asked: None if asked.url.startswith((address, "data:")) else seen.append(asked.url),
    )
    return seen


@pytest.mark.parametrize("bypass_csp", [False, True], ids=["as shipped", "without the policy"])
def test_no_page_of_hostile_content_is_active(
    chromium: Browser, address: str, *, bypass_csp: bool
) -> None:
    """Every page that the corpus made, with the policy and, so that escaping is proven, without."""
    site, taken = made.site()
    context = chromium.new_context(bypass_csp=bypass_csp)
    page = context.new_page()
    seen = _watched(page, address)
    pages = sorted({case.page for case in taken if case.page})
    lists = ["index.html", "releases/index.html", "people/index.html", "search/index.html"]
    for path in [*lists, *pages[bypass_csp :: 1 if made.EVERY == 1 else 2]]:
        assert (site / path).is_file(), path
        page.goto(f"{address}/{path}")
        seen += [f"{found} on {path}" for found in page.evaluate(_ACTIVE)]
    context.close()

    assert seen == []
    assert len(pages) > 50
