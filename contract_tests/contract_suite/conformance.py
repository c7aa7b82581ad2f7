"""Checks of one response against the document: status, media type, schema, formats, envelope.

The names of checks are schemathesis' where it has the same check.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from contract_suite.document import Document, Operation
from contract_suite.envelope import FIRST_FAILURE
from contract_suite.findings import NO_REJECTIONS
from contract_suite.formats import FormatChecker
from contract_suite.validators import build_validator
from contract_suite.violations import Violation, drop_explained

SERVER_ERROR = 500
SCHEMA = "response_schema_conformance"
COHERENCE = "envelope_coherence"
MOST_SEARCHED = 64 * 1024
"""The most bytes of a body of which anything is shown."""
LONGEST = 200
"""The most characters of a value or message that are shown."""


@dataclass(slots=True)
class ConformanceChecker:
    """Checks responses against one document; each schema is compiled once."""

    document: Document
    formats: FormatChecker
    redact: Callable[[str], str] = str
    """Hides secrets: before a text is cut, since half of one isn't found any more."""
    _validators: dict[int, Any] = field(default_factory=dict)

    def find_violations(self, operation: Operation, response: Any) -> list[Violation]:  # noqa: ANN401 - requests' or schemathesis'.
        """Return what is wrong with a response, without what another violation of it explains."""
        return drop_explained(list(self._find(operation, response)))

    def accepts(self, schema: dict[str, Any], value: object) -> bool:
        """Whether a schema of the document accepts a value, formats aside."""
        return bool(self._validator(schema).is_valid(value))

    def has_format(self, schema: dict[str, Any], value: object) -> bool:
        """Whether a value is of the format that a schema of the document asks for."""
        return not self.formats.find_wrong_format(schema, value)

    def find_wrong_format(self, operation: Operation, response: Any) -> Violation | None:  # noqa: ANN401
        """Return where a string is not of its format; None for the response to a method that isn't the operation's."""
        if response.request.method != operation.method:
            return None
        described = self.document.response(operation, response.status_code) or {}
        schema, body = schema_for(described, response), read_json(response)
        wrong = self.formats.find_wrong_format(schema, body) if schema and body is not None else ""
        if not wrong:
            return None
        expected = "the documented format"
        return Violation(check="format_conformance", message=wrong, expected=expected, got=wrong, cause=expected)

    def find_incoherent_envelope(self, operation: Operation, response: Any) -> Violation | None:  # noqa: ANN401
        """Return how the envelope contradicts the HTTP status; None for an API without an envelope."""
        del operation
        envelope = self.document.envelope
        wrong = envelope.find_contradiction(response.status_code, read_json(response)) if envelope else ""
        if not wrong:
            return None
        expected, cause = "an envelope that agrees with the HTTP status", wrong.split()[0]
        return Violation(check=COHERENCE, message=wrong, expected=expected, got=wrong, cause=cause)

    def _find(self, operation: Operation, response: Any) -> Iterator[Violation]:  # noqa: ANN401
        status = response.status_code
        described = self.document.response(operation, status)
        if status >= SERVER_ERROR and described is None:
            yield Violation(
                check="not_a_server_error", message=f"the status is {status}", expected="a status below 500",
                got=f"{status}", cause=f"{status}",
            )  # fmt: skip
        if described is None:
            yield self._undocumented(operation, status)
            return
        yield from self._find_in_body(operation, described, response)

    def _undocumented(self, operation: Operation, status: int) -> Violation:
        known = ", ".join(operation.definition.get("responses", {}))
        check, expected = "status_code_conformance", f"one of {known}" if known else "no response is documented"
        message = f"the status {status} isn't documented"
        if FIRST_FAILURE <= status < SERVER_ERROR and not self.document.documents_rejections:
            message = f"the status is {status}; the document lists no response for rejected input, anywhere"
            return Violation(check=check, message=message, expected=expected, got=f"{status}", cause=NO_REJECTIONS)
        return Violation(check=check, message=message, expected=expected, got=f"{status}", cause=f"{status}")

    def _find_in_body(self, operation: Operation, described: Mapping[str, Any], response: Any) -> Iterator[Violation]:  # noqa: ANN401
        documented = described.get("content", {})
        # The response to HEAD has no body, whatever its Content-Type says (RFC 9110, 9.3.2).
        if not documented or response.request.method == "HEAD":
            return
        sent = media_type(response.headers)
        if not any(_covers(kind, sent) for kind in documented):
            named, got = ", ".join(documented), sent or "no Content-Type"
            message = f"the media type is {sent}" if sent else "the response has no Content-Type"
            yield Violation(check="content_type_conformance", message=message, expected=named, got=got, cause=got)
            return
        if "json" not in sent:
            # A page or a picture: to its schema it is a text, whatever stands in it.
            return
        schema = schema_for(described, response)
        if not is_json(sent):
            yield from self._find_in_text(schema, sent, response)
            return
        body = read_json(response)
        if body is None and response.content.strip() != b"null":
            text = self.redact(response.content[:MOST_SEARCHED].decode("utf-8", "backslashreplace"))
            got = f"{text[:60]!r}" if text else "no body"
            yield Violation(check=SCHEMA, message="the body is no JSON", expected="JSON", got=got, cause="no JSON")
            return
        if schema and (error := next(iter(self._validator(schema).iter_errors(body)), None)):
            yield _as_violation(error, self.redact)
        found = (rule(self, operation, response) for rule in RESPONSE_RULES.values())
        yield from (violation for violation in found if violation is not None)

    def _find_in_text(self, schema: Any, sent: str, response: Any) -> Iterator[Violation]:  # noqa: ANN401
        """Yield how a body that isn't JSON violates its schema: as lines of JSON, or as a text; bytes violate none."""
        text = response.content.decode("utf-8", "backslashreplace")
        values: list[Any] = [text] if isinstance(schema, dict) and schema.get("format") != "binary" else []
        if sent in LINES:
            values = []
            for line in filter(str.strip, text.splitlines()):
                try:
                    values.append(json.loads(line))
                except (ValueError, RecursionError):
                    got = _shorten(self.redact(f"{line[:60]!r}"))
                    message = "a line is no JSON"
                    yield Violation(check=SCHEMA, message=message, expected="JSON", got=got, cause="no JSON")
                    return
        elif not takes_text(schema):
            return
        errors = (error for value in values for error in self._validator(schema).iter_errors(value))
        if schema and (error := next(errors, None)):
            yield _as_violation(error, self.redact)

    def _validator(self, schema: dict[str, Any]) -> Any:  # noqa: ANN401 - jsonschema_rs'.
        if id(schema) not in self._validators:
            self._validators[id(schema)] = build_validator(self.document.with_components(schema))
        return self._validators[id(schema)]


