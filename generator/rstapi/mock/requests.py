"""A request against the document: typed values, or what is wrong with it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
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


@dataclass(slots=True)
class RequestReader:
    """Reads requests; each schema is compiled once."""

    document: Document
    _validators: dict[int, Any] = field(default_factory=dict)

    def read(
        self, operation: Operation, path: tuple[str, ...], query: str, media_type: str, body: bytes
    ) -> Call:  # fmt: skip
        """Return the call; raises `BadRequestError` or `WrongMediaTypeError`."""
        names = re.findall(r"\{(.+?)\}", operation.path)
        by_name = {(p["in"], p["name"].lower()): p for p in operation.parameters}
        path_values: dict[str, Any] = {}
        for name, text in zip(names, path, strict=True):
            schema = by_name.get(("path", name.lower()), {}).get("schema", {})
            path_values[name] = self._value(f"path parameter {name}", [unquote(text)], schema)
        query_values = self._query(operation, query)
        return Call(
            operation=operation, path=path_values, query=query_values, body=self._body(operation, media_type, body)
        )

    def _query(self, operation: Operation, query: str) -> dict[str, Any]:
        sent: dict[str, list[str]] = {}
        for name, value in parse_qsl(query, keep_blank_values=True):
            sent.setdefault(name.lower(), []).append(value)
        found: dict[str, Any] = {}
        for parameter in operation.parameters:
            if parameter["in"] != "query":
                continue
            values = sent.get(parameter["name"].lower())
            if values is not None:
                found[parameter["name"]] = self._value(
                    f"query parameter {parameter['name']}", values, parameter["schema"]
                )
            elif parameter.get("required"):
                raise BadRequestError(f"query parameter {parameter['name']} is missing", "required")
        return found

    def _value(self, where: str, texts: list[str], schema: Any) -> Any:  # noqa: ANN401 - any JSON value.
        items = self.document.items(schema)
        if items is not None:
            value: Any = [self._convert(text, items) for text in texts]
        elif len(texts) > 1:
            raise BadRequestError(f"{where} is given {len(texts)} times", "type")
        else:
            value = self._convert(texts[0], schema)
        self._validate(where, value, schema)
        return value

    def _convert(self, text: str, schema: Any) -> Any:  # noqa: ANN401
        kinds = self.document.types(schema)
        if "integer" in kinds and WHOLE.fullmatch(text):
            return int(text)
        if "number" in kinds and NUMBER.fullmatch(text):
            return float(text)
        if "boolean" in kinds and text in {"true", "false"}:
            return text == "true"
        return text

    def _body(self, operation: Operation, media_type: str, body: bytes) -> Any:  # noqa: ANN401
        wanted = self.document.resolve(operation.definition.get("requestBody"))
        if not wanted:
            return None
        if not body:
            if wanted.get("required"):
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
        schema: Any = next((media.get("schema", {}) for media in wanted.get("content", {}).values()), {})
        self._validate("body", value, schema)
        return value

    def _validate(self, where: str, value: Any, schema: Any) -> None:  # noqa: ANN401
        validator = self._validators.get(id(schema))
        if validator is None:
            validator = self._validators[id(schema)] = compile_schema(self.document.raw, schema)
        fault = next(iter(validator.iter_errors(value)), None)
        if fault is not None:
            place = ".".join(str(part) for part in fault.instance_path)
            message = f"{where}{f' {place}' if place else ''}: {fault.message:.200}"
            raise BadRequestError(message, fault.kind.name)


def _refuse(word: str) -> Any:  # noqa: ANN401
    raise ValueError(word)
