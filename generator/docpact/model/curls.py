"""Sample requests against what the page says of the operation: each difference is a diagnostic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, unquote, urlsplit

from docpact.diagnostics import Diagnostic, Report
from docpact.model.operations import OperationDraft
from docpact.model.samples import Curl

PLACEHOLDER = re.compile(r"\{.+?\}")
PATCH_TYPE = "application/json-patch+json"


def check_curls(draft: OperationDraft, report: Report) -> None:
    """Report where the page's curl lines call something else than its operation."""
    for curl in draft.samples.curls:
        for code, message in _faults(draft, curl):
            report(Diagnostic(code=code, message=message, origin=curl.origin, related=(draft.line.origin,)))


def is_path_of(template: str, path: str, *, anywhere: bool) -> bool:
    """Tell whether a path is one of the template's, whatever their cases; `anywhere`: whatever stands before it.

    Placeholders are matched by whatever stands there; `<<id>>` too.
    """
    wanted, given = template.lower().split("/"), path.lower().removesuffix("/").split("/")
    if anywhere:
        given = ["", *given[len(given) - len(wanted) + 1 :]]
    return len(wanted) == len(given) and all(map(_is_segment_of, wanted, given))


def _is_segment_of(wanted: str, given: str) -> bool:
    if "{" not in wanted:
        return wanted == given
    if wanted.startswith("{") and wanted.find("}") == len(wanted) - 1:
        return bool(given)
    return re.fullmatch("[^/]+".join(map(re.escape, PLACEHOLDER.split(wanted))), given) is not None


def _faults(draft: OperationDraft, curl: Curl) -> Iterator[tuple[str, str]]:
    line = draft.line
    url = urlsplit(curl.url)
    if curl.method.upper() != line.method:
        yield "curl-method", f"the sample request is {curl.method.upper()}, the request line {line.method}"
    path = unquote(url.path).removeprefix(urlsplit(line.server).path)
    if not is_path_of(line.path, path, anywhere="|" in curl.url):
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
