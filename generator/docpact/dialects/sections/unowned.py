"""Tables about the whole API, on pages for people: what they list is no operation's, and so it is reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.sections.captions import is_example_title
from docpact.dialects.sections.columns import Column, find_column, with_header
from docpact.dialects.sections.kinds import Kind, Topic, Topics
from docpact.dialects.sections.linked import structure_name
from docpact.dialects.sections.rows import lists_names, status_column
from docpact.dialects.statements import FieldStatement
from docpact.read.page import Section, Table


def report_unowned(
    topics: Topics, read: Mapping[str, tuple[FieldStatement, ...]], reported: Iterable[Origin], report: Report
) -> None:
    """Report each table of statuses, or of typed fields, that stands beside the operations.

    `read` are the labels under which structures are read: those tables are in the document. Of pages of places
    in `reported` it is known already that something is missing.
    """
    told = {origin.path for origin in reported}
    for topic in topics.by_name.values():
        if topic.kind not in {Kind.INDEX, Kind.GENERAL} or topic.origin.path in told:
            continue
        for section, table in _tables(topic):
            labels = {label.lower() for label in (*section.labels, *table.labels)}
            if (labels | {structure_name(section)}) & read.keys():
                continue
            if status_column(table) is not None:
                message = "these statuses are of no operation; the document has those that operations name"
                report(Diagnostic(code="statuses-general", message=message, origin=table.origin))
            elif lists_names(table) and find_column(table, Column.TYPE) is not None:
                message = "these fields are of no operation, and nothing refers to them; they are left out"
                report(Diagnostic(code="fields-general", message=message, origin=table.origin))


def _tables(topic: Topic) -> Iterator[tuple[Section, Table]]:
    for section in topic.sections:
        for block in section.blocks:
            if isinstance(block, Table) and not is_example_title(section.title):
                yield section, with_header(block)