LINES = frozenset({"application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines"})
"""Media types of JSON values, one a line: the schema is one value's."""
Rule = Callable[[ConformanceChecker, Operation, Any], Violation | None]
RESPONSE_RULES: Mapping[str, Rule] = {
    "format_conformance": ConformanceChecker.find_wrong_format,
    COHERENCE: ConformanceChecker.find_incoherent_envelope,
}
"""Check of ours → what finds its violation in a response, to a request of a test or to a generated case."""


def read_json(response: Any) -> Any:  # noqa: ANN401 - of requests or schemathesis; any JSON value.
    """Return the body of a response; None for one that is no JSON, which another check reports."""
    try:
        return json.loads(response.content or b"null")
    except (ValueError, RecursionError):
        return None


def is_json(sent: str) -> bool:
    """Tell whether a media type, in small letters and without parameters, is JSON."""
    return sent in {"application/json", "text/json"} or sent.endswith("+json")


def takes_text(schema: Any) -> bool:  # noqa: ANN401 - any JSON value.
    """Tell whether a schema is a text's: others describe what an XML document or an event holds."""
    return isinstance(schema, dict) and schema.get("type") == "string"


def media_type(headers: Mapping[str, Any]) -> str:
    """Return the media type without its parameters; schemathesis gives headers as lists."""
    value = headers.get("content-type", "")
    text = value[0] if isinstance(value, list | tuple) and value else value
    return str(text).split(";")[0].strip().lower()


def schema_for(described: Mapping[str, Any], response: Any) -> Any:  # noqa: ANN401
    """Return the schema of a response object for the media type that was sent; None where it has none."""
    sent = media_type(response.headers)
    fitting = [(kind.count("*"), media) for kind, media in described.get("content", {}).items() if _covers(kind, sent)]
    return min(fitting, key=lambda one: one[0])[1].get("schema") if fitting else None


def _covers(documented: str, sent: str) -> bool:
    """Whether a media type or range of the document (`text/*`) covers the one that was sent, without parameters."""
    kind = documented.partition(";")[0].strip().lower()
    start, _, rest = kind.partition("/")
    return kind == sent or (rest == "*" and start in {"*", sent.partition("/")[0]} and "/" in sent)


def _as_violation(error: Any, redact: Callable[[str], str]) -> Violation:  # noqa: ANN401 - jsonschema_rs'.
    """Return how a body violates its schema: where, what was expected, and what stands there."""
    place = ".".join(map(str, error.instance_path))
    name = next((str(part) for part in reversed(error.instance_path) if isinstance(part, str)), "")
    keyword = str(error.schema_path[-1]) if error.schema_path else ""
    message = _shorten(redact(error.message))
    shown = json.dumps(error.instance, ensure_ascii=False)
    return Violation(
        check=SCHEMA,
        message=f"{place}: {message}" if place else message,
        expected=f"{place or 'the body'} as documented",
        got=_shorten(redact(shown)),
        # A missing property is named in the message; other keywords are about the property itself.
        cause=f"{name} {message}" if keyword == "required" else f"{name} {keyword}",
    )


def _shorten(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
