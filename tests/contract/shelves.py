"""An invented API about books on a shelf, with or without an envelope: its document, and a server that keeps to it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import jsonschema_rs
from starlette.types import Receive, Scope, Send

BASE_PATH = "/v1"
BODY: dict[str, Any] = {
    "type": "object",
    "required": ["title"],
    "properties": {"title": {"type": "string", "minLength": 1, "maxLength": 40}},
    "additionalProperties": False,
}
BOOK: dict[str, Any] = {
    "type": "object",
    "required": ["id", "title"],
    "properties": {"id": {"type": "integer"}, "title": {"type": "string"}, "success": {"type": "boolean"}},
}
ENVELOPE = {"payload": "data", "success": "ok", "status": "code", "messages": "error"}
"""The names that the second API has; no other test of the project has them."""
Wrap = Callable[[int, Any, str], Any]
"""Status, payload and message → body."""


def wrap_in_envelope(status: int, payload: Any, message: str) -> Any:  # noqa: ANN401 - any JSON value.
    """A body as the API with an envelope has it."""
    return {"data": payload, "ok": status < 400, "code": status, "error": message or None}


def wrap_in_nothing(status: int, payload: Any, message: str) -> Any:  # noqa: ANN401 - any JSON value.
    """A body as the API without an envelope has it: its books say by chance that something has failed."""
    if status >= 400:
        return {"problem": message}
    return {**payload, "success": False} if isinstance(payload, dict) else payload


def build_document(*, envelope: bool) -> dict[str, Any]:
    """The document of the API."""

    def response(payload: Any) -> dict[str, Any]:  # noqa: ANN401 - a schema.
        wrapped = {
            "type": "object",
            "required": ["data", "ok", "code", "error"],
            "properties": {
                "data": payload, "ok": {"type": "boolean"}, "code": {"type": "integer"},
                "error": {"type": ["string", "null"]},
            },
        }  # fmt: skip
        schema = wrapped if envelope else payload
        return {"description": "a response", "content": {"application/json": {"schema": schema}}}

    failure = response({"type": "null"} if envelope else {"type": "object", "required": ["problem"]})
    failures = dict.fromkeys(("400", "404", "405", "415"), failure)
    book, books = response(BOOK), response({"type": "array", "items": BOOK})
    body = {"required": True, "content": {"application/json": {"schema": BODY, "example": {"title": "Atlas"}}}}
    one = [{"name": "id", "in": "path", "required": True, "schema": {"type": "integer", "minimum": 1}}]
    return {
        "openapi": "3.1.0",
        "info": {"title": "Shelf", "version": "1"},
        **({"x-envelope": ENVELOPE} if envelope else {}),
        "paths": {
            "/book": {
                "get": {"responses": {"200": books, **failures}},
                "post": {"requestBody": body, "responses": {"201": book, **failures}},
            },
            "/book/{id}": {
                "parameters": one,
                "get": {"responses": {"200": book, **failures}},
                "put": {"requestBody": body, "responses": {"200": book, **failures}},
                "delete": {"responses": {"200": response({"type": "null"}), **failures}},
            },
        },
    }


@dataclass
class Shelf:
    """A server of the API."""

    wrap: Wrap
    spoil: Callable[[str, str, int, Any], Any] = lambda _method, _path, _status, body: body
    """Method, path, status and body → the body that is sent."""
    base_path: str = BASE_PATH
    books: dict[int, str] = field(default_factory=lambda: {1: "Maps", 2: "Bees", 3: "Knots"})
    last: int = 3

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Respond to one request."""
        content, more = b"", True
        while more:
            message = await receive()
            content, more = content + message.get("body", b""), message.get("more_body", False)
        path = scope["path"].removeprefix(BASE_PATH)
        kind = dict(scope["headers"]).get(b"content-type", b"").decode()
        status, payload, said = self.respond(scope["method"], path, kind, content)
        body = self.spoil(scope["method"], path, status, self.wrap(status, payload, said))
        headers = [(b"content-type", b"application/json")]
        headers += [(b"allow", b"GET, POST" if path == "/book" else b"GET, PUT, DELETE")] if status == 405 else []
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": json.dumps(body).encode()})

    def respond(self, method: str, path: str, kind: str, content: bytes) -> tuple[int, Any, str]:
        """Status, payload and message."""
        collection, _, last = path.removeprefix("/").partition("/")
        if collection != "book" or "/" in last:
            return 404, None, "no such path"
        if method not in ({"GET", "PUT", "DELETE"} if last else {"GET", "POST"}):
            return 405, None, "no such method"
        if last and not (last.isdecimal() and int(last) in self.books):
            return (404 if last.isdecimal() and int(last) else 400), None, "no such book"
        number = int(last or 0)
        if method in {"POST", "PUT"}:
            if not kind.startswith("application/json"):
                return 415, None, "no JSON"
            return self.write(method, number, content)
        if method == "DELETE":
            del self.books[number]
            return 200, None, ""
        return 200, self.show(number) if last else [self.show(key) for key in self.books], ""

    def write(self, method: str, number: int, content: bytes) -> tuple[int, Any, str]:
        """Create or change a book."""
        try:
            book = json.loads(content)
        except ValueError:
            return 400, None, "no JSON"
        if not jsonschema_rs.Draft202012Validator(BODY).is_valid(book):
            return 400, None, "no book"
        if method == "POST":
            number = self.last = self.last + 1
        self.books[number] = book["title"]
        return (201 if method == "POST" else 200), self.show(number), ""

    def show(self, number: int) -> dict[str, Any]:
        """A book."""
        return {"id": number, "title": self.books[number]}
