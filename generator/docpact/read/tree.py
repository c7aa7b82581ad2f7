"""A folder of documentation → its pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.errors import InputError
from docpact.files import find_files, find_sources
from docpact.read.conf import Conf, load_conf
from docpact.read.context import NO_SETTINGS, TreeSettings
from docpact.read.many import Known, SourceText, read_pages
from docpact.read.markup import NO_MARKUP, Markup
from docpact.read.page import Page
from docpact.read.patterns import is_excluded
from docpact.read.sections import read_sections
from docpact.read.source import LONGEST_TEXT, read_text, replace_names, replaced_length
from docpact.read.stored import PageReading

SUFFIX = ".rst"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentationTree:
    """All pages of one or more folders, by name."""

    pages: Mapping[str, Page]
    """In the order of their names, so that no file system's order shows in what is emitted."""
    substitutions: Mapping[str, str]
    """The `|name|`s that were replaced."""
    files: Mapping[str, Path]
    """Every file of the tree by its path in it: pages, and what they may include."""
    included: Mapping[Path, Mapping[str, str]]
    """Root → path → digest of each file that pages of that root include; empty for one that could not be read."""
    project: str = ""
    """What conf.py calls the project."""
    release: str = ""
    """The version that conf.py states."""


def read_trees(  # noqa: PLR0913 - what a run is configured with.
    roots: Sequence[Path],
    substitutions: Mapping[str, str],
    report: Report,
    known: Known | None = None,
    markup: Markup = NO_MARKUP,
    *,
    beside: Sequence[Path] = (),
) -> DocumentationTree:
    """Return the pages of all roots together; given substitutions win over those of a root's `conf.py`.

    Pages may include files of the folders `beside`, too. Pages that are `known` are not read again; what is read is
    added to them. Raises `InputError` where a root is no folder.
    """
    pages: dict[str, Page] = {}
    names: dict[str, str] = {}
    files: dict[str, Path] = {}
    included: dict[Path, dict[str, str]] = {}
    project, release = "", ""
    for root in roots:
        if not root.is_dir():
            what = "is not a folder" if root.exists() else "does not exist"
            raise InputError(
                f"the documentation folder {what}", where=str(root), hint="give the folder with the .rst pages"
            )
        conf = load_conf(root, report)
        own = {**conf.names, **substitutions}
        names |= own
        project, release = project or conf.project, release or conf.release or conf.version
        settings = TreeSettings(markup=markup, conf=conf, root=root, beside=tuple(beside))
        sources = _find_pages(root, conf, report)
        texts = [text for path in sources if (text := _read_text(root, path, own, report)) is not None]
        found = read_pages(texts, partial(read_page, settings=settings), known, settings.key, settings.digest)
        for diagnostic in (diagnostic for one in found for diagnostic in one.diagnostics):
            report(diagnostic)
        files |= {path.relative_to(root).as_posix(): path for path in find_files(root)}
        # A page that the cache doesn't know by its suffix is looked at like what is included.
        others = {path: settings.digest(path) for path in sources if not path.endswith(SUFFIX)}
        included[root] = _merge_included([others, *(one.included for one in found)])
        pages |= {one.page.name: one.page for one in found if one.page}
    return DocumentationTree(
        pages=dict(sorted(pages.items())),
        substitutions=names,
        files=files,
        included=included,
        project=project,
        release=release,
    )


def _merge_included(found: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Return path → digest of all pages; for a file that changed while they were read, what is no file's digest."""
    merged: dict[str, str] = {}
    for path, digest in (entry for one in found for entry in one.items()):
        merged[path] = digest if merged.get(path, digest) == digest else "changed"
    return merged


def _find_pages(root: Path, conf: Conf, report: Report) -> dict[str, Path]:
    """Return the paths of the pages by their names in the tree, without those that conf.py excludes."""

    def refuse(path: Path, reason: str) -> None:
        name = path.relative_to(root).as_posix().encode("utf-8", "backslashreplace").decode()
        report(Diagnostic(code="page-unreadable", message=reason, origin=Origin(name, 1)))

    found = {path.relative_to(root).as_posix(): path for path in find_sources(root, conf.suffixes, refuse)}
    return {name: path for name, path in found.items() if not is_excluded(name, conf.exclude_patterns)}


def _read_text(root: Path, name: str, substitutions: Mapping[str, str], report: Report) -> SourceText | None:
    """Return the page's text with its names replaced; None, and a diagnostic, where it can't or shouldn't be read."""
    origin = Origin(name, 1)
    text = read_text(root / name, root, origin, report)
    if text is None:
        return None
    if (length := replaced_length(text, substitutions)) > LONGEST_TEXT:
        message = f"has {length:,} characters with its names replaced; more than {LONGEST_TEXT:,} are not read"
        report(Diagnostic(code="page-unreadable", message=message, origin=origin))
        return None
    return SourceText(name, replace_names(text, substitutions))


def parse_page(text: str, path: str, report: Report, settings: TreeSettings = NO_SETTINGS) -> Page | None:
    """Return the page that a text is; None, and a diagnostic, where docutils fails on it."""
    reading = read_page(SourceText(path, text), settings)
    for diagnostic in reading.diagnostics:
        report(diagnostic)
    return reading.page


def read_page(source: SourceText, settings: TreeSettings) -> PageReading:
    """Return the page that a text is, and what was found on it."""
    found: list[Diagnostic] = []
    read = read_sections(source.text, source.path, settings, found.append)
    page: Page | None = None
    if read.sections is not None:
        title = next((section.title for section in read.sections if section.title), "")
        suffix = next((suffix for suffix in settings.conf.suffixes if source.path.endswith(suffix)), SUFFIX)
        name = source.path.removesuffix(suffix)
        page = Page(name=name, title=title, sections=read.sections, origin=Origin(source.path, 1))
    return PageReading(page=page, diagnostics=tuple(found), included=read.included)
