"""What one page says can't make the whole document invalid: the part is left out, with a diagnostic at its page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from docpact.config import Config
from docpact.diagnostics import Diagnostic, Origin
from docpact.emit import is_valid_shape, leave_out_invalid, validate_document, validate_shape
from docpact.errors import InputError
from docpact.extraction import Extraction
from docpact.pipeline import extract

FINE: dict[str, Any] = {"operationId": "a", "responses": {"200": {"description": ""}}, "x-source": "a.rst:1"}


def make(operation: dict[str, Any], **schemas: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON value.
    """A document with an operation that is right, that one, and those schemas."""
    paths = {"/a": {"get": FINE}, "/b": {"get": {**FINE, "operationId": "b", "x-source": "b.rst:7", **operation}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
    }


WRONG: dict[str, dict[str, Any]] = {
    "a status": {"responses": {"600": {"description": ""}}},
    "an operation id": {"operationId": "a"},
    "a parameter twice": {"parameters": [{"name": "q", "in": "query", "schema": {}}] * 2},
    "a location": {"parameters": [{"name": "q", "in": "elsewhere", "schema": {}}]},
    "a schema": {"parameters": [{"name": "q", "in": "query", "schema": {"type": "text"}}]},
    "a reference": {"parameters": [{"name": "q", "in": "query", "schema": {"$ref": "#/components/schemas/Gone"}}]},
}


@pytest.mark.parametrize("operation", [*WRONG.values()], ids=[*WRONG])
def test_an_operation_is_left_out(operation: dict[str, Any]) -> None:
    """It alone, and the diagnostic is at its page; the document that it came in stays as it was."""
    document, found = make(operation), list[Diagnostic]()
    assert not is_valid_shape(document)
    left = leave_out_invalid(document, found.append)
    assert left["paths"] == {"/a": {"get": FINE}}
    assert [(d.code, d.origin) for d in found] == [("part-invalid", Origin("b.rst", 7))]
    assert found[0].message.startswith("GET /b: ")
    assert "/b" in document["paths"]


def test_a_schema_is_left_open() -> None:
    """What refers to it still leads somewhere, and accepts everything."""
    refer = {"parameters": [{"name": "q", "in": "query", "schema": {"$ref": "#/components/schemas/Odd"}}]}
    document, found = make(refer, Odd={"type": "text", "x-source": "odd.rst:2"}), list[Diagnostic]()
    left = leave_out_invalid(document, found.append)
    assert left["components"]["schemas"] == {"Odd": {"x-source": "odd.rst:2"}}
    assert "/b" in left["paths"]
    assert [d.origin for d in found] == [Origin("odd.rst", 2)]
    validate_document(left, "document")


@pytest.mark.parametrize(
    "schema", [{"type": "integer", "default": ""}, {"type": "integer", "minimum": 5, "default": 3}]
)
def test_a_default_that_is_no_value_is_left_out(schema: dict[str, Any]) -> None:
    """Only the default: the parameter stays."""
    document = make({"parameters": [{"name": "q", "in": "query", "schema": schema}]})
    found: list[Diagnostic] = []
    left = leave_out_invalid(document, found.append)
    kept = {key: value for key, value in schema.items() if key != "default"}
    assert left["paths"]["/b"]["get"]["parameters"] == [{"name": "q", "in": "query", "schema": kept}]
    assert [d.origin for d in found] == [Origin("b.rst", 7)]
    validate_document(left, "document")


def test_what_no_page_states_is_refused() -> None:
    """A base document's fault is the person's: nothing of it is left out."""
    document = make({})
    document["components"]["responses"] = {"Wrong": {"content": 1}}
    found: list[Diagnostic] = []
    left = leave_out_invalid(document, found.append)
    assert (left, found) == (document, [])
    with pytest.raises(InputError, match="base document"):
        validate_shape(left, "document")


def extract_text(folder: Path, **pages: str) -> Extraction:
    """What those pages give."""
    for name, text in pages.items():
        (folder / f"{name}.rst").write_text(text, "utf-8")
    return extract([folder], Config(root=folder))


def test_a_sample_of_no_status(tmp_path: Path) -> None:
    """HTTP has none above 599: the sample is left out, the operation and its other responses stay."""
    found = extract_text(
        tmp_path,
        index="""\
T
=

.. http:get:: /books

   Books.

   :statuscode 200: fine

   .. sourcecode:: http

      HTTP/1.1 600 Odd
      Content-Type: application/json

      {"a": 1}

.. http:trace:: /books

   Says what arrived.
""",
    )
    assert [*found.document["paths"]["/books"]] == ["get", "trace"]
    assert [*found.document["paths"]["/books"]["get"]["responses"]] == ["200"]
    assert [(d.code, d.origin.line) for d in found.diagnostics if d.code == "status-unreadable"] == [
        ("status-unreadable", 12)
    ]
    validate_document(found.document, "document")


def test_pages_of_another_script_are_two_schemas(tmp_path: Path) -> None:
    """Names that have no words in them replace nothing."""
    table = ".. list-table::\n   :header-rows: 1\n\n   * - Name\n     - Type\n     - Description\n"
    for name in ("datastructures/замок", "datastructures/дверь"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / f"{name}.rst").write_text(f"X\n=\n\n{table}   * - {name[-5:]}\n     - string\n     - d\n", "utf-8")
    found = extract_text(tmp_path, index="T\n=\n\n.. code-block:: sh\n\n    GET https://h/a\n")
    schemas = found.document["components"]["schemas"].values()
    assert sorted(name for schema in schemas for name in schema["properties"]) == ["дверь", "замок"]
