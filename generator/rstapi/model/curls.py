"""Sample requests against what the page says of the operation: each difference is a diagnostic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, unquote, urlsplit

from rstapi.diagnostics import Diagnostic, Report
from rstapi.model.operations import OperationDraft
from rstapi.model.samples import Curl

PATCH_TYPE = "application/json-patch+json"


def check_curls(draft: OperationDraft, report: Report) -> None:
    """Report where the page's curl lines call something else than its operation."""
    for curl in draft.samples.curls:
        for code, message in _faults(draft, curl):
            report(Diagnostic(code=code, message=message, origin=curl.origin, related=(draft.line.origin,)))


def _faults(draft: OperationDraft, curl: Curl) -> Iterator[tuple[str, str]]:
    line = draft.line
    url = urlsplit(curl.url)
    if curl.method.upper() != line.method:
        yield "curl-method", f"the sample request is {curl.method.upper()}, the request line {line.method}"
    path = unquote(url.path).removeprefix(urlsplit(line.server).path)
    # Placeholders are matched by whatever stands there; `<<id>>` too.
    pattern = re.sub(r"\\\{.+?\\\}", "[^/]+", re.escape(line.path))
    if not re.fullmatch(f".*{pattern}/?" if "|" in curl.url else f"{pattern}/?", path, re.IGNORECASE):
        yield "curl-path", f"the sample request is to `{path}`, the request line to `{line.path}`"
    known = {field.name.lower() for field in draft.uri_fields} | {name.lower() for name, _ in line.query}
    for name in dict.fromkeys(name for name, _ in parse_qsl(url.query, keep_blank_values=True)):
        if name.lower() not in known:
            yield "curl-query", f"the sample request sends `{name}`, which no table lists"
    if curl.sends_body and draft.body is None and not draft.samples.bodies:
        yield "curl-body", "the sample request sends a body, but none is described"
    sent = curl.header("Content-Type").partition(";")[0].strip().lower()
    if sent and not curl.sends_body:
        yield "curl-header", f"the sample request has a Content-Type, `{sent}`, but no body"
    elif sent == PATCH_TYPE and any(not isinstance(sample.value, list) for sample in draft.samples.bodies):
        yield "curl-header", f"`{sent}` is for lists of changes (RFC 6902); the body is an object"
