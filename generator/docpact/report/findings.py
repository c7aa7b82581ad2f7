"""Diagnostics → text, JSON, SARIF, CI annotations."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from docpact import __version__
from docpact.diagnostics import CODES, Diagnostic, Origin, Severity, file_name, format_diagnostic, origin_names
from docpact.plain_text import format_json, visible

Files = Mapping[str, Path]
"""The path that a diagnostic names a page by → where the file is."""
SARIF_VERSION = "2.1.0"
SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# GitHub's names for the severities: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
ANNOTATIONS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def format_findings(diagnostics: Sequence[Diagnostic], files: Files, form: str) -> str:
    """Return the diagnostics in that format, a key of `FORMATS`; empty text for none in the formats for lines."""
    return FORMATS[form](diagnostics, files)


def _text(diagnostics: Sequence[Diagnostic], files: Files) -> str:
    place = origin_names(files)
    return "\n".join(format_diagnostic(d, place) for d in diagnostics)


def _json(diagnostics: Sequence[Diagnostic], files: Files) -> str:
    entries = [
        {
            "path": file_name(d.origin, files),
            "line": d.origin.line,
            "severity": str(d.severity),
            "code": d.code,
            "message": d.message,
            "hint": d.hint,
            "suggestion": d.suggestion,
            "related": [{"path": file_name(origin, files), "line": origin.line} for origin in d.related],
        }
        for d in diagnostics
    ]
    return format_json(entries)


def _sarif(diagnostics: Sequence[Diagnostic], files: Files) -> str:
    """Return a SARIF log with one run.

    Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
    """
    used = sorted({d.code for d in diagnostics})
    rules = [
        {
            "id": code,
            "shortDescription": {"text": CODES[code].meaning},
            "help": {"text": CODES[code].hint},
            "defaultConfiguration": {"level": str(CODES[code].severity)},
        }
        for code in used
    ]
    results = [
        {
            "ruleId": d.code,
            "ruleIndex": used.index(d.code),
            "level": str(d.severity),
            "message": {"text": d.message},
            "locations": [_location(d.origin, files)],
            **({"relatedLocations": [_location(origin, files) for origin in d.related]} if d.related else {}),
        }
        for d in diagnostics
    ]
    run = {"tool": {"driver": {"name": "docpact", "version": __version__, "rules": rules}}, "results": results}
    log = {"$schema": SARIF_SCHEMA, "version": SARIF_VERSION, "runs": [run]}
    return format_json(log)


def _github(diagnostics: Sequence[Diagnostic], files: Files) -> str:
    return "\n".join(
        f"::{ANNOTATIONS[d.severity]} file={_property(file_name(d.origin, files))},line={d.origin.line},"
        f"title={_property(d.code)}::{_escaped(f'{d.message} - {advice(d)}')}"
        for d in diagnostics
    )


def advice(diagnostic: Diagnostic) -> str:
    """Return what the author can do, and what was probably meant."""
    return f"{diagnostic.hint}; did you mean {diagnostic.suggestion}?" if diagnostic.suggestion else diagnostic.hint


FORMATS: dict[str, Callable[[Sequence[Diagnostic], Files], str]] = {
    "text": _text,
    "json": _json,
    "sarif": _sarif,
    "github": _github,
}


def _location(origin: Origin, files: Files) -> dict[str, Any]:
    place = {"artifactLocation": {"uri": file_name(origin, files)}, "region": {"startLine": origin.line}}
    return {"physicalLocation": place}


def _escaped(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
