"""Every documented sample against the schema that was emitted for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.json_schema import TIMESTAMP, compile_schema

Media = Mapping[str, Any]


def validate_samples(document: Mapping[str, Any], report: Report) -> None:
    """Report each sample that its schema refuses, and each that shows a time without an offset.

    So that a build can say of every sample that it is valid, or why it isn't.
    """
    for media in find_media(document):
        if media.get("examples") and "schema" in media:
            validator = compile_schema(document, media["schema"], lenient=True)
            for example in media["examples"].values():
                _validate(validator, example, report)


def find_media(document: Mapping[str, Any]) -> Iterator[Media]:
    """Yield the media types of all bodies that are sent and answered, those of webhooks too."""
    for paths in (document.get("paths", {}), document.get("webhooks", {})):
        for path_item in paths.values():
            for operation in path_item.values():
                if isinstance(operation, Mapping):
                    for body in (operation.get("requestBody", {}), *operation.get("responses", {}).values()):
                        yield from body.get("content", {}).values()


def _validate(validator: Any, example: Mapping[str, Any], report: Report) -> None:  # noqa: ANN401
    path, _, line = str(example.get("x-source", ":1")).rpartition(":")
    origin = Origin(path, int(line))
    faults = [(_place(error.instance_path), error.message) for error in validator.iter_errors(example["value"])]
    for place, message in faults[:1]:
        more = f"; {len(faults) - 1} more" if len(faults) > 1 else ""
        report(Diagnostic(code="sample-invalid", message=f"`{place}`: {message:.160}{more}", origin=origin))
    if times := sorted(set(_times(example["value"], ""))):
        message = f"a time without an offset: {', '.join(f'`{name}`' for name in times)}"
        report(Diagnostic(code="sample-time", message=message, origin=origin))


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
