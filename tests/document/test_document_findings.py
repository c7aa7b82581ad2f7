"""What is not as it should be: reported with its place, or refused in one line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from docpact.document import read_document
from docpact.errors import InputError
from docpact.extensions import NO_CONVENTIONS
from document.texts import SHOP, load, said, schemas, with_schema

HEAD = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\n"
OPERATION = "paths: {/a: {get: {responses: {200: {description: d}}}}}\n"


@pytest.mark.parametrize(
    "text",
    [
        "paths:\n  /a:\n    parameters:\n    get:\n      parameters:\n      responses:\n        200:\n",
        f"{OPERATION}components:\n",
        f"{OPERATION}components: {{schemas: , responses: }}\n",
        f"{OPERATION}servers:\nsecurity:\ntags:\nwebhooks:\n",
        "paths: {/a: {get: {responses: {200: {content: }}}}}\n",
        "paths: {/a: {get: {responses: {200: {content: {application/json: }}}}}}\n",
        f"{OPERATION}components: {{schemas: {{A: {{required: , properties: , allOf: , enum: , items: , type: }}}}}}\n",
        f"{OPERATION}components: {{schemas: {{A: , B: {{properties: {{c: }}}}}}}}\n",
    ],
)
def test_empty_keys_are_taken_for_nothing(tmp_path: Path, text: str) -> None:
    """`parameters:` and nothing after it says nothing."""
    document = load(tmp_path, HEAD + text)
    assert [operation.key for operation in document.operations] == ["GET /a"]
    assert said(document) == ""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("paths: []\n", "openapi.yaml:3#/paths: must be the paths object, which is a mapping"),
        ("paths:\n  /a: [1]\n", "openapi.yaml:4#/paths/~1a: must be a path item, which is a mapping"),
        ("paths:\n  /a:\n    get: yes\n", "openapi.yaml#/paths/~1a/get: must be an operation, which is a mapping"),
        (f"{OPERATION}servers: [https://a.example]\n", "#/servers/0: must be a server, which is a mapping"),
        (f"{OPERATION}servers: [{{name: a}}]\n", "openapi.yaml:4#/servers/0: a server must have `url`"),
        (f"{OPERATION}security: {{key: []}}\n", "openapi.yaml:4#/security: must be a list of requirements"),
        (f"{OPERATION}security: [{{key: r}}]\n", "#/security/0/key: must be a list of texts"),
        ("paths: {/a: {get: {parameters: [{in: query}]}}}\n", "a parameter must have `name`"),
        ("paths: {/a: {get: {parameters: {name: a}}}}\n", "parameters: must be a list of parameters"),
        ("paths: {/a: {get: {deprecated: 3}}}\n", "deprecated: must be true or false"),
        ("paths: {/a: {get: {operationId: [a]}}}\n", "operationId: must be a text"),
        (f"{OPERATION}components: {{schemas: {{A: 3}}}}\n", "must be a schema, which is a mapping or true or false"),
        (f"{OPERATION}components: {{schemas: {{A: {{properties: [a]}}}}}}\n", "must be a mapping of names to schemas"),
        (f"{OPERATION}components: {{schemas: {{A: {{allOf: {{}}}}}}}}\n", "must be a list of schemas"),
        (f"{OPERATION}components: {{schemas: {{A: {{discriminator: {{mapping: [a]}}}}}}}}\n",
         "`mapping` must be a mapping of values to schemas"),
        ("paths: {/a: {get: {responses: {200: {content: {application/json: {examples: [1]}}}}}}}\n",
         "examples: must be a mapping of names to examples"),
    ],
)  # fmt: skip
def test_what_leaves_no_meaning_is_refused(tmp_path: Path, text: str, message: str) -> None:
    """In one line, with the file, the line and the place in it."""
    with pytest.raises(InputError) as error:
        load(tmp_path, HEAD + text)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"{OPERATION}servres: []\n", "openapi.yaml:4#/servres: `servres` is unknown here"),
        ("paths: {/a: {get: {}, gte: {}}}\n", "#/paths/~1a/gte: `gte` is unknown here"),
        ("paths: {/a: {get: {}}, b: {get: {}}}\n", "#/paths/b: the path `b` doesn't begin with `/`"),
        ("paths: {/a: {get: {responses: {OK: {}}}}}\n", "responses/OK: `OK` is no status; it is left out"),
        ("paths: {/a: {get: {operationId: a}, put: {operationId: a}}}\n", "/put: the operationId `a` is used twice"),
        ("paths: {'/a/{b}': {get: {}}}\n", "the path's `{b}` is no parameter"),
        (
            "paths: {/a: {get: {parameters: [{name: b, in: path}]}}}\n",
            "the path parameter `b` has no place in the path",
        ),
        ("paths: {'/{a}': {}, '/{b}': {get: {}}}\n", "#/paths/~1{b}: is the same path as `/{a}`"),
        ("paths: {/a: {get: {security: [{k: []}]}}}\n", "/get/security: `k` is no security scheme"),
        ("paths: {/a: {get: {deprecated: 'true'}}}\n", "it is read as if it had no quotes"),
        (
            "paths: {/a: {get: {parameters: [~, {name: b, in: query}]}}}\n",
            "parameters/0: an empty element is passed over",
        ),
    ],
)
def test_what_is_not_understood_is_reported(tmp_path: Path, text: str, message: str) -> None:
    """Where it stands; the rest is read."""
    document = load(tmp_path, HEAD + text)
    assert message in said(document)
    assert "GET /" in document.operations[0].key


def test_placeholders_without_a_parameter(tmp_path: Path) -> None:
    """They get one, since many readers refuse a path that has a placeholder of which nothing is said."""
    text = "paths: {'/{a}/{b}': {get: {parameters: [{name: a, in: path, required: true, schema: {}}]}}}\n"
    parameters = load(tmp_path, HEAD + text).operations[0].parameters
    assert [(p["name"], p["schema"]) for p in parameters] == [("a", {}), ("b", {"type": "string"})]


def test_info_may_be_missing(tmp_path: Path) -> None:
    """It has no meaning for who calls."""
    document = load(tmp_path, f"openapi: 3.1.0\ninfo:\n{OPERATION}")
    assert document.mapping["info"] == {"title": "", "version": ""}
    assert "`info` must have a `title` and a `version`" in said(document)


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "date"}, {"type": []}, {"required": True}, {"enum": "a"}, {"pattern": "["}, {"pattern": 3},
        {"pattern": "(a{1000}){1000}"}, {"pattern": "a" * 20_000}, {"multipleOf": 0}, {"minimum": "1"},
        {"minLength": -1}, {"maxItems": 1.5}, {"uniqueItems": "yes"}, {"format": 3}, {"examples": {"a": 1}},
        {"discriminator": "kind"}, {"dependentRequired": {"a": "b"}}, {"patternProperties": {"[": {}}},
    ],
)  # fmt: skip
def test_keywords_that_cannot_mean_anything(schema: Any) -> None:  # noqa: ANN401
    """They are left out, which lets more through, and reported."""
    document = with_schema({"title": "t", **schema})
    assert schemas(document)["A"] in ({"title": "t"}, {"title": "t", "patternProperties": {}})
    assert "d.json#/components/schemas/A: `" in said(document)
    assert "it is left out" in said(document)


@pytest.mark.parametrize("keyword", ["minLength", "minItems", "minProperties", "minContains"])
def test_gigantic_minimums_are_refused(keyword: str) -> None:
    """Whoever makes or checks a value would make so much of it."""
    with pytest.raises(
        InputError, match=f"#/components/schemas/A: `{keyword}: 2000000000` is more than anybody can send"
    ):
        with_schema({keyword: 2_000_000_000})
    assert schemas(with_schema({keyword: 1_000}))["A"] == {keyword: 1_000}


def test_one_line_for_what_is_wrong_everywhere() -> None:
    """The first place, and how many more there are."""
    document = with_schema({"properties": {name: {"tpye": "string"} for name in "abc"}})
    assert said(document) == (
        "d.json#/components/schemas/A/properties/a/tpye: `tpye` is unknown here, and nothing is made of it "
        "(and in 2 more places)"
    )


def test_statuses_and_media_types_are_written_one_way() -> None:
    """Without quotes, in any case, with the only charset that JSON has."""
    content = {"Application/JSON; Charset=UTF-8": {"example": {"a": 1}}}
    paths = {"/a": {"get": {"responses": {404: {"content": content}, "5xx": {}}}}}
    document = read_document({"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": paths}, "d.json")
    operation = document.operations[0]
    assert list(operation.responses) == ["404", "5XX"]
    assert operation.response(404)["content"] == {"application/json": {"examples": {"example": {"value": {"a": 1}}}}}
    assert operation.response(503) == {}
    assert operation.response(200) == {}


def test_what_a_path_says_of_all_its_operations() -> None:
    """Its parameters and servers are each operation's, unless it says otherwise; header names have no case."""
    shared = [
        {"name": "X-A", "in": "header", "description": "path"}, {"name": "b", "in": "query"},
        {"name": "b", "in": "header"},
    ]  # fmt: skip
    own = [{"name": "x-a", "in": "header", "description": "own"}]
    item = {
        "parameters": shared,
        "servers": [{"url": "/s"}],
        "get": {"parameters": own},
        "put": {"servers": [{"url": "/t"}]},
    }
    document = read_document(
        {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {"/a": item}, "servers": [{"url": "/r"}]},
        "d.json",
    )
    get, put = document.operations
    assert [(p["in"], p["name"]) for p in get.parameters] == [("query", "b"), ("header", "b"), ("header", "x-a")]
    assert [p["name"] for p in put.parameters] == ["X-A", "b", "b"]
    assert [operation.servers[0]["url"] for operation in (get, put)] == ["/s", "/t"]
    assert set(document.mapping["paths"]["/a"]) == {"get", "put"}


def test_the_base_path(tmp_path: Path) -> None:
    """That of the first server, its variables filled in."""
    servers = "servers: [{url: 'https://{host}/api/{v}/', variables: {v: {default: v2}, host: {default: a.example}}}]\n"
    assert load(tmp_path, SHOP + servers).base_path == "/api/v2"
    assert load(tmp_path, SHOP).base_path == ""


def test_extensions_of_the_root(tmp_path: Path) -> None:
    """What payloads are wrapped in, and what the API does everywhere."""
    more = "x-envelope: {payload: data, success: ok}\nx-conventions: {correlation-header: x-trace}\n"
    document = load(tmp_path, SHOP + more)
    assert document.envelope is not None
    assert document.envelope.payload == "data"
    assert document.conventions.correlation_header == "x-trace"
    plain = load(tmp_path, SHOP)
    assert (plain.envelope, plain.conventions) == (None, NO_CONVENTIONS)
    assert plain.operation("listBooks") is plain.operation("GET /books") is plain.operations[0]
    assert plain.operation("no") is None
