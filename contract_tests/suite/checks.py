"""What an answer must keep to beyond schemathesis' own checks."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

import jsonschema_rs
import schemathesis
from schemathesis.core.failures import Failure
from schemathesis.core.transport import Response

from suite.document import ENVELOPE, FIRST_FAILURE, Document

TOO_MANY_REQUESTS = 429
# Servers write times as RFC 3339 has them, but without the offset or with a finer fraction.
TIMESTAMP = re.compile(r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)?")


class IncoherentEnvelope(Failure):
    """The envelope and the HTTP status say different things."""

    code = "ST901"
    checks = ("envelope_coherence",)
    kind_title = "Envelope contradicts the HTTP status"


class FormatViolated(Failure):
    """A string is not of its documented format."""

    code = "ST901"
    checks = ("format_conformance",)
    kind_title = "Value is not of its documented format"


def is_timestamp(text: str) -> bool:
    """Tell whether the text is a point in time; RFC 3339, but its offset may be missing."""
    match = TIMESTAMP.fullmatch(text)
    if match is None:
        return False
    try:
        datetime.fromisoformat(f"{match[1]}T{match[2]}")
    except ValueError:
        return False
    return True


class FormatChecker:
    """Holds answers against the formats of their schemas; each schema is compiled once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._validators: dict[int, tuple[Any, Any]] = {}

    def find_fault(self, schema: dict[str, Any], value: object) -> str:
        """Return what is not of its format; empty where all is, or where other things are wrong."""
        if id(schema) not in self._validators:
            whole = {**schema, "components": self.document.raw.get("components", {})}
            validator = jsonschema_rs.Draft202012Validator
            self._validators[id(schema)] = (
                validator(whole, validate_formats=False),
                validator(whole, validate_formats=True, formats={"date-time": is_timestamp}),
            )
        plain, strict = self._validators[id(schema)]
        # Where only the formats make the difference, they are what the first error is about, however deep.
        fault = next(iter(strict.iter_errors(value)), None) if plain.is_valid(value) else None
        return f"{'.'.join(map(str, fault.instance_path)) or 'the body'}: {fault.message}" if fault else ""

    def format_conformance(
        self, ctx: schemathesis.CheckContext, response: Response, case: schemathesis.Case[Any]
    ) -> None:
        """Hold an answer against the formats of the schema that its status has."""
        del ctx
        schema = self.document.answer_schema(case.operation.label, response.status_code)
        body = read_json(response)
        fault = self.find_fault(schema, body) if schema and body is not None else ""
        if fault and case.method.upper() == case.operation.method.upper():
            raise FormatViolated(operation=case.operation.label, message=fault)


def format_envelope_fault(status: int, body: Any) -> str:  # noqa: ANN401 - any JSON value.
    """Return what is wrong between an envelope and the HTTP status; empty where all agrees or there is no envelope."""
    if not isinstance(body, dict) or not set(body) >= ENVELOPE:
        return ""
    good = status < FIRST_FAILURE
    if body["statusCode"] != status:
        return f"statusCode is {body['statusCode']!r}, the HTTP status {status}"
    if body["success"] is not good:
        return f"success is {body['success']!r} with the HTTP status {status}"
    messages = body.get("errorMessages", [])
    # Where it is no list, another check says so.
    if not good and messages == []:
        return f"errorMessages says nothing about a failure with the HTTP status {status}"
    if good and messages and isinstance(messages, list):
        return f"errorMessages is not empty with the HTTP status {status}"
    return ""


def envelope_coherence(ctx: schemathesis.CheckContext, response: Response, case: schemathesis.Case[Any]) -> None:
    """Hold the envelope's `statusCode`, `success` and `errorMessages` against the HTTP status."""
    del ctx
    if fault := format_envelope_fault(response.status_code, read_json(response)):
        raise IncoherentEnvelope(operation=case.operation.label, message=fault)


def format_retry_fault(status: int, headers: Mapping[str, str]) -> str:
    """Return what is wrong with `Retry-After` on a 429: it must be seconds or a date; RFC 9110, section 10.2.3."""
    if status != TOO_MANY_REQUESTS:
        return ""
    value = next((value for name, value in headers.items() if name.lower() == "retry-after"), "")
    if not value:
        return "a 429 without Retry-After"
    if value.strip().isdecimal():
        return ""
    try:
        parsedate_to_datetime(value)
    except ValueError:
        return f"Retry-After is {value!r}, neither seconds nor a date"
    return ""


def read_json(response: Any) -> Any:  # noqa: ANN401 - of requests or schemathesis; any JSON value.
    """Return the body; None for what is no JSON: another check says so."""
    try:
        return json.loads(response.content or b"null")
    except ValueError:
        return None
