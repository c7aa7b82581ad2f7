"""A folder of documentation → its pages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.errors import InputError
from docpact.files import find_sources
from docpact.read.blocks import SectionReader
from docpact.read.columns import Column, find_column
from docpact.read.doctree import parse_doctree
from docpact.read.many import Known, Written, parse_pages
from docpact.read.page import Page, PageKind, Paragraph, Sample, Section, Style, Table, Text, walk_blocks
from docpact.read.parts import split_operations
from docpact.read.source import read_substitutions, read_text, replace_names

SUFFIX = ".rst"
# A folder's name tells what its pages document; where it doesn't, the page's own shape does.
KIND_BY_FOLDER = {
    "endpoints": PageKind.ENDPOINT,
    "datastructures": PageKind.STRUCTURE,
    "enums": PageKind.ENUM,
    "webhooks": PageKind.WEBHOOK,
    "events": PageKind.WEBHOOK,
    "callbacks": PageKind.WEBHOOK,
}
REQUEST_LINE = re.compile(r"\s*(GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS)\s+(/|\|\S*/|https?://\S*/)\S*")
WHOLE_LINE = re.compile(rf"{REQUEST_LINE.pattern}(\s+HTTP/[\d.]+)?\s*")
GENERAL_FOLDERS = frozenset({
    "howtos", "how-to", "howto", "guides", "guide", "tutorials", "tutorial", "includes", "_templates", "_static",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentationTree:
    """All pages of one or more folders, by name."""

    pages: Mapping[str, Page]
    """In the order of their names, so that no file system's order shows in what is emitted."""
    substitutions: Mapping[str, str]
    """The `|name|`s that were replaced."""
    files: Mapping[str, Path]
    """Every source file by its path in the tree, those too that could not be read."""

    def of_kind(self, kind: PageKind) -> tuple[Page, ...]:
        """Return the pages of that kind, by name."""
        return tuple(page for page in self.pages.values() if page.kind is kind)


def read_trees(
    roots: Sequence[Path], substitutions: Mapping[str, str], report: Report, known: Known | None = None
) -> DocumentationTree:
    """Return the pages of all roots together; given substitutions win over those of a root's `conf.py`.

    Pages that are `known` are not read again; what is read is added to them. Raises `InputError` where a root is no
    folder or none of them holds an endpoint page.
    """
    pages: dict[str, Page] = {}
    names: dict[str, str] = {}
    files: dict[str, Path] = {}
    for root in roots:
        if not root.is_dir():
            what = "is not a folder" if root.exists() else "does not exist"
            raise InputError(
                f"the documentation folder {what}", where=str(root), hint="give the folder with the .rst pages"
            )
        own = read_substitutions(root / "conf.py") | dict(substitutions)
        names |= own
        sources = {path.relative_to(root).as_posix(): path for path in find_sources(root)}
        files |= sources
        texts = [
            Written(relative, replace_names(text, own))
            for relative, path in sources.items()
            if (text := read_text(path, Origin(relative, 1), report)) is not None
        ]
        read = [page for page in parse_pages(texts, parse_page, known, report) if page is not None]
        pages |= {part.name: part for page in read for part in _parts(page)}
    if not any(page.kind is PageKind.ENDPOINT for page in pages.values()):
        raise InputError(
            f"no endpoint page among {len(pages)} pages",
            where=", ".join(map(str, roots)),
            hint="an endpoint page has a request line such as `GET /my/lock` in a literal block",
        )
    return DocumentationTree(pages=dict(sorted(pages.items())), substitutions=names, files=files)


def parse_page(text: str, relative: str, report: Report) -> Page | None:
    """Return the page that a text is; None, and a diagnostic, where docutils fails on it."""
    origin = Origin(relative, 1)
    reader = SectionReader(relative, text.split("\n"), report)
    try:
        document = parse_doctree(text, relative, report)
        reader.read(document, "", 0, 1)
    except Exception as error:  # noqa: BLE001 - docutils has no base class for what hostile input makes it raise.
        message = f"docutils fails on it ({type(error).__name__})"
        report(Diagnostic(code="page-unreadable", message=message, origin=origin))
        return None
    sections = tuple(reader.sections)
    name = relative.removesuffix(SUFFIX)
    title = next((section.title for section in sections if section.title), "")
    return Page(kind=_kind(name, sections), name=name, title=title, sections=sections, origin=origin)


def _parts(page: Page) -> Sequence[Page]:
    """Return the page, or its parts where it documents several operations.

    Outside of the endpoints' folder each part must have a table: a guide's steps have request lines, too.
    """
    by_folder = _kind_by_folder(page.name)
    if by_folder not in {None, PageKind.ENDPOINT} or _is_general(page.name):
        return (page,)
    parts = tuple(split_operations(page, lambda section: bool(find_request_lines([section]))))
    described = all(any(isinstance(block, Table) for s in part.sections for block in s.blocks) for part in parts[1:])
    return parts if described or by_folder else (page,)


def find_request_lines(sections: Sequence[Section]) -> list[tuple[str, Origin]]:
    """Return every `METHOD URL` line of the page, from literal blocks and inline literals."""
    found: list[tuple[str, Origin]] = []
    for section in sections:
        for block in walk_blocks(section.blocks):
            if isinstance(block, Sample):
                for offset, line in enumerate(block.text.splitlines()):
                    if REQUEST_LINE.match(line):
                        found.append((line.strip(), Origin(block.origin.path, block.origin.line + offset)))
            elif isinstance(block, Paragraph) and _is_request_line(block.text):
                found.append((block.text.plain, block.text.origin))
    return found


def _is_request_line(text: Text) -> bool:
    """Tell whether a paragraph is a request line: one literal, or a method and a URL that are marked each."""
    marked = [span for span in text.spans if span.text.strip()]
    if any(span.style is Style.PLAIN for span in marked):
        return False
    return bool(REQUEST_LINE.match(text.plain)) and (len(marked) == 1 or bool(WHOLE_LINE.fullmatch(text.plain)))


def _kind_by_folder(name: str) -> PageKind | None:
    return next((KIND_BY_FOLDER[folder] for folder in name.split("/")[:-1] if folder in KIND_BY_FOLDER), None)


def _is_general(name: str) -> bool:
    return bool(GENERAL_FOLDERS.intersection(name.split("/")[:-1]))


def _kind(name: str, sections: Sequence[Section]) -> PageKind:
    if name.rsplit("/", 1)[-1] == "index":
        return PageKind.INDEX
    if _is_general(name):
        return PageKind.GENERAL
    shape = _kind_by_shape(sections)
    by_folder = _kind_by_folder(name)
    # An overview page stands among its siblings without being one of them.
    if by_folder is PageKind.WEBHOOK and shape is not PageKind.STRUCTURE:
        return PageKind.GENERAL
    if by_folder is not None:
        return by_folder
    return shape


def _kind_by_shape(sections: Sequence[Section]) -> PageKind:
    if find_request_lines([section for section in sections if section.depth <= 1]):
        return PageKind.ENDPOINT
    blocks = [block for section in sections for block in walk_blocks(section.blocks)]
    tables = [block for block in blocks if isinstance(block, Table) and find_column(block, Column.NAME) is not None]
    typed = [table for table in tables if find_column(table, Column.TYPE) is not None]
    if any(find_column(table, Column.VALUE) is not None for table in tables if table not in typed):
        return PageKind.ENUM
    return PageKind.STRUCTURE if typed else PageKind.GENERAL
