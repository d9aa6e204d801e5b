"""Templates and the code that fills them agree, and print nothing unescaped."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Any

import pytest
from jinja2 import Environment, meta, nodes

from generator.pages.compare import ComparePage
from generator.pages.corrections import Moved
from generator.pages.coverage import CoveragePage
from generator.pages.datapage import DataPage
from generator.pages.entity import EntityPage, SheetPage
from generator.pages.environment import TEMPLATES, environment
from generator.pages.formula import FormulaPage
from generator.pages.home import HomePage, WaysPage
from generator.pages.levels import LevelsPage
from generator.pages.release import ReleasePage
from generator.pages.series import SeriesPage
from generator.pages.shelves import Listing

CONTEXTS: dict[str, type[Any]] = {
    "compare": ComparePage,
    "coverage": CoveragePage,
    "data": DataPage,
    "entity": EntityPage,
    "formula": FormulaPage,
    "home": HomePage,
    "levels": LevelsPage,
    "listing": Listing,
    "moved": Moved,
    "release": ReleasePage,
    "series": SeriesPage,
    "sheet": SheetPage,
    "ways": WaysPage,
}
WRITTEN = {"anchor", "bar", "items", "line", "marked", "table", "word"}
"""Functions of `written` that templates call."""
ALL = sorted(path.name for path in TEMPLATES.glob("*.j2"))


def parsed(name: str) -> nodes.Template:
    """Return the syntax tree of a template."""
    return environment().parse((TEMPLATES / name).read_text("utf-8"))


def test_every_template_has_its_context() -> None:
    """A page template and the dataclass that fills it come in pairs."""
    assert [name for name in ALL if not name.startswith("_")] == [
        f"{name}.md.j2" for name in sorted(CONTEXTS)
    ]


@pytest.mark.parametrize("name", sorted(CONTEXTS))
def test_a_template_uses_just_the_fields_of_its_context(name: str) -> None:
    """Free variables are the fields, `here`, and what writes: none misspelt, none in vain."""
    free = meta.find_undeclared_variables(parsed(f"{name}.md.j2"))

    assert free - {"here"} - WRITTEN == {field.name for field in fields(CONTEXTS[name])}


def test_every_macro_is_called() -> None:
    """A macro that nothing calls is dead."""
    sources = "\n".join((TEMPLATES / name).read_text("utf-8") for name in ALL)
    defined = re.findall(r"macro (\w+)\(", sources)

    for macro in defined:
        assert (
            len(re.findall(rf"(?<!macro )\b{macro}\(|import[^%]* as [^%]*\b{macro}\b", sources)) > 0
        ), macro


@pytest.mark.parametrize("name", ALL)
def test_no_template_joins_or_formats_text(name: str) -> None:
    """Joined strings would be escaped for HTML and not for Markdown; `safe` is for anchors alone."""
    tree = parsed(name)
    filters = {each.name for each in tree.find_all(nodes.Filter)}

    assert not list(tree.find_all(nodes.Concat))
    assert filters <= {"within", "length"} | ({"safe"} if name == "_links.md.j2" else set())


def test_what_a_template_prints_is_escaped() -> None:
    """A value printed by a template renders as its characters."""
    made: Environment = environment()

    assert (
        made.from_string("{{ value }}").render(value="<b> *x* {{ y }}")
        == "&lt;b> \\*x\\* &#123;&#123; y }}"
    )


def test_a_variable_that_is_missing_stops_the_page() -> None:
    """Nothing is printed as empty because its name was misspelt."""
    with pytest.raises(Exception, match="is undefined"):
        environment().from_string("{{ nope }}").render()
