"""Made-up values: each keeps to its schema, whatever the schema says."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docpact.mock.document import Document
from docpact.mock.fitting import fit_value
from docpact.mock.patterns import generate_texts
from docpact.mock.values import make_sent, make_value

COMPONENTS: dict[str, Any] = {
    "Colour": {"type": "string", "enum": ["red", "blue"]},
    "Leaf": {
        "type": "object",
        "required": ["value", "below"],
        "properties": {
            "value": {"type": "integer"},
            "below": {"anyOf": [{"$ref": "#/components/schemas/Leaf"}, {"type": "null"}]},
        },
    },
    "Forest": {
        "type": "object",
        "required": ["trees"],
        "properties": {"trees": {"type": "array", "items": {"$ref": "#/components/schemas/Forest"}}},
    },
    "Page": {"type": "object", "properties": {"entries": {"type": "array", "items": {"type": "object"}}}},
    "Boat": {
        "type": "object",
        "required": ["kind", "sails"],
        "properties": {"kind": {"type": "string"}, "sails": {"type": "integer"}},
    },
    "Bike": {
        "type": "object",
        "required": ["kind", "bell"],
        "properties": {"kind": {"type": "string"}, "bell": {"type": "boolean"}},
    },
    "Vehicle": {
        "oneOf": [{"$ref": "#/components/schemas/Boat"}, {"$ref": "#/components/schemas/Bike"}],
        "discriminator": {"propertyName": "kind", "mapping": {"sailing": "#/components/schemas/Boat"}},
    },
}


def build(**components: Any) -> Document:  # noqa: ANN401 - any schema.
    """A document with these schemas."""
    answer = {"description": "Fine."}
    return Document(
        {
            "openapi": "3.1.0",
            "info": {"title": "Values", "version": "1"},
            "paths": {"/nothing": {"get": {"responses": {"204": answer}}}},
            "components": {"schemas": {**COMPONENTS, **components}},
        }
    )


DOCUMENT = build()
SCHEMAS: dict[str, Any] = {
    "a pattern": {"type": "string", "pattern": r"^[B-D]{2}/\d{3}(-x)?$"},
    "a pattern and a length": {"type": "string", "pattern": "^[a-f]+$", "minLength": 12, "maxLength": 12},
    "two patterns": {"allOf": [{"type": "string", "pattern": "^k"}, {"pattern": r"\d$"}]},
    "a look ahead": {"type": "string", "pattern": r"^(?=.*[A-Z])(?=.*\d).{9,}$"},
    "a class of Unicode": {"type": "string", "pattern": r"^\p{Lu}\p{Ll}+$"},
    "above": {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 0.5},
    "below": {"type": "integer", "exclusiveMaximum": -3},
    "a multiple": {"type": "integer", "minimum": 10, "multipleOf": 7},
    "a fraction": {"type": "number", "minimum": 0.3, "multipleOf": 0.25},
    "an address": {"type": "string", "format": "ipv6"},
    "a time": {"type": "string", "format": "time"},
    "a short date": {"type": "string", "format": "date", "maxLength": 10},
    "an empty list": {"type": "array", "items": {"type": "string"}, "maxItems": 0},
    "different numbers": {"type": "array", "items": {"type": "integer"}, "minItems": 4, "uniqueItems": True},
    "different texts": {
        "type": "array",
        "items": {"$ref": "#/components/schemas/Colour"},
        "minItems": 2,
        "uniqueItems": True,
    },
    "a pair": {
        "type": "array",
        "prefixItems": [{"type": "boolean"}, {"type": "string"}],
        "items": False,
        "minItems": 2,
    },
    "one of a kind in a list": {"type": "array", "items": {"type": "integer"}, "contains": {"minimum": 40}},
    "a map": {"type": "object", "minProperties": 3, "additionalProperties": {"type": "integer"}},
    "a map of codes": {
        "type": "object",
        "minProperties": 2,
        "patternProperties": {"^[A-Z]{3}$": {"type": "number"}},
        "additionalProperties": False,
    },
    "names": {"type": "object", "minProperties": 2, "propertyNames": {"pattern": "^n[0-9]$"}},
    "few properties": {
        "type": "object",
        "maxProperties": 1,
        "required": ["b"],
        "properties": {"a": {"type": "integer"}, "b": {"type": "integer"}},
    },
    "required, not described": {"type": "object", "required": ["free"]},
    "an enum in allOf": {"allOf": [{"$ref": "#/components/schemas/Colour"}, {"description": "Of the door."}]},
    "a number in allOf": {"allOf": [{"type": "number"}, {"type": "integer", "minimum": 5}]},
    "a narrower list": {
        "allOf": [
            {"$ref": "#/components/schemas/Page"},
            {
                "properties": {
                    "entries": {
                        "type": "array",
                        "items": {"type": "object", "required": ["n"], "properties": {"n": {"type": "integer"}}},
                    }
                }
            },
        ]
    },
    "either": {
        "type": "object",
        "properties": {"a": {"type": "string"}, "b": {"type": "string"}},
        "oneOf": [{"required": ["a"]}, {"required": ["b"]}],
    },
    "with alternatives": {
        "type": "object",
        "required": ["k"],
        "properties": {"k": {"type": "string"}},
        "oneOf": [{"required": ["x"], "properties": {"x": {"type": "integer"}}}],
    },
    "overlapping": {"oneOf": [{"type": "integer"}, {"type": "integer", "minimum": 5}]},
    "not that": {"type": "string", "not": {"const": "text"}},
    "without": {
        "type": "object",
        "properties": {"a": {"type": "integer"}, "b": {"type": "integer"}},
        "not": {"required": ["a"]},
    },
    "if": {
        "type": "object",
        "required": ["k"],
        "properties": {"k": {"const": "long"}},
        "if": {"properties": {"k": {"const": "long"}}},
        "then": {"required": ["more"]},
    },
    "dependent": {
        "type": "object",
        "properties": {"card": {"type": "integer"}},
        "dependentRequired": {"card": ["name"]},
    },
    "a wrong example": {"type": "integer", "examples": ["seven", 7]},
    "a wrong default": {"type": "string", "minLength": 3, "default": ""},
    "a leaf": {"$ref": "#/components/schemas/Leaf"},
    "a forest": {"$ref": "#/components/schemas/Forest"},
    "nothing more": {
        "allOf": [{"type": "object", "properties": {"a": {"type": "string"}}}],
        "unevaluatedProperties": False,
    },
    "null or more": {"type": ["null", "object"], "required": ["a"], "properties": {"a": {"type": "string"}}},
}


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=list(SCHEMAS))
def test_a_value_keeps_to_its_schema(schema: Any) -> None:  # noqa: ANN401
    """By the words of the library that is also the judge of requests; and it is more than null."""
    made = make_value(DOCUMENT, schema)
    assert [fault.message for fault in DOCUMENT.compile(schema).iter_errors(made)] == []
    assert made is not None


def test_a_discriminator_names_the_schema() -> None:
    """By the word that is mapped to it, or by its own name."""
    document = build(
        Parent={
            "type": "object",
            "required": ["kind"],
            "properties": {"kind": {"type": "string"}},
            "discriminator": {"propertyName": "kind", "mapping": {"son": "#/components/schemas/Son"}},
        },
        Son={"allOf": [{"$ref": "#/components/schemas/Parent"}, {"properties": {"age": {"type": "integer"}}}]},
    )
    assert make_value(document, {"$ref": "#/components/schemas/Vehicle"}) == {"kind": "sailing", "sails": 0}
    assert make_value(document, {"$ref": "#/components/schemas/Son"})["kind"] == "son"
    assert make_value(document, {"$ref": "#/components/schemas/Parent"}) == {"kind": "son", "age": 0}


def test_the_same_schema_gives_the_same_value() -> None:
    """In another process too: nothing is drawn by chance. Values of other numbers are others."""
    schema = {"type": "string", "pattern": r"^Q-[0-9a-f]{8}$"}
    assert make_value(build(), schema) == make_value(build(), schema) == "Q-aaaaaaaa"
    others = {make_value(DOCUMENT, schema, number) for number in range(1, 50)}
    assert len(others) == 49
    assert all(map(DOCUMENT.compile(schema).is_valid, others))


def test_a_sample_is_repaired_as_little_as_possible() -> None:
    """What the schema takes stays; what it doesn't is made up, or left out."""
    schema = {
        "type": "object",
        "required": ["id", "size"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": "integer"},
            "name": {"type": "string"},
            "size": {"enum": ["big"]},
            "secret": {"type": "string", "writeOnly": True},
        },
    }
    document = build(Shop=schema)
    sample = {"id": 3, "name": "Mill", "size": "huge", "secret": "x", "more": 1}
    assert fit_value(document, sample, {"$ref": "#/components/schemas/Shop"}) == {
        "id": 3,
        "name": "Mill",
        "size": "big",
    }


