"""What the mock of any document remembers: natural keys, resources without a list, settings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from docpact.mock import create_app, running


def fine(schema: Any = None, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any schema.
    """A response."""
    return {"description": "Fine.", **({"content": {"application/json": {"schema": schema}}} if schema else {}), **more}


def sends(schema: Any) -> dict[str, Any]:  # noqa: ANN401
    """A request body."""
    return {"content": {"application/json": {"schema": schema}}}


def at(name: str) -> dict[str, Any]:
    """A parameter of the path."""
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def ref(name: str) -> dict[str, str]:
    """A component."""
    return {"$ref": f"#/components/schemas/{name}"}


MISSING = fine()
DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Memory", "version": "1"},
    "paths": {
        "/labels": {
            "get": {
                "parameters": [{"name": "Colour", "in": "query", "schema": {"type": "string"}}],
                "responses": {"200": fine({"type": "array", "items": ref("Label")})},
            },
            "post": {
                "requestBody": sends(ref("Label")),
                "responses": {
                    "201": fine(ref("Label"), headers={"Location": {"schema": {"type": "string"}}}),
                    "409": MISSING,
                },
            },
        },
        "/labels/{name}": {
            "parameters": [at("name")],
            "get": {"responses": {"200": fine(ref("Label")), "404": MISSING}},
            "put": {
                "requestBody": sends(ref("Label")),
                "responses": {"200": fine(ref("Label")), "201": fine(ref("Label")), "404": MISSING},
            },
            "patch": {"requestBody": sends(ref("Change")), "responses": {"200": fine(ref("Label")), "404": MISSING}},
            "delete": {"responses": {"204": fine(), "404": MISSING}},
        },
        "/order": {
            "post": {"requestBody": sends(ref("Order")), "responses": {"200": fine(ref("Order"))}},
            "put": {"requestBody": sends(ref("Order")), "responses": {"200": fine(ref("Order")), "404": MISSING}},
        },
        "/order/byState": {
            "get": {
                "parameters": [{"name": "state", "in": "query", "schema": {"type": "string"}}],
                "responses": {"200": fine({"type": "array", "items": ref("Order")})},
            }
        },
        "/order/{orderId}": {
            "parameters": [{**at("orderId"), "schema": {"type": "integer"}}],
            "get": {"responses": {"200": fine(ref("Order")), "404": MISSING}},
            "delete": {"responses": {"204": fine()}},
        },
        "/sessions": {
            "post": {"responses": {"200": fine({"type": "object", "properties": {"token": {"type": "string"}}})}}
        },
        "/sessions/{token}": {
            "parameters": [at("token")],
            "get": {
                "responses": {
                    "200": fine({"type": "object", "properties": {"user": {"type": "string"}}}),
                    "404": MISSING,
                }
            },
        },
        "/crates": {
            "get": {"responses": {"200": fine({"type": "array", "items": ref("Crate")})}},
            "post": {
                "requestBody": sends(ref("Crate")),
                "responses": {"201": fine({"type": "array", "items": ref("Crate")})},
            },
        },
        "/settings": {
            "get": {"responses": {"200": fine(ref("Settings"))}},
            "put": {"requestBody": sends(ref("Settings")), "responses": {"204": fine()}},
        },
        "/pages": {
            "get": {
                "parameters": [{"name": "limit", "in": "query", "schema": {"type": "integer"}}],
                "responses": {"200": fine({"type": "array", "items": {"type": "string"}, "minItems": 3})},
            }
        },
    },
    "components": {
        "schemas": {
            "Label": {
                "type": "object",
                "required": ["name", "colour"],
                "properties": {
                    "name": {"type": "string"},
                    "colour": {"type": "string", "default": "grey"},
                    "made": {"type": "string", "readOnly": True},
                    "shape": {
                        "type": "object",
                        "properties": {"wide": {"type": "integer"}, "high": {"type": "integer"}},
                    },
                    "note": {"type": "string"},
                    "key": {
                        "type": "object",
                        "properties": {"pin": {"type": "string", "writeOnly": True}, "hint": {"type": "string"}},
                    },
                },
            },
            "Change": {
                "type": "object",
                "properties": {
                    "colour": {"type": "string"},
                    "note": {"type": ["string", "null"]},
                    "shape": {"type": "object"},
                },
            },
            "Order": {
                "allOf": [
                    {"type": "object", "properties": {"id": {"type": "integer"}}},
                    {"type": "object", "required": ["state"], "properties": {"state": {"enum": ["open", "sent"]}}},
                ]
            },
            "Crate": {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}}},
            "Settings": {
                "type": "object",
                "required": ["dark"],
                "properties": {"dark": {"type": "boolean"}, "size": {"type": "integer"}},
            },
        }
    },
}


@pytest.fixture
def api() -> Iterator[httpx.Client]:
    """A client of a fresh mock."""
    with running(create_app(DOCUMENT)) as url, httpx.Client(base_url=url) as client:
        yield client


def test_a_resource_is_found_by_the_name_that_its_path_has(api: httpx.Client) -> None:
    """What is created is there by its name, is filtered, and is gone when it is deleted."""
    made = api.post("/labels", json={"name": "big door", "colour": "red"})
    assert (made.status_code, made.headers["location"]) == (201, "/labels/big%20door")
    assert api.get(made.headers["location"]).json() == made.json()
    assert api.post("/labels", json={"name": "big door", "colour": "red"}).status_code == 409
    api.post("/labels", json={"name": "other", "colour": "blue"})
    assert [one["name"] for one in api.get("/labels", params={"Colour": "red"}).json()] == ["big door"]
    assert api.delete("/labels/big door").status_code == 204
    assert api.get("/labels/big door").status_code == 404
    assert [one["name"] for one in api.get("/labels").json()] == ["other"]


def test_put_creates_where_the_document_says_so(api: httpx.Client) -> None:
    """With 201; the second time it is there, and 200."""
    first = api.put("/labels/new", json={"name": "new", "colour": "red"})
    second = api.put("/labels/new", json={"name": "new", "colour": "blue"})
    assert (first.status_code, second.status_code) == (201, 200)
    assert api.get("/labels/new").json()["colour"] == "blue"
    assert api.put("/order", json={"id": 900, "state": "open"}).status_code == 404


def test_defaults_are_filled_in_and_patches_merged(api: httpx.Client) -> None:
    """Objects inside too; null takes away what cannot be null (RFC 7396)."""
    api.put("/labels/a", json={"name": "a", "colour": "red", "shape": {"wide": 1, "high": 2}, "note": "old"})
    patched = api.patch("/labels/a", json={"shape": {"high": 3}, "note": None}).json()
    assert (patched["shape"], patched["colour"]) == ({"wide": 1, "high": 3}, "red")
    assert "note" not in patched
    assert api.get("/labels/a").json() == patched


def test_what_is_only_written_is_never_shown(api: httpx.Client) -> None:
    """Not at any depth."""
    made = api.put("/labels/k", json={"name": "k", "colour": "red", "key": {"pin": "123", "hint": "no"}}).json()
    assert made["key"] == {"hint": "no"}


def test_resources_without_a_list(api: httpx.Client) -> None:
    """They can be made, read and deleted by the id in the response, and be seen in lists below the path."""
    made = api.post("/order", json={"id": 77, "state": "sent"}).json()
    assert made == api.get("/order/77").json() == {"id": 77, "state": "sent"}
    assert api.get("/order/byState", params={"state": "sent"}).json() == [made]
    other = api.post("/order", json={"state": "open"}).json()
    assert api.get(f"/order/{other['id']}").json() == other
    assert api.get("/order/12345").status_code == 404
    api.delete("/order/77")
    assert api.get("/order/77").status_code == 404


def test_the_identifier_of_the_response_leads_to_what_was_created(api: httpx.Client) -> None:
    """Though nothing else shows it."""
    token = api.post("/sessions").json()["token"]
    assert api.get(f"/sessions/{token}").status_code == 200
    assert api.get("/sessions/none").status_code == 404


def test_settings_are_kept(api: httpx.Client) -> None:
    """What is no collection shows what was put there."""
    assert api.get("/settings").json()["dark"] is False
    assert api.put("/settings", json={"dark": True, "size": 4}).status_code == 204
    assert api.get("/settings").json() == {"dark": True, "size": 4}


def test_lists_of_anything_have_pages(api: httpx.Client) -> None:
    """Also where nothing tells their elements apart."""
    assert len(api.get("/pages", params={"limit": 1}).json()) == 1
    assert len(api.get("/pages").json()) == 3


def test_a_list_of_what_was_made(api: httpx.Client) -> None:
    """Where the response to a creation is documented as one."""
    made = api.post("/crates", json={"id": 40}).json()
    assert made == [{"id": 40}]
    assert made[0] in api.get("/crates").json()
