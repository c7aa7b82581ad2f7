"""What an author probably meant: for each code, the names that exist, and of these the one that is spelt most alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cached_property

from docpact.diagnostics import CODES, Diagnostic
from docpact.dialects import DIALECTS
from docpact.dialects.httpdomain.vocabulary import FIELDS, SIGNED
from docpact.dialects.sections.vocabulary import ARRAY_WORDS, OPEN_WORDS, TYPE_WORDS
from docpact.misspellings import HEADING_WORDS
from docpact.model import Api
from docpact.model.types import Object
from docpact.read import DocumentationTree
from docpact.read.page import Page, Table, walk_blocks
from docpact.spelling import squash

QUOTED = re.compile(r"`([^`]+)`")
WORD = re.compile(r"[A-Za-z]+")
NEAR = 0.75
"""How alike two names are, by difflib, of which one is suggested for the other."""
NEARER = 0.88
"""The same for names that a page may have many of: two of them are often alike and both right."""
LONGEST = 80


def suggest(diagnostics: Sequence[Diagnostic], tree: DocumentationTree, api: Api) -> tuple[Diagnostic, ...]:
    """Return the diagnostics, each with what its author probably meant, where something of a like name exists."""
    names = _Names(tree=tree, api=api)
    return tuple(_with_suggestion(diagnostic, names) for diagnostic in diagnostics)


def find_near(word: str, known: Iterable[str], cutoff: float = NEAR) -> str:
    """Return the known name that is most like the word; empty where none is, or where the word itself is known."""
    names = sorted(set(known))
    if not word or len(word) > LONGEST or word in names:
        return ""
    # `bookId` and `book_id` are one name to a reader.
    squashed = squash(word)
    if same := [name for name in names if squash(name) == squashed]:
        return same[0]
    by_case = {name.lower(): name for name in reversed(names)}
    letters = sorted(word.lower())
    turned = [name for name in by_case if len(name) == len(letters) and sorted(name) == letters]
    near = turned or get_close_matches(word.lower(), sorted(by_case), n=1, cutoff=cutoff)
    return by_case[near[0]] if near else ""


@dataclass(frozen=True)
class _Names:
    """The names of a documentation, gathered once a kind and only where a diagnostic asks for it."""

    tree: DocumentationTree
    api: Api
    cells: dict[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def pages(self) -> frozenset[str]:
        labels = {label for page in self.tree.pages.values() for section in page.sections for label in section.labels}
        return frozenset(self.tree.pages) | labels

    @cached_property
    def types(self) -> frozenset[str]:
        named = {component.name for component in self.api.components}
        return frozenset(TYPE_WORDS) | ARRAY_WORDS | OPEN_WORDS | named

    @cached_property
    def properties(self) -> frozenset[str]:
        schemas = [component.schema for component in self.api.components]
        return frozenset(prop.name for schema in schemas if isinstance(schema, Object) for prop in schema.properties)

    @cached_property
    def markup(self) -> frozenset[str]:
        asked = [dialect.markup for dialect in DIALECTS]
        return frozenset(one.name for markup in asked for one in markup.directives) | frozenset(
            role for markup in asked for role in markup.roles
        )

    def of_page(self, path: str) -> frozenset[str]:
        """Return the names in the first columns of a page's tables, and the variables of its operations' paths."""
        if path not in self.cells:
            pages = [page for page in self.tree.pages.values() if page.origin.path == path]
            variables = {
                parameter.name
                for operation in self.api.operations
                if operation.origin.path == path
                for parameter in operation.parameters
            }
            self.cells[path] = frozenset(name for page in pages for name in _first_cells(page)) | variables
        return self.cells[path]


def _first_cells(page: Page) -> Iterable[str]:
    for section in page.sections:
        for block in walk_blocks(section.blocks):
            if isinstance(block, Table):
                yield from (row.cells[0].plain for row in block.rows if row.cells)


def _of_page(names: _Names, diagnostic: Diagnostic) -> Iterable[str]:
    return names.of_page(diagnostic.origin.path)


def _properties(names: _Names, diagnostic: Diagnostic) -> Iterable[str]:
    return names.of_page(diagnostic.origin.path) | names.properties


KNOWN: Mapping[str, Callable[[_Names, Diagnostic], Iterable[str]]] = {
    "directive-unknown": lambda names, _: names.markup,
    "directive-unused": lambda names, _: names.markup,
    "role-unknown": lambda names, _: names.markup,
    "field-undocumented": _properties,
    "field-unknown": lambda _names, _: {*FIELDS, *SIGNED},
    "ignore-unknown": lambda _names, _: CODES,
    "link-dangling": lambda names, _: names.pages,
    "parameter-unknown": _of_page,
    "path-parameter-undocumented": _of_page,
    "path-parameter-unknown": _of_page,
    "query-undocumented": _of_page,
    "curl-query": _of_page,
    "substitution-unknown": lambda names, _: names.tree.substitutions,
    "type-unknown": lambda names, _: names.types,
}
"""Code → the names that the first one in its message may be meant for."""
MANY = frozenset({"field-undocumented", "curl-query", "query-undocumented"})
"""Codes whose names are compared with all properties of a page."""
CAPTIONS = frozenset({"row-nameless", "table-unplaced"})
"""Codes of tables that a misspelt heading over them may have put in the wrong place."""


def _with_suggestion(diagnostic: Diagnostic, names: _Names) -> Diagnostic:
    if diagnostic.code in CAPTIONS:
        found = _meant_heading(diagnostic, names.tree)
    elif diagnostic.code in KNOWN and (quoted := QUOTED.search(diagnostic.message)):
        word = quoted[1].strip("{}|:/ ")
        known = KNOWN[diagnostic.code](names, diagnostic)
        cutoff = NEARER if diagnostic.code in MANY else NEAR
        near = find_near(word, known, cutoff) or find_near(word.rpartition("/")[2], known, cutoff)
        found = f"`{near}`" if near and near != word else ""
    else:
        found = ""
    return replace(diagnostic, suggestion=found) if found else diagnostic


def _meant_heading(diagnostic: Diagnostic, tree: DocumentationTree) -> str:
    """Return the word that the heading over a place was probably meant to have."""
    headings = [
        section.heading
        for page in tree.pages.values()
        for section in page.sections
        if section.heading.origin.path == diagnostic.origin.path and section.origin.line <= diagnostic.origin.line
    ]
    words = WORD.findall(headings[-1].plain) if headings else []
    for word in words:
        if near := find_near(word.lower(), HEADING_WORDS):
            return f"`{near.capitalize()}` for the heading `{headings[-1].plain}`"
    return ""
