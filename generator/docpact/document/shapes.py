"""The objects that a document is made of, and what may stand in each: OpenAPI's fields as a table.

One table serves 2.0 to 3.2: what a version doesn't know is no harm where it stands. It says what is followed, where
references are allowed, and by what is left which fields aren't understood.

Sources: https://spec.openapis.org/oas/v3.2.0, https://spec.openapis.org/oas/v3.1.0, https://spec.openapis.org/oas/v3.0.3,
https://spec.openapis.org/oas/v2.0, https://json-schema.org/draft/2020-12.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

TEXT, FLAG, ANY = "text", "flag", "any"
"""Values that hold no object of OpenAPI's: a text, true or false, and any JSON value."""
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
"""Those that a path item names; `query` is new in 3.2, where others stand below `additionalOperations`."""


@dataclass(frozen=True, slots=True)
class Each:
    """A list, or a mapping whose names the document chooses, of one kind of thing."""

    kind: str
    named: bool = True
    """Whether it is a mapping."""


Field: TypeAlias = "str | Each"
"""A value, the name of an object of `SHAPES`, or several of either."""


def each(kind: str) -> Each:
    """Return a mapping of names to things of a kind."""
    return Each(kind)


def many(kind: str) -> Each:
    """Return a list of things of a kind."""
    return Each(kind, named=False)


@dataclass(frozen=True, slots=True)
class Shape:
    """One of OpenAPI's objects."""

    fields: Mapping[str, Field]
    rest: str = ""
    """The kind of what stands under any other name: each path below `paths`; empty where other names are unknown."""
    sections: tuple[str, ...] = ()
    """Where a document keeps shared ones, the first that the version has; empty where no reference is allowed."""
    required: tuple[str, ...] = field(default=())


