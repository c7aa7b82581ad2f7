"""What schemas, parameters, media types and credentials say, for whoever asks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docpact.document import (
    Direction,
    Requirement,
    Style,
    choose,
    covers,
    dump_document,
    has_flag,
    is_met,
    load_document,
    normalise_media_type,
    parse_media_type,
    read_shape,
    read_single,
    read_style,
    read_values,
    schema_types,
    view_direction,
    view_schema,
    write_document,
    write_pairs,
)
from docpact.document.directions import split_directions
from docpact.json_schema import compile_schema
from document.texts import SHOP, load, schemas, with_schema

USER = {
    "allOf": [
        {"$ref": "#/components/schemas/Base"},
        {"type": "object", "required": ["name", "password"], "properties": {
            "name": {"type": "string"}, "password": {"type": "string", "writeOnly": True},
            "stamp": {"$ref": "#/components/schemas/Stamp"}, "id": {"minimum": 1},
        }},
    ],
    "required": ["stamp"],
    "anyOf": [{"properties": {"either": {}}, "required": ["either"]}, {"properties": {"or": {}}}],
}  # fmt: skip
BASE = {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer", "readOnly": True}}}
DOCUMENT = with_schema(USER, Base=BASE, Stamp={"type": "string", "readOnly": True})
MAPPING = DOCUMENT.mapping
SCHEMA = {"$ref": "#/components/schemas/A"}


def test_members_of_all_parts() -> None:
    """A name that several parts know must fit all of them; what alternatives require isn't sure."""
    shape = read_shape(MAPPING, SCHEMA)
    assert set(shape.properties) == {"id", "name", "password", "stamp", "either", "or"}
    assert shape.properties["id"] == {"allOf": [{"type": "integer", "readOnly": True}, {"minimum": 1}]}
    assert shape.required == ("id", "name", "password", "stamp")


def test_members_of_one_direction() -> None:
    """Whoever sends doesn't send what is read only, whoever reads gets nothing that is written only."""
    request, response = (read_shape(MAPPING, SCHEMA, direction) for direction in Direction)
    assert request.required == ("name", "password")
    assert not {"id", "stamp"} & request.properties.keys()
    assert response.required == ("id", "name", "stamp")
    assert "password" not in response.properties


@pytest.mark.parametrize(
    ("direction", "value", "fits"),
    [
        (Direction.REQUEST, {"name": "a", "password": "b", "either": 1}, True),
        (Direction.REQUEST, {"name": "a", "password": "b", "either": 1, "id": 3}, True),
        (Direction.REQUEST, {"name": "a", "password": "b", "either": 1, "id": "x"}, False),
        (Direction.REQUEST, {"name": "a", "either": 1}, False),
        (Direction.RESPONSE, {"name": "a", "id": 1, "stamp": "s", "either": 1}, True),
        (Direction.RESPONSE, {"name": "a", "id": 1, "either": 1}, False),
    ],
)
def test_a_document_in_one_direction(direction: Direction, value: Any, *, fits: bool) -> None:  # noqa: ANN401
    """What doesn't travel this way is not required; where it is sent all the same, it must fit."""
    viewed = view_direction(MAPPING, direction)
    inline = view_schema(MAPPING, {"type": "object", **SCHEMA}, direction)
    assert compile_schema(viewed, SCHEMA).is_valid(value) is fits
    assert compile_schema(viewed, inline).is_valid(value) is fits
    assert MAPPING["components"]["schemas"]["A"]["required"] == ["stamp"]


def test_a_schema_that_is_part_of_itself() -> None:
    """Its members are found once."""
    document = with_schema({"properties": {"next": SCHEMA}, "anyOf": [{"items": SCHEMA}, {"type": ["array", "null"]}]})
    assert list(read_shape(document.mapping, SCHEMA).properties) == ["next"]
    assert schema_types(document.mapping, SCHEMA) == {"array", "null"}
    assert has_flag(document.mapping, SCHEMA, "readOnly") is False


