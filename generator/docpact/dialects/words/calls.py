"""`curl` lines → the requests that they send."""

from __future__ import annotations

import re
import shlex

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.statements import CallStatement

CURL = re.compile(r"\s*curl\b")
PLACEHOLDER = re.compile(r"<<[^>]*>>|\{\w*\}")


def parse_curl(text: str, origin: Origin, report: Report) -> CallStatement | None:
    """Return what a `curl` line sends; None, and a diagnostic, where its quotes don't close."""
    try:
        words = shlex.split(text.replace("\\\n", " "))
    except ValueError as error:
        report(Diagnostic(code="sample-curl", message=f"the curl line cannot be read: {error}", origin=origin))
        return None
    method, url, body = "", "", ""
    headers: list[tuple[str, str]] = []
    rest = iter(words[1:])
    for word in rest:
        if word in {"-X", "--request"}:
            method = next(rest, "")
        elif word in {"-H", "--header"}:
            name, _, value = next(rest, "").partition(":")
            headers.append((name.strip(), value.strip()))
        elif word in {"-d", "--data", "--data-raw", "--data-binary"}:
            body = next(rest, "")
        elif not word.startswith("-") and not url:
            url = word
    return CallStatement(
        method=method or ("POST" if body else "GET"),
        url=url,
        headers=tuple(headers),
        body="" if PLACEHOLDER.fullmatch(body.strip()) else body,
        sends_body=bool(body),
        origin=origin,
    )
