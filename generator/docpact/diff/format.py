"""Changes → text, JSON, Markdown, CI annotations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from docpact.diff.markdown import SHOWN_OPERATIONS, format_rules, format_words
from docpact.diff.rules import RULES
from docpact.diff.types import Change, Impact
from docpact.plain_text import format_json, visible

Files = Mapping[str, Path]
"""The path that an origin names a page by → where the file is."""
# https://docs.github.com/actions/reference/workflow-commands-for-github-actions
ANNOTATIONS = {Impact.BREAKING: "error", Impact.POSSIBLY: "warning", Impact.COMPATIBLE: "notice"}


def format_changes(changes: Sequence[Change], files: Files, form: str) -> str:
    """Return the changes in that format, a key of `FORMATS`; empty text for none in the formats for lines."""
    return FORMATS[form](changes, files)


def format_counts(changes: Sequence[Change]) -> str:
    """Return how many changes of each impact there are, in words."""
    counts = Counter(change.impact for change in changes)
    found = [f"{counts[impact]} {impact.value}" for impact in reversed(Impact) if counts[impact]]
    return ", ".join(found) or "no changes"


def describe(change: Change) -> str:
    """Return what the rule says, and from what to what."""
    meaning = RULES[change.rule].meaning
    return f"{meaning.removesuffix('.')}: {change.message}" if change.message else meaning


def _text(changes: Sequence[Change], files: Files) -> str:
    return "\n".join(
        visible(
            f"{_where(change, files)}: {change.impact.value}[{change.rule}] {change.subject}: {describe(change)} "
            f"(callers: {change.callers.value}; readers: {change.readers.value}){_used(change)}"
        )
        for change in changes
    )


def _json(changes: Sequence[Change], files: Files) -> str:
    entries = [
        {
            "rule": change.rule,
            "impact": change.impact.value,
            "callers": change.callers.value,
            "readers": change.readers.value,
            "subject": change.subject,
            "message": change.message,
            "path": _path(change, files),
            "line": change.origin.line if change.origin else None,
            "gone": change.gone,
            "operations": list(change.operations),
        }
        for change in changes
    ]
    return format_json(entries)


def _markdown(changes: Sequence[Change], files: Files) -> str:
    del files
    parts = [f"**{format_counts(changes)}**"]
    for impact in reversed(Impact):
        group = [change for change in changes if change.impact is impact]
        told = [change for change in group if not RULES[change.rule].words]
        if told:
            parts += [f"### {impact.value.capitalize()}", format_rules(told, fold=True)]
        parts.append(format_words([change for change in group if RULES[change.rule].words]))
    return "\n\n".join(filter(None, parts))


def _github(changes: Sequence[Change], files: Files) -> str:
    return "\n".join(
        f"::{ANNOTATIONS[change.impact]} {_annotation_place(change, files)}title={_property(change.rule)}::"
        f"{_escaped(f'{change.subject}: {describe(change)}')}"
        for change in changes
    )


FORMATS: dict[str, Callable[[Sequence[Change], Files], str]] = {
    "text": _text,
    "json": _json,
    "markdown": _markdown,
    "github": _github,
}


def _annotation_place(change: Change, files: Files) -> str:
    # A place of the old documentation is no line of the file as it is.
    if change.origin is None or change.gone:
        return ""
    return f"file={_property(_path(change, files) or '')},line={change.origin.line},"


def _where(change: Change, files: Files) -> str:
    if change.origin is None:
        return "document"
    return f"{_path(change, files)}:{change.origin.line}{' (before)' if change.gone else ''}"


def _path(change: Change, files: Files) -> str | None:
    """Return the page's file as seen from the working directory, with forward slashes."""
    if change.origin is None:
        return None
    path = files.get(change.origin.path)
    if path is None or change.gone:
        return change.origin.path
    absolute = path.resolve()
    inside = absolute.is_relative_to(Path.cwd())
    return (absolute.relative_to(Path.cwd()) if inside else path).as_posix()


def _used(change: Change) -> str:
    if not change.operations:
        return ""
    shown = ", ".join(change.operations[:SHOWN_OPERATIONS])
    more = len(change.operations) - SHOWN_OPERATIONS
    return f" in {shown}{f' and {more} more' if more > 0 else ''}"


def _escaped(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
