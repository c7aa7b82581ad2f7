"""Documents of other hands, from the file to the tests: read once, and tested as they are meant."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from starlette.types import Receive, Scope, Send

from contract_suite.change_values import find_changes
from contract_suite.conformance import ConformanceChecker
from contract_suite.document import Document as HandedDocument
from contract_suite.formats import FormatChecker
from contract_suite.loading import load_document as load_handed_document
from docpact.config import Config
from docpact.contract.check import CheckJob, run_job
from docpact.contract.suite import Plan
from docpact.document import load_document
from docpact.errors import InputError
from docpact.mock import create_app, running

SPLIT = """\
openapi: 3.0.3
info: {title: Notes, version: "1"}
paths:
  /notes: {$ref: parts/notes.yaml}
"""
NOTES = """\
get:
  responses:
    200: {description: all, content: {application/json: {schema: {type: array, items: {$ref: "note.yaml"}}}}}
post:
  requestBody: {required: true, content: {application/json: {schema: {$ref: "note.yaml"}}}}
  responses:
    201: {description: made, content: {application/json: {schema: {$ref: "note.yaml"}}}}
    400: {description: bad}
    415: {description: no JSON}
"""
NOTE = """\
type: object
required: [id, text, pin]
properties:
  id: {type: integer, readOnly: true}
  text: {type: string, maxLength: 20}
  pin: {type: string, writeOnly: true}
  country: {type: string, nullable: true, enum: [NO, SE]}
"""


def save(folder: Path, split: str = SPLIT) -> Plan:
    """The plan to test a mock of a document in several files."""
    (folder / "parts").mkdir()
    (folder / "parts" / "notes.yaml").write_text(NOTES, "utf-8")
    (folder / "parts" / "note.yaml").write_text(NOTE, "utf-8")
    (folder / "openapi.yaml").write_text(split, "utf-8")
    return Plan(base_url="", document=folder / "openapi.yaml", depth="quick")


def test_a_document_in_several_files(tmp_path: Path) -> None:
    """All of it is tested, in both directions; each operation names the file and line that it stands at."""
    result = run_job(CheckJob(plan=save(tmp_path)), Config(root=tmp_path))
    assert set(result.tested) == {"GET /notes", "POST /notes"}
    assert result.failures == ()
    assert result.sources == {"GET /notes": "notes.yaml:2", "POST /notes": "notes.yaml:5"}


@pytest.mark.parametrize(
    ("split", "message"),
    [
        (SPLIT.replace("parts/notes.yaml", "../outside.yaml"), "leads out of the document's folder"),
        (SPLIT.replace("  /notes: {$ref: parts/notes.yaml}\n", "  {}\n"), "has no operations"),
    ],
)
def test_nothing_to_test_is_no_agreement(tmp_path: Path, split: str, message: str) -> None:
    """It is an error, in one line."""
    with pytest.raises(InputError, match=message):
        run_job(CheckJob(plan=save(tmp_path, split)), Config(root=tmp_path))


FRAGMENTS = """\
openapi: 3.1.0
info: {title: Notes, version: "1"}
paths:
  /notes:
    get: {responses: {200: {description: all, content: {application/json: {schema: {type: array}}}}}}
  /notes#pinned:
    get: {responses: {204: {description: none}}}
  /pins#set:
    put: {responses: {204: {description: set}}}
"""
LISTS = """\
openapi: 3.1.0
info: {title: Lists, version: "1"}
paths:
  /pair:
    get:
      responses:
        200: {description: one, content: {application/json: {schema: {$ref: "#/components/schemas/Pair"}}}}
components:
  schemas:
    Pair: {type: array, prefixItems: [{type: string}, {type: integer}], minItems: 2}
