"""The samples of a document: those of its responses, and its headers, each as it keeps to its schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docpact.document import write_text
from docpact.mock.contents import Content
from docpact.mock.document import Document
from docpact.mock.fitting import fit_value
from docpact.mock.operations import Operation
from docpact.mock.values import make_value

NOT_SENT = frozenset({"content-type", "content-length", "content-encoding", "transfer-encoding", "connection", "date"})
"""Headers that say how a message is sent: what is true of a sample is not true of the mock's own messages."""


def read_samples(document: Document, content: Content) -> Mapping[str, Any]:
    """Return the samples of a media type by name; what of one its own schema refuses is replaced."""
    found: Mapping[str, Any] = document.remember(content.media, _find_json if content.is_json else _find_any)
    return found


def _find_json(document: Document, media: Mapping[str, Any]) -> dict[str, Any]:
    schema = media.get("schema", {})
    return {name: fit_value(document, value, schema) for name, value in _find_any(document, media).items()}


def _find_any(document: Document, media: Mapping[str, Any]) -> dict[str, Any]:
    listed: Mapping[str, Any] = media.get("examples") or {}
    samples = {name: document.resolve(sample) for name, sample in listed.items()}
    return {
        name: next(sample[word] for word in VALUES if word in sample)
        for name, sample in samples.items()
        if isinstance(sample, Mapping) and any(word in sample for word in VALUES)
    }


VALUES = ("value", "dataValue", "serializedValue")
"""Where the value of a sample stands; the last two are OpenAPI 3.2's."""


def first_sample(document: Document, content: Content) -> Any:  # noqa: ANN401 - any JSON value.
    """Return the first sample of a media type, or a made-up value where it has none."""
    samples = read_samples(document, content)
    if samples:
        return next(iter(samples.values()))
    if "schema" not in content.media and "itemSchema" in content.media:
        return [make_value(document, content.media["itemSchema"])]
    return make_value(document, content.media.get("schema", {} if content.is_json else {"type": "string"}))


def read_headers(document: Document, operation: Operation, status: int) -> Mapping[str, str]:
    """Return the headers of a response, names in small letters, each with its sample or a made-up value."""
    found: Mapping[str, str] = document.remember(document.response(operation, status), _find_headers)
    return found


def _find_headers(document: Document, response: Mapping[str, Any]) -> dict[str, str]:
    listed: Mapping[str, Any] = response.get("headers") or {}
    return {
        name.lower(): _header_text(document, document.resolve(header))
        for name, header in listed.items()
        if name.lower() not in NOT_SENT
    }


def _header_text(document: Document, header: Mapping[str, Any]) -> str:
    content: Mapping[str, Any] = next(iter((header.get("content") or {}).values()), header)
    samples = _find_any(document, content)
    schema = content.get("schema", {"type": "string"})
    value = next(iter(samples.values())) if samples else make_value(document, schema)
    if isinstance(value, Mapping):
        return ",".join(f"{name}={write_text(part)}" for name, part in value.items())
    return ",".join(map(write_text, value)) if isinstance(value, list) else write_text(value)


def read_parameter_samples(document: Document, parameter: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return the samples of a parameter: its own, then those of its schema."""
    schema = document.resolve(parameter.get("schema", {}))
    inside = schema.get("examples") if isinstance(schema, Mapping) else None
    return (*_find_any(document, parameter).values(), *(inside if isinstance(inside, list) else ()))
