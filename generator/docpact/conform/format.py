"""Disagreements → text, JSON, SARIF, Markdown; and the baseline, which lists those that are known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from docpact import __version__
from docpact.conform.types import KINDS, Disagreement
from docpact.diff.markdown import plain
from docpact.errors import InputError
from docpact.plain_text import format_json, visible

Files = Mapping[str, Path]
"""The path that an origin names a page by → where the file is."""
SARIF_VERSION = "2.1.0"
SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST_OPERATIONS = 3
# A bar with an even number of backslashes before it.
BARE_BAR = re.compile(r"(?<!\\)((?:\\\\)*)\|")


def format_disagreements(found: Sequence[Disagreement], files: Files, form: str) -> str:
    """Return the disagreements in that format, a key of `FORMATS`; empty text for none where lines are written."""
    return FORMATS[form](found, files)


def format_disagreement_counts(found: Sequence[Disagreement]) -> str:
    """Return how many there are, in words."""
    if not found:
        return "documentation and implementation agree"
    serious = sum(KINDS[one.kind].serious for one in found)
    return f"{len(found)} disagreement{'s' * (len(found) > 1)}, {serious} of them serious"


def describe(one: Disagreement) -> str:
    """Return what either states, on one line."""
    parts = [
        f"documentation: {one.documented}" if one.documented else "",
        f"implementation: {one.implemented}" if one.implemented else "",
    ]
    only = "" if all(parts) else "only "
    return f"{only}{'; '.join(filter(None, parts))}".replace("\n", " ")


def read_known(path: Path) -> Counter[str]:
    """Return the disagreements that a baseline lists; raises `InputError` where it can't be read."""
    try:
        return Counter(line for line in path.read_text("utf-8").split("\n") if line.strip())
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"the baseline cannot be read: {error}", where=str(path)) from error


def without_known(found: Sequence[Disagreement], known: Counter[str]) -> tuple[Disagreement, ...]:
    """Return those that the baseline doesn't list."""
    return tuple(one for one in found if not known[_line(one)])


def format_baseline(found: Sequence[Disagreement]) -> str:
    """Return the disagreements as a baseline: one a line, without the lines of pages, which move."""
    return "".join(f"{line}\n" for line in sorted({_line(one) for one in found}))


def _line(one: Disagreement) -> str:
    # A name with a line break in it stays on its line.
    return visible(" ".join(one.key.split()))


def _text(found: Sequence[Disagreement], files: Files) -> str:
    lines = []
    for one in found:
        place = f"{_where(one, files)}: " if one.origin else ""
        lines.append(visible(f"{place}[{one.kind}] {one.subject}: {describe(one)}{_seen(one)}"))
    return "\n".join(lines)


def _json(found: Sequence[Disagreement], files: Files) -> str:
    entries = [
        {
            "kind": one.kind, "serious": KINDS[one.kind].serious, "subject": one.subject,
            "documented": one.documented or None, "implemented": one.implemented or None,
            "operations": list(one.operations), "path": _path(one, files),
            "line": one.origin.line if one.origin else None,
        }
        for one in found
    ]  # fmt: skip
    return format_json(entries)


def _sarif(found: Sequence[Disagreement], files: Files) -> str:
    """Return a SARIF log with one run.

    Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
    """
    used = sorted({one.kind for one in found})
    rules = [{"id": kind, "shortDescription": {"text": KINDS[kind].meaning}} for kind in used]
    results = [
        {
            "ruleId": one.kind, "ruleIndex": used.index(one.kind),
            "level": "warning" if KINDS[one.kind].serious else "note",
            "message": {"text": f"{one.subject}: {describe(one)}"},
            **({"locations": [_location(one, files)]} if one.origin else {}),
            "partialFingerprints": {"disagreement/v1": _line(one)},
        }
        for one in found
    ]  # fmt: skip
    run = {"tool": {"driver": {"name": "docpact", "version": __version__, "rules": rules}}, "results": results}
    return format_json({"$schema": SARIF_SCHEMA, "version": SARIF_VERSION, "runs": [run]})


def _markdown(found: Sequence[Disagreement], files: Files) -> str:
    parts = [f"**{format_disagreement_counts(found)}**"]
    for kind, group in groupby(found, key=lambda one: one.kind):
        listed = list(group)
        cells = ((one.subject, one.documented, one.implemented, _where(one, files)) for one in listed)
        rows = [f"| {' | '.join(map(_cell, row))} |" for row in cells]
        head = "| Where | Documentation | Implementation | Page |\n|---|---|---|---|"
        parts.append(f"### {KINDS[kind].meaning.removesuffix('.')} ({len(listed)})\n\n{head}\n" + "\n".join(rows))
    return "\n\n".join(parts)


FORMATS: dict[str, Callable[[Sequence[Disagreement], Files], str]] = {
    "text": _text, "json": _json, "sarif": _sarif, "markdown": _markdown,
}  # fmt: skip


def _cell(text: str) -> str:
    """Return the text as a cell: a `|` ends one also where it stands in a code span."""
    return BARE_BAR.sub(r"\1\|", plain(text)) or "-"


def _seen(one: Disagreement) -> str:
    if not one.operations:
        return ""
    more = len(one.operations) - MOST_OPERATIONS
    return f" in {', '.join(one.operations[:MOST_OPERATIONS])}{f' and {more} more' if more > 0 else ''}"


def _location(one: Disagreement, files: Files) -> dict[str, Any]:
    line = one.origin.line if one.origin else 1
    return {"physicalLocation": {"artifactLocation": {"uri": _path(one, files)}, "region": {"startLine": line}}}


def _where(one: Disagreement, files: Files) -> str:
    return f"{_path(one, files)}:{one.origin.line}" if one.origin else ""


def _path(one: Disagreement, files: Files) -> str | None:
    """Return the page's file as seen from the working directory, with forward slashes."""
    if one.origin is None:
        return None
    path = files.get(one.origin.path)
    if path is None:
        return one.origin.path
    absolute = path.resolve()
    inside = absolute.is_relative_to(Path.cwd())
    return (absolute.relative_to(Path.cwd()) if inside else path).as_posix()