@pytest.mark.parametrize(
    ("documented", "actual", "fits"),
    [
        ("application/json", "application/json", True),
        ("application/json", "Application/JSON; charset=UTF-8", True),
        ("application/json;charset=utf-8", "application/json", True),
        ("*/*", "image/png", True),
        ("text/*", "text/csv; header=present", True),
        ("text/*", "application/json", False),
        ("text/plain; charset=utf-8", "text/plain", True),
        ("text/plain; charset=utf-8", "text/plain; charset=latin-1", False),
        ("application/vnd.a+json; version=1", "application/vnd.a+json; version=2", False),
        ("application/vnd.a+json; version=1", 'application/vnd.a+json;VERSION="1"', True),
        ("application/json", "", False),
        ("nonsense", "Nonsense", True),
    ],
)
def test_media_types_cover_one_another(documented: str, actual: str, *, fits: bool) -> None:
    """Ranges, parameters and case, as HTTP has them."""
    assert covers(documented, actual) is fits


def test_the_most_precise_media_type_counts() -> None:
    """As HTTP's own rule for Accept has it."""
    listed = ["*/*", "text/*", "text/plain", "text/plain; version=1"]
    assert choose(listed, "text/plain; version=1") == "text/plain; version=1"
    assert choose(listed, "text/plain") == "text/plain"
    assert choose(listed, "text/csv") == "text/*"
    assert choose(["text/plain"], "image/png") is None


@given(name=st.text())
def test_normalising_a_media_type_again_changes_nothing(name: str) -> None:
    """One way of writing."""
    assert normalise_media_type(normalise_media_type(name)) == normalise_media_type(name)


def test_json_by_another_name() -> None:
    """Structured syntax suffixes count."""
    kinds = ["application/problem+json", "text/json", "application/jsonl", "image/svg+xml"]
    assert [kind.is_json for kind in map(parse_media_type, kinds) if kind] == [True, True, False, False]


@pytest.mark.parametrize(
    ("parameter", "style"),
    [
        ({"in": "query", "schema": {"type": "array"}}, ("form", True, "array")),
        ({"in": "query", "schema": {"anyOf": [{"type": "array"}, {"type": "null"}]}}, ("form", True, "array")),
        ({"in": "path", "schema": {"type": "array"}}, ("simple", False, "array")),
        ({"in": "header", "schema": {"type": "object"}}, ("simple", False, "object")),
        ({"in": "query", "style": "deepObject", "schema": {"properties": {"a": {}}}}, ("deepObject", False, "object")),
        ({"in": "query", "explode": False, "schema": {"type": ["string", "null"]}}, ("form", False, "")),
        ({"in": "query", "content": {"application/json": {}}}, ("content", False, "")),
        ({"in": "querystring", "content": {"application/json": {}}}, ("whole", False, "")),
    ],
)
def test_how_a_parameter_is_written(parameter: Any, style: tuple[str, bool, str]) -> None:  # noqa: ANN401
    """What isn't said is the specification's."""
    found = read_style(MAPPING, {"name": "p", **parameter})
    assert (found.name, found.explode, found.kind) == style


@pytest.mark.parametrize(
    ("name", "explode", "value", "pairs"),
    [
        ("form", True, ["a", "b"], [("p", "a"), ("p", "b")]),
        ("form", False, ["a", "b"], [("p", "a,b")]),
        ("spaceDelimited", False, ["a", "b"], [("p", "a b")]),
        ("pipeDelimited", False, ["a", "b"], [("p", "a|b")]),
        ("form", True, {"x": "1", "y": "2"}, [("x", "1"), ("y", "2")]),
        ("form", False, {"x": "1", "y": "2"}, [("p", "x,1,y,2")]),
        ("deepObject", True, {"x": "1", "y": "2"}, [("p[x]", "1"), ("p[y]", "2")]),
        ("form", True, "a", [("p", "a")]),
    ],
)
def test_query_parameters_there_and_back(name: str, value: Any, pairs: Any, *, explode: bool) -> None:  # noqa: ANN401
    """What is written is read again."""
    kind = "array" if isinstance(value, list) else "object" if isinstance(value, dict) else ""
    style = Style(name=name, explode=explode, kind=kind)
    assert write_pairs(style, "p", value) == pairs
    assert read_values(style, "p", [("other", "1"), *pairs], members=["x", "y"]) == value
    assert read_values(style, "p", [("other", "1")], members=["x", "y"]) is None