WORDS: Mapping[str, Field] = {"summary": TEXT, "description": TEXT}
DOCS: Mapping[str, Field] = {"description": TEXT, "externalDocs": "docs"}
VALUED: Mapping[str, Field] = {
    **WORDS, "required": FLAG, "deprecated": FLAG, "allowEmptyValue": FLAG, "style": TEXT, "explode": FLAG,
    "allowReserved": FLAG, "schema": "schema", "example": ANY, "examples": each("example"), "content": each("media"),
}  # fmt: skip
# Swagger 2.0 writes a parameter's, header's or list's schema beside its name.
BARE: Mapping[str, Field] = {
    **dict.fromkeys(
        ("type", "format", "collectionFormat", "default", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum",
         "maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "enum", "multipleOf"), ANY),
    "items": "bare",
}  # fmt: skip
OPERATION: Mapping[str, Field] = {
    **WORDS, **DOCS, "tags": many(TEXT), "operationId": TEXT, "parameters": many("parameter"), "requestBody": "body",
    "responses": "responses", "callbacks": each("callback"), "deprecated": FLAG, "security": many("requirement"),
    "servers": many("server"), "consumes": many(TEXT), "produces": many(TEXT), "schemes": many(TEXT),
}  # fmt: skip
SCHEMA_VALUES = (
    "type", "format", "enum", "const", "default", "example", "examples", "title", "description", "multipleOf",
    "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength", "pattern", "maxItems",
    "minItems", "uniqueItems", "maxContains", "minContains", "maxProperties", "minProperties", "required",
    "dependentRequired", "nullable", "readOnly", "writeOnly", "deprecated", "contentEncoding", "contentMediaType",
    "$schema", "$id", "$anchor", "$dynamicAnchor", "$dynamicRef", "$comment", "$vocabulary", "$ref", "discriminator",
)  # fmt: skip
SCHEMA: Mapping[str, Field] = {
    **dict.fromkeys(SCHEMA_VALUES, ANY),
    **dict.fromkeys(("not", "if", "then", "else", "additionalProperties", "propertyNames", "contains", "items",
                     "unevaluatedItems", "unevaluatedProperties", "contentSchema", "additionalItems"), "schema"),
    **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), many("schema")),
    **dict.fromkeys(("properties", "patternProperties", "dependentSchemas", "$defs", "definitions"), each("schema")),
    "xml": ANY, "externalDocs": "docs",
}  # fmt: skip
FLOW: Mapping[str, Field] = dict.fromkeys(
    ("authorizationUrl", "tokenUrl", "refreshUrl", "deviceAuthorizationUrl", "scopes"), ANY
)
COMPONENTS: Mapping[str, Field] = {
    "schemas": each("schema"), "responses": each("response"), "parameters": each("parameter"),
    "examples": each("example"), "requestBodies": each("body"), "headers": each("header"),
    "securitySchemes": each("scheme"), "links": each("link"), "callbacks": each("callback"),
    "pathItems": each("path item"), "mediaTypes": each("media"),
}  # fmt: skip
SHAPES: Mapping[str, Shape] = {
    "document": Shape({
        "openapi": TEXT, "swagger": TEXT, "$self": TEXT, "jsonSchemaDialect": TEXT, "info": "info",
        "servers": many("server"), "paths": "paths", "webhooks": each("path item"), "components": "components",
        "security": many("requirement"), "tags": many("tag"), "externalDocs": "docs",
        "host": TEXT, "basePath": TEXT, "schemes": many(TEXT), "consumes": many(TEXT), "produces": many(TEXT),
        "definitions": each("schema"), "parameters": each("parameter"), "responses": each("response"),
        "securityDefinitions": each("scheme"),
    }),
    "info": Shape({**WORDS, "title": TEXT, "version": TEXT, "termsOfService": TEXT, "contact": ANY, "license": ANY}),
    "server": Shape({"url": TEXT, "description": TEXT, "name": TEXT, "variables": ANY}, required=("url",)),
    "paths": Shape({}, rest="path item"),
    "path item": Shape({
        **WORDS, **dict.fromkeys(METHODS, "operation"), "additionalOperations": each("operation"),
        "servers": many("server"), "parameters": many("parameter"),
    }, sections=("components/pathItems",)),
    "operation": Shape(OPERATION),
    "docs": Shape({"description": TEXT, "url": TEXT}),
    "parameter": Shape({"name": TEXT, "in": TEXT, **VALUED, **BARE},
                       sections=("components/parameters", "parameters"), required=("name", "in")),
    "bare": Shape(BARE),
    "body": Shape({"description": TEXT, "content": each("media"), "required": FLAG},
                  sections=("components/requestBodies",)),
    "media": Shape({
        "schema": "schema", "itemSchema": "schema", "example": ANY, "examples": each("example"),
        "encoding": each("encoding"), "prefixEncoding": many("encoding"), "itemEncoding": "encoding",
    }, sections=("components/mediaTypes",)),
    "encoding": Shape({
        "contentType": TEXT, "headers": each("header"), "style": TEXT, "explode": FLAG, "allowReserved": FLAG,
        "encoding": each("encoding"), "prefixEncoding": many("encoding"), "itemEncoding": "encoding",
    }),
    "responses": Shape({}, rest="response"),
    "response": Shape({**WORDS, "headers": each("header"), "content": each("media"), "links": each("link"),
                       "schema": "schema", "examples": ANY}, sections=("components/responses", "responses")),
    "callback": Shape({}, rest="path item", sections=("components/callbacks",)),
    "example": Shape({**WORDS, "value": ANY, "externalValue": TEXT, "dataValue": ANY, "serializedValue": TEXT},
                     sections=("components/examples",)),
    "link": Shape({"operationRef": TEXT, "operationId": TEXT, "parameters": ANY, "requestBody": ANY,
                   "description": TEXT, "server": "server"}, sections=("components/links",)),
    "header": Shape({"name": ANY, "in": ANY, **VALUED, **BARE}, sections=("components/headers",)),
    "tag": Shape({**WORDS, **DOCS, "name": TEXT, "parent": TEXT, "kind": TEXT}, required=("name",)),
    "schema": Shape(SCHEMA, sections=("components/schemas", "definitions")),
    "components": Shape(COMPONENTS),
    "scheme": Shape({
        "type": TEXT, "description": TEXT, "name": TEXT, "in": TEXT, "scheme": TEXT, "bearerFormat": TEXT,
        "flows": "flows", "openIdConnectUrl": TEXT, "oauth2MetadataUrl": TEXT, "deprecated": FLAG, "flow": TEXT, **FLOW,
    }, sections=("components/securitySchemes", "securityDefinitions"), required=("type",)),
    "flows": Shape(dict.fromkeys(("implicit", "password", "clientCredentials", "authorizationCode",
                                  "deviceAuthorization"), "flow")),
    "flow": Shape(FLOW),
    "requirement": Shape({}, rest="scopes"),
}  # fmt: skip


def article(kind: str) -> str:
    """Return how messages call one thing of a kind."""
    if kind in {"paths", "responses", "components", "info", "flows"}:
        return f"the {kind} object"
    return f"{'an' if kind[0] in 'aeio' else 'a'} {kind}"


def plural(kind: str) -> str:
    """Return how messages call several things of a kind."""
    return {"body": "bodies", "any": "values", "scheme": "security schemes", "media": "media types"}.get(
        kind, f"{kind}s"
    )
