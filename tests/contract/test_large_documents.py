"""Memory of contract tests: it grows with operations, not with operations times components."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from contract_suite.credentials import Credentials
from contract_suite.document import Document
from contract_suite.known_ids import KnownIds
from contract_suite.loading import close_enums, load_document
from contract_suite.plan import Plan
from contract_suite.results import Results
from contract_suite.schemathesis_setup import build_schema
from docpact.contract.suite import find_contract_tests

REF = "#/components/schemas/"
MEASURE = """
import resource, sys
from pathlib import Path

import requests

from contract_suite.conformance import ConformanceChecker
from contract_suite.formats import FormatChecker
from contract_suite.loading import load_document
from contract_suite.sample_bodies import usable_samples

document = load_document(Path(sys.argv[1]))
checker = ConformanceChecker(document, FormatChecker(document))
for operation in document.operations:
    response = requests.Response()
    response.status_code, response._content = 200, b'{"id": 1}'
    response.headers["content-type"] = "application/json"
    response.request = requests.Request(operation.method, "http://127.0.0.1/a").prepare()
    assert not checker.find_violations(operation, response)
    assert usable_samples(document, operation)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def document(operations: int, components: int) -> dict[str, Any]:
    """A document whose operations each use one of many large components."""
    properties = {f"property{number}": {"type": "string", "description": "x" * 200} for number in range(40)}
    schemas: dict[str, Any] = {
        f"Thing{number}": {"type": "object", "properties": {"id": {"type": "integer"}, **properties}}
        for number in range(components)
    }

    def operation(number: int) -> dict[str, Any]:
        content = {"application/json": {"schema": {"type": "object", "$ref": f"{REF}Thing{number}"}}}
        return {"requestBody": {"content": content}, "responses": {"200": {"description": "", "content": content}}}

    paths = {f"/thing{number}": {"post": operation(number)} for number in range(operations)}
    info = {"title": "x", "version": "1"}
    return {"openapi": "3.1.0", "info": info, "paths": paths, "components": {"schemas": schemas}}


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "string"}, []),
        ({"$ref": f"{REF}Leaf"}, ["Leaf"]),
        ({"items": {"anyOf": [{"$ref": f"{REF}Tree"}, {"type": "null"}]}}, ["Leaf", "Tree"]),
        ({"$ref": f"{REF}Tree/properties/leaf"}, ["Leaf", "Tree"]),
        ({"$ref": f"{REF}a~1b"}, ["a/b"]),
        ({"$ref": f"{REF}Missing"}, []),
        ({"properties": {"$ref": {"type": "string"}}}, []),
    ],
)
def test_a_schema_brings_the_components_that_it_refers_to(schema: dict[str, Any], expected: list[str]) -> None:
    """Directly or not, in circles too, and no others; a property may be called `$ref`."""
    tree = {"properties": {"leaf": {"$ref": f"{REF}Leaf"}, "trees": {"items": {"$ref": f"{REF}Tree"}}}}
    schemas = {"Leaf": {"type": "string"}, "Tree": tree, "a/b": {}, "Other": {"$ref": f"{REF}Leaf"}}
    whole = Document({"paths": {}, "components": {"schemas": schemas}}).with_components(schema)
    assert {key: value for key, value in whole.items() if key != "components"} == schema
    assert sorted(whole["components"].get("schemas", {})) == expected


def test_memory_grows_with_operations_only(tmp_path: Path) -> None:
    """Judging 60 operations takes little more memory than judging one, with 300 components in both documents."""
    peaks = []
    for operations in (1, 60):
        path = tmp_path / f"{operations}.json"
        path.write_text(json.dumps(document(operations, 300)), "utf-8")
        done = subprocess.run(
            [sys.executable, "-c", MEASURE, str(path)], capture_output=True, text=True, check=True, encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(find_contract_tests())},
        )  # fmt: skip
        peaks.append(int(done.stdout))
    # With all components in each validator it is 14 MB more for each operation.
    assert peaks[1] - peaks[0] < 60, f"{peaks} MB"


def test_closing_enums_copies_only_what_changes() -> None:
    """Two documents are held, the published one and the one with closed enums: they share what is the same."""
    raw = document(1, 2)
    raw["components"]["schemas"]["Thing0"]["properties"]["state"] = {"anyOf": [{"enum": ["on"]}, {"type": "string"}]}
    before = json.dumps(raw)
    closed = close_enums(raw)
    assert closed["components"]["schemas"]["Thing0"]["properties"]["state"] == {"anyOf": [{"enum": ["on"]}]}
    assert closed["components"]["schemas"]["Thing1"] is raw["components"]["schemas"]["Thing1"]
    assert closed["paths"] is raw["paths"]
    assert json.dumps(raw) == before


def test_json_is_read_as_json(tmp_path: Path) -> None:
    """What the tool hands over is JSON: a character outside of the basic plane may be two escapes there."""
    raw = document(1, 1)
    raw["info"]["title"] = "\U0001f511"
    path = tmp_path / "document.json"
    path.write_text(json.dumps(raw), "utf-8")
    assert load_document(path).raw["info"]["title"] == "\U0001f511"


def test_cases_are_generated_for_called_operations_only(tmp_path: Path) -> None:
    """One filter leaves the others out, and settings for an operation's ids bring none of them back."""
    one, other = ({"get": {"responses": {"200": {"description": ""}}}} for _ in range(2))
    parameter = {"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}
    paths = {"/other": other, "/thing": one, "/thing/{id}": {**one, "parameters": [parameter]}}
    read = Document({"openapi": "3.1.0", "info": {"title": "x", "version": "1"}, "paths": paths})
    known = KnownIds(read)
    known.by_collection["/thing"] = [{"id": 7}]
    called = tuple(operation for operation in read.operations if operation.path != "/other")
    plan = Plan(base_url="http://127.0.0.1:1", document=tmp_path)
    schema: Any = build_schema(plan, Credentials(), read, called, known, Results())
    labels = [operation.ok().label for operation in schema.get_all_operations()]
    assert sorted(labels) == ["GET /thing", "GET /thing/{id}"]
