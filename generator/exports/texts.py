"""The plain-text and the Markdown twin of each release, within its rights."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from generator.citing.formats import Kept
from generator.citing.work import ARCHIVE, Work
from generator.exports.held import Held
from generator.model import Block, Release
from generator.rights import Shown

SUMMARY = 300
"""Characters of a text that stand for it in a feed."""
# What XML 1.0 cannot hold, and lone surrogates.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_MARKS = re.compile(r"([\\`*_{}\[\]<>&|~$])")
_OPENS = re.compile(r"^(\s*\d*)([#+\-=:!.)])")


def twins(held: Held, kept: Kept, key: str) -> Iterator[tuple[str, bytes]]:
    """Yield both twins of a release: path in the site → bytes."""
    release = held.archive.releases[key]
    yield f"releases/{key}/{key}.txt", plain(held, release, kept)
    yield f"releases/{key}/{key}.md", markdown(held, release, kept)


def plain(held: Held, release: Release, kept: Kept) -> bytes:
    """Return a release as text: title, who and when, the text, and where it is kept."""
    cited, given = held.works[release.id], held.shown[release.id]
    parts = [
        cited.title,
        _byline(cited),
        *([release.head.dateline.text.strip()] if release.head.dateline and given.blocks else ()),
        *(block.text for block in given.blocks),
        *_withheld(given),
        f"{ARCHIVE}, {cited.id}\n{kept.page(cited)}",
    ]
    return ("\n\n".join(legal(part) for part in parts) + "\n").encode()


def markdown(held: Held, release: Release, kept: Kept) -> bytes:
    """Return a release as Markdown with front matter; its words can be nothing but words."""
    cited, given = held.works[release.id], held.shown[release.id]
    head = {
        "id": cited.id,
        "title": cited.title,
        "author": cited.authors[0].whole,
        "outlet": cited.publication,
        "kind": release.head.kind,
        "language": cited.language,
        "published": release.head.published.value if release.head.published else "",
        "url": kept.page(cited),
        "rights": given.rights.display,
    }
    parts = [
        "\n".join(
            ("---", *(f"{key}: {_quoted(value)}" for key, value in head.items() if value), "---")
        ),
        f"# {_escaped(cited.title)}",
        *(
            [_escaped(release.head.dateline.text.strip())]
            if release.head.dateline and given.blocks
            else ()
        ),
        *(_block(block) for block in given.blocks),
        *(_escaped(part) for part in _withheld(given)),
    ]
    return ("\n\n".join(parts) + "\n").encode()


def summary(held: Held, release: Release) -> str:
    """Return how the text begins, as far as it may be shown; else why it may not."""
    given = held.shown[release.id]
    first = next((block.text for block in given.blocks if not block.is_heading), "")
    if len(first) > SUMMARY:
        first = first[:SUMMARY].rpartition(" ")[0] + " …"
    return legal(first) or next(iter(_withheld(given)), "") or legal(held.works[release.id].title)


def legal(text: str) -> str:
    r"""Return text without the characters that XML cannot hold; each becomes `�`.

    >>> legal("a\x00b")
    'a�b'
    """
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)


def _byline(cited: Work) -> str:
    names = dict.fromkeys((cited.authors[0].whole, cited.publication, cited.date or "undated"))
    return ", ".join(names)


def _withheld(given: Shown) -> list[str]:
    if given.whole:
        return []
    what = "Only the beginning" if given.rights.display == "excerpt" else "Nothing"
    why = f" {given.rights.statement}" if given.rights.statement else ""
    return [f"[{what} of this text may be shown here.{why}]"]


def _quoted(value: str) -> str:
    return json.dumps(legal(value), ensure_ascii=False)


def _block(block: Block) -> str:
    return f"## {_escaped(block.text)}" if block.is_heading else _escaped(block.text)


def _escaped(text: str) -> str:
    return _OPENS.sub(r"\1\\\2", _MARKS.sub(r"\\\1", legal(text)))
