"""The run over all pages: outlines, what they refer to, their operations."""

from __future__ import annotations

from collections.abc import Sequence

from docpact.diagnostics import Report
from docpact.dialects.os_api_ref.alternatives import unite_operations
from docpact.dialects.os_api_ref.collect import collect, follow_references
from docpact.dialects.os_api_ref.definitions import Library
from docpact.dialects.os_api_ref.operations import OperationReader, shapes_of_wrappers
from docpact.dialects.os_api_ref.outline import find_operations
from docpact.dialects.os_api_ref.paths import report_spellings, tell_apart
from docpact.dialects.protocol import PageView
from docpact.dialects.statements import Documentation


def read_pages(pages: Sequence[PageView], report: Report) -> Documentation:
    """Return the operations of the pages, those with one method and path as one."""
    library = Library(report)
    outlines = [outline for view in pages for outline in find_operations(view, report)]
    collected = follow_references([collect(outline, library) for outline in outlines])
    reader = OperationReader(elsewhere=shapes_of_wrappers(collected), report=report)
    operations = unite_operations([reader.read(one) for one in collected])
    report_spellings(operations, report)
    return Documentation(operations=tuple(tell_apart(operations)))
