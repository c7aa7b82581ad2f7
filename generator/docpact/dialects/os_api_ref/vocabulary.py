"""The words of os-api-ref: directives, types, locations and the titles of sections, as tables."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from docpact.dialects.statements import JsonType, Location
from docpact.read.markup import DirectiveSpec, Markup

METHOD = "rest_method"
PARAMETERS = "rest_parameters"
STATUS_CODES = "rest_status_code"
# `rest_expand_all` folds the sections of a page open: it says nothing about the API.
MARKUP = Markup(
    directives=(
        DirectiveSpec(name=METHOD, content="text"),
        DirectiveSpec(name=PARAMETERS, content="text", file_word=0),
        DirectiveSpec(name=STATUS_CODES, content="text", file_word=1),
        DirectiveSpec(name="rest_expand_all"),
    )
)
DIRECTIVES = frozenset({METHOD, PARAMETERS, STATUS_CODES})

METHODS = frozenset({"GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE"})
"""The methods that an OpenAPI 3.1 document has operations for."""
WITHOUT_BODY = frozenset({"GET", "HEAD"})
"""Methods whose requests have no body (RFC 9110, 9.3.1 and 9.3.2)."""
STATUSES_WITHOUT_BODY = frozenset({"204", "205", "304"})
"""RFC 9110, 6.4.1 and 15.3.6."""

LOCATIONS: dict[str, Location] = {"path": "path", "query": "query", "header": "header", "body": "body"}
"""os-api-ref's words for `in`; it knows no others."""

SCALARS: dict[str, JsonType] = {
    "boolean": "boolean",
    "bool": "boolean",
    "integer": "integer",
    "int": "integer",
    "number": "number",
    "float": "number",
    "double": "number",
    "string": "string",
    "str": "string",
    "text": "string",
    "uuid": "string",
    "date": "string",
    "datetime": "string",
    "date-time": "string",
    "timestamp": "string",
    "uri": "string",
    "url": "string",
    "binary": "string",
    "enum": "string",
}
FORMATS = {
    "uuid": "uuid",
    "date": "date",
    "datetime": "date-time",
    "date-time": "date-time",
    "timestamp": "date-time",
    "uri": "uri",
    "url": "uri",
    "binary": "binary",
}
LISTS = frozenset({"array", "list"})
OBJECTS = frozenset({"object", "dict", "dictionary", "json", "map"})
ANYTHING = frozenset({"any"})
NOTHING = frozenset({"none", "null"})
"""The type of an action without parameters: `{"pause": null}`."""
TRUE, FALSE = frozenset({"true", "yes", "on", "y"}), frozenset({"false", "no", "off", "n"})
"""The words of YAML 1.1, which os-api-ref reads."""
DEFINITION_KEYS = frozenset({"in", "type", "required", "description", "min_version", "max_version", "format"})
"""`format` is no word of os-api-ref's, but OpenAPI's, and references use it as that."""

Direction: TypeAlias = Literal["request", "response"]
REQUEST_TITLE = re.compile(r"\brequests?\b", re.IGNORECASE)
RESPONSE_TITLE = re.compile(r"\brespon[sc]es?\b", re.IGNORECASE)
REQUEST_FILE = re.compile(r"(?:^|[-_./])(?:req|request)(?=[-_./]|$)", re.IGNORECASE)
RESPONSE_FILE = re.compile(r"(?:^|[-_./])(?:resp|response)(?=[-_./]|$)", re.IGNORECASE)
GENERIC_TITLE = re.compile(
    r"\W*(?:json\s+)?(?:(?:request|response)s?\s*)?(?:examples?|samples?|parameters?|body)?\W*(?:json)?\W*",
    re.IGNORECASE,
)
"""Titles that say of no sample what it shows: `Response Example`."""
NO_CONTENT = re.compile(
    r"\b(?:no (?:response )?body(?: content)?|no (?:body )?content"
    r"|does not (?:return|have|contain) (?:(?:a|any) (?:response )?body|(?:any )?content)"
    r"|(?:response )?body is empty|empty (?:response )?body)\b",
    re.IGNORECASE,
)


def direction_of(title: str) -> Direction | None:
    """Return whether a title is about the request or the response; None where it names neither, or both."""
    asked, answered = bool(REQUEST_TITLE.search(title)), bool(RESPONSE_TITLE.search(title))
    if asked == answered:
        return None
    return "request" if asked else "response"


def direction_of_file(path: str) -> Direction | None:
    """Return what the file of a sample is called after: `network-create-request.json`."""
    name = path.rsplit("/", 1)[-1]
    asked, answered = bool(REQUEST_FILE.search(name)), bool(RESPONSE_FILE.search(name))
    if asked == answered:
        return None
    return "request" if asked else "response"
