"""An invented OpenAPI document with what generators trip over, and what of it a client must have all the same."""

from __future__ import annotations

from typing import Any

THING = {"$ref": "#/components/schemas/Thing"}
OK = {"200": {"description": "fine", "content": {"application/json": {"schema": THING}}}}


def answered(content: dict[str, Any], status: str = "200") -> dict[str, Any]:
    """Responses of one status with that content."""
    return {status: {"description": "fine", "content": content}}


def parameter(name: str, location: str, schema: dict[str, Any], **more: object) -> dict[str, Any]:
    """A parameter."""
    return {"name": name, "in": location, "required": location == "path", "schema": schema, **more}


LIST_OF_TEXTS = {"type": "array", "items": {"type": "string"}}
FREE = {"type": "object", "additionalProperties": True}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Odd Things", "version": "1"},
    "servers": [{"url": "https://{where}.example/v1", "variables": {"where": {"enum": ["north", "south"]}}}],
    "paths": {
        "/things/{id}": {
            "get": {
                "operationId": "get_thing",
                "deprecated": True,
                "parameters": [
                    parameter("id", "path", {"type": "integer"}),
                    parameter("filter", "query", FREE, style="deepObject", explode=True),
                    parameter("ids", "query", {"type": "array", "items": {"type": "integer"}}, explode=False),
                    parameter("tags", "query", LIST_OF_TEXTS, style="pipeDelimited", explode=False),
                    parameter("names", "query", LIST_OF_TEXTS),
                    {"name": "shape", "in": "query", "content": {"application/json": {"schema": FREE}}},
                    parameter("If-Modified-Since", "header", {"type": "string", "format": "date-time"}),
                    parameter("Accept", "header", {"type": "string"}),
                    parameter("X-List", "header", LIST_OF_TEXTS),
                    parameter("desk", "cookie", {"type": "integer"}),
                    parameter("params", "query", {"type": "string"}),
                ],
                "responses": OK,
            },
            "trace": {"operationId": "trace_thing", "responses": OK},
            "put": {
                "operationId": "get-thing",
                "requestBody": {
                    "required": True,
                    "content": {"application/xml": {"schema": THING}, "application/json": {"schema": THING}},
                },
                "responses": answered({"application/xml": {"schema": THING}, "application/json": {"schema": THING}}),
            },
        },
        "/things/{thing.id}/file": {
            "put": {
                "operationId": "put_file",
                "requestBody": {"required": True, "content": {"image/*": {}}},
                "responses": {"204": {"description": "done"}},
            },
            "get": {
                "operationId": "get_file",
                "responses": answered({"image/png": {"schema": {"type": "string", "format": "binary"}}}),
            },
        },
        "/form": {
            "post": {
                "operationId": "post_form",
                "requestBody": {
                    "required": True,
                    "content": {
                        "application/x-www-form-urlencoded": {
                            "schema": {
                                "type": "object",
                                "properties": {"name": {"type": "string"}, "more": FREE, "sizes": LIST_OF_TEXTS},
                                "required": ["name"],
                            }
                        }
                    },
                },
                "responses": answered({"text/csv": {"schema": {"type": "string"}}}),
            }
        },
        "/upload": {
            "post": {
                "operationId": "upload",
                "requestBody": {
                    "required": True,
                    "content": {
                        "multipart/form-data": {
                            "schema": {
                                "type": "object",
                                "properties": {
                                    "file": {"type": "string", "format": "binary"},
                                    "title": {"type": "string"},
                                },
                                "required": ["file"],
                            }
                        }
                    },
                },
                "responses": {"302": {"description": "go there"}},
            }
        },
        "/lines": {
            "get": {
                "operationId": "get_lines",
                "responses": answered({"application/x-ndjson": {"schema": THING}}),
            }
        },
        "/events": {
            "get": {
                "operationId": "get_events",
                "responses": answered({"text/event-stream": {"schema": {"type": "string"}}}),
            }
        },
        "/typed-events": {
            "get": {"operationId": "get_typed_events", "responses": answered({"text/event-stream": {"schema": THING}})}
        },
        "/either": {
            "get": {
                "operationId": "get_either",
                "responses": answered({"application/json": {"schema": {"$ref": "#/components/schemas/Either"}}}),
            }
        },
    },
    "components": {
        "schemas": {
            "Thing": {
                "type": "object",
                "required": ["id", "d"],
                "properties": {
                    "id": {"type": "integer"},
                    "d": {"type": "string"},
                    "cls": {"type": "string"},
                    "additionalProperties": {"type": "string"},
                    "to_dict": {"type": "string"},
                    "foo-bar": {"type": "integer"},
                    "foo.bar": {"type": "integer"},
                    "@id": {"type": "string"},
                    "thing": {"type": "string"},
                    "order": {"type": "string", "enum": ["asc", "ASC", "desc"]},
                    "inside": {"type": "array", "items": THING},
                },
            },
            "Response": {"type": "object", "properties": {"any": {"$ref": "#/components/schemas/Any"}}},
            "Any": {"type": "object", "properties": {"x": {"type": "integer"}}},
            "thing_": {"type": "object", "properties": {"response": {"$ref": "#/components/schemas/Response"}}},
            "Cat": {"type": "object", "properties": {"kind": {"const": "cat"}, "name": {"type": "string"}}},
            "Dog": {"type": "object", "properties": {"kind": {"const": "dog"}, "name": {"type": "string"}}},
            "Either": {"oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]},
        }
    },
}
