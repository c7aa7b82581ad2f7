"""Every documented sample against the schema that was emitted for it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.json_schema import TIMESTAMP, compile_schema

Media = Mapping[str, Any]

CONTRADICTIONS = frozenset({"array-contradicted", "required-contradicted", "type-contradicted"})
"""What is reported of a property where samples show something else than its row says."""
NAMED = re.compile(r"`([^`]+)`")
"""The property that such a message begins with."""


def validate_samples(document: Mapping[str, Any], report: Report, reported: Iterable[Diagnostic] = ()) -> None:
    """Report each sample that its schema refuses, and each that shows a time without an offset.

    So that a build can say of every sample that it is valid, or why it isn't. One cause is one diagnostic: what is
    `reported` as a contradiction between a property and its samples isn't reported again for each of them.
    """
    told: dict[str, set[str]] = {}
    for one in reported:
        if one.code in CONTRADICTIONS and (name := NAMED.match(one.message)):
            told.setdefault(one.origin.path, set()).add(name[1])
    for operation in _find_operations(document):
        names = told.get(str(operation.get("x-source", "")).rpartition(":")[0], set())
        for media in _media_of(operation):
            if media.get("examples") and "schema" in media:
                validator = compile_schema(document, media["schema"], lenient=True)
                for example in media["examples"].values():
                    _validate(validator, example, report, names)


def find_media(document: Mapping[str, Any]) -> Iterator[Media]:
    """Yield the media types of all bodies that are sent and answered, those of webhooks too."""
    for operation in _find_operations(document):
        yield from _media_of(operation)


def _find_operations(document: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for paths in (document.get("paths", {}), document.get("webhooks", {})):
        for path_item in paths.values():
            for operation in path_item.values():
                if isinstance(operation, Mapping):
                    yield operation


def _media_of(operation: Mapping[str, Any]) -> Iterator[Media]:
    for body in (operation.get("requestBody", {}), *operation.get("responses", {}).values()):
        yield from body.get("content", {}).values()


def _validate(validator: Any, example: Mapping[str, Any], report: Report, told: Container[str]) -> None:  # noqa: ANN401
    path, _, line = str(example.get("x-source", ":1")).rpartition(":")
    origin = Origin(path, int(line))
    errors = [error for error in validator.iter_errors(example["value"]) if not _is_told(error, told)]
    faults = [(_place(error.instance_path), error.message) for error in errors]
    for place, message in faults[:1]:
        more = f"; {len(faults) - 1} more" if len(faults) > 1 else ""
        report(Diagnostic(code="sample-invalid", message=f"`{place}`: {message:.160}{more}", origin=origin))
    if times := sorted(set(_times(example["value"], ""))):
        message = f"a time without an offset: {', '.join(f'`{name}`' for name in times)}"
        report(Diagnostic(code="sample-time", message=message, origin=origin))


def _is_told(error: Any, told: Container[str]) -> bool:  # noqa: ANN401
    """Tell whether an error is about a property that is reported; of alternatives, all errors of one of them."""
    branches = getattr(error.kind, "context", None)
    if branches:
        return any(branch and all(_is_told(one, told) for one in branch) for branch in branches)
    if error.kind.name == "required":
        return error.kind.property in told
    return next((name for name in reversed(error.instance_path) if isinstance(name, str)), "") in told


def _times(value: Any, name: str) -> Iterator[str]:  # noqa: ANN401
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _times(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from _times(inner, name)
    elif isinstance(value, str) and (match := TIMESTAMP.fullmatch(value)) and not match["offset"]:
        yield name


def _place(path: list[str | int]) -> str:
    return ".".join(str(part) for part in path) or "the sample"
