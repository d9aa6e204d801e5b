"""What programs ask a site for by name: robots.txt, the search a browser can add, a host's headers."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from generator.citing.work import ARCHIVE

POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'"
)
"""What pages may run and ask for; every page says the same in its head (overrides/base.html)."""
HEADERS = {
    # A page cannot say this of itself.
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def doors(address: str) -> dict[str, bytes]:
    """Return these files: path in the site → bytes.

    Args:
        address: Of the site, ending in `/`.
    """
    files = {
        "robots.txt": _robots(address),
        "opensearch.xml": _search(address),
        "_headers": _headers(),
    }
    return {path: text.encode() for path, text in files.items()}


def _robots(address: str) -> str:
    return f"User-agent: *\nAllow: /\n\nSitemap: {address}sitemap.xml\n"


def _search(address: str) -> str:
    """Return the description of the search.

    Source: OpenSearch 1.1, https://github.com/dewitt/opensearch.
    """
    template = quoteattr(f"{address}search/?q={{searchTerms}}")
    return "\n".join(
        (
            '<?xml version="1.0" encoding="utf-8"?>',
            '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
            f"<ShortName>{escape(ARCHIVE)}</ShortName>",
            "<Description>Search the texts of the archive</Description>",
            "<InputEncoding>UTF-8</InputEncoding>",
            f'<Image width="16" height="16" type="image/svg+xml">{escape(address)}assets/mark.svg</Image>',
            f'<Url type="text/html" template={template}/>',
            f'<Url type="application/opensearchdescription+xml" rel="self" template={quoteattr(address + "opensearch.xml")}/>',
            "</OpenSearchDescription>\n",
        )
    )


def _headers() -> str:
    """Return the headers in the form that Netlify and Cloudflare Pages read."""
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())
