"""A document as others write them: OpenAPI 3.0, no samples, failures of its own shape, keys and headers."""

from __future__ import annotations

from typing import Any


def answers(schema: Any, kind: str = "application/json") -> dict[str, Any]:  # noqa: ANN401 - any schema.
    """A response with that schema."""
    return {"description": "Fine.", "content": {kind: {"schema": schema}}}


def reference(name: str) -> dict[str, str]:
    """A reference to a component."""
    return {"$ref": f"#/components/schemas/{name}"}


def takes(schema: Any, kind: str = "application/json") -> dict[str, Any]:  # noqa: ANN401
    """A body with that schema."""
    return {"required": True, "content": {kind: {"schema": schema}}}


def parameter(name: str, location: str, schema: Any, **more: Any) -> dict[str, Any]:  # noqa: ANN401
    """A parameter."""
    return {"name": name, "in": location, "schema": schema, **more}


FAILURE = answers(reference("Failure"), "application/problem+json")
NAMED: dict[str, Any] = {
    "name": {"type": "string", "minLength": 1},
    "status": {"type": "string", "enum": ["available", "sold"]},
    "tags": {"type": "array", "items": {"type": "string"}},
    "owner": {"type": "string", "nullable": True},
    "weight": {"type": "number", "minimum": 0, "exclusiveMinimum": True},
}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.0.3",
    "info": {"title": "Petstore", "version": "1.0"},
    "paths": {
        "/pets": {
            "get": {
                "operationId": "listPets",
                "security": [{"header": []}, {"parameter": []}, {"cookie": []}],
                "parameters": [
                    parameter("limit", "query", {"type": "integer", "maximum": 100}),
                    parameter("offset", "query", {"type": "integer", "minimum": 0}),
                    parameter("tags", "query", {"type": "array", "items": {"type": "string"}}),
                    parameter("status", "query", NAMED["status"]),
                ],
                "responses": {"200": answers({"type": "array", "items": reference("Pet")})},
            },
            "post": {
                "operationId": "addPet",
                "requestBody": takes(reference("NewPet")),
                "responses": {"201": answers(reference("Pet")), "default": FAILURE},
            },
        },
        "/pets/{petId}": {
            "parameters": [parameter("petId", "path", {"type": "integer", "format": "int64"}, required=True)],
            "get": {"responses": {"200": answers(reference("Pet")), "404": FAILURE}},
            "put": {"requestBody": takes(reference("NewPet")), "responses": {"200": answers(reference("Pet"))}},
            "delete": {
                "parameters": [parameter("X-Reason", "header", {"type": "string", "minLength": 3}, required=True)],
                "responses": {"204": {"description": "Gone."}},
            },
        },
        "/pets/{petId}/photo": {
            "parameters": [parameter("petId", "path", {"type": "integer"}, required=True)],
            "put": {
                "requestBody": takes({"type": "string", "format": "binary"}, "image/png"),
                "responses": {"204": {"description": "Kept."}},
            },
        },
        "/login": {
            "post": {
                "requestBody": takes(
                    {"type": "object", "required": ["pin"], "properties": {"pin": {"type": "integer"}}},
                    "application/x-www-form-urlencoded",
                ),
                "responses": {"204": {"description": "In."}, "400": FAILURE},
            }
        },
    },
    "components": {
        "securitySchemes": {
            "header": {"type": "apiKey", "in": "header", "name": "api_key"},
            "parameter": {"type": "apiKey", "in": "query", "name": "key"},
            "cookie": {"type": "apiKey", "in": "cookie", "name": "session"},
        },
        "schemas": {
            "NewPet": {"type": "object", "required": ["name"], "properties": NAMED},
            "Pet": {
                "allOf": [
                    reference("NewPet"),
                    {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}}},
                ]
            },
            "Failure": {
                "type": "object",
                "required": ["status", "detail"],
                "properties": {"status": {"type": "integer"}, "detail": {"type": "string"}},
            },
        },
    },
}
