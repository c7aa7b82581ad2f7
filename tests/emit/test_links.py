"""Ids of answers lead to operations: as OpenAPI `links`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docpact.emit import load_document
from docpact.emit.links import with_links

DOCUMENT = Path(__file__).resolve().parents[2] / "spec" / "openapi.yaml"


def links(method: str, path: str, status: str) -> dict[str, Any]:
    """The links of an answer of the embedded document, operation → parameters."""
    answer = load_document(DOCUMENT)["paths"][path][method]["responses"][status]
    return {name: link["parameters"] for name, link in answer.get("links", {}).items()}


def test_what_is_created_can_be_got_changed_and_deleted() -> None:
    """By its id in the answer, below the parent that the request named."""
    found = links("post", "/my/lock/{id}/pin", "201")
    assert set(found) >= {"lockpin_get_single", "lockpin_update", "lockpin_delete"}
    assert found["lockpin_delete"]["id"] == "$request.path.id"
    assert found["lockpin_delete"]["pinId"].startswith("$response.body#/result/")


def test_a_command_leads_to_how_it_went() -> None:
    """`operationId` is the id of one thing only."""
    assert links("post", "/my/lock/{id}/operation/lock", "202") == {
        "device_get_device_operation": {"operationId": "$response.body#/result/operationId"}
    }


def test_a_list_leads_to_its_first_member() -> None:
    """And to what lies right below it; a list inside an object, too."""
    assert links("get", "/my/lock", "200")["lock_get_single"] == {"id": "$response.body#/result/0/id"}
    assert links("get", "/my/gate", "200")["gate_delete"] == {"id": "$response.body#/result/gates/0/id"}


def test_every_link_names_an_operation_and_all_of_its_placeholders() -> None:
    """Otherwise it leads nowhere."""
    paths = load_document(DOCUMENT)["paths"]
    wanted = {operation["operationId"]: path.count("{") for path, item in paths.items() for operation in item.values()}
    found = [
        link
        for item in paths.values() for operation in item.values()
        for answer in operation["responses"].values() for link in answer.get("links", {}).values()
    ]  # fmt: skip
    assert {"lock_get_single", "lockpin_delete", "device_get_device_operation"} <= {one["operationId"] for one in found}
    assert all(len(link["parameters"]) == wanted[link["operationId"]] for link in found)


def test_a_response_without_an_id_leads_nowhere() -> None:
    """Nor does one that another document describes."""
    item = {"get": {"operationId": "a", "responses": {"200": {"description": ""}, "201": {"$ref": "#/x"}}}}
    paths = {"/a": item, "/a/{id}": {"get": {"operationId": "b", "responses": {}}}}
    assert with_links(paths, {})["/a"]["get"]["responses"] == {"200": {"description": ""}, "201": {"$ref": "#/x"}}


def test_a_command_leads_to_the_nearest_that_wants_its_id() -> None:
    """Two parts of an API may each have their operations; one that has none of its own asks where it can."""
    answer: dict[str, Any] = {"content": {"application/json": {"schema": {"properties": {"operationId": {}}}}}}

    def get(name: str) -> dict[str, Any]:
        return {"get": {"operationId": name, "responses": {}}}

    posts: dict[str, Any] = {
        path: {"post": {"operationId": path, "responses": {"202": dict(answer)}}} for path in ("/a/b", "/c/d", "/e")
    }
    paths: dict[str, Any] = {**posts, "/a/done/{operationId}": get("a_done"), "/c/x-{operationId}": get("c_done")}
    linked = with_links(paths, {})
    found = {path: list(linked[path]["post"]["responses"]["202"]["links"]) for path in posts}
    assert found == {"/a/b": ["a_done"], "/c/d": ["c_done"], "/e": ["a_done", "c_done"]}