"""


def test_operations_that_no_server_tells_apart(tmp_path: Path) -> None:
    """A fragment is never sent: an operation whose path differs by one is named, not tested; one alone is tested."""
    path = tmp_path / "openapi.yaml"
    path.write_text(FRAGMENTS, "utf-8")
    plan = Plan(base_url="", document=path, depth="quick")
    result = run_job(CheckJob(plan=plan), Config(root=tmp_path))
    assert set(result.tested) == {"GET /notes", "PUT /pins#set"}
    assert [*result.left_out] == ["GET /notes#pinned"]
    assert "fragment" in result.left_out["GET /notes#pinned"]
    assert result.failures == ()


def test_lists_whose_first_elements_have_schemas_of_their_own(tmp_path: Path) -> None:
    """`prefixItems` is judged, though schemathesis takes such a schema for malformed."""
    path = tmp_path / "openapi.yaml"
    path.write_text(LISTS, "utf-8")
    good = run_job(CheckJob(plan=Plan(base_url="", document=path, depth="quick")), Config(root=tmp_path))
    assert good.failures == ()
    served = write_document_of_other_pairs(tmp_path)
    with running(create_app(load_document(served))) as url:
        bad = run_job(CheckJob(plan=Plan(base_url=url, document=path, depth="quick")), Config(root=tmp_path))
    assert {(failure.check, failure.cause) for failure in bad.failures} == {("response_schema_conformance", " type")}


def write_document_of_other_pairs(folder: Path) -> Path:
    """The same document, but with a number first."""
    path = folder / "other.yaml"
    path.write_text(LISTS.replace("{type: string}", "{type: integer}"), "utf-8")
    return path


def test_a_null_that_no_fetch_can_show_is_no_change(tmp_path: Path) -> None:
    """A change may take null where the fetch documents none: what is read afterwards can't be null, so none is sent."""
    text = {"type": "string"}
    nullable = {"type": ["string", "null"], "maxLength": 9}
    thing = {"type": "object", "required": ["id", "name"], "properties": {"id": {"type": "integer"}, "name": text}}
    sent = {"type": "object", "properties": {"name": nullable}}
    of = {"application/json": {"schema": thing}}
    fine = {"200": {"description": "", "content": of}}
    patch = {"requestBody": {"content": {"application/json": {"schema": sent}}}, "responses": fine}
    paths = {"/thing/{id}": {"get": {"responses": fine}, "patch": patch}}
    found = {}
    for null in (text, nullable):
        thing["properties"] = {"id": {"type": "integer"}, "name": null}
        read = load_handed(json.loads(json.dumps({"openapi": "3.1.0", "paths": paths})), tmp_path)
        change = next(operation for operation in read.operations if operation.method == "PATCH")
        checker = ConformanceChecker(read, FormatChecker(read))
        found[null is nullable] = [value for _, value in find_changes(read, checker, change, {"id": 1, "name": "a"})]
    assert None in found[True]
    assert None not in found[False]


def load_handed(raw: dict[str, object], folder: Path) -> HandedDocument:
    """A document as the contract tests read it."""
    path = folder / "handed.json"
    path.write_text(json.dumps(raw), "utf-8")
    return load_handed_document(path)


@dataclass
class Yaml:
    """Serves its description as YAML."""

    base_path: str = ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Respond to one request: only GET is there."""
        del receive
        there = scope["path"] == "/spec" and scope["method"] == "GET"
        headers = [(b"content-type", b"text/x-yaml"), (b"allow", b"GET")]
        await send({"type": "http.response.start", "status": 200 if there else 405, "headers": headers})
        await send({"type": "http.response.body", "body": b"swagger: '2.0'" if there else b""})


@pytest.mark.parametrize(("kind", "wrong"), [("string", False), ("array", True)])
def test_yaml_that_is_described_as_a_text_is_one(tmp_path: Path, kind: str, *, wrong: bool) -> None:
    """schemathesis reads an object from it: that is held against a schema of an object only."""
    answer = {"200": {"description": "", "content": {"text/x-yaml": {"schema": {"type": kind}}}}}
    paths = {"/spec": {"get": {"responses": answer}}}
    document = {"openapi": "3.1.0", "info": {"title": "Y", "version": "1"}, "paths": paths}
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(document), "utf-8")
    with running(Yaml()) as url:
        result = run_job(CheckJob(plan=Plan(base_url=url, document=path, depth="quick")), Config(root=tmp_path))
    assert [failure.check for failure in result.failures] == ["response_schema_conformance"] * wrong
