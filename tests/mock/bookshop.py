"""A document of another API than Tedee's: no envelope, ids that are texts, closed objects, limits, things in things."""

from __future__ import annotations

from typing import Any

BOOK = {
    "type": "object",
    "additionalProperties": False,
    "required": ["isbnId", "title", "pages", "genre", "added", "loans"],
    "properties": {
        "isbnId": {"type": "string", "minLength": 3, "maxLength": 12, "pattern": "^[a-z0-9]+$"},
        "title": {"type": "string", "minLength": 1, "maxLength": 80},
        "pages": {"type": "integer", "minimum": 1, "maximum": 5000},
        "genre": {"type": "string", "enum": ["novel", "poems", "essay"]},
        "added": {"type": "string", "format": "date-time"},
        "loans": {"type": "array", "items": {"type": "string"}},
    },
}
CHANGES = {
    "type": "object",
    "required": ["title"],
    "properties": {
        "title": {"type": "string", "minLength": 1, "maxLength": 80},
        "pages": {"type": "integer", "minimum": 1, "maximum": 5000},
        "genre": {"type": "string", "enum": ["novel", "poems", "essay"]},
    },
}
NOTE = {
    "type": "object",
    "required": ["id", "text"],
    "properties": {"id": {"type": "integer"}, "text": {"type": "string"}},
}
SHELF: list[dict[str, Any]] = [
    {"isbnId": f"book{n}", "title": title, "pages": pages, "genre": genre, "added": "2024-05-01T10:00:00Z", "loans": []}
    for n, (title, pages, genre) in enumerate(
        [("Moss", 120, "novel"), ("Tides", 80, "poems"), ("On maps", 300, "essay"), ("Moss again", 90, "novel")]
    )
]


def _answers(schema: Any, status: int = 200, example: object = None) -> dict[str, Any]:  # noqa: ANN401 - any schema.
    media = {"schema": schema} | ({"examples": {"one": {"value": example}}} if example is not None else {})
    missing = {"404": {"description": "not there"}, "400": {"description": "not as documented"}}
    return {"responses": {str(status): {"description": "done", "content": {"application/json": media}}, **missing}}


def _takes(schema: Any) -> dict[str, Any]:  # noqa: ANN401
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


def _parameter(name: str, where: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": where, "required": where == "path", "schema": schema}


DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Bookshop", "version": "1"},
    "servers": [{"url": "https://books.example/v1"}],
    "x-conventions": {"filter-prefix": "filters."},
    "paths": {
        "/books": {
            "get": {
                "operationId": "list_books",
                "parameters": [
                    _parameter("page", "query", {"type": "integer", "minimum": 1}),
                    _parameter("itemsPerPage", "query", {"type": "integer", "minimum": 1, "maximum": 50}),
                    _parameter("filters.genre", "query", {"type": "string", "enum": ["novel", "poems", "essay"]}),
                    _parameter("filters.text", "query", {"type": "string"}),
                ],
                **_answers({"type": "array", "items": BOOK}, example=SHELF),
            },
            "post": {"operationId": "add_book", **_takes(CHANGES), **_answers(BOOK, 201)},
        },
        "/books/{isbnId}": {
            "parameters": [_parameter("isbnId", "path", {"type": "string"})],
            "get": {"operationId": "get_book", **_answers(BOOK)},
            "put": {"operationId": "replace_book", **_takes(CHANGES), **_answers(BOOK)},
            "delete": {
                "operationId": "remove_book",
                "responses": {"204": {"description": "gone"}, "404": {"description": "not there"}},
            },
        },
        "/books/{isbnId}/notes": {
            "parameters": [_parameter("isbnId", "path", {"type": "string"})],
            "get": {"operationId": "list_notes", **_answers({"type": "array", "items": NOTE}, example=[])},
            "post": {"operationId": "add_note", **_takes(NOTE | {"required": ["text"]}), **_answers(NOTE, 201)},
        },
        "/books/{isbnId}/notes/{id}": {
            "parameters": [
                _parameter("isbnId", "path", {"type": "string"}),
                _parameter("id", "path", {"type": "integer"}),
            ],
            "get": {"operationId": "get_note", **_answers(NOTE)},
            "delete": {
                "operationId": "remove_note",
                "responses": {"204": {"description": "gone"}, "404": {"description": "not there"}},
            },
        },
    },
}
