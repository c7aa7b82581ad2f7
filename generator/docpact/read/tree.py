"""A folder of documentation → its pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.errors import InputError
from docpact.files import find_sources
from docpact.read.blocks import SectionReader
from docpact.read.doctree import parse_doctree
from docpact.read.many import Known, Written, parse_pages
from docpact.read.markup import NO_MARKUP, Markup
from docpact.read.page import Page
from docpact.read.source import read_substitutions, read_text, replace_names

SUFFIX = ".rst"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentationTree:
    """All pages of one or more folders, by name."""

    pages: Mapping[str, Page]
    """In the order of their names, so that no file system's order shows in what is emitted."""
    substitutions: Mapping[str, str]
    """The `|name|`s that were replaced."""
    files: Mapping[str, Path]
    """Every source file by its path in the tree, those too that could not be read."""


def read_trees(
    roots: Sequence[Path],
    substitutions: Mapping[str, str],
    report: Report,
    known: Known | None = None,
    markup: Markup = NO_MARKUP,  # noqa: ARG001
) -> DocumentationTree:
    """Return the pages of all roots together; given substitutions win over those of a root's `conf.py`.

    Pages that are `known` are not read again; what is read is added to them. Raises `InputError` where a root is no
    folder.
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
        pages |= {page.name: page for page in read}
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
    return Page(name=name, title=title, sections=sections, origin=origin)
