"""What one answer must keep to, for the requests of tests of ours; the names of checks are schemathesis'."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import jsonschema_rs

from suite.checks import FormatChecker, format_envelope_fault, read_json
from suite.document import FIRST_FAILURE, Document, Operation

SERVER_ERROR = 500
SCHEMA = "response_schema_conformance"
LONGEST = 200
NO_REFUSALS = "the document lists no answer for refused input"
"""A cause: one thing that is missing in the document, however many operations show it."""
# What one fault of an answer brings about is not a second one. Fault → what it explains.
EXPLAINS = {
    "not_a_server_error": frozenset(
        {"status_code_conformance", "content_type_conformance", "response_schema_conformance", "format_conformance",
         "envelope_coherence", "response_headers_conformance", "positive_data_acceptance", "negative_data_rejection",
         "unsupported_method", "missing_required_header"}
    ),
    "status_code_conformance": frozenset(
        {"content_type_conformance", "response_schema_conformance", "format_conformance",
         "response_headers_conformance", "positive_data_acceptance", "unsupported_method"}
    ),
    "content_type_conformance": frozenset({"response_schema_conformance", "format_conformance", "envelope_coherence"}),
    "envelope_coherence": frozenset({"response_schema_conformance", "format_conformance"}),
    "response_schema_conformance": frozenset({"format_conformance"}),
    "negative_data_rejection": frozenset({"response_schema_conformance"}),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong with one answer."""

    check: str
    message: str
    expected: str = ""
    got: str = ""
    cause: str = ""
    """What may be behind it, in the same words wherever it is the same: failures are grouped by it."""


@dataclass(slots=True)
class AnswerChecker:
    """Holds answers against the document; each schema is compiled once."""

    document: Document
    formats: FormatChecker
    _validators: dict[int, Any] = field(default_factory=dict)

    def find_faults(self, operation: Operation, response: Any) -> Iterator[Fault]:  # noqa: ANN401 - requests' or schemathesis'.
        """Yield what is wrong with an answer, without what another fault of it explains."""
        found = list(self._find(operation, response))
        explained = {check for fault in found for check in EXPLAINS.get(fault.check, ())}
        yield from (fault for fault in found if fault.check not in explained)

    def accepts(self, schema: dict[str, Any], value: object) -> bool:
        """Tell whether a schema of the document takes a value, formats aside."""
        return bool(self._validator(schema).is_valid(value))

    def has_format(self, schema: dict[str, Any], value: object) -> bool:
        """Tell whether a value is of the format that a schema of the document wants."""
        return not self.formats.find_fault(schema, value)

    def _find(self, operation: Operation, response: Any) -> Iterator[Fault]:  # noqa: ANN401
        status = response.status_code
        described = self.document.answer(operation, status)
        if status >= SERVER_ERROR and described is None:
            yield Fault(
                check="not_a_server_error", message=f"it answers {status}", expected="a status below 500",
                got=f"{status}", cause=f"{status}",
            )  # fmt: skip
        if described is None:
            yield self._undocumented(operation, status)
            return
        yield from self._find_in_body(described, response)

    def _undocumented(self, operation: Operation, status: int) -> Fault:
        known = ", ".join(operation.definition.get("responses", {}))
        check, expected = "status_code_conformance", f"one of {known}" if known else "no answer is documented"
        message = f"it answers {status}, which isn't documented"
        if FIRST_FAILURE <= status < SERVER_ERROR and not self.document.knows_refusals:
            message = f"it answers {status}; the document lists no answer for refused input, anywhere"
            return Fault(check=check, message=message, expected=expected, got=f"{status}", cause=NO_REFUSALS)
        return Fault(check=check, message=message, expected=expected, got=f"{status}", cause=f"{status}")

    def _find_in_body(self, described: Mapping[str, Any], response: Any) -> Iterator[Fault]:  # noqa: ANN401
        documented = described.get("content", {})
        if not documented:
            return
        sent = _media_type(response.headers)
        if sent not in {kind.lower() for kind in documented}:
            named, got = ", ".join(documented), sent or "no Content-Type"
            message = f"the answer is {sent}" if sent else "the answer has no Content-Type"
            yield Fault(check="content_type_conformance", message=message, expected=named, got=got, cause=got)
            return
        schema = next((media.get("schema") for kind, media in documented.items() if kind.lower() == sent), None)
        body = read_json(response)
        if body is None and response.content.strip() != b"null":
            got = f"{response.content[:60]!r}" if response.content else "no body"
            yield Fault(check=SCHEMA, message="the body is no JSON", expected="JSON", got=got, cause="no JSON")
            return
        if schema and (error := next(iter(self._validator(schema).iter_errors(body)), None)):
            yield _as_fault(error)
        if schema and (broken := self.formats.find_fault(schema, body)):
            expected = "the documented format"
            yield Fault(check="format_conformance", message=broken, expected=expected, got=broken, cause=expected)
        if incoherent := format_envelope_fault(response.status_code, body):
            expected, word = "an envelope that says what the HTTP status says", incoherent.split()[0]
            yield Fault(check="envelope_coherence", message=incoherent, expected=expected, got=incoherent, cause=word)

    def _validator(self, schema: dict[str, Any]) -> Any:  # noqa: ANN401 - jsonschema_rs'.
        if id(schema) not in self._validators:
            whole = {**schema, "components": self.document.raw.get("components", {})}
            self._validators[id(schema)] = jsonschema_rs.Draft202012Validator(whole, validate_formats=False)
        return self._validators[id(schema)]


