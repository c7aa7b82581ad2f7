"""What every name of a directive or role on a page means; docutils' registries are borrowed and given back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives, roles
from docutils.parsers.rst.languages import en
from docutils.utils import Reporter

from docpact.read.code import CodeBlock, CodeTab, Formula, ParsedLiteral
from docpact.read.containers import Aside, Heading, Highlight, ObjectDescription, Only, Skipped, Titled, Transparent
from docpact.read.context import PageContext
from docpact.read.inclusion import END_OF_INCLUSION, CsvTable, EndOfInclusion, Include, LiteralInclude
from docpact.read.kept import KeptDirective, UnknownDirective
from docpact.read.lenient import LenientDirective
from docpact.read.roles import DOMAINS, find_role, kept_role, unknown_role
from docpact.read.tolerant import ListTable, RstTable


class DefaultDomain(LenientDirective):
    """`default-domain`: what names without a domain belong to from here on."""

    def build(self) -> list[nodes.Node]:
        """Return nothing; the page's names are looked up again."""
        self.context.domain = self.argument.strip().lower()
        self.context.register(self.context)
        return []


# Directive → class, by what becomes of the content. Sphinx's own first, then those of common extensions.
MEANING: dict[Any, str] = {
    CodeBlock: "code-block sourcecode code hidden-code-block",
    CodeTab: "code-tab",
    ParsedLiteral: "parsed-literal",
    Formula: "math productionlist",
    Only: "only",
    Transparent: "hlist acks rst-class cssclass class glossary figure ifconfig container compound "
    "tabs tab-set tab-set-code grid grid-item cards card-carousel div panels accordion",
    Titled: "tab group-tab tab-item dropdown details collapse toggle card grid-item-card expander",
    Heading: "rubric centered",
    Aside: "seealso versionadded versionchanged versionremoved deprecated deprecated-removed todo",
    Skipped: "toctree image index tabularcolumns contents raw meta sectionauthor codeauthor moduleauthor todolist "
    "module currentmodule py:module py:currentmodule program autosummary highlightlang sectnum header footer title "
    "graphviz digraph graph inheritance-diagram mermaid uml plantuml youtube video docpact-reference",
    ObjectDescription: "function data exception attribute method staticmethod classmethod decorator property "
    "option cmdoption envvar describe object confval",
    Highlight: "highlight",
    DefaultDomain: "default-domain",
    Include: "include",
    LiteralInclude: "literalinclude",
    EndOfInclusion: END_OF_INCLUSION,
    CsvTable: "csv-table",
    ListTable: "list-table",
    RstTable: "table",
}
DIRECTIVES: dict[str, Any] = {name: kind for kind, names in MEANING.items() for name in names.split()}
# Asks docutils for its own names; it answers an unknown one with a remark that is nobody's concern.
SILENT = Reporter("", report_level=5, halt_level=5, stream=False)
NOWHERE = nodes.document(None, SILENT)


@contextmanager
def sphinx_markup() -> Iterator[None]:
    """Make Sphinx's markup known to docutils inside the block.

    docutils keeps roles and directives in process-wide dictionaries, and a page may add to them (`.. role::`,
    `.. default-role::`); both are restored, so that one page cannot change the next.
    """
    kept_directives, kept_roles = dict(directives._directives), dict(roles._roles)  # noqa: SLF001 - no public way.
    directives._directives.update(DIRECTIVES)  # noqa: SLF001 - one call instead of a hundred.
    # A page begins without a default role, also where Sphinx has set one.
    roles._roles.pop("", None)  # noqa: SLF001 - as above.
    try:
        yield
    finally:
        for registry, kept in ((directives._directives, kept_directives), (roles._roles, kept_roles)):  # noqa: SLF001
            registry.clear()
            registry.update(kept)


def register_names(context: PageContext) -> None:
    """Register a class or function for each name that the page's text may use."""
    for name in context.directives:
        directives.register_directive(name, _directive(name, context))
    for name in context.roles:
        roles.register_local_role(name, _role(name, context))


def own_directive(name: str, context: PageContext) -> Any:  # noqa: ANN401 - docutils has no types.
    """Return our class for a directive that a dialect or Sphinx defines; None for others."""
    if context.spec(name):
        return KeptDirective
    if name in DIRECTIVES:
        return DIRECTIVES[name]
    return ObjectDescription if name.startswith(DOMAINS) else None


def own_role(name: str, context: PageContext) -> Any:  # noqa: ANN401 - docutils has no types.
    """Return our function for a role that a dialect, Sphinx or the configuration defines; None for others."""
    return kept_role if context.role(name) else find_role(name, context.settings.conf.extlinks)


def _directive(name: str, context: PageContext) -> Any:  # noqa: ANN401 - docutils has no types.
    if own := own_directive(name, context):
        return own
    found, _ = directives.directive(name, en, NOWHERE)
    return found or UnknownDirective


def _role(name: str, context: PageContext) -> Any:  # noqa: ANN401 - docutils has no types.
    if found := own_role(name, context):
        return found
    own, _ = roles.role(name, en, 1, SILENT)
    return own or unknown_role
