"""What was changed after publication: beside its text, in one list, and where records have gone."""

from __future__ import annotations

from dataclasses import dataclass

from generator.changes import Change, Withdrawal
from generator.checks.changed import value
from generator.corrections import Told, former, place, told
from generator.model import Release
from generator.pages import dates
from generator.pages.environment import page
from generator.pages.holdings import Holdings
from generator.pages.paged import paged
from generator.pages.particulars import Row
from generator.pages.passages import block_name
from generator.pages.shelves import Listing, shelved
from generator.pages.words import Words, counted

INDEX = "corrections.md"
_ASKED = {
    "outlet": "at the request of its outlet",
    "person": "at the request of a person",
    "archive": "by this archive",
}


@dataclass(frozen=True, slots=True)
class Corrected:
    """A change of a release as its page tells it."""

    about: tuple[Words, ...]
    """When, what and why."""
    place: str
    """The fragment of the former wording; empty if none is shown."""
    former: str
    present: str
    """What stands there now; empty if nothing does, or if it is shown already."""


def corrected(holdings: Holdings, release: Release) -> tuple[Corrected, ...]:
    """Return what was changed in a release, the last change first."""
    return tuple(_corrected(holdings, release, each) for each in reversed(release.head.changes))


def _corrected(holdings: Holdings, release: Release, change: Change) -> Corrected:
    text = former(holdings.archive, release, change)
    name = block_name(change.what) if change.is_block else change.what
    stands = change.is_block and not change.gone
    what = holdings.to_release(release, change.what, name) if stands else Words(name)
    happened = ", taken out. " if change.gone else ", new. " if change.text is None else ". "
    now = "" if change.gone or text is None else value(release, change.what) or ""
    return Corrected(
        about=(Words(f"{dates.in_words(change.date)}: "), what, Words(f"{happened}{change.why}")),
        place=place(change.what, text) if text is not None and change.is_block else "",
        former=text or "",
        present=now,
    )


def last_change(release: Release) -> str:
    """Return the day of a release's last change in words; empty if there was none."""
    newest = max((change.date for change in release.head.changes), default="")
    return dates.in_words(newest) if newest else ""


def correction_pages(holdings: Holdings) -> dict[str, bytes]:
    """Return the list of corrections, a tombstone for each withdrawn release, by path."""
    shelves = shelved(
        [(one.date, _row(holdings, one)) for one in told(holdings.archive)],
        "Corrections",
        "corrections",
        "entry",
    )
    number = len(told(holdings.archive))
    made = {
        INDEX: Listing(
            title="Corrections",
            byline=counted(number, "entry", "entries") if number else "none so far",
            introduction="Every change of a text, title or date after it was published here, and every withdrawal. "
            "Former wordings stay on the page of the release.",
            record=(),
            groups=shelves.groups,
        ),
        **shelves.further,
    }
    pages = {
        path: page("listing", listing, path, _meta(listing, "corrections"))
        for every in made.items()
        for path, listing in paged(*every).items()
    }
    for key, stone in holdings.archive.withdrawn.items():
        path = f"releases/{key}.md"
        listing = _tombstone(holdings, key, stone)
        meta = _meta(listing, "withdrawn") | {"id": key, **holdings.made_from(key)}
        pages[path] = page("listing", listing, path, meta)
    return pages


def _meta(listing: Listing, record: str) -> dict[str, str]:
    return {"title": listing.title, "description": listing.introduction, "record": record}


def _row(holdings: Holdings, one: Told) -> Row:
    release = holdings.archive.releases.get(one.release)
    if release is None:
        stone = holdings.archive.withdrawn[one.release]
        to = Words(stone.title or one.release, to=f"releases/{one.release}.md")
        return Row(dates.in_words(one.date), ((to,), (Words(f"withdrawn. {one.why}"),)))
    what = block_name(one.what) if one.what[1:].isdigit() else one.what
    where = holdings.to_release(release, one.what, what) if one.what[1:].isdigit() else Words(what)
    return Row(
        dates.in_words(one.date), ((holdings.to_release(release),), (where, Words(f". {one.why}")))
    )


def _tombstone(holdings: Holdings, key: str, stone: Withdrawal) -> Listing:
    outlet = stone.outlet and ((holdings.to_outlet(stone.outlet),),)
    by = stone.replaced_by and holdings.archive.releases.get(stone.replaced_by)
    day = stone.published and dates.in_words(stone.published)
    rows = (
        Row("Outlet", outlet or ()),
        Row("Published", ((Words(day),),) if day else ()),
        Row("In its place", ((holdings.to_release(by),),) if by else ()),
        Row("Reference code", ((Words(key),),)),
    )
    return Listing(
        title=stone.title or "Withdrawn release",
        byline=f"Withdrawn on {dates.in_words(stone.date)} {_ASKED[stone.by]}",
        introduction=f"A release had this address. It was withdrawn: {stone.why} Its reference code is never given to another.",
        record=tuple(row for row in rows if row.values),
        groups=(),
    )


def moved_pages(holdings: Holdings) -> dict[str, bytes]:
    """Return a page at each former address, which leads to where the record is now."""
    pages = {}
    for key, olds in former_ids(holdings).items():
        target, code = holdings.paths[key], key.removeprefix("outlet:")
        name = _name(holdings, key)
        shown = Moved(name, Words(name, to=target), code)
        meta = {"title": name, "description": f"Now at {code}.", "record": "moved"}
        for old in olds:
            path = f"{target.rpartition('/')[0]}/{old}.md"
            pages[path] = page("moved", shown, path, meta)
    return pages


def _name(holdings: Holdings, key: str) -> str:
    if release := holdings.archive.releases.get(key):
        return holdings.title(release)
    if key.startswith("outlet:"):
        return holdings.outlet_name(key.removeprefix("outlet:"))
    return holdings.to_entity(key).text


@dataclass(frozen=True, slots=True)
class Moved:
    """What the page at a former address shows."""

    title: str
    target: Words
    code: str


def former_ids(holdings: Holdings) -> dict[str, tuple[str, ...]]:
    """Return the former ids of each record that has any, by its key in `Holdings.paths`."""
    archive = holdings.archive
    every = {
        **{key: release.head.formerly for key, release in archive.releases.items()},
        **{key: entity.formerly for key, entity in archive.entities.items()},
        **{f"outlet:{key}": outlet.formerly for key, outlet in archive.outlets.items()},
    }
    return {key: olds for key, olds in every.items() if olds}