def _as_fault(error: Any) -> Fault:  # noqa: ANN401 - jsonschema_rs'.
    """Return what breaks a schema: where, and what stands there instead of what."""
    place = ".".join(map(str, error.instance_path))
    member = next((str(part) for part in reversed(error.instance_path) if isinstance(part, str)), "")
    keyword = str(error.schema_path[-1]) if error.schema_path else ""
    said = error.message if len(error.message) <= LONGEST else f"{error.message[:LONGEST]}…"
    shown = json.dumps(error.instance, ensure_ascii=False)
    return Fault(
        check=SCHEMA,
        message=f"{place}: {said}" if place else said,
        expected=f"{place or 'the body'} as documented",
        got=shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}…",
        # What is required is named in the message; other keywords are about the member.
        cause=f"{member} {said}" if keyword == "required" else f"{member} {keyword}",
    )


def _media_type(headers: Mapping[str, Any]) -> str:
    """Return the media type without its parameters; schemathesis gives headers as lists."""
    value = headers.get("content-type", "")
    text = value[0] if isinstance(value, list | tuple) and value else value
    return str(text).split(";")[0].strip().lower()


def find_unknown_members(document: Document, schema: Any, value: Any, place: str = "", depth: int = 0) -> Iterator[str]:  # noqa: ANN401
    """Yield the places of members that no schema names: servers add some before the documentation does."""
    schema = document.resolve(schema)
    if depth > 12 or not isinstance(schema, dict):  # noqa: PLR2004 - deeper than any answer; schemas may be recursive.
        return
    if isinstance(value, list):
        items = next((s["items"] for s in _alternatives(document, schema) if "items" in s), None)
        for entry in value[:5] if items is not None else ():
            yield from find_unknown_members(document, items, entry, f"{place}[]", depth + 1)
    elif isinstance(value, dict):
        known = document.properties(schema)
        if not known or isinstance(schema.get("additionalProperties"), dict):
            return
        for name, member in value.items():
            inner = f"{place}.{name}" if place else name
            if name not in known:
                yield inner
            else:
                yield from find_unknown_members(document, known[name], member, inner, depth + 1)


def _alternatives(document: Document, schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield schema
    for keyword in ("anyOf", "oneOf", "allOf"):
        for part in schema.get(keyword, ()):
            resolved = document.resolve(part)
            if isinstance(resolved, dict):
                yield from _alternatives(document, resolved)
