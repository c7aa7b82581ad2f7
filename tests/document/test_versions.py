"""Documents of every version become OpenAPI 3.1, and mean the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from docpact.document import Document, load_document, read_document
from docpact.emit import validate_document, validate_shape
from document.texts import as_json, load, said, schemas, with_schema

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
        ({"type": "string", "nullable": False}, {"type": "string"}),
        ({"nullable": True}, {}),
        ({"nullable": True, "description": "d"}, {"description": "d"}),
        ({"type": "string", "enum": ["a"], "nullable": True}, {"type": ["string", "null"], "enum": ["a", None]}),
        ({"nullable": True, "allOf": [{"type": "object"}], "title": "t"},
         {"title": "t", "anyOf": [{"allOf": [{"type": "object"}]}, {"type": "null"}]}),
        ({"nullable": True, "type": "object", "oneOf": [{"required": ["a"]}]},
         {"anyOf": [{"type": "object", "oneOf": [{"required": ["a"]}]}, {"type": "null"}]}),
        ({"minimum": 1, "exclusiveMinimum": True}, {"exclusiveMinimum": 1}),
        ({"maximum": 1, "exclusiveMaximum": False}, {"maximum": 1}),
        ({"exclusiveMaximum": True}, {}),
        ({"example": None}, {"examples": [None]}),
        ({"properties": {"nullable": {"type": "string", "nullable": True}}},
         {"properties": {"nullable": {"type": ["string", "null"]}}}),
        ({"example": {"nullable": True}, "default": {"example": 1}},
         {"examples": [{"nullable": True}], "default": {"example": 1}}),
    ],
)  # fmt: skip
def test_schemas_of_3_0(old: Any, new: Any) -> None:  # noqa: ANN401 - schemas.
    """Null, limits and examples are said otherwise in 3.1."""
    document = with_schema(old, "3.0.3")
    assert (schemas(document)["A"], said(document)) == (new, "")


def test_words_of_3_0_in_3_1() -> None:
    """Many documents have them: they are read as they are meant, which is said."""
    document = with_schema({"type": "string", "nullable": True, "minimum": 0, "exclusiveMinimum": True}, "3.1.0")
    assert schemas(document)["A"] == {"type": ["string", "null"], "exclusiveMinimum": 0}
    assert said(document).count("as it is meant") == 2


SWAGGER = """
swagger: "2.0"
info: {title: t, version: "1"}
host: shop.example
basePath: /v1/
schemes: [https, http]
consumes: [application/json]
produces: [application/json, application/xml]
securityDefinitions:
  login: {type: basic}
  key: {type: apiKey, in: header, name: X-Key}
  app:
    type: oauth2
    flow: accessCode
    authorizationUrl: https://a.example
    tokenUrl: https://b.example
    scopes: {r: read}
security: [{login: []}, {key: [], app: [r]}]
parameters:
  page: {name: page, in: query, type: integer, minimum: 0, exclusiveMinimum: true}
  book: {name: book, in: body, required: true, schema: {$ref: "#/definitions/Book"}}
responses:
  none: {description: nothing, schema: {$ref: "#/definitions/Fault"}}
definitions:
  Book:
    {type: object, required: [kind], discriminator: kind,
     properties: {kind: {type: string}, at: {type: string, x-nullable: true}}}
  Novel: {allOf: [{$ref: "#/definitions/Book"}]}
  Fault: {type: object}
paths:
  /books:
    parameters: [{$ref: "#/parameters/page"}]
    get:
      parameters:
        - {name: tags, in: query, type: array, items: {type: string}, collectionFormat: multi}
        - {name: ids, in: query, type: array, items: {type: integer}, collectionFormat: pipes}
        - {name: sort, in: query, type: array, items: {type: string}}
      responses:
        200:
          description: all
          schema: {type: array, items: {$ref: "#/definitions/Book"}}
          headers: {X-Total: {type: integer, description: how many}}
          examples: {application/json: [{kind: a}]}
        404: {$ref: "#/responses/none"}
    post:
      parameters: [{$ref: "#/parameters/book"}]
      responses: {201: {description: made}}
  /covers/{id}:
    put:
      consumes: [multipart/form-data]
      produces: [image/png]
      parameters:
        - {name: id, in: path, type: string, required: true}
        - {name: cover, in: formData, type: file, required: true, description: the picture}
        - {name: title, in: formData, type: string}
      responses: {200: {description: it, schema: {type: file}}}
"""


@pytest.fixture
def shop(tmp_path: Path) -> Document:
    """The document of a shop, in Swagger 2.0."""
    return load(tmp_path, SWAGGER)


def test_swagger_is_valid_openapi(shop: Document) -> None:
    """An independent reader takes the result, and nothing of it isn't understood."""
    validate_document(as_json(shop), "d")
    assert (said(shop), shop.base_path) == ("", "/v1")
    assert [server["url"] for server in shop.mapping["servers"]] == [
        "https://shop.example/v1",
        "http://shop.example/v1",
    ]


