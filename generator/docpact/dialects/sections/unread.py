"""Directives that nobody knows: an error where what stands in them became nothing of the document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.protocol import PageView
from docpact.dialects.sections.request_line import REQUEST_LINE
from docpact.dialects.sections.samples import MESSAGE
from docpact.dialects.statements import Documentation, FieldStatement, OperationStatement
from docpact.dialects.words.calls import CURL
from docpact.read.page import Block, Directive, FieldList, Sample, Section, Table, walk_blocks


def report_unread(views: Sequence[PageView], documentation: Documentation, report: Report) -> None:
    """Report each unknown directive with a request line, table, field list or sample of which nothing is used."""
    used = list(_used_places(documentation))
    for view in views:
        told: set[str] = set()
        own = {section.origin for section in view.sections}
        others = [section for section in view.page.sections if section.origin not in own]
        elsewhere = {directive.origin for directive in _unknown_directives(others)}
        for directive in _unknown_directives((*view.sections, *others)):
            # What else stands in another dialect's section is for that dialect to tell.
            kind = next(_kinds(directive) if directive.origin not in elsewhere else _declarations(directive), "")
            if kind and directive.name not in told and not _is_used(directive, used):
                told.add(directive.name)
                message = f"nobody knows the directive `{directive.name}`, and nothing of its {kind} is used"
                report(Diagnostic(code="directive-unused", message=message, origin=directive.origin))


def _unknown_directives(sections: Sequence[Section]) -> Iterator[Directive]:
    for section in sections:
        for block in walk_blocks(section.blocks):
            if isinstance(block, Directive) and not block.known:
                yield block


def _declarations(directive: Directive) -> Iterator[str]:
    """Yield in words that the directive declares a type in another language's syntax, which nobody reads."""
    if DECLARATION.search(directive.text):
        yield "declaration"


DECLARATION = re.compile(
    r"^\s*(?:export\s+)?(?:interface|type|enum|message|struct)\s+\w+[^\n{=]{0,100}[{=]", re.MULTILINE
)


def _kinds(directive: Directive) -> Iterator[str]:
    """Yield in words what stands in the directive that looks like documentation of an operation."""
    if REQUEST_LINE.match(directive.argument):
        yield "request line"
    yield from _declarations(directive)
    for block in walk_blocks(directive.blocks):
        if isinstance(block, Table):
            yield "table"
        elif isinstance(block, FieldList):
            yield "field list"
        elif isinstance(block, Sample) and _is_exchange(block):
            yield "sample"


def _is_exchange(sample: Sample) -> bool:
    """Tell whether a literal block shows a request or a response, and no other program's text."""
    return bool(CURL.match(sample.text) or MESSAGE.match(sample.text) or sample.language in {"json", "http"})


def _is_used(directive: Directive, used: Sequence[Origin]) -> bool:
    """Tell whether a statement comes from a line between the directive's first and the last that its blocks name."""
    path, first = directive.origin.path, directive.origin.line
    last = max([first, *(origin.line for origin in _places(directive.blocks) if origin.path == path)])
    return any(origin.path == path and first <= origin.line <= last for origin in used)


def _places(blocks: tuple[Block, ...]) -> Iterator[Origin]:
    for block in walk_blocks(blocks):
        match block:
            case Table(rows=rows):
                yield from (cell.origin for row in rows for cell in row.cells)
            case FieldList(fields=fields):
                yield from (field.origin for field in fields)
            case Sample(origin=origin, text=text):
                yield Origin(origin.path, origin.line + text.count("\n"))
            case _:
                pass


def _used_places(documentation: Documentation) -> Iterator[Origin]:
    """Yield the places that statements come from."""
    for operation in documentation.operations:
        yield from _operation_places(operation)
    for structure in documentation.structures:
        yield structure.origin
        yield from _field_places(structure.fields)
    for webhook in documentation.webhooks:
        yield from _field_places(webhook.fields)
        yield from (sample.origin for sample in webhook.samples)
    for fields in documentation.sections.values():
        yield from _field_places(fields)
    yield from (enum.origin for enum in documentation.enums)
    yield from (scheme.origin for scheme in documentation.schemes if scheme.origin is not None)


def _operation_places(operation: OperationStatement) -> Iterator[Origin]:
    yield operation.origin
    yield operation.page_origin
    yield from _field_places(operation.fields)
    for body in operation.bodies:
        yield body.origin
        yield from _field_places(body.fields)
    for response in operation.responses:
        yield response.origin
        yield from _field_places((*response.fields, *response.headers))
    yield from (sample.origin for sample in operation.samples)
    yield from (call.origin for call in operation.calls)
    yield from (scope.origin for scope in operation.scopes)
    yield from (origin for _, origin in operation.statuses)


def _field_places(fields: Iterable[FieldStatement]) -> Iterator[Origin]:
    for field in fields:
        yield field.origin
        yield from _field_places(field.fields)
