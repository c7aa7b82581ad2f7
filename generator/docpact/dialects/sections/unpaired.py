"""Addresses that stand over parameters without a method: each is an error, since an operation may be missing."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.sections.captions import is_example_title
from docpact.dialects.sections.entries import read_list
from docpact.dialects.sections.kinds import Kind, Topics
from docpact.dialects.sections.line_labels import addresses_alone
from docpact.dialects.sections.line_titles import heading_path
from docpact.dialects.sections.rows import lists_names
from docpact.dialects.statements import OperationStatement
from docpact.read.page import DefinitionList, FieldList, Sample, Section, Table, walk_blocks

# An address that all operations share, or one of a page for people.
SHARED = re.compile(
    r"\b(?:base|root|server|host|prefix|common|production|staging|sandbox|home|documentation|website|repository|proxy"
    r"|default|callback|redirect)\b",
    re.IGNORECASE,
)


def report_unpaired(
    topics: Topics, operations: Sequence[OperationStatement], reported: Container[Origin], report: Report
) -> None:
    """Report each labelled address without a method, in a section that lists parameters and became no operation."""
    known = {operation.path for operation in operations}
    for topic in topics.by_name.values():
        if topic.kind is Kind.ENDPOINT:
            continue
        for section in topic.structured:
            if is_example_title(section.title) or not (_lists_parameters(section) or _lists_named(section)):
                continue
            titled = heading_path(section.heading)
            titles = [("title", titled, section.origin)] if titled.startswith("/") and _lists_named(section) else []
            for label, path, origin in _first((*addresses_alone(section), *titles)):
                if SHARED.search(label) or path in known or origin in reported:
                    continue
                message = f"`{path:.80}` has no method: no operation is made of it"
                report(Diagnostic(code="method-missing", message=message, origin=origin))


def _lists_named(section: Section) -> bool:
    """Tell whether a list or table there has names, as those of parameters."""
    return any(isinstance(block, Table) and lists_names(block) for block in section.blocks) or any(
        isinstance(block, DefinitionList | FieldList) and read_list(block).rows for block in section.blocks
    )


def _first(found: Iterable[tuple[str, str, Origin]]) -> Iterator[tuple[str, str, Origin]]:
    """Yield the first address of a section: the others are examples of it."""
    for one in found:
        yield one
        return


def _lists_parameters(section: Section) -> bool:
    blocks = list(walk_blocks(section.blocks))
    return any(isinstance(block, Table) and lists_names(block) for block in blocks) or any(
        isinstance(block, Sample) for block in blocks
    )
