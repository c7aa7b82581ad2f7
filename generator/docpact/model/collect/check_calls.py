"""Sample requests against what the page says of the operation: each difference is a diagnostic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, unquote, urlsplit

from docpact.diagnostics import Diagnostic, Report
from docpact.dialects.statements import CallStatement, OperationStatement
from docpact.dialects.words.paths import is_path_of

NAMED_SERVER = re.compile(r"^\$\{?\w+\}?(?=/)")
PATCH_TYPE = "application/json-patch+json"


def check_calls(operation: OperationStatement, report: Report) -> None:
    """Report where the page's sample requests call something else than its operation."""
    for call in operation.calls:
        for code, message in _faults(operation, call):
            report(Diagnostic(code=code, message=message, origin=call.origin, related=(operation.origin,)))


def _faults(operation: OperationStatement, call: CallStatement) -> Iterator[tuple[str, str]]:
    url = urlsplit(call.url)
    if call.method.upper() != operation.method:
        yield "curl-method", f"the sample request is {call.method.upper()}, the request line {operation.method}"
    path = unquote(url.path).removeprefix(urlsplit(operation.server).path)
    # `$SERVER/api/books/$ID`: what the variables stand for is not on the page.
    path = NAMED_SERVER.sub("", path) if "$" in path else path
    anywhere = "|" in call.url or "$" in path
    if not is_path_of(operation.path, path, anywhere=anywhere or "$" in call.url):
        yield "curl-path", f"the sample request is to `{path}`, the request line to `{operation.path}`"
    known = {field.name.lower() for field in operation.fields} | {name.lower() for name, _ in operation.query}
    for name in dict.fromkeys(name for name, _ in parse_qsl(url.query, keep_blank_values=True)):
        if name.lower() not in known:
            yield "curl-query", f"the sample request sends `{name}`, which no table lists"
    bodies = [sample for sample in operation.samples if sample.direction == "request"]
    if call.sends_body and not operation.bodies and not bodies:
        yield "curl-body", "the sample request sends a body, but none is described"
    sent = call.header("Content-Type").partition(";")[0].strip().lower()
    if sent and not call.sends_body:
        yield "curl-header", f"the sample request has a Content-Type, `{sent}`, but no body"
    elif sent == PATCH_TYPE and any(not isinstance(sample.value, list) for sample in bodies):
        yield "curl-header", f"`{sent}` is for lists of changes (RFC 6902); the body is an object"