@pytest.mark.parametrize("pattern", ["(", "[a", "(?<!b)a{70000}", "(a{1000}){1000}", "(?P<python>a)", "\\", "a**"])
def test_a_pattern_that_cannot_be_used_gives_no_text_in_no_time(pattern: str) -> None:
    """A made-up text doesn't match it then, but it is there."""
    assert all(len(text) <= 20_000 for text in generate_texts(pattern))
    assert isinstance(make_value(DOCUMENT, {"type": "string", "pattern": pattern}), str)


def ranges(low: str, high: str, values: st.SearchStrategy[int]) -> st.SearchStrategy[dict[str, Any]]:
    """A lower and an upper limit, in this order."""
    return st.tuples(values, values).map(lambda pair: {low: min(pair), high: max(pair)})


SMALL = st.integers(min_value=0, max_value=6)
TEXTS = st.one_of(
    st.builds(lambda limits: {"type": "string", **limits}, ranges("minLength", "maxLength", SMALL)),
    st.sampled_from(["date", "date-time", "uuid", "email", "ipv4", "uri", "time", "duration", "hostname"]).map(
        lambda form: {"type": "string", "format": form}
    ),
    st.sampled_from([r"^[A-Z]\d+$", r"^(up|down)-\w{2}$", r"\.png$", r"^[^/ ]{3,5}$", r"^#[0-9a-f]{6}$"]).map(
        lambda pattern: {"type": "string", "pattern": pattern}
    ),
    st.lists(st.text(max_size=3), min_size=1, max_size=3, unique=True).map(lambda values: {"enum": values}),
)
NUMBERS = st.one_of(
    st.builds(lambda limits: {"type": "integer", **limits}, ranges("minimum", "maximum", st.integers(-99, 99))),
    st.builds(lambda step, low: {"type": "integer", "multipleOf": step, "minimum": low}, st.integers(1, 9), SMALL),
    st.builds(lambda low: {"type": "number", "exclusiveMinimum": low}, st.integers(-9, 9)),
)
REFERENCES = st.sampled_from(sorted(COMPONENTS)).map(lambda name: {"$ref": f"#/components/schemas/{name}"})


