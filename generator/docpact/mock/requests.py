"""A request against the document: typed values, or what is wrong with it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, unquote

from docpact.mock.document import Document
from docpact.mock.operations import Operation
from docpact.mock.security import Headers

# Longer ones than any server takes; Python itself refuses over 4300 digits.
WHOLE = re.compile(r"-?\d{1,4000}")
NUMBER = re.compile(r"-?\d{1,300}(\.\d+)?([eE][+-]?\d{1,3})?")
ESCAPED_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
FORM = "application/x-www-form-urlencoded"
NO_PARAMETERS = frozenset({"accept", "content-type", "authorization"})
"""Headers that are no parameters, whatever a document says (OpenAPI 3.1, section 4.8.12.1)."""
JSON_TYPE = re.compile(r"application/(?:[\w.+-]+\+)?json\s*(?:;.*)?", re.IGNORECASE)


def _refuse(word: str) -> Any:  # noqa: ANN401
    raise ValueError(word)


DECODER = json.JSONDecoder(parse_constant=_refuse)
"""Knows no NaN and no infinity: RFC 8259 has none."""


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
    """A body of a media type that the operation doesn't take; its text is for the caller."""


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
class Body:
    """What bodies look like."""

    media_types: tuple[str, ...]
    """In small letters. Where there is JSON among them, others are not taken: their values could not be told."""
    value: Value
    members: Mapping[str, Value]
    """Of a form, as browsers send it."""
    required: bool

    def read(self, media_type: str, body: bytes) -> Any:  # noqa: ANN401 - any JSON value.
        """Return what the body says, None for one that is neither JSON nor a form."""
        if not body:
            if self.required:
                raise BadRequestError("the body is missing", "required")
            return None
        sent = media_type.partition(";")[0].strip().lower()
        if any(map(JSON_TYPE.fullmatch, self.media_types)) or not self.media_types:
            if not JSON_TYPE.fullmatch(sent):
                raise WrongMediaTypeError("the body must be application/json")
            return self.value.check(read_json(body))
        if sent not in self.media_types and not any("*" in one for one in self.media_types):
            raise WrongMediaTypeError(f"the body must be {' or '.join(self.media_types)}")
        if sent != FORM:
            return None
        texts: dict[str, list[str]] = {}
        for name, text in parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True):
            texts.setdefault(name, []).append(text)
        return self.value.check({n: self.members[n].parse(t) if n in self.members else t[0] for n, t in texts.items()})


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What the requests of one operation look like."""

    path: tuple[tuple[str, Value], ...]
    """Placeholder → its value, in the order of the path."""
    query: Mapping[str, tuple[str, Value]]
    """Name in small letters → the document's spelling, value."""
    required: tuple[str, ...]
    """Names of query parameters, in small letters."""
    headers: tuple[tuple[bytes, Value, bool], ...]
    """Name in small letters, value, whether it is required."""
    body: Body | None


@dataclass(slots=True)
class RequestReader:
    """Reads requests; what an operation takes is compiled once."""

    document: Document
    _forms: dict[Operation, Form] = field(default_factory=dict)

    def read(
        self, operation: Operation, path: Sequence[str], query: str, headers: Headers, body: bytes
    ) -> Call:  # fmt: skip
        """Return the call; raises `BadRequestError` or `WrongMediaTypeError`."""
        form = self._forms.get(operation)
        if form is None:
            form = self._forms[operation] = self._compile_form(operation)
        for name, value, required in form.headers:
            if name in headers:
                value.parse((headers[name].decode("latin-1"),))
            elif required:
                raise BadRequestError(f"{value.where} is missing", "required")
        media_type = headers.get(b"content-type", b"").decode("latin-1")
        return Call(
            operation=operation,
            path={name: value.parse((unquote(text),)) for (name, value), text in zip(form.path, path, strict=True)},
            query=_read_query(form, query),
            body=form.body.read(media_type, body) if form.body else None,
        )

    def _compile_form(self, operation: Operation) -> Form:
        by_name = {(p["in"], p["name"].lower()): p for p in operation.parameters}
        named = [(name, by_name.get(("path", name.lower()), {})) for name in operation.template.placeholders]
        asked = {lowered: p for (location, lowered), p in by_name.items() if location == "query"}
        return Form(
            path=tuple((name, self._compile(f"path parameter {name}", p.get("schema", {}))) for name, p in named),
            query={
                lowered: (p["name"], self._compile(f"query parameter {p['name']}", p.get("schema", {})))
                for lowered, p in asked.items()
            },
            required=tuple(lowered for lowered, p in asked.items() if p.get("required")),
            headers=tuple(
                (
                    lowered.encode("latin-1"),
                    self._compile(f"header {p['name']}", p.get("schema", {})),
                    bool(p.get("required")),
                )
                for (location, lowered), p in by_name.items()
                if location == "header" and lowered not in NO_PARAMETERS
            ),
            body=self._compile_body(operation),
        )

    def _compile_body(self, operation: Operation) -> Body | None:
        wanted = self.document.resolve(operation.definition.get("requestBody"))
        if not wanted:
            return None
        content: Mapping[str, Any] = wanted.get("content", {})
        first = next(iter(content), "")
        chosen = next((kind for kind in content if JSON_TYPE.fullmatch(kind)), first)
        schema: Any = content.get(chosen, {}).get("schema", {})
        members = self.document.properties(schema) if chosen.lower() == FORM else {}
        return Body(
            media_types=tuple(kind.partition(";")[0].strip().lower() for kind in content),
            value=self._compile("body", schema),
            members={name: self._compile(f"body {name}", part) for name, part in members.items()},
            required=bool(wanted.get("required")),
        )

    def _compile(self, where: str, schema: Any) -> Value:  # noqa: ANN401 - any schema.
        elements = self.document.items(schema)
        kinds = self.document.types(schema if elements is None else elements)
        validator = self.document.compile(schema)
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


def read_json(body: bytes) -> Any:  # noqa: ANN401
    """Return what the JSON says; raises `BadRequestError` for what is none, by RFC 8259."""
    try:
        value = DECODER.decode(body.decode("utf-8"))
        if ESCAPED_SURROGATE.search(body):
            # Half a character: JSON can say it, UTF-8 cannot (section 8.2).
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):
        raise BadRequestError("the body is not JSON", "json") from None
    return value
