"""The data page: every file that the archive gives away, what it holds, and how to ask it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.exports.database import EXAMPLES, SCHEMA
from generator.exports.fields import Field
from generator.exports.package import RESOURCES
from generator.pages.described import of_whole
from generator.pages.environment import page
from generator.pages.holdings import Holdings
from generator.pages.words import counted

PATH = "data.md"
_INTRODUCTION = (
    "The whole archive as files, for programs, spreadsheets and other archives. They are made with "
    "the site, from the same records, and hold no word that a page may not show."
)


@dataclass(frozen=True, slots=True)
class Table:
    """A data file and what its fields mean."""

    name: str
    about: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A question to the database."""

    about: str
    sql: Markup


@dataclass(frozen=True, slots=True)
class DataPage:
    """What the data page shows, besides the links that the theme makes."""

    introduction: str
    extent: str
    tables: tuple[Table, ...]
    schema: Markup
    queries: tuple[Query, ...]


def data_page(holdings: Holdings) -> bytes:
    """Return the data page."""
    context = DataPage(
        introduction=_INTRODUCTION,
        extent=counted(len(holdings.releases), "release"),
        tables=tuple(
            Table(name, told.title, tuple(told.schema))
            for name, told in RESOURCES.items()
            if told.schema
        ),
        schema=Markup(SCHEMA.strip()),  # noqa: S704 - written by us
        queries=tuple(Query(about, Markup(sql)) for about, sql in EXAMPLES),  # noqa: S704 - written by us
    )
    files = [{"name": name, "about": told.title} for name, told in RESOURCES.items()]
    meta = {
        "title": "Data",
        "description": _INTRODUCTION,
        "record": "data",
        "template": "data.html",
        "files": files,
        **of_whole("Dataset", _INTRODUCTION),
        "data_version": holdings.version,
    }
    return page("data", context, PATH, meta)
