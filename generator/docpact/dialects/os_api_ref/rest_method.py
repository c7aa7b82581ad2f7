"""`.. rest_method:: METHOD URL` → the request line. Both stand in its content, and below them `min_version: 2.17`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.os_api_ref.vocabulary import METHODS
from docpact.read.page import Directive

REQUEST_LINE = re.compile(r"(?P<method>[A-Za-z]+)\s+(?P<url>\S+)")
SERVER = re.compile(r"https?://[^/{}\s]+", re.IGNORECASE)
VARIABLE = re.compile(r"\{([^{}]*)\}")
QUERY_EXPRESSION = re.compile(r"\{[?&]([^{}]*)\}")
"""RFC 6570's form for query parameters: `/stacks{?limit,marker}`."""
NAME = re.compile(r"[\w.:-]+")
VERSION = re.compile(r"(?P<which>min_version|max_version)\s*:\s*(?P<version>\S.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestLine:
    """A method, a path template, and the versions that know it."""

    method: str
    path: str
    variables: tuple[str, ...]
    server: str
    """What stands before the path; usually nothing does."""
    query: tuple[tuple[str, str], ...]
    min_version: str
    max_version: str
    origin: Origin

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same operation as another: a variable's name doesn't matter."""
        return self.method, VARIABLE.sub("{}", self.path)


def read_rest_method(directive: Directive, report: Report) -> RequestLine | None:
    """Return the request line; None, and a diagnostic, without one that OpenAPI has a place for."""
    # An extension that takes arguments would find METHOD and URL there.
    lines = [line.strip() for line in (*directive.argument.split("\n"), *directive.text.split("\n")) if line.strip()]
    found = REQUEST_LINE.match(lines[0]) if lines else None
    if found is None:
        message = "`rest_method` without a method and a URL; the operation is left out"
        report(Diagnostic(code="request-line-malformed", message=message, origin=directive.origin))
        return None
    method = found["method"].upper()
    if method not in METHODS:
        message = f"OpenAPI 3.1 has no operations of the method {method:.20}; `{lines[0]:.100}` is left out"
        report(Diagnostic(code="operation-unsupported", message=message, origin=directive.origin))
        return None
    versions = {match["which"]: match["version"].strip() for line in lines[1:] if (match := VERSION.match(line))}
    return _line(method, found["url"], versions, directive.origin, report)


def _line(method: str, url: str, versions: dict[str, str], origin: Origin, report: Report) -> RequestLine | None:
    server = SERVER.match(url)
    rest = url[server.end() :] if server else url
    query = [(name, "") for match in QUERY_EXPRESSION.finditer(rest) for name in match[1].split(",") if name]
    rest, _, asked = QUERY_EXPRESSION.sub("", rest).partition("#")[0].partition("?")
    query += [(name, value) for part in asked.split("&") for name, _, value in [part.partition("=")] if name]
    path = rest if rest.startswith("/") else f"/{rest}"
    if "{" in VARIABLE.sub("", path) or "}" in VARIABLE.sub("", path):
        message = f"the braces of `{url:.100}` don't match; the operation is left out"
        report(Diagnostic(code="request-line-malformed", message=message, origin=origin))
        return None
    names: list[str] = []
    for written in VARIABLE.findall(path):
        name = variable_name(written)
        while name in names:
            name += "_"
        if name != written:
            message = f"`{{{written:.60}}}` is no name of a path variable, or taken; the document calls it `{name:.60}`"
            report(Diagnostic(code="path-variable-renamed", message=message, origin=origin))
        names.append(name)
    fresh = iter(names)
    return RequestLine(
        method=method,
        path=VARIABLE.sub(lambda _: f"{{{next(fresh)}}}", path),
        variables=tuple(names),
        server=server[0] if server else "",
        query=tuple(query),
        min_version=versions.get("min_version", ""),
        max_version=versions.get("max_version", ""),
        origin=origin,
    )


def variable_name(written: str) -> str:
    """Return a variable's name that a path template can have: `{id/name}` would be two segments."""
    if NAME.fullmatch(written):
        return written
    return re.sub(r"[^\w.:-]+", "_", written.strip()).strip("_") or "variable"
