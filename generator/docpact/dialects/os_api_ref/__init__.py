"""OpenStack's os-api-ref: `rest_method`, `rest_parameters` with a YAML file, `rest_status_code`, and words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docpact.diagnostics import Report
from docpact.dialects.os_api_ref.alternatives import unite_operations
from docpact.dialects.os_api_ref.collect import collect, follow_references
from docpact.dialects.os_api_ref.definitions import Library
from docpact.dialects.os_api_ref.operations import OperationReader, shapes_of_wrappers
from docpact.dialects.os_api_ref.outline import find_operations, has_directives
from docpact.dialects.os_api_ref.paths import report_spellings, tell_apart
from docpact.dialects.os_api_ref.vocabulary import MARKUP
from docpact.dialects.protocol import Dialect, PageView
from docpact.dialects.statements import Documentation
from docpact.read.markup import Markup
from docpact.read.page import Section


@dataclass(frozen=True, slots=True, kw_only=True)
class OsApiRef:
    """The dialect; see `Dialect`."""

    name: str = "os-api-ref"
    markup: Markup = MARKUP

    def claims(self, section: Section) -> bool:
        """Tell whether one of os-api-ref's directives stands in the section."""
        return has_directives(section)

    def read(self, pages: Sequence[PageView], report: Report) -> Documentation:
        """Return the operations of the pages, those with one method and path as one."""
        library = Library(report)
        outlines = [outline for view in pages for outline in find_operations(view, report)]
        collected = follow_references([collect(outline, library) for outline in outlines])
        reader = OperationReader(elsewhere=shapes_of_wrappers(collected), report=report)
        operations = unite_operations([reader.read(one) for one in collected])
        report_spellings(operations, report)
        return Documentation(operations=tuple(tell_apart(operations)))


DIALECT: Dialect = OsApiRef()
