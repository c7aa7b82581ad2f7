"""A page's text → its sections."""

from __future__ import annotations

from dataclasses import dataclass

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.read.blocks import SectionReader
from docpact.read.context import PageContext, TreeSettings
from docpact.read.doctree import parse_doctree
from docpact.read.lines import LongLineError
from docpact.read.page import Section
from docpact.read.sphinx_markup import register_names
from docpact.read.text import Substitutions
from docpact.read.time_limit import SECONDS, PageTimeoutError, time_limit


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSections:
    """The sections of a page, and the files that they come from."""

    sections: tuple[Section, ...] | None
    """None where the page could not be read."""
    included: dict[str, str]
    """As in `PageReading`."""


def read_sections(text: str, path: str, settings: TreeSettings, report: Report, first_line: int = 1) -> ReadSections:
    """Return the sections of a page; none, and a diagnostic, where docutils fails on it."""
    conf = settings.conf
    context = PageContext(
        path=path,
        first_line=first_line,
        settings=settings,
        report=report,
        domain=conf.primary_domain,
        register=settings.register or register_names,
    )
    sections: tuple[Section, ...] | None = None
    try:
        with time_limit():
            document = parse_doctree(text, context)
            substitutions = Substitutions.of(document, {"release": conf.release, "version": conf.version})
            sections = SectionReader(context, text.split("\n"), substitutions).read_document(document)
    except Exception as error:  # noqa: BLE001 - docutils has no base class for what hostile input makes it raise.
        report(Diagnostic(code="page-unreadable", message=_reason(error), origin=Origin(path, first_line)))
    return ReadSections(sections=sections, included=context.included)


def _reason(error: Exception) -> str:
    match error:
        case LongLineError():
            return str(error)
        case PageTimeoutError():
            return f"takes more than {SECONDS:g} s to read"
        case _:
            return f"docutils fails on it ({type(error).__name__})"
