"""Bodies, parameters and answers that are no JSON: how they are written, and how they are read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from .endpoint import Endpoint

OCTETS = "application/octet-stream"


class Content:
    """A body that is handed over as it is, in the words of the generated functions: they send its `payload`."""

    __slots__ = ("mime_type", "payload", "sent")

    def __init__(self, sent: bytes, mime_type: str | None = None) -> None:
        self.sent, self.mime_type = sent, mime_type
        self.payload = self


def as_content(body: Any) -> Any:  # noqa: ANN401 - bytes, text, the generated package's `File`, or nothing.
    """Return a body as something with a `payload`; nothing stays nothing.

    A file is read whole: an asynchronous client can't read it, and a request that is sent again needs all of it again.
    """
    if isinstance(body, str):
        return Content(body.encode())
    if isinstance(body, bytes | bytearray | memoryview):
        return Content(bytes(body))
    if not hasattr(body, "payload"):
        return body
    found = body.payload.read()
    return Content(found.encode() if isinstance(found, str) else found, body.mime_type)


def adapt_request(endpoint: Endpoint, settings: dict[str, Any], headers: dict[str, Any]) -> None:
    """Change what the generated function wants sent to what goes over the wire."""
    if endpoint.styles and settings.get("params"):
        settings["params"] = [*_write_parameters(settings["params"], dict(endpoint.styles))]
    if "files" in settings:
        # With its own boundary httpx makes sure that no file holds it.
        headers.pop("Content-Type", None)
    if isinstance(settings.get("data"), Mapping):
        settings["data"] = {name: _write_field(value) for name, value in settings["data"].items()}
    if isinstance(content := settings.get("content"), Content):
        settings["content"] = content.sent
        named = endpoint.sends if "*" not in endpoint.sends else OCTETS
        headers["Content-Type"] = content.mime_type or named
    if settings.get("cookies"):
        settings["cookies"] = {name: _write_text(value) for name, value in settings["cookies"].items()}
    if endpoint.accept:
        headers.setdefault("Accept", endpoint.accept)


def _write_parameters(given: Mapping[str, Any], styles: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    for name, value in given.items():
        style = styles.get(name)
        if style == "json":
            yield name, json.dumps(value)
        elif style == "deep" and isinstance(value, Mapping):
            yield from ((f"{name}[{key}]", _write_text(part)) for key, part in value.items())
        elif style and isinstance(value, Mapping):
            yield name, style.join(_write_text(part) for pair in value.items() for part in pair)
        elif style and isinstance(value, list | tuple):
            yield name, style.join(map(_write_text, value))
        elif isinstance(value, list | tuple):
            yield from ((name, part) for part in value)
        else:
            yield name, value


def _write_field(value: Any) -> Any:  # noqa: ANN401 - any JSON value.
    """Return a form's field: objects are written as JSON (OpenAPI 3.1, encoding object), lists one after another."""
    if isinstance(value, list):
        return [_write_field(part) for part in value]
    return json.dumps(value) if isinstance(value, Mapping) else value


def _write_text(value: Any) -> str:  # noqa: ANN401 - any value of a parameter.
    if isinstance(value, bool) or value is None:
        return json.dumps(value)
    return str(value)
