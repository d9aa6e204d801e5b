"""Names of files that would leave their folder, collide, or cannot be cloned somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import Case

_STEMS = (
    "con", "prn", "aux", "nul", "com1", "lpt9", "index", "404", "CON", "Upper", "with space", "trail ", " lead", "dot.", "a.b",
    "a_b", "a--b", "-a", "a-", "é", "e\u0301", "한국", "Лавров", "a:b", "q?", "a*b", "a|b", 'a"b', "<b>", "a>b", "a\\b", "a\nb",
    "a\tb", "a\x1b[31mb", "a\u202eb", "a\u200bb", "%2f", "%2e%2e", "..%2f..%2fetc", "$(id)", "`id`", ";id", "a&b", "a#b",
    "x" * 81, "x" * 120, "~a", "a~1", "__config", "{{a}}", "🙂", "ſ", "K", "ı",
)  # fmt: skip
_STRAY = (
    "pages/evil.html", "pages/evil.svg", "pages/sw.js", "pages/_headers", "pages/_redirects", "pages/CNAME",
    "pages/robots.txt", "pages/assets/javascripts/bundle.js", "pages/style.css", "pages/a.md.exe", "pages/a.markdown",
    "pages/data.json", "CNAME", "_config.yml", "mkdocs.yml", "authorities/people/a.yaml", "authorities/people/a.json",
    "authorities/animals/cat.yml", "authorities/a.yml", "captures/herald/a.exe", "captures/herald/a.pdf", "captures/a.txt",
    "captures/herald/deep/a.txt", "releases/a.md", "releases/20x4/a.md", "releases/2024/deep/a.md", "releases/2024/a.txt",
    "outlets/deep/a.yml", "vocabulary/nope.yml", "profiles/a.yml", "profiles/sites/a.py", "overrides/main.html",
    "generator/x.py", ".github/workflows/x.yml", "pages/.htaccess", "pages/people.md", "pages/releases/index.md",
    "pages/data.md", "pages/search/x.md", "pages/chronology.md", "pages/corrections.md", "pages/outlets/x.md",
)  # fmt: skip


def named() -> Iterator[Case]:
    """Yield a record under each of these names, files that do not belong here, and collisions."""
    for stem in _STEMS:
        shown = stem.encode("unicode_escape").decode()
        data = f"id: {'a'}\nheading: Ann\norder: given-first\n".encode()
        yield Case(f"named {shown}", {f"authorities/people/{stem}.yml": data}, "refused")
        yield Case(
            f"page named {shown}", {f"pages/n/{stem}.md": b"# Page\n\nText.\n"}, *_page(stem)
        )
    for path in _STRAY:
        yield Case(f"stray {path}", {path: b"# Page\n\nalert(1)\n"}, "refused")
    twice = {"authorities/places/t-same.yml": "places", "authorities/people/t-same.yml": "people"}
    yield Case("one id twice", {path: _record(what) for path, what in twice.items()}, "refused")
    both = {"pages/t-page/index.md": b"# Page\n\nA.\n", "pages/t-page.md": b"# Page\n\nB.\n"}
    yield Case("one address twice", both, "refused", "the same address")


def _page(stem: str) -> tuple[str] | tuple[str, str]:
    return ("unchanged",) if stem in ("index", "404") else ("refused", "")


def _record(folder: str) -> bytes:
    order = "order: given-first\n" if folder == "people" else ""
    return f"id: t-same\nheading: Same in {folder}\n{order}".encode()
