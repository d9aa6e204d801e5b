"""What a tag of a finished page may be and ask for: the second wall behind escaping."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.errors import visible
from generator.site.tags import Tag

# Nothing that runs, embeds, reloads or re-bases; nothing whose content browsers read otherwise.
_ELEMENTS = """
    html head meta title link script noscript body header main footer nav section article aside
    search div span p a h1 h2 h3 h4 h5 h6 hgroup ul ol li dl dt dd menu table caption colgroup col
    thead tbody tfoot tr th td blockquote q cite pre code kbd samp var em strong b i u s small sub
    sup mark del ins abbr dfn time data bdi bdo ruby rt rp br wbr hr img picture source figure
    figcaption details summary dialog label input button select option optgroup output progress
    meter fieldset legend form textarea template address svg g path circle ellipse rect line
    polyline polygon text tspan desc defs symbol
"""
_ADDRESSED = "href src srcset action poster cite data manifest xlink:href longdesc profile icon"
_ACTING = "style srcdoc formaction ping background autofocus codebase"
ELEMENTS = frozenset(_ELEMENTS.split())
_ADDRESSES = frozenset(_ADDRESSED.split())
_NEVER = frozenset(_ACTING.split())
# The theme's own ids; nobody else's may begin like them, for its scripts look them up.
# Source: Material 9.8.1, base.html and partials/.
THEME_IDS = re.compile(
    r"__(?:(?P<script>config)|(?P<input>drawer|search|toc|palette_\d+|nav_\d+(?:_\d+)*)"
    r"|(?P<label>nav_\d+(?:_\d+)*_label|toc_label)|(?P<ul>tags)|(?P<div>consent))"
)
_FOLLOWED = re.compile(r"(?:https?://|mailto:)[^\s]+", re.IGNORECASE)
_SCHEME = re.compile(r"[^/?#]*:|//|\\\\|/\\|\\/")
# `link` relations that name a page without asking for it.
_NAMED_ONLY = frozenset(("canonical", "license"))
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_NAMED = frozenset(("meta", "input", "button", "select", "textarea", "details", "output", "form"))
_META = frozenset(("content-security-policy", "x-ua-compatible"))


def faults(tag: Tag) -> Iterator[str]:
    """Yield what is active or foreign in one tag of a page, each as a sentence without its place."""
    if tag.name not in ELEMENTS:
        yield f"element `{visible(tag.name)}` is none of ours"
    for name, value in tag.attributes:
        if name.startswith("on") or name in _NEVER:
            yield f"attribute `{visible(name)}` of `{tag.name}` can act"
        elif name in ("id", "name"):
            yield from _naming(tag, name, value)
    for name, value in addresses(tag):
        yield from _address(tag, name, value)
    if special := _SPECIAL.get(tag.name):
        yield from special(tag)


def _naming(tag: Tag, attribute: str, value: str) -> Iterator[str]:
    if attribute == "name" and tag.name not in _NAMED:
        yield f"attribute `name` of `{tag.name}` can hide a part of the page from scripts"
    if value.startswith("__"):
        found = THEME_IDS.fullmatch(value)
        own = found is not None and found.lastgroup == tag.name
        if not own and not (attribute == "name" and tag.name == "input" and value == "__palette"):
            yield f"{attribute} `{visible(value)}` of `{tag.name}` is the theme's to give"


def addresses(tag: Tag) -> Iterator[tuple[str, str]]:
    """Yield each address in a tag with its attribute; of `srcset`, every candidate.

    >>> list(addresses(Tag("img", (("srcset", "a.png 1x, b.png 2x"),), 0)))
    [('srcset', 'a.png'), ('srcset', 'b.png')]
    """
    for name, value in tag.attributes:
        if name == "srcset":
            yield from ((name, part.strip().split(" ")[0]) for part in value.split(","))
        elif name in _ADDRESSES:
            yield name, value


def is_absolute(address: str) -> bool:
    """Return whether an address has a scheme or a host, as a lenient browser would read it."""
    return _SCHEME.match(address.strip()) is not None


def _address(tag: Tag, attribute: str, value: str) -> Iterator[str]:
    told = f"`{attribute}` of `{tag.name}`"
    # Browsers drop tabs and line ends from an address before they read it.
    if _CONTROL.search(value):
        yield f"{told} holds a control character: `{visible(value)}`"
    elif is_absolute(value):
        followed = tag.name == "a" and attribute == "href"
        named = tag.name == "link" and (tag.get("rel") or "").lower() in _NAMED_ONLY
        if not (followed or named or attribute == "cite"):
            yield f"{told} asks another host: `{visible(value)}`"
        elif not _FOLLOWED.fullmatch(value):
            yield f"{told} is no http, https or mailto address: `{visible(value)}`"


def _script(tag: Tag) -> Iterator[str]:
    if tag.get("src") is not None:
        if tag.raw.strip():
            yield "a script has both an address and a text"
    elif tag.get("type") == "application/ld+json":
        # Data that no browser runs; a `<` in it could still end the script.
        if "<" in tag.raw:
            yield f"data script `{visible(tag.raw.strip(), 60)}` holds a `<`"
    elif not (tag.get("id") == "__config" and tag.get("type") == "application/json"):
        yield f"inline script `{visible(tag.raw.strip(), 60)}`"


def _meta(tag: Tag) -> Iterator[str]:
    does = tag.get("http-equiv")
    if does is not None and does.lower() not in _META:
        yield f"meta `{visible(does)}` can send the reader elsewhere"


def _input(tag: Tag) -> Iterator[str]:
    if (tag.get("type") or "").lower() in ("password", "file"):
        yield "a field asks the reader for a secret"


_SPECIAL: dict[str, Callable[[Tag], Iterator[str]]] = {
    "script": _script,
    "meta": _meta,
    "input": _input,
}
