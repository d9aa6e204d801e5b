"""Hand-written pages: ordinary Markdown, with `[[record-id]]` for a link to any record."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from generator.errors import Problem, visible
from generator.nearest import nearest
from generator.pages.escape import escape
from generator.pages.frontmatter import dump
from generator.pages.holdings import Holdings
from generator.pages.written import seen_from

HOME = "index.md"
_CODE_OR_LINK = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^(?P=fence)[^\n]*$|\Z)"
    r"|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"
    r"|\[\[(?P<id>[^\[\]|\n]{1,200})(?:\|(?P<words>[^\[\]\n]+))?\]\]",
    re.DOTALL | re.MULTILINE,
)
_TITLE = re.compile(r"\s*# +(.+?)(?: +\{#[a-z0-9-]+\})? *#* *(?:\n|\Z)")
_MARKS = re.compile(r"[*_`\\]|\[\[(?:[^\]|]*\|)?|\]\]|\]\([^)]*\)|\[")


def handwritten_pages(holdings: Holdings) -> dict[str, bytes]:
    """Return the hand-written pages with their links made, by path; the home page apart."""
    pages = holdings.archive.pages
    return {path: handwritten_page(holdings, path) for path in pages if path != HOME}


def faults(holdings: Holdings, generated: Collection[str]) -> Iterator[Problem]:
    """Yield a fault for each link to a record that is not there, and each page in the way of another."""
    for path, text in holdings.archive.pages.items():
        where = f"content/pages/{path}"
        if path in generated:
            yield Problem(
                where, 1, f"the site makes a page `{path}` itself", "give your page another name"
            )
        for found in _CODE_OR_LINK.finditer(text):
            key = (found["id"] or "").strip()
            if key and _target(holdings, key) is None:
                line = text.count("\n", 0, found.start()) + 1
                yield Problem(
                    where, line, f"no record has the id `{visible(key)}`", _fix(holdings, key)
                )


def title_and_body(path: str, text: str) -> tuple[str, str]:
    r"""Return a page's title (its first heading, else its name) and the text after it.

    >>> title_and_body("about.md", "# About *us*\n\nText.")
    ('About us', 'Text.')
    """
    found = _TITLE.match(text)
    if not found:
        name = path.removesuffix(".md").removesuffix("/index").rpartition("/")[2]
        return name.replace("-", " ").capitalize(), text.strip()
    return _MARKS.sub("", found[1]).strip(), text[found.end() :].strip()


def linked(holdings: Holdings, text: str, here: str) -> str:
    """Return Markdown with each `[[id]]` and `[[id|words]]` outside code made a link."""

    def link(found: re.Match[str]) -> str:
        target = _target(holdings, (found["id"] or "").strip())
        if target is None:
            return found[0]
        path, name = target
        words = found["words"] or escape(name, opens=False)
        return f"[{words}]({seen_from(path, here)})"

    return _CODE_OR_LINK.sub(link, text)


def summary(body: str) -> str:
    """Return the first paragraph without its marks, shortened, for lists and search engines."""
    first = next((part for part in body.split("\n\n") if part[:1].isalpha()), "")
    plain = " ".join(_MARKS.sub("", first).split())
    return plain if len(plain) <= 180 else plain[:180].rpartition(" ")[0] + " …"


def handwritten_page(holdings: Holdings, path: str) -> bytes:
    """Return one hand-written page with its links made."""
    text = holdings.archive.pages[path]
    title, body = title_and_body(path, text)
    meta = {
        "title": title,
        "description": summary(body),
        "record": "page",
        **holdings.source(f"pages/{path}"),
    }
    whole = text.strip() if _TITLE.match(text) else f"# {escape(title)}\n\n{body}"
    return f"{dump(meta)}\n\n{linked(holdings, whole, path)}\n".encode()


def _target(holdings: Holdings, key: str) -> tuple[str, str] | None:
    """Return the path and name of the record with this id: a release, an entity or an outlet."""
    archive = holdings.archive
    if key in archive.releases:
        return holdings.paths[key], holdings.title(archive.releases[key])
    if key in archive.entities:
        return holdings.paths[key], archive.entities[key].heading
    if key in archive.outlets:
        return holdings.paths[f"outlet:{key}"], archive.outlets[key].name
    return None


def _fix(holdings: Holdings, key: str) -> str:
    known = (*holdings.archive.releases, *holdings.archive.entities, *holdings.archive.outlets)
    meant = nearest(key, known)
    return f"write `[[{meant}]]`" if meant else "write the id of a record"