def compound(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Schemas with schemas in them, each of which some value satisfies."""
    members = st.dictionaries(st.sampled_from(["a", "b", "c", "d"]), inner, max_size=3)
    objects = st.tuples(members, st.booleans(), st.booleans()).map(
        lambda parts: {
            "type": "object",
            "properties": parts[0],
            "required": sorted(parts[0]) if parts[1] else [],
            **({"additionalProperties": False} if parts[2] else {}),
        }
    )
    return st.one_of(
        objects,
        st.builds(lambda items, least: {"type": "array", "items": items, "minItems": least}, inner, st.integers(0, 2)),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"anyOf": parts}),
        st.lists(inner, min_size=1, max_size=3).map(
            lambda parts: {
                "oneOf": [
                    {"type": "object", "required": ["t", "v"], "properties": {"t": {"const": at}, "v": part}}
                    for at, part in enumerate(parts)
                ]
            }
        ),
        inner.map(lambda part: {"allOf": [part, {"description": "Once more."}]}),
        inner.map(lambda part: {"anyOf": [part, {"type": "null"}]}),
        st.builds(
            lambda one, other: {
                "allOf": [
                    {"type": "object", "required": ["x"], "properties": {"x": one}},
                    {"properties": {"y": other}, "required": ["y"]},
                ]
            },
            inner,
            inner,
        ),
    )


@settings(max_examples=200, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.recursive(st.one_of(TEXTS, NUMBERS, REFERENCES), compound, max_leaves=8))
def test_any_schema_gets_a_value(schema: Any) -> None:  # noqa: ANN401
    """For whatever is put together of the usual parts."""
    made = make_value(DOCUMENT, schema)
    assert [fault.message for fault in DOCUMENT.compile(schema).iter_errors(made)] == []


def test_what_is_only_written_is_no_response() -> None:
    """An alternative that is only written isn't chosen for a response, nor one that is only read for a request."""
    secret = {"type": "string", "writeOnly": True}
    assigned = {"type": "string", "readOnly": True}
    schema = {"type": "object", "properties": {"key": {"anyOf": [secret, assigned, {"type": "null"}]}}}
    assert make_value(DOCUMENT, {**schema, "properties": {"key": {"anyOf": [secret, {"type": "null"}]}}}) == {
        "key": None
    }
    assert make_value(DOCUMENT, schema) != {"key": None}
    only_read = {"anyOf": [assigned, {"type": "integer"}]}
    assert isinstance(make_sent(DOCUMENT, only_read), int)
    assert isinstance(make_value(DOCUMENT, only_read), str)
