"""A request against the document: typed values, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qsl, unquote

from docpact.document import Style, read_single, read_style, read_values
from docpact.mock.document import Document
from docpact.mock.operations import Operation
from docpact.mock.request_bodies import Body, WrongMediaTypeError
from docpact.mock.security import Headers
from docpact.mock.sent import JSON_TYPE, BadRequestError, Value, read_json

__all__ = ["BadRequestError", "Call", "RequestReader", "WrongMediaTypeError", "read_json"]

UNSENT = object()
NO_PARAMETERS = frozenset({"accept", "content-type", "authorization"})
"""Headers that are no parameters, whatever a document says (OpenAPI 3.1, section 4.8.12.1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A request that keeps to the document."""

    operation: Operation
    path: Mapping[str, Any]
    query: Mapping[str, Any]
    """By the document's spelling of the names."""
    body: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A parameter of an operation."""

    name: str
    """As the document spells it; of a header in small letters."""
    style: Style
    value: Value
    required: bool

    def read(self, text: str | None) -> Any:  # noqa: ANN401 - any JSON value.
        """Return what a header, cookie or part of the path says; None where it isn't there."""
        if text is None:
            if self.required:
                raise BadRequestError(f"{self.value.where} is missing", keyword="required")
            return None
        return self.value.read(text if self.style.name == "content" else read_single(self.style, self.name, text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What the requests of one operation look like."""

    path: tuple[Asked, ...]
    """In the order of the path."""
    query: Mapping[str, Asked]
    """Name in small letters → the parameter."""
    headers: tuple[Asked, ...]
    cookies: tuple[Asked, ...]
    body: Body | None
    needs_query: bool
    """Whether one of its query parameters is required."""


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
        wrong: list[BadRequestError] = []
        for asked in form.headers:
            found = headers.get(asked.name.encode("latin-1"))
            _try(wrong, asked.read, None if found is None else found.decode("latin-1"))
        if form.cookies:
            sent = dict(_read_cookies(headers.get(b"cookie", b"").decode("latin-1")))
            for asked in form.cookies:
                _try(wrong, asked.read, sent.get(asked.name))
        held = {
            asked.name: _try(wrong, asked.read, unquote(text)) for asked, text in zip(form.path, path, strict=True)
        }  # fmt: skip
        asked_for = _read_query(form, query, wrong) if query or form.needs_query else {}
        media_type = headers.get(b"content-type", b"").decode("latin-1")
        content = _try(wrong, form.body.read, media_type, body) if form.body else None
        if wrong:
            raise BadRequestError(*(text for one in wrong for text in one.messages), keyword=wrong[0].keyword)
        return Call(operation=operation, path=held, query=asked_for, body=content)

    def _compile_form(self, operation: Operation) -> Form:
        by_name = {(p["in"], p["name"].lower()): p for p in operation.parameters}
        named = [by_name.get(("path", name.lower()), {"name": name}) for name in operation.template.placeholders]
        asked = {place: [p for (where, _), p in by_name.items() if where == place] for place in ("header", "cookie")}
        return Form(
            needs_query=any(p.get("required") for (location, _), p in by_name.items() if location == "query"),
            path=tuple(self._compile_parameter("path parameter", {**p, "in": "path"}) for p in named),
            query={
                lowered: self._compile_parameter("query parameter", p)
                for (location, lowered), p in by_name.items()
                if location == "query"
            },
            headers=tuple(
                self._compile_parameter("header", p) for p in asked["header"] if p["name"].lower() not in NO_PARAMETERS
            ),
            cookies=tuple(self._compile_parameter("cookie", p) for p in asked["cookie"]),
            body=self._compile_body(operation),
        )

    def _compile_parameter(self, words: str, parameter: Mapping[str, Any]) -> Asked:
        style, name = read_style(self.document.raw, parameter), parameter["name"]
        listed: Mapping[str, Any] = parameter.get("content") or {}
        content: tuple[str, Any] = next(iter(listed.items()), ("", {}))
        schema = content[1].get("schema", {}) if content[0] else parameter.get("schema", {})
        value = self._compile(f"{words} {name}", schema)
        if style.kind == "object":
            members = {n: self.document.types(part) for n, part in self.document.properties(schema).items()}
            value = replace(value, members=members)
        if content[0]:
            value = replace(value, is_text_of_json=JSON_TYPE.fullmatch(content[0]) is not None)
        return Asked(
            name=name.lower() if words == "header" else name, style=style, value=value,
            required=bool(parameter.get("required")) and words != "path parameter",
        )  # fmt: skip

    def _compile_body(self, operation: Operation) -> Body | None:
        wanted = self.document.resolve(operation.definition.get("requestBody"))
        if not wanted:
            return None
        content: Mapping[str, Any] = wanted.get("content") or {}
        return Body(
            document=self.document, content=content, required=bool(wanted.get("required")), compile=self._compile
        )  # fmt: skip

    def _elements(self, schema: Any) -> Any:  # noqa: ANN401 - any schema.
        """Return the schema of a list's elements, also of one that may be null; None for what is no list."""
        found = self.document.items(schema)
        resolved = self.document.resolve(schema)
        if found is None and isinstance(resolved, Mapping):
            parts = [part for word in ("anyOf", "oneOf", "allOf") for part in resolved.get(word) or ()]
            found = next((items for items in map(self.document.items, parts) if items is not None), None)
        return found

    def _compile(self, where: str, schema: Any) -> Value:  # noqa: ANN401 - any schema.
        elements = self._elements(schema)
        kinds = self.document.types(schema if elements is None else elements)
        validator = self.document.compile_request(schema)
        return Value(where=where, is_list=elements is not None, kinds=kinds, validator=validator)


def _try(wrong: list[BadRequestError], read: Callable[..., Any], *given: Any) -> Any:  # noqa: ANN401 - any JSON value.
    """Return what is read; where that is not as documented, None, and what is wrong is added."""
    try:
        return read(*given)
    except BadRequestError as error:
        wrong.append(error)
        return None


def _read_query(form: Form, query: str, wrong: list[BadRequestError]) -> dict[str, Any]:
    pairs = parse_qsl(query, keep_blank_values=True) if query else []
    sent: dict[str, list[str]] = {}
    for name, text in pairs:
        sent.setdefault(name.lower(), []).append(text)
    found: dict[str, Any] = {}
    for lowered, asked in form.query.items():
        value = _try(wrong, _read_one, asked, pairs, sent.get(lowered))
        if value is not UNSENT:
            found[asked.name] = value
    return found


def _read_one(asked: Asked, pairs: list[tuple[str, str]], texts: list[str] | None) -> Any:  # noqa: ANN401
    """Return the value of one parameter of a query string; `UNSENT` where it isn't there."""
    if asked.style.kind == "object" and asked.style.name != "content":
        given = read_values(asked.style, asked.name, pairs, asked.value.members)
    else:
        given = _of_texts(asked, texts) if texts else None
    if given is None:
        asked.read(None)
        return UNSENT
    return asked.value.read(given)


def _of_texts(asked: Asked, texts: list[str]) -> Any:  # noqa: ANN401 - a text or a list of texts.
    if not asked.value.is_list or asked.style.name == "content":
        if len(texts) > 1:
            raise BadRequestError(f"{asked.value.where} is given {len(texts)} times", keyword="type")
        return texts[0]
    return read_values(asked.style, asked.name, [(asked.name, text) for text in texts])


def _read_cookies(header: str) -> Iterator[tuple[str, str]]:
    for pair in header.split(";"):
        name, _, value = pair.strip().partition("=")
        yield name, value