@pytest.mark.parametrize(
    ("style", "text", "value"),
    [
        (Style(name="simple", explode=False, kind="array"), "a,b", ["a", "b"]),
        (Style(name="simple", explode=False, kind="array"), "", []),
        (Style(name="label", explode=True, kind="array"), ".a.b", ["a", "b"]),
        (Style(name="matrix", explode=True, kind="array"), ";p=a;p=b", ["a", "b"]),
        (Style(name="matrix", explode=False, kind="array"), ";p=a,b", ["a", "b"]),
        (Style(name="matrix", explode=False, kind=""), ";p=a", "a"),
        (Style(name="matrix", explode=True, kind="object"), ";x=1;y=2", {"x": "1", "y": "2"}),
        (Style(name="simple", explode=False, kind="object"), "x,1,y,2", {"x": "1", "y": "2"}),
        (Style(name="simple", explode=True, kind="object"), "x=1, y=2", {"x": "1", "y": "2"}),
        (Style(name="simple", explode=False, kind=""), "a,b", "a,b"),
    ],
)
def test_paths_and_headers(style: Style, text: str, value: object) -> None:
    """Their styles, from text to value."""
    assert read_single(style, "p", text) == value


def test_credentials() -> None:
    """One alternative must be met, and all of it."""
    asked = [
        Requirement(schemes={"o": frozenset({"read", "write"}), "k": frozenset()}),
        Requirement(schemes={"b": frozenset()}),
    ]
    assert not is_met(asked, {})
    assert not is_met(asked, {"o": ["read", "write"]})
    assert not is_met(asked, {"o": ["read"], "k": None})
    assert is_met(asked, {"o": ["read", "write", "more"], "k": []})
    assert is_met(asked, {"o": None, "k": None})
    assert is_met(asked, {"b": ()})
    assert is_met([], {})


def test_security_of_an_operation(tmp_path: Path) -> None:
    """Its own counts, even where it asks for nothing, and an empty alternative makes the others needless."""
    more = "security: [{k: []}]\ncomponents: {securitySchemes: {k: {type: http, scheme: basic}}}\n"
    base = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths: {/a: {get: {%s}}}\n" + more
    for own, count, free in (("", 1, False), ("security: []", 0, True), ("security: [{}, {k: []}]", 2, True)):
        operation = load(tmp_path, base % own).operations[0]
        assert (len(operation.security), is_met(operation.security, {})) == (count, free)


def test_the_normalised_document_as_a_file(tmp_path: Path) -> None:
    """Any reader takes it; an operation that no page describes is described by the document."""
    document = load(tmp_path, SHOP)
    write_document(document, tmp_path / "n.json")
    again = load_document(tmp_path / "n.json")
    assert again.operations[0].definition["x-source"] == "openapi.yaml:6"
    assert again.mapping["components"] == document.mapping["components"]
    write_document(again, tmp_path / "m.json")
    assert (tmp_path / "m.json").read_text("utf-8") == dump_document(again.mapping)
    assert schemas(document) == {"Book": {"type": "object", "properties": {"title": {"type": "string"}}}}


def test_both_directions_in_one_document() -> None:
    """For readers that know no `readOnly`: a component becomes two, and so does what refers to it."""
    body = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Holder"}}}}
    paths = {"/a": {"post": {"requestBody": body, "responses": {"200": {"description": "d", **body}}}}}
    components = {**MAPPING["components"]["schemas"], "Holder": {"properties": {"user": SCHEMA}}, "Other": {}}
    split = split_directions({**MAPPING, "paths": paths, "components": {"schemas": components}})
    found = split["components"]["schemas"]
    assert set(found) == {*components, "ARequest", "BaseRequest", "HolderRequest", "StampRequest"}
    operation = split["paths"]["/a"]["post"]
    sent, got = (compile_schema(split, part["content"]["application/json"]["schema"]) for part in (
        operation["requestBody"], operation["responses"]["200"],
    ))  # fmt: skip
    assert sent.is_valid({"user": {"name": "a", "password": "b"}})
    assert not sent.is_valid({"user": {"name": "a"}})
    assert got.is_valid({"user": {"name": "a", "id": 1, "stamp": "s"}})
    assert not got.is_valid({"user": {"name": "a", "id": 1}})
    assert "id" not in found["BaseRequest"]["properties"]
    plain = {**MAPPING, "components": {"schemas": {"A": {"type": "string"}}}}
    assert split_directions(plain) == plain
