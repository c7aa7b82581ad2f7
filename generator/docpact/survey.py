"""How much of a documentation is read: its request lines, by page and dialect, and why some are not read.

The lines are looked for in the pages' text, by no more than their form, so that the count doesn't depend on the rules
that read them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from docpact.config import Config
from docpact.diagnostics import Diagnostic, Origin, sort_diagnostics
from docpact.dialects import claimed_markup, configured, dialects_by_place, read_documentation, without_ignored
from docpact.dialects.statements import Documentation, OperationStatement
from docpact.dialects.words.paths import is_path_of
from docpact.model import build_api
from docpact.read import DocumentationTree, read_trees
from docpact.read.source import replace_names

NOT_READ = frozenset({
    "directive-unused", "operation-repeated", "operation-unsupported", "operations-generated", "request-line-malformed",
    "request-line-missing", "request-line-unused", "signature-missing",
})  # fmt: skip
"""The codes that say of a place that no operation was made of it."""
UNREADABLE = frozenset({"page-unreadable", "page-encoding"})
UNREPORTED = ""
"""Stands for the code where no diagnostic says why a line is not read."""
METHODS = "GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS"
# Dialect → the form of its request lines.
FORMS = {
    "httpdomain": re.compile(
        r"\s*\.\. +(?:http:)?(?P<method>get|put|post|delete|patch|head|options)::\s+(?P<url>\S+)", re.IGNORECASE
    ),
    "os-api-ref": re.compile(rf"\s*\.\. +rest_method::\s+(?P<method>{METHODS})\s+(?P<url>\S+)"),
    "sections": re.compile(rf"[\s*`-]*(?P<method>{METHODS})`*\**\s+`*(?P<url>(?:https?://|\|[^|\s]+\|)?/?[^\s`*]*/[^\s`*]*)"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestLineSeen:
    """A place that names an operation."""

    origin: Origin
    dialect: str
    """The name of the dialect that reads the place, or whose form the line has."""
    text: str
    """`GET /books/{id}`, or the line as it stands."""
    code: str | None
    """None where it became an operation, else the code of the diagnostic that says why not, or `UNREPORTED`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """How much of a documentation is read."""

    tree: DocumentationTree
    documentation: Documentation
    lines: tuple[RequestLineSeen, ...]
    """In the order of the pages."""
    diagnostics: tuple[Diagnostic, ...]
    """Those of reading and building; the document's own are not among them."""

    @property
    def unread(self) -> tuple[RequestLineSeen, ...]:
        """The request lines that became no operation."""
        return tuple(line for line in self.lines if line.code is not None)


def survey(roots: Sequence[Path], config: Config) -> Survey:
    """Return how much of the documentation in those folders is read; raises `InputError` where one is no folder.

    A documentation of which nothing is read is surveyed like any other.
    """
    found: list[Diagnostic] = []
    dialects = configured(config.dialect)
    tree = read_trees(roots, config.docs.substitutions, found.append, None, claimed_markup(dialects))
    pages = list(without_ignored(tree.pages.values(), config.dialect))
    documentation = read_documentation(pages, dialects, found.append)
    build_api(documentation, found.append)
    diagnostics = tuple(sort_diagnostics(found))
    names = dialects_by_place(pages, dialects)
    files = {page.origin.path: path for page in pages if (path := tree.files.get(page.origin.path))}
    lines = [*_read_lines(documentation, diagnostics, names)]
    lines += _unread_lines(documentation, diagnostics, files, tree.substitutions, {line.origin for line in lines})
    return Survey(
        tree=tree,
        documentation=documentation,
        lines=tuple(sorted(lines, key=lambda line: (line.origin, line.text))),
        diagnostics=diagnostics,
    )


def find_request_lines(text: str) -> Iterator[tuple[int, str, str, str]]:
    """Yield line, dialect, method and URL of each line of a page's text that has the form of a request line."""
    for number, line in enumerate(text.splitlines(), 1):
        for dialect, form in FORMS.items():
            if found := form.match(line[:1000]):
                yield number, dialect, found["method"].upper(), found["url"].rstrip(".,:;")
                break


def _read_lines(
    documentation: Documentation, diagnostics: Sequence[Diagnostic], names: Mapping[str, Sequence[tuple[int, str]]]
) -> Iterator[RequestLineSeen]:
    """Yield each operation's line; one that is described twice is read where its description was taken."""
    repeated = {d.origin for d in diagnostics if d.code == "operation-repeated"}
    for operation in documentation.operations:
        yield RequestLineSeen(
            origin=operation.origin,
            dialect=_dialect(operation.origin, names),
            text=f"{operation.method} {operation.path}",
            code="operation-repeated" if {operation.origin, operation.page_origin} & repeated else None,
        )


def _unread_lines(
    documentation: Documentation,
    diagnostics: Sequence[Diagnostic],
    files: Mapping[str, Path],
    substitutions: Mapping[str, str],
    known: set[Origin],
) -> Iterator[RequestLineSeen]:
    """Yield the lines that became no operation: a diagnostic names them, or they call none that is read."""
    reasons = {d.origin: d.code for d in diagnostics if d.code in NOT_READ and d.origin not in known}
    # What is described twice is one operation, read at the other place.
    known = known | {d.origin for d in diagnostics if d.code == "operation-retold"}
    hosts = {host for operation in documentation.operations if (host := _host(operation.server))}
    for path, file in files.items():
        text = replace_names(file.read_text("utf-8", errors="replace"), substitutions)
        for number, dialect, method, url in find_request_lines(text):
            origin = Origin(path, number)
            host = _host(url)
            elsewhere = bool(host and hosts and host not in hosts)
            shown = elsewhere or any(_calls(one, method, url) for one in documentation.operations)
            if origin in reasons or (origin not in known and not shown):
                code = reasons.pop(origin, UNREPORTED)
                yield RequestLineSeen(origin=origin, dialect=dialect, text=f"{method} {url}", code=code)
    for origin, code in reasons.items():
        yield RequestLineSeen(origin=origin, dialect="sections", text=_line(files, origin), code=code)


def _dialect(origin: Origin, names: Mapping[str, Sequence[tuple[int, str]]]) -> str:
    """Return the dialect of the last section that begins at or before the place."""
    return next((name for line, name in reversed(names.get(origin.path, ())) if line <= origin.line), "sections")


def _host(url: str) -> str:
    """Return the host of a URL, or the `|name|` that stands for one; empty for a path alone."""
    return urlsplit(url).netloc or (url.partition("/")[0] if url.startswith("|") else "")


def _calls(operation: OperationStatement, method: str, url: str) -> bool:
    path = unquote(url).partition("?")[0]
    return operation.method == method and is_path_of(operation.path, path, anywhere=True)


def _line(files: Mapping[str, Path], origin: Origin) -> str:
    """Return the words of a place's line."""
    lines = files[origin.path].read_text("utf-8", errors="replace").splitlines() if origin.path in files else []
    return lines[origin.line - 1].strip()[:120] if 0 < origin.line <= len(lines) else ""
