"""Tables about the whole API, on pages for people: what they list is no operation's, and so it is reported."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.sections.captions import is_example_title
from docpact.dialects.sections.columns import Column, find_column, with_header
from docpact.dialects.sections.kinds import Kind, Topic, Topics
from docpact.dialects.sections.linked import structure_name
from docpact.dialects.sections.rows import lists_names, status_column
from docpact.dialects.statements import Documentation
from docpact.read.page import Section, Table

STATUS = re.compile(r"[1-5][0-9X]{2}\b")
TOO_MANY = "429"
"""The status of a rate limit (RFC 6585, section 4)."""


def report_unowned(documentation: Documentation, topics: Topics, reported: Iterable[Origin], report: Report) -> None:
    """Report each table beside the operations with statuses that none of them has, or with typed fields.

    Tables under the labels of `documentation.sections` are in the document. Of pages of places in `reported` it is
    known already that something is missing.
    """
    told = {origin.path for origin in reported}
    known = {response.status for operation in documentation.operations for response in operation.responses}
    if documentation.rate_limit:
        known.add(TOO_MANY)
    for topic in topics.by_name.values():
        if topic.kind not in {Kind.INDEX, Kind.GENERAL} or topic.origin.path in told:
            continue
        for section, table in _tables(topic):
            labels = {label.lower() for label in (*section.labels, *table.labels)}
            if (labels | {structure_name(section)}) & documentation.sections.keys():
                continue
            if (column := status_column(table)) is not None:
                if more := [status for status in _statuses(table, column) if status not in known]:
                    message = f"no operation has {', '.join(f'`{status}`' for status in more)}, so the document hasn't"
                    report(Diagnostic(code="statuses-general", message=message, origin=table.origin))
            elif lists_names(table) and find_column(table, Column.TYPE) is not None:
                message = "these fields are of no operation, and nothing refers to them; they are left out"
                report(Diagnostic(code="fields-general", message=message, origin=table.origin))


def _tables(topic: Topic) -> Iterator[tuple[Section, Table]]:
    for section in topic.sections:
        for block in section.blocks:
            if isinstance(block, Table) and not is_example_title(section.title):
                yield section, with_header(block)


def _statuses(table: Table, column: int) -> Iterator[str]:
    cells = (row.cells[column].plain.strip("*` ") for row in table.rows if column < len(row.cells))
    return (found[0] for cell in cells if (found := STATUS.match(cell)))
