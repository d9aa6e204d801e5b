"""The templates of the site, ready for many pages: folded for each kind of page (`known`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from jinja2 import Environment, Template, TemplateError, nodes
from jinja2.compiler import has_safe_repr
from jinja2.visitor import NodeTransformer

from generator.site.fast.known import Known, Unfit, copied
from generator.site.fast.written import ESCAPED, escaped

OFTEN = 12
"""How many pages of a kind are made by the template as it stands before it is folded."""
_OUTER = (nodes.Block, nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)
_Kind = tuple[str, frozenset[str], object]


class Folded:
    """A template of a kind of page."""

    def __init__(self, template: Template, targets: tuple[str, ...]) -> None:
        """Keep the template, and what `url_0`, `url_1` and so on are the addresses of."""
        self._template = template
        self.targets = targets

    def page(self, meta: Mapping[str, Any], own: Mapping[str, Any], urls: Mapping[str, str]) -> str:
        """Return a page of its fields, its attributes, and `urls` as its neighbours have them."""
        variables = {f"meta_{name}": value for name, value in meta.items()}
        variables.update(own)
        variables.update(urls)
        context = self._template.new_context(variables, shared=True)
        return "".join(self._template.root_render_func(context))


class Skeletons:
    """Folded templates, by kind of page: its template, which fields it has, and its `record`."""

    def __init__(self, env: Environment, values: Mapping[str, Any]) -> None:
        """Fold with `values`, the variables of MkDocs that are the same for every page."""
        self._env, self._values = env.overlay(), values
        self._env.filters = {**env.filters, ESCAPED: escaped}
        self._seen: Counter[_Kind] = Counter()
        self._made: dict[_Kind, Folded | None] = {}
        self._whole: dict[str, nodes.Template] = {}

    def of(self, name: str, meta: Mapping[str, Any]) -> Folded | None:
        """Return the folded template of a page; None if the page is to be made as it stands.

        Args:
            name: The template that the page names.
            meta: Its fields; what `page.meta.record` says is filled in.
        """
        kind = (name, frozenset(meta), meta.get("record"))
        if kind not in self._made:
            self._seen[kind] += 1
            if self._seen[kind] <= OFTEN:
                return None
            try:
                self._made[kind] = self._folded(*kind)
            # A template that fails is made as it stands, and then says itself what is wrong.
            except (Unfit, TemplateError):
                self._made[kind] = None
        return self._made[kind]

    def _folded(self, name: str, present: frozenset[str], record: object) -> Folded:
        if name not in self._whole:
            self._whole[name] = _whole(self._env, name, {})
        fields = {"record": record} if "record" in present else {}
        known = Known(self._values, fields, present)
        whole = nodes.Template([nodes.Scope(known.several(copied(self._whole[name].body)))])
        for node in whole.find_all(nodes.Node):
            node.lineno = node.lineno or 1
            if _is_left(node):
                raise Unfit(name)
        whole.set_environment(self._env)
        code = self._env.compile(whole, name)
        template = Template.from_code(self._env, code, {})
        return Folded(template, tuple(known.targets))


def _is_left(node: nodes.Node) -> bool:
    """Return whether something is left that has no meaning in a folded template."""
    if isinstance(node, nodes.Const):
        return not has_safe_repr(node.value)
    return isinstance(node, _OUTER) or (isinstance(node, nodes.Name) and " " in node.name)


def _whole(env: Environment, name: str, blocks: Mapping[str, nodes.Block]) -> nodes.Template:
    """Return the tree of a template with those that it extends and includes."""
    if env.loader is None:
        raise Unfit(name)
    tree = env.parse(env.loader.get_source(env, name)[0])
    blocks = {each.name: each for each in tree.find_all(nodes.Block)} | dict(blocks)
    extends = tree.find(nodes.Extends)
    if extends is not None:
        return _whole(env, _constant(extends.template), blocks)
    made = _Filled(env, blocks).visit(tree)
    return made if isinstance(made, nodes.Template) else nodes.Template([])


def _constant(node: nodes.Node) -> str:
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        return node.value
    raise Unfit("a template that is not named plainly")


class _Filled(NodeTransformer):
    """Puts blocks and included templates where they stand. The names of methods are Jinja's."""

    def __init__(self, env: Environment, blocks: Mapping[str, nodes.Block]) -> None:
        self._env, self._blocks = env, blocks

    def visit_Block(self, node: nodes.Block) -> nodes.Node:  # noqa: N802
        chosen = self._blocks[node.name]
        return nodes.Scope([self.visit(each) for each in copied(chosen.body)])

    def visit_Include(self, node: nodes.Include) -> nodes.Node:  # noqa: N802
        if not node.with_context or node.ignore_missing:
            raise Unfit("an include that is not plain")
        return nodes.Scope(_whole(self._env, _constant(node.template), {}).body)
