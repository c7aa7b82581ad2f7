"""A small document, and recordings of exchanges with a server of it, as browsers and gateways write them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docpact.document import Document, read_document

SERVER = "https://books.example/v1"
OFFER = {
    "type": "object",
    "required": ["id", "price"],
    "properties": {
        "id": {"type": "integer"},
        "price": {"type": "number"},
        "notes": {"type": "array", "items": {"type": "object", "properties": {"text": {"type": "string"}}}},
    },
}


def read_offers() -> Document:
    """The document: offers that can be listed, fetched, and made with a key."""
    offer = {"application/json": {"schema": OFFER}}
    operations: dict[str, Any] = {
        "/offers": {
            "get": {
                "parameters": [
                    {"name": "page", "in": "query", "schema": {"type": "integer"}},
                    {"name": "size", "in": "query", "schema": {"type": "integer"}},
                ],
                "responses": {
                    "200": {
                        "description": "",
                        "headers": {"X-Total": {"required": True, "schema": {"type": "integer"}}},
                        "content": {"application/json": {"schema": {"type": "array", "items": OFFER}}},
                    },
                    "400": {"description": ""},
                },
            },
            "post": {
                "requestBody": {"content": offer},
                "responses": {"201": {"description": "", "content": offer}, "400": {"description": ""}},
            },
        },
        "/offers/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}],
            "get": {
                "responses": {"200": {"description": "", "content": offer}, "404": {"description": ""}},
            },
        },
    }
    return read_document(
        {
            "openapi": "3.1.0",
            "info": {"title": "Offers", "version": "1"},
            "servers": [{"url": SERVER}],
            "components": {"securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Shop"}}},
            "paths": operations,
        },
        "offers.yaml",
    )


def entry(  # noqa: PLR0913 - the parts of an exchange.
    method: str,
    path: str,
    status: int = 200,
    body: Any = None,  # noqa: ANN401 - any JSON value, or a text.
    *,
    sent: Any = None,  # noqa: ANN401 - any JSON value.
    headers: Sequence[tuple[str, str]] = (),
    response_headers: Sequence[tuple[str, str]] = (("Content-Type", "application/json"), ("X-Total", "1")),
    **content: Any,  # noqa: ANN401 - any JSON value.
) -> dict[str, Any]:
    """An entry of an archive, as a browser exports it."""
    text = body if isinstance(body, str) else json.dumps(body)
    url = path if path.startswith("http") else f"{SERVER}{path}"
    posted = {"postData": {"mimeType": "application/json", "text": json.dumps(sent)}} if sent is not None else {}
    return {
        "startedDateTime": "2026-11-27T12:00:00.000Z",
        "time": 12.5,
        "request": {"method": method, "url": url, "headers": _pairs(headers), **posted},
        "response": {
            "status": status,
            "statusText": "",
            "headers": _pairs(response_headers),
            "content": {"size": len(text.encode()), "mimeType": "application/json", "text": text, **content},
        },
    }


def write_archive(folder: Path, *entries: dict[str, Any], name: str = "session.har") -> Path:
    """Write an archive with those entries."""
    path = folder / name
    path.write_text(
        json.dumps({"log": {"version": "1.2", "creator": {"name": "x"}, "entries": list(entries)}}), "utf-8"
    )
    return path


def _pairs(headers: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in headers]
