"""A template with all filled in that is known of a kind of page: what is left is what differs.

Of what a page's templates say nearly everything is the same on each page of its kind: settings,
navigation, which branches are taken. Jinja reads a template as a tree; the tree is folded once with
what is known, so that for a page only its own fields are looked up and written. Whatever is not
plainly understood is `Unfit`, and the page is made by its template as it stands.

- A field `page.meta.x` becomes the variable `meta_x`, an attribute `page.x` the variable `page_x`.
- `'x/' | url` becomes the variable `url_N`: addresses differ from folder to folder.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from generator.site.fast import written

ATTRIBUTES = frozenset(("title", "content", "canonical_url", "url"))
"""What templates may read of a page besides its fields."""
_PAGE, _META = "page", "page meta"
_OWN = ("meta_", "page_", "url_", _META)
_OF_DICT = frozenset(dir(dict))


class Unfit(Exception):
    """The template holds something that is not folded."""


class Known(NodeTransformer):
    """Folds the tree of a template."""

    def __init__(
        self, values: Mapping[str, Any], fields: Mapping[str, Any], present: Collection[str]
    ) -> None:
        """Fold with what is known.

        Args:
            values: Variables and their values; `page` is none of them, and is there.
            fields: Fields of the page whose values are known.
            present: All fields of the page.
        """
        self._values, self._fields, self._present = values, fields, present
        self._set: dict[str, nodes.Expr | None] = {}
        self._unsure = 0
        self.targets: list[str] = []
        """What `url_0`, `url_1` and so on are the addresses of."""

    def several(self, body: list[nodes.Node]) -> list[nodes.Node]:
        """Return nodes that follow each other, folded; `body` does not stay as it was."""
        return written.together(made for node in body for made in self.visit_list(node))

    @contextmanager
    def _within(self, unsure: int = 0) -> Iterator[None]:
        """Forget at the end what was set; `unsure` if it is not known whether this is reached."""
        before = dict(self._set)
        self._unsure += unsure
        try:
            yield
        finally:
            self._unsure -= unsure
            self._set = before

    # Statements. The names of methods are Jinja's.

    def visit_Scope(self, node: nodes.Scope) -> Any:  # noqa: N802
        """Fold what is within; what it sets ends with it, and if that is nothing, it need not be one."""
        with self._within():
            body = self.several(node.body)
        return nodes.Scope(body) if any(map(_sets, body)) else body

    def visit_Assign(self, node: nodes.Assign) -> Any:  # noqa: N802
        """Keep what a name stands for, or that this is not known."""
        name = self._named(node.target)
        value = self.visit(node.node)
        plain = isinstance(value, nodes.Const) or _is_own(value)
        self._set[name] = value if plain else None
        return [] if plain else nodes.Assign(node.target, value)

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> Any:  # noqa: N802
        """Fold what a name is set to."""
        name = self._named(node.target)
        if node.filter:
            raise Unfit("a block with a filter")
        with self._within():
            body = self.several(node.body)
        self._set[name] = None
        return nodes.AssignBlock(node.target, None, body)

    def _named(self, target: nodes.Node) -> str:
        if not isinstance(target, nodes.Name) or self._unsure:
            raise Unfit("something is set where that is not followed")
        return target.name

    def visit_If(self, node: nodes.If) -> Any:  # noqa: N802
        """Take the branch that is known to be taken."""
        test = self.visit(node.test)
        if (sure := _truth(test)) is not None:
            if sure:
                return self.several(node.body)
            if not node.elif_:
                return self.several(node.else_)
            first, *rest = node.elif_
            return self.visit_If(nodes.If(first.test, first.body, rest, node.else_))
        with self._within(unsure=1):
            body, else_ = self.several(node.body), self.several(node.else_)
            elif_ = [made for each in node.elif_ for made in self._elif(each)]
        return nodes.If(test, body, elif_, else_)

    def _elif(self, node: nodes.If) -> Iterator[nodes.If]:
        yield nodes.If(self.visit(node.test), self.several(node.body), [], [])

    def visit_For(self, node: nodes.For) -> Any:  # noqa: N802
        """Write out each turn of a loop whose items are known."""
        counts = any(
            name.name == "loop" for each in node.body for name in each.find_all(nodes.Name)
        )
        if not isinstance(node.target, nodes.Name) or node.test or node.recursive or counts:
            raise Unfit("a loop that is not plain")
        items = self.visit(node.iter)
        if not isinstance(items, nodes.Const):
            with self._within(unsure=1):
                self._set[node.target.name] = None
                body, else_ = self.several(node.body), self.several(node.else_)
            return nodes.For(node.target, items, body, else_, None, False)  # noqa: FBT003 - as Jinja has it
        made: list[nodes.Node] = []
        for item in items.value:
            with self._within():
                self._set[node.target.name] = nodes.Const(item)
                made += self.several(copied(node.body))
        return made or self.several(node.else_)

    def visit_Output(self, node: nodes.Output) -> Any:  # noqa: N802
        """Write what is known as text."""
        parts = [self.visit(each) for each in node.nodes]
        return nodes.Output([written.text(each) for each in parts])

    # Expressions.

    def generic_visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> nodes.Node:
        """Fold an expression of which all is known."""
        made = super().generic_visit(node, *args, **kwargs)
        if not isinstance(made, nodes.Expr) or isinstance(made, nodes.Const | nodes.TemplateData):
            return made
        try:
            return nodes.Const(made.as_const())
        except nodes.Impossible:
            return made

    def visit_Name(self, node: nodes.Name) -> Any:  # noqa: N802
        """Return what a name stands for."""
        if node.name in self._set:
            return self._set[node.name] or node
        if node.name in self._values:
            return nodes.Const(self._values[node.name])
        if node.name == _PAGE or _is_own(node):
            return node
        raise Unfit(node.name)

    def visit_Getattr(self, node: nodes.Getattr) -> Any:  # noqa: N802
        """Return a field or an attribute of the page as a variable."""
        of, name = self.visit(node.node), node.attr
        if _is(of, _PAGE):
            if name not in ATTRIBUTES and name != "meta":
                raise Unfit(f"page.{name}")
            return nodes.Name(_META if name == "meta" else f"page_{name}", "load")
        if _is(of, _META):
            return self._field(name, node.environment)
        if isinstance(of, nodes.Const):
            node.node = of
            return self.generic_visit(node)
        # Fields of fields are items of dictionaries: Jinja asks for those second.
        item = nodes.Getitem(of, nodes.Const(name), "load")
        return nodes.Getattr(of, name, "load") if name in _OF_DICT else item

    def _field(self, name: str, environment: Any) -> nodes.Expr:
        if name in _OF_DICT:
            raise Unfit(f"page.meta.{name}")
        if name in self._fields:
            return nodes.Const(self._fields[name])
        if name not in self._present:
            return nodes.Const(environment.undefined(name=name))
        return nodes.Name(f"meta_{name}", "load")

    def visit_Filter(self, node: nodes.Filter) -> Any:  # noqa: N802
        """Return an address as a variable; fold what else is known."""
        made = self.generic_visit(node)
        if not isinstance(made, nodes.Filter) or made.name != "url":
            return made
        if not isinstance(made.node, nodes.Const) or not isinstance(made.node.value, str):
            raise Unfit("an address that is not known")
        self.targets.append(made.node.value)
        return nodes.Name(f"url_{len(self.targets) - 1}", "load")

    def visit_Test(self, node: nodes.Test) -> Any:  # noqa: N802
        """The page is there, and its fields are."""
        made = self.generic_visit(node)
        if isinstance(made, nodes.Test) and made.name == "defined" and _truth(made.node):
            return nodes.Const(True)  # noqa: FBT003 - Jinja's way
        return made

    def visit_And(self, node: nodes.And) -> Any:  # noqa: N802
        """Return the side that counts, if the left one is known."""
        return self._side(node, lambda sure: not sure)

    def visit_Or(self, node: nodes.Or) -> Any:  # noqa: N802
        """Return the side that counts, if the left one is known."""
        return self._side(node, lambda sure: sure)

    def _side(self, node: nodes.And | nodes.Or, left: Callable[[bool], bool]) -> Any:
        node.left = self.visit(node.left)
        if (sure := _truth(node.left)) is not None:
            return node.left if left(sure) else self.visit(node.right)
        node.right = self.visit(node.right)
        return node

    def visit_CondExpr(self, node: nodes.CondExpr) -> Any:  # noqa: N802
        """Return the side that counts, if the test is known."""
        node.test = self.visit(node.test)
        sure = _truth(node.test)
        if node.expr2 is None:
            raise Unfit("an `if` without `else`")
        if sure is not None:
            return self.visit(node.expr1 if sure else node.expr2)
        node.expr1, node.expr2 = self.visit(node.expr1), self.visit(node.expr2)
        return node


def copied(node: Any) -> Any:
    """Return a tree like this one that shares no node with it."""
    if isinstance(node, list):
        return [copied(each) for each in node]
    if isinstance(node, tuple):
        return tuple(copied(each) for each in node)
    if not isinstance(node, nodes.Node):
        return node
    made = type(node)(*(copied(getattr(node, name)) for name in node.fields))
    made.lineno, made.environment = node.lineno, node.environment
    return made


def _is(node: nodes.Node, name: str) -> bool:
    return isinstance(node, nodes.Name) and node.name == name


def _is_own(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Name) and (node.name.startswith(_OWN) or node.name == _PAGE)


def _truth(node: nodes.Node) -> bool | None:
    """Return whether a value counts as true; None if that is not known."""
    if isinstance(node, nodes.Const):
        return bool(node.value)
    return True if _is(node, _PAGE) or _is(node, _META) else None


def _sets(node: nodes.Node) -> bool:
    """Return whether something is set within, or by, a statement."""
    kinds = nodes.Assign, nodes.AssignBlock
    return isinstance(node, kinds) or any(node.find(kind) for kind in kinds)
