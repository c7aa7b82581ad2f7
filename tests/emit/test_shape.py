"""The quick judge agrees with the thorough one."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from docpact.emit import load_document, validate_document, validate_shape
from docpact.errors import InputError

ROOT = Path(__file__).resolve().parents[2]
Document = dict[str, Any]
GOOD: Document = {
    "openapi": "3.1.0",
    "info": {"title": "Locks", "version": "1"},
    "paths": {
        "/locks/{id}": {
            "get": {
                "operationId": "a",
                "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}],
                "responses": {
                    "200": {"description": "", "content": {"a/b": {"schema": {"$ref": "#/components/schemas/A"}}}}
                },
            },
            "put": {
                "operationId": "b",
                "parameters": [{"$ref": "#/components/parameters/Id"}],
                "responses": {"200": {"description": ""}},
            },
        }
    },
    "components": {
        "schemas": {"A": {"type": "object", "properties": {"$ref": {"type": "string"}}}},
        "parameters": {"Id": {"name": "id", "in": "path", "required": True, "schema": {}}},
    },
}


def get(document: Document) -> Document:
    """The first operation."""
    found: Document = document["paths"]["/locks/{id}"]["get"]
    return found


DAMAGES: dict[str, Callable[[Document], Any]] = {
    "no info": lambda d: d.pop("info"),
    "a title that is a number": lambda d: d["info"].update(title=1),
    "no description": lambda d: get(d)["responses"]["200"].pop("description"),
    "a place that there isn't": lambda d: get(d)["parameters"][0].update({"in": "body"}),
    "a path parameter that is optional": lambda d: get(d)["parameters"][0].update(required=False),
    "a type that there isn't": lambda d: d["components"]["schemas"]["A"].update(type="text"),
    "a bad type deep inside": lambda d: d["components"]["schemas"]["A"]["properties"].update(x={"items": {"type": 3}}),
    "an id twice": lambda d: get(d).update(operationId="b"),
    "a parameter twice": lambda d: get(d)["parameters"].append(get(d)["parameters"][0]),
    "a path parameter less": lambda d: get(d).pop("parameters"),
    "a reference to nothing": lambda d: d["components"]["schemas"].pop("A"),
    "a path without a slash": lambda d: d["paths"].update(locks={}),
    "a status that is a word": lambda d: get(d)["responses"].update(fine={"description": ""}),
}


def test_a_good_document_is_good() -> None:
    """For both judges; so is what is committed."""
    for document in (GOOD, load_document(ROOT / "spec" / "openapi.yaml")):
        validate_shape(document, "document")
    validate_document(GOOD, "document")


@pytest.mark.parametrize("damage", DAMAGES)
def test_both_judges_refuse(damage: str) -> None:
    """Whatever is wrong with it, in one sentence."""
    document = copy.deepcopy(GOOD)
    DAMAGES[damage](document)
    with pytest.raises(InputError) as quick:
        validate_shape(document, "document")
    assert quick.value.where.startswith("document#/")
    with pytest.raises(InputError):
        validate_document(document, "document")


def test_a_bad_schema_of_a_body_is_refused() -> None:
    """Not only those of components."""
    document = copy.deepcopy(GOOD)
    get(document)["responses"]["200"]["content"]["a/b"]["schema"] = {"type": "text"}
    with pytest.raises(InputError, match="text"):
        validate_shape(document, "document")


@pytest.mark.parametrize("item", [0, "get", [], {"get": 1}, {"get": {"parameters": [1]}}])
def test_what_is_no_path_item_is_named(item: object) -> None:
    """Whatever stands below `paths`: an error that names the place, no crash."""
    document = {"openapi": "3.1.0", "info": {"title": "A", "version": "1"}, "paths": {"/a": item}}
    with pytest.raises(InputError, match="/a"):
        validate_shape(document, "document")
