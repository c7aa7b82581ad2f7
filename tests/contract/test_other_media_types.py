"""Responses that are no JSON: pages, texts and pictures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import requests

from contract_suite.conformance import ConformanceChecker
from contract_suite.formats import FormatChecker
from contract_suite.loading import load_document

OBJECT = {"type": "object", "required": ["id"]}


def violations(tmp_path: Path, sent: str, body: bytes) -> list[str]:
    """The messages about a response whose operation has JSON, a text and a picture."""
    content = {
        "application/json": {"schema": OBJECT},
        "text/html": {"schema": {"type": "string"}},
        "image/png": {"schema": {"type": "string", "format": "binary"}},
    }
    operation = {"responses": {"200": {"description": "", "content": content}}}
    path = tmp_path / "openapi.json"
    info = {"title": "x", "version": "1"}
    path.write_text(json.dumps({"openapi": "3.1.0", "info": info, "paths": {"/a": {"get": operation}}}), "utf-8")
    document = load_document(path)
    response = requests.Response()
    response.status_code, response._content = 200, body  # noqa: SLF001 - as requests' own adapters make one.
    response.headers["content-type"] = sent
    response.request = requests.Request("GET", "http://127.0.0.1/a").prepare()
    checker = ConformanceChecker(document, FormatChecker(document))
    return [one.message for one in checker.find_violations(document.operations[0], response)]


@pytest.mark.parametrize(
    ("sent", "body", "wrong"),
    [
        ("text/html; charset=utf-8", b"<p>page</p>", False),
        ("text/html", b'{"id": 1}', False),
        ("image/png", b"\x89PNG\r\n", False),
        ("application/json", b"<p>page</p>", True),
        ("application/json", b"{}", True),
        ("image/jpeg", b"\xff\xd8", True),
    ],
)
def test_only_json_is_held_against_a_schema_of_json(tmp_path: Path, sent: str, body: bytes, *, wrong: bool) -> None:
    """A text is a string to its schema, whatever stands in it; a media type must be documented all the same."""
    assert bool(violations(tmp_path, sent, body)) is wrong


@pytest.mark.parametrize(("method", "wrong"), [("HEAD", False), ("GET", True)])
def test_the_response_to_head_has_no_body(tmp_path: Path, method: str, *, wrong: bool) -> None:
    """It says what GET would send, and sends nothing: that is no body that isn't JSON."""
    content = {"application/json": {"schema": OBJECT}}
    operation = {"responses": {"200": {"description": "", "content": content}}}
    path = tmp_path / "openapi.json"
    info = {"title": "x", "version": "1"}
    paths = {"/a": {method.lower(): operation}}
    path.write_text(json.dumps({"openapi": "3.1.0", "info": info, "paths": paths}), "utf-8")
    document = load_document(path)
    response = requests.Response()
    response.status_code, response._content = 200, b""  # noqa: SLF001 - as above.
    response.headers["content-type"] = "application/json"
    response.request = requests.Request(method, "http://127.0.0.1/a").prepare()
    checker = ConformanceChecker(document, FormatChecker(document))
    assert bool(checker.find_violations(document.operations[0], response)) is wrong
