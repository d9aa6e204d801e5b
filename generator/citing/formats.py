"""BibTeX, RIS and CSL-JSON: what reference managers and programs read.

Source: BibTeX 0.99d; RIS as Zotero and EndNote write it (TY NEWS); CSL-JSON schema 1.0.2.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.citing.work import ARCHIVE, Author, Work


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the works are kept."""

    address: str
    """Of the site, ending in `/`."""

    def page(self, work: Work) -> str:
        """Return the address of a release's page."""
        return f"{self.address}releases/{work.id}/"


MEDIA = {
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "csl.json": "application/vnd.citationstyles.csl+json",
}
"""Ending of a file → its media type."""

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "#": r"\#", "&": r"\&",
    "$": r"\$", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_SPECIAL = re.compile("|".join(map(re.escape, _TEX)))
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def every(works: Iterable[Work], kept: Kept) -> dict[str, bytes]:
    """Return the works in each format: ending of the file → its bytes."""
    listed = tuple(works)
    return {form: "".join(texts(listed, kept)).encode() for form, texts in FORMATS.items()}


def bibtex(works: Iterable[Work], kept: Kept) -> Iterator[str]:
    """Yield an `@article` for each work; its key is the id."""
    return _parted((_entry(work, kept) for work in works), "\n")


def _parted(texts: Iterable[str], between: str) -> Iterator[str]:
    for number, text in enumerate(texts):
        yield between + text if number else text


def _entry(work: Work, kept: Kept) -> str:
    year, month, day = _parts(work)
    fields = {
        "author": " and ".join(_tex_name(author) for author in work.authors),
        # Double braces: a title keeps its capitals.
        "title": f"{{{_tex(work.title)}}}",
        "journal": _tex(work.publication),
        "year": f"{year:04d}" if year else "",
        "day": str(day) if day else "",
        "url": kept.page(work).replace("%", r"\%"),
        "language": work.language,
        "note": _tex(f"{ARCHIVE}, {work.id}, version {work.version}"),
    }
    rows = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    if month:
        rows.insert(4 if year else 3, f"  month = {_MONTHS[month - 1]},")
    return "\n".join((f"@article{{{work.id},", *rows, "}", ""))


def _tex(text: str) -> str:
    return _SPECIAL.sub(lambda found: _TEX[found[0]], text)


def _tex_name(author: Author) -> str:
    if author.family and author.given:
        return f"{_tex(author.family)}, {_tex(author.given)}"
    return f"{{{_tex(author.whole)}}}"


def _parts(work: Work) -> tuple[int, int, int]:
    year, month, day, *_ = (*(work.issued[0] if work.issued else ()), 0, 0, 0)
    return year, month, day


def ris(works: Iterable[Work], kept: Kept) -> Iterator[str]:
    """Yield a record of type NEWS for each work."""
    return _parted((_record(work, kept) for work in works), "\n")


def _record(work: Work, kept: Kept) -> str:
    year, month, day = _parts(work)
    date = "/".join((f"{year:04d}", *(f"{part:02d}" if part else "" for part in (month, day)), ""))
    rows = [
        ("TY", "NEWS"),
        *(("AU", _ris_name(author)) for author in work.authors),
        ("TI", work.title),
        ("T2", work.publication),
        ("PY", f"{year:04d}" if year else ""),
        ("DA", date if year else ""),
        ("LA", work.language),
        ("UR", kept.page(work)),
        ("DB", ARCHIVE),
        ("AN", work.id),
        ("ET", work.version),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\n" for tag, value in rows if value or tag == "ER")


def _ris_name(author: Author) -> str:
    return f"{author.family}, {author.given}" if author.family and author.given else author.whole


def csl_json(works: Iterable[Work], kept: Kept) -> Iterator[str]:
    """Yield the works as CSL-JSON: a list, one item on each line."""
    yield "[\n"
    yield from _parted((_JSON.encode(item(work, kept)) for work in works), ",\n")
    yield "\n]\n"


def item(work: Work, kept: Kept) -> dict[str, Any]:
    """Return one work as CSL-JSON."""
    made: dict[str, Any] = {
        "id": work.id,
        "type": "article-newspaper",
        "title": work.title,
        "author": [_csl_name(author) for author in work.authors],
        "container-title": work.publication,
        "language": work.language,
        "URL": kept.page(work),
        "archive": ARCHIVE,
        "archive_location": work.id,
        "version": work.version,
    }
    if work.issued:
        made["issued"] = {"date-parts": [list(day) for day in work.issued]}
        if work.issued_status == "inferred":
            made["issued"]["circa"] = True
    return made


def _csl_name(author: Author) -> dict[str, str]:
    if author.family and author.given:
        return {"family": author.family, "given": author.given}
    return {"literal": author.whole}


FORMATS = {"bib": bibtex, "ris": ris, "csl.json": csl_json}
"""Ending of a file → what makes its text."""
