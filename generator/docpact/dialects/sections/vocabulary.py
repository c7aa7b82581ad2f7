"""The words of the dialect, from 2020 to today, and what each means."""

from __future__ import annotations

import re

from docpact.dialects.statements import JsonType

# A type cell's word → JSON type and format.
TYPE_WORDS: dict[str, tuple[JsonType, str]] = {
    "number": ("number", ""),
    "numbers": ("number", ""),
    "float": ("number", ""),
    "double": ("number", ""),
    "decimal": ("number", ""),
    "integer": ("integer", ""),
    "integers": ("integer", ""),
    "int": ("integer", ""),
    "int32": ("integer", "int32"),
    "int64": ("integer", "int64"),
    "long": ("integer", ""),
    "string": ("string", ""),
    "strings": ("string", ""),
    "text": ("string", ""),
    "uuid": ("string", "uuid"),
    "guid": ("string", "uuid"),
    "datetime": ("string", "date-time"),
    "date-time": ("string", "date-time"),
    "date": ("string", "date"),
    "boolean": ("boolean", ""),
    "booleans": ("boolean", ""),
    "bool": ("boolean", ""),
    "numeric": ("number", ""),
    "floats": ("number", ""),
    "real": ("number", ""),
    "short": ("integer", ""),
    "bigint": ("integer", ""),
    "uint": ("integer", ""),
    "uint32": ("integer", ""),
    "uint64": ("integer", ""),
    "unsigned": ("integer", ""),
    "ints": ("integer", ""),
    "longs": ("integer", ""),
    "uuids": ("string", "uuid"),
    "str": ("string", ""),
    "char": ("string", ""),
    "varchar": ("string", ""),
    "url": ("string", ""),
    "urls": ("string", ""),
    "uri": ("string", ""),
    "email": ("string", ""),
    "ipv4": ("string", ""),
    "ipv6": ("string", ""),
    "base64": ("string", ""),
    "file": ("string", "binary"),
    "binary": ("string", "binary"),
    "iso8601": ("string", ""),
    "enum": ("string", ""),
    "choice": ("string", ""),
}
ARRAY_WORDS = frozenset(
    {"array", "list", "collection", "arrays", "lists", "jsonarray", "list data structure", "array data structure"}
)
NO_BODY_WORDS = frozenset({"no response body", "no content", "none", "empty", "-", "no body"})
# An object whose members the author leaves open on purpose.
OPEN_WORDS = frozenset({
    "object", "objects", "any", "json", "json object", "dict", "hash", "struct", "structure", "jsonobject", "mixed",
    "container", "dictionary", "map",
})  # fmt: skip
# Those of them that say that it is a JSON object.
OBJECT_WORDS = frozenset({
    "object", "objects", "json object", "jsonobject", "dict", "dictionary", "hash", "map", "struct", "structure",
})  # fmt: skip
WITHOUT_ENVELOPE = re.compile(r"\b(?:without|no|not in) (?:the |an )?envelope\b", re.IGNORECASE)
OPTIONAL_WORD = "optional"
OPTIONAL_WORDS = frozenset({OPTIONAL_WORD, "not required", "not mandatory"})
REQUIRED_WORDS = frozenset({"required", "mandatory"})
NULLABLE_WORDS = frozenset({"nullable", "null"})

RESPONSES = re.compile(
    r"(possible |http )?(responses?|response (status )?codes|status codes|results?|returns?|return values?)",
    re.IGNORECASE,
)
SCOPES = re.compile(r"(required )?scopes?", re.IGNORECASE)
EXAMPLES = re.compile(r"(\w+ )?examples?|samples?", re.IGNORECASE)
BODY_TABLE = re.compile(r"(request |json )?(body|payload)( (parameters|params|arguments|fields))?", re.IGNORECASE)
URI_TABLE = re.compile(r"(uri|url|path|query|query string)( (parameters|params|arguments))?", re.IGNORECASE)
OPEN_TABLE = re.compile(r"(request )?(parameters|params|arguments|fields)", re.IGNORECASE)
# Words of a paragraph that tells what the next sample is.
SAMPLE_REQUEST = re.compile(r"(sample|example) request\b(?! body)", re.IGNORECASE)
SAMPLE_RESPONSE = re.compile(r"(sample|example) (response|webhook)\b|response body\s*:?$", re.IGNORECASE)
SAMPLE_BODY = re.compile(r"((sample |example )?(request )?body)\s*:?$", re.IGNORECASE)
STATUS_LINE = re.compile(r"(?:HTTP )?status(?: code)?\s*[:\u2013-]\s*(\d{3})\b|^HTTP/[\d.]+ (\d{3})\b", re.IGNORECASE)
STATUS_CELL = re.compile(r"\s*(?:HTTP(?:/[\d.]+)?\s+)?([1-5](?:\d\d|[xX]{2}))\b\s*(.*)", re.DOTALL | re.IGNORECASE)
INTERVAL = re.compile(r"once (?:every|per|in)\s+([0-9]{1,9})?\s*(second|minute|hour)s?", re.IGNORECASE)
