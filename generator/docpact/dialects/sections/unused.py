"""Request lines that became no operation: each is an error, since an operation may be missing from the document."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from urllib.parse import unquote, urlsplit

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.protocol import PageView
from docpact.dialects.sections.kinds import is_shared
from docpact.dialects.sections.line_tables import line_columns
from docpact.dialects.sections.line_titles import is_method
from docpact.dialects.sections.request_line import LINE_ALONE, RequestLine, find_request_lines, parse_request_line
from docpact.dialects.sections.security import AUTHORIZE, TOKEN
from docpact.dialects.statements import OperationStatement, Source
from docpact.dialects.words.paths import NAME, is_path_of
from docpact.read.page import Sample, Section, Table, walk_blocks

# A request line under these shows an operation, it doesn't name one.
WITHIN = re.compile(r".*\b(examples?|samples?|requests?|responses?|errors?)\b.*", re.IGNORECASE)


def report_unused(
    views: Sequence[PageView], operations: Sequence[OperationStatement], reported: Container[Origin], report: Report
) -> None:
    """Report each request line that is neither an operation's nor a call of one: a sample, a mention, a step.

    Places in `reported` have a diagnostic already.
    """
    bases = {base for operation in operations if (base := _base(operation.server))}
    known = {(operation.method, operation.path) for operation in operations}
    for view in (view for view in views if not is_shared(view)):
        sections = list(_outside_examples(view.sections))
        for text, origin in (*find_request_lines(sections), *_lines_of_overviews(sections)):
            line = parse_request_line(text, origin)
            if line is None or origin in reported or (line.method, line.path) in known:
                continue
            if _is_elsewhere(line, text, bases):
                continue
            if any(_calls(operation, line.method, text, line.path) for operation in operations):
                continue
            message = f"`{line.method} {line.path}` is documented by no page that could be read: it isn't an operation"
            report(Diagnostic(code="request-line-unused", message=message, origin=origin))


def _lines_of_overviews(sections: Sequence[Section]) -> Iterator[tuple[str, Origin]]:
    """Yield the methods and paths of tables that say what each does."""
    for table in (block for section in sections for block in walk_blocks(section.blocks) if isinstance(block, Table)):
        columns = line_columns(table)
        for row in table.rows if columns is not None and len(table.header) > 2 else ():  # noqa: PLR2004
            method, path = (row.cells[at].plain if at < len(row.cells) else "" for at in columns or ())
            if is_method(method) and LINE_ALONE.fullmatch(f"{method} {path}"):
                yield f"{method} {path}", row.origin


def without_mentions(operations: Sequence[OperationStatement]) -> list[OperationStatement]:
    """Return the operations without those that are only mentioned: described elsewhere, and not here.

    Nor with those of another server that gives tokens: they are a security scheme's.
    """
    bases = {base for operation in operations if not _authorizes(operation) and (base := _base(operation.server))}
    operations = [one for one in operations if not (_authorizes(one) and _base(one.server) not in bases)]
    described = {_signature(operation) for operation in operations if _is_described(operation)}
    return [one for one in operations if _is_described(one) or _signature(one) not in described]


def _authorizes(operation: OperationStatement) -> bool:
    """Tell whether an operation is an address of an authorization server, of which no body or response is described."""
    address = f"{operation.server}{operation.path}"
    return bool(AUTHORIZE.match(address) or TOKEN.match(address)) and not (operation.bodies or operation.responses)


def is_undescribed(operation: OperationStatement) -> bool:
    """Tell whether nothing but its request line and samples says anything of an operation: no table, no list."""
    fields = [one for one in operation.fields if one.source is not Source.REQUEST_LINE]
    bodies = [one for one in operation.bodies if one.source is not Source.SAMPLE_REQUEST]
    responses = [one for one in operation.responses if one.source is not Source.SAMPLE_RESPONSE]
    return not (fields or bodies or responses)


def is_shown(operation: OperationStatement, sections: Sequence[Section], marked: Sequence[OperationStatement]) -> bool:
    """Tell whether a request line only shows an operation: it calls a marked one, or begins an HTTP message."""
    path = f"{urlsplit(operation.server).path.rstrip('/')}{operation.path}"
    if any(_calls(one, operation.method, f"{operation.method} {path}", operation.path) for one in marked):
        return True
    return any(
        isinstance(block, Sample)
        and block.language == "http"
        and block.origin.line <= operation.origin.line <= block.origin.line + block.text.count("\n")
        for section in sections
        for block in walk_blocks(section.blocks)
    )


def _is_described(operation: OperationStatement) -> bool:
    return bool(operation.fields or operation.bodies or operation.responses or operation.samples or operation.calls)


def _signature(operation: OperationStatement) -> tuple[str, str]:
    return operation.method, NAME.sub("{}", operation.path.lower())


def _outside_examples(sections: Sequence[Section]) -> Iterator[Section]:
    """Yield the sections that aren't headed as examples, requests or responses, nor stand below one that is."""
    depth: int | None = None
    for section in sections:
        if depth is not None and section.depth > depth:
            continue
        depth = section.depth if WITHIN.fullmatch(section.title) else None
        if depth is None:
            yield section


def _calls(operation: OperationStatement, method: str, text: str, path: str) -> bool:
    if operation.method != method:
        return False
    address = unquote(urlsplit(text.split()[1]).path) if len(text.split()) > 1 else path
    return is_path_of(operation.path, path, anywhere=True) or is_path_of(operation.path, address, anywhere=True)


def _is_elsewhere(line: RequestLine, text: str, bases: set[str]) -> bool:
    """Tell whether the line calls another server than the operations do, such as an authorization server."""
    address = text.split()[1] if len(text.split()) > 1 else ""
    base = _base(line.server)
    return bool(AUTHORIZE.match(address) or TOKEN.match(address) or (base and bases and base not in bases))


def _base(server: str) -> str:
    """Return what tells servers apart: the host, or the `|name|` that stands for one."""
    return urlsplit(server).netloc or (server.split("/", 1)[0] if server.startswith("|") else "")
