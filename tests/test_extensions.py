"""`x-envelope` and `x-conventions`: read from any document, and written as they are read."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from docpact.extensions import NO_CONVENTIONS, Conventions, Envelope, read_conventions, read_envelope
from docpact.mock import create_app, running


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({"payload": "data"}, Envelope(payload="data")),
        ({"payload": "data", "success": "ok", "more": "x"}, Envelope(payload="data", success="ok")),
        ({"payload": "data", "status": 7, "messages": ""}, Envelope(payload="data")),
        ({"success": "ok"}, None),
        ({"payload": ""}, None),
        ({"payload": ["data"]}, None),
        ("data", None),
        (None, None),
    ],
)
def test_an_envelope_is_read(written: object, expected: Envelope | None) -> None:
    """Without a payload there is none; a role that is no text stays open."""
    assert read_envelope({"x-envelope": written}) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({"filter-prefix": "where."}, Conventions(filter_prefix="where.")),
        ({"filter_prefix": "where.", "pending-id": 5}, NO_CONVENTIONS),
        ({"correlation-header": "X-Id"}, Conventions(correlation_header="X-Id")),
        ({"correlation-header": "x: y\r\nz", "versions-header": "\u00fc"}, NO_CONVENTIONS),
        ([], NO_CONVENTIONS),
    ],
)
def test_conventions_are_read(written: object, expected: Conventions) -> None:
    """What can't be a header's name, and what is no text, is ignored."""
    assert read_conventions({"x-conventions": written}) == expected


def test_what_is_written_is_read_again() -> None:
    """Keys with a dash; those that are empty are left out."""
    envelope = Envelope(payload="data", messages="errors")
    assert envelope.dump() == {"payload": "data", "messages": "errors"}
    assert read_envelope({"x-envelope": envelope.dump()}) == envelope
    conventions = Conventions(correlation_header="X-Id", pending_id="jobId", revision="version")
    assert read_conventions({"x-conventions": conventions.dump()}) == conventions


@pytest.mark.parametrize(
    ("envelope", "properties", "wraps"),
    [
        (Envelope(payload="a", success="b", status="c"), {"a", "b", "c"}, True),
        (Envelope(payload="a", success="b", status="c"), {"b", "c"}, True),
        (Envelope(payload="a", success="b", status="c"), {"a", "b"}, False),
        (Envelope(payload="a"), {"a"}, True),
        (Envelope(payload="a"), {"b"}, False),
        (Envelope(payload="a"), set(), False),
    ],
)
def test_what_the_envelope_wraps(envelope: Envelope, properties: set[str], *, wraps: bool) -> None:
    """What has all that stands beside the payload: a failure has no payload."""
    assert envelope.wraps(properties) is wraps


def test_no_document_adds_headers_to_the_mock() -> None:
    """Neither by a version nor by a media type that has an end of a line in it."""
    media = {"application/json; a=\r\nx-evil: 1": {"schema": {"type": "object"}}}
    document: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {"title": "Odd", "version": "1\r\nx-evil: 1"},
        "x-conventions": {"versions-header": "x-version", "correlation-header": "x-evil: 1\r\nx"},
        "paths": {"/a": {"get": {"responses": {"200": {"description": "", "content": media}}}}},
    }
    with running(create_app(document)) as url:
        response = httpx.get(f"{url}/a")
    assert response.status_code == 200
    assert "x-evil" not in response.headers
    assert response.headers["x-version"] == "1??x-evil: 1"
