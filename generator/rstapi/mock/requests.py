"""A request against the document: typed values, or what is wrong with it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, unquote

from rstapi.json_schema import compile_schema
from rstapi.mock.document import Document, Operation

# Longer ones than any server takes; Python itself refuses over 4300 digits.
WHOLE = re.compile(r"-?\d{1,4000}")
NUMBER = re.compile(r"-?\d{1,300}(\.\d+)?([eE][+-]?\d{1,3})?")
ESCAPED_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
JSON_TYPE = re.compile(r"application/(?:[\w.+-]+\+)?json\s*(?:;.*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A request that keeps to the document."""

    operation: Operation
    path: Mapping[str, Any]
    query: Mapping[str, Any]
    """By the document's spelling of the names."""
    body: Any


class BadRequestError(Exception):
    """A request that does not keep to the document; its text is for the caller."""

    def __init__(self, message: str, keyword: str = "") -> None:
        super().__init__(message)
        self.keyword = keyword
        """The schema's keyword that it breaks, or `json` for a body that is none."""


class WrongMediaTypeError(Exception):
    """A body of a media type that the operation doesn't take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A schema, ready for use: reads texts of a parameter, and tells what is wrong with a value."""

    where: str
    """For people: `query parameter page`."""
    is_list: bool
    kinds: frozenset[str]
    """The JSON types of the value, or of its elements."""
    validator: Any

    def parse(self, texts: Sequence[str]) -> Any:  # noqa: ANN401 - any JSON value.
        """Return what the texts say; raises `BadRequestError` where the schema doesn't allow it."""
        if self.is_list:
            return self.check([self._convert(text) for text in texts])
        if len(texts) > 1:
            raise BadRequestError(f"{self.where} is given {len(texts)} times", "type")
        return self.check(self._convert(texts[0]))

    def check(self, value: Any) -> Any:  # noqa: ANN401
        """Return the value; raises `BadRequestError` where the schema doesn't allow it."""
        fault = next(iter(self.validator.iter_errors(value)), None)
        if fault is not None:
            place = ".".join(str(part) for part in fault.instance_path)
            message = f"{self.where}{f' {place}' if place else ''}: {fault.message:.200}"
            raise BadRequestError(message, fault.kind.name)
        return value

    def _convert(self, text: str) -> Any:  # noqa: ANN401
        if "integer" in self.kinds and WHOLE.fullmatch(text):
            return int(text)
        if "number" in self.kinds and NUMBER.fullmatch(text):
            return float(text)
        if "boolean" in self.kinds and text in {"true", "false"}:
            return text == "true"
        return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What the requests of one operation look like."""

    path: tuple[tuple[str, Value], ...]
    """Placeholder → its value, in the order of the path."""
    query: Mapping[str, tuple[str, Value]]
    """Name in small letters → the document's spelling, value."""
    required: tuple[str, ...]
    """Names of query parameters, in small letters."""
    body: Value | None
    body_required: bool


@dataclass(slots=True)
class RequestReader:
    """Reads requests; what an operation takes is compiled once."""

    document: Document
    _forms: dict[Operation, Form] = field(default_factory=dict)

    def read(
        self, operation: Operation, path: Sequence[str], query: str, media_type: str, body: bytes
    ) -> Call:  # fmt: skip
        """Return the call; raises `BadRequestError` or `WrongMediaTypeError`."""
        form = self._forms.get(operation)
        if form is None:
            form = self._forms[operation] = self._compile_form(operation)
        return Call(
            operation=operation,
            path={name: value.parse((unquote(text),)) for (name, value), text in zip(form.path, path, strict=True)},
            query=_read_query(form, query),
            body=_read_body(form, media_type, body),
        )

    def _compile_form(self, operation: Operation) -> Form:
        by_name = {(p["in"], p["name"].lower()): p for p in operation.parameters}
        named = [(name, by_name.get(("path", name.lower()), {})) for name in re.findall(r"\{(.+?)\}", operation.path)]
        asked = {lowered: p for (location, lowered), p in by_name.items() if location == "query"}
        wanted = self.document.resolve(operation.definition.get("requestBody"))
        media: Any = next(iter(wanted.get("content", {}).values()), {}) if wanted else {}
        return Form(
            path=tuple((name, self._compile(f"path parameter {name}", p.get("schema", {}))) for name, p in named),
            query={
                lowered: (p["name"], self._compile(f"query parameter {p['name']}", p.get("schema", {})))
                for lowered, p in asked.items()
            },
            required=tuple(lowered for lowered, p in asked.items() if p.get("required")),
            body=self._compile("body", media.get("schema", {})) if wanted else None,
            body_required=bool(wanted and wanted.get("required")),
        )

    def _compile(self, where: str, schema: Any) -> Value:  # noqa: ANN401 - any schema.
        elements = self.document.items(schema)
        kinds = self.document.types(schema if elements is None else elements)
        validator = compile_schema(self.document.raw, schema)
        return Value(where=where, is_list=elements is not None, kinds=kinds, validator=validator)


def _read_query(form: Form, query: str) -> dict[str, Any]:
    sent: dict[str, list[str]] = {}
    for name, text in parse_qsl(query, keep_blank_values=True) if query else ():
        sent.setdefault(name.lower(), []).append(text)
    for lowered in form.required:
        if lowered not in sent:
            raise BadRequestError(f"{form.query[lowered][1].where} is missing", "required")
    named = [(form.query[lowered], texts) for lowered, texts in sent.items() if lowered in form.query]
    return {name: value.parse(texts) for (name, value), texts in named}


def _read_body(form: Form, media_type: str, body: bytes) -> Any:  # noqa: ANN401
    if form.body is None:
        return None
    if not body:
        if form.body_required:
            raise BadRequestError("the body is missing", "required")
        return None
    if not JSON_TYPE.fullmatch(media_type.strip()):
        raise WrongMediaTypeError
    try:
        value = json.loads(body.decode("utf-8"), parse_constant=_refuse)
        if ESCAPED_SURROGATE.search(body):
            # Half a character: JSON can say it, UTF-8 cannot (RFC 8259, section 8.2).
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):
        raise BadRequestError("the body is not JSON", "json") from None
    return form.body.check(value)


def _refuse(word: str) -> Any:  # noqa: ANN401
    raise ValueError(word)