def test_swagger_parameters(shop: Document) -> None:
    """Their schemas, how lists are written, and what their path says."""
    listing = shop.operations[0]
    assert [(p["name"], p.get("style"), p.get("explode")) for p in listing.parameters] == [
        ("page", None, None), ("tags", "form", True), ("ids", "pipeDelimited", False), ("sort", "form", False),
    ]  # fmt: skip
    assert listing.parameters[0]["schema"] == {"type": "integer", "exclusiveMinimum": 0}
    assert listing.parameters[2]["schema"] == {"type": "array", "items": {"type": "integer"}}


def test_swagger_bodies(shop: Document) -> None:
    """A body parameter, by reference too, and a form with a file."""
    _, making, putting = shop.operations
    book = {"$ref": "#/components/schemas/Book"}
    assert making.body == {"required": True, "content": {"application/json": {"schema": book}}}
    assert putting.body == {"required": True, "content": {"multipart/form-data": {"schema": {
        "type": "object", "required": ["cover"], "properties": {
            "cover": {"type": "string", "format": "binary", "description": "the picture"}, "title": {"type": "string"},
        },
    }}}}  # fmt: skip


def test_swagger_responses(shop: Document) -> None:
    """Media types, headers, examples and files."""
    listing, making, putting = shop.operations
    content = listing.responses["200"]["content"]
    assert list(content) == ["application/json", "application/xml"]
    assert content["application/json"]["examples"] == {"example": {"value": [{"kind": "a"}]}}
    assert listing.responses["200"]["headers"] == {
        "X-Total": {"description": "how many", "schema": {"type": "integer"}}
    }
    assert listing.responses["404"]["content"]["application/xml"] == {"schema": {"$ref": "#/components/schemas/Fault"}}
    assert making.responses["201"] == {"description": "made"}
    assert putting.responses["200"]["content"] == {"image/png": {"schema": {"type": "string", "format": "binary"}}}


def test_swagger_schemas_and_security(shop: Document) -> None:
    """Subtypes, null, and credentials."""
    book = schemas(shop)["Book"]
    assert book["discriminator"] == {"propertyName": "kind", "mapping": {"Novel": "#/components/schemas/Novel"}}
    assert book["properties"]["at"] == {"type": ["string", "null"]}
    assert shop.schemes["login"] == {"type": "http", "scheme": "basic"}
    assert list(shop.schemes["app"]["flows"]) == ["authorizationCode"]
    assert [dict(one.schemes) for one in shop.operations[0].security] == [
        {"login": frozenset()}, {"key": frozenset(), "app": frozenset({"r"})},
    ]  # fmt: skip


def test_what_3_2_adds(tmp_path: Path) -> None:
    """Its methods, media types by reference, and streams."""
    document = load(tmp_path, """
openapi: 3.2.0
$self: https://shop.example/openapi.yaml
info: {title: t, version: "1"}
paths:
  /a:
    query:
      parameters: [{name: q, in: querystring, content: {application/json: {schema: {}}}}]
      responses: {200: {summary: s}}
    additionalOperations:
      COPY: {responses: {200: {content: {text/event-stream: {$ref: "#/components/mediaTypes/stream"}}}}}
    parameters: [{name: p, in: query, schema: {}}]
tags: [{name: a, parent: b, kind: nav, summary: s}]
components: {mediaTypes: {stream: {itemSchema: {$ref: "#/components/schemas/E"}}}, schemas: {E: {type: object}}}
""")  # fmt: skip
    querying, copying = document.operations
    assert (querying.key, copying.key) == ("QUERY /a", "COPY /a")
    assert [p["name"] for p in (*querying.parameters, *copying.parameters)] == ["p", "q", "p"]
    stream = {"text/event-stream": {"itemSchema": {"$ref": "#/components/schemas/E"}}}
    assert copying.responses["200"]["content"] == stream
    assert said(document) == ""


@pytest.mark.parametrize("suffix", ["json", "yaml"])
def test_public_documents(suffix: str) -> None:
    """Each is read whole, is valid when it is normalised, and normalising it again changes nothing."""
    folder = ROOT.parent / "shared" / "documents"
    if not folder.is_dir():
        pytest.skip("the public documents are not beside the project")
    for path in folder.glob(f"*.{suffix}"):
        document = load_document(path)
        mapping = as_json(document)
        if path.stem != "httpbin":  # Its contact has names that no version of OpenAPI knows.
            validate_shape(mapping, path.name)
        again = read_document(mapping, path.name)
        assert again.mapping == document.mapping, path.name
        assert len(again.operations) == len(document.operations)


def test_our_own_document_stays_as_it_is() -> None:
    """What is 3.1 already and written one way is only read."""
    document = load_document(ROOT / "spec" / "openapi.yaml")
    assert document.findings == ()
    again = read_document(as_json(document), "again")
    assert again.mapping == document.mapping
