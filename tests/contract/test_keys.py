"""Keys that are in no `Authorization` header, and the requests that get them."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
import requests

from contract_suite.credentials import Credentials, read_credentials
from contract_suite.document import Document
from contract_suite.errors import SuiteError
from contract_suite.keys import Keys
from contract_suite.loading import load_document
from contract_suite.resources import find_collections
from contract_suite.validators import build_validator

FINE: dict[str, Any] = {"200": {"description": "Fine."}}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Keys", "version": "1"},
    "paths": {
        "/all": {"get": {"security": [{"head": [], "ask": [], "crumb": []}], "responses": FINE}},
        "/one": {"get": {"security": [{"head": []}], "responses": FINE}},
        "/open": {"get": {"security": [{"head": []}, {}], "responses": FINE}},
        "/both": {"get": {"security": [{"login": ["a", "b"]}, {"login": ["c"]}], "responses": FINE}},
        "/jobs": {"post": {"responses": FINE}},
        "/jobs/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
            "get": {"responses": FINE},
        },
    },
    "components": {
        "securitySchemes": {
            "head": {"type": "apiKey", "in": "header", "name": "X-Key"},
            "ask": {"type": "apiKey", "in": "query", "name": "key"},
            "crumb": {"type": "apiKey", "in": "cookie", "name": "crumb"},
            "login": {"type": "oauth2", "flows": {}},
        }
    },
}


@pytest.fixture
def document(tmp_path: Path) -> Document:
    """The document, as the tests get it."""
    path = tmp_path / "document.json"
    path.write_text(json.dumps(DOCUMENT))
    return load_document(path)


def prepare(document: Document, label: str, **more: Any) -> requests.PreparedRequest:  # noqa: ANN401
    """A request with the keys that its operation asks for."""
    keys = Keys(document=document, values={"head": "h", "ask": "a", "crumb": "c"}, **more)
    request = requests.Request("GET", "http://127.0.0.1/all?x=1&key=no", headers={"Cookie": "a=b"}).prepare()
    keys.add(document.find(label), request)
    return request


def test_each_key_goes_where_its_scheme_says(document: Document) -> None:
    """In the place of what a generated case has put there; nothing else of the request changes."""
    request = prepare(document, "GET /all")
    assert request.url == "http://127.0.0.1/all?x=1&key=a"
    assert (request.headers["X-Key"], request.headers["Cookie"]) == ("h", "a=b; crumb=c")


def test_only_the_keys_that_are_asked_for(document: Document) -> None:
    """And none where a request is to be rejected."""
    one = prepare(document, "GET /one")
    assert ("X-Key" in one.headers, one.url, one.headers["Cookie"]) == (True, "http://127.0.0.1/all?x=1&key=no", "a=b")
    assert "X-Key" not in prepare(document, "GET /one", withheld=True).headers
    assert "X-Key" not in prepare(document, "GET /open").headers


def test_keys_come_from_the_environment_and_show_nowhere() -> None:
    """As the other credentials."""
    given = Credentials(keys={"head": "a-long-secret"})
    assert read_credentials(given.environment) == given
    assert "a-long-secret" in given.secrets
    assert "secret" not in repr(given)
    with pytest.raises(SuiteError, match=r"DOCPACT_KEYS: is no JSON object of keys \(write"):
        read_credentials({"DOCPACT_KEYS": "[]"})


def test_who_may_call(document: Document) -> None:
    """An empty alternative lets everybody in; a scope is enough where an alternative has no other."""
    operations = {label: document.find(label) for label in ("GET /open", "GET /one", "GET /both")}
    assert all(operations.values())
    found = {label: operation for label, operation in operations.items() if operation is not None}
    assert [bool(document.security(one)) for one in found.values()] == [False, True, True]
    assert document.scopes(found["GET /both"]) == {"a", "b", "c"}
    assert document.sufficient_scopes(found["GET /both"]) == {"c"}


def test_a_response_without_a_body_shows_no_resource(document: Document) -> None:
    """So nothing is looked for in it."""
    assert [found.fetch for found in find_collections(document) if found.path == "/jobs"] == [None]


def test_a_slow_pattern_ends_soon() -> None:
    """Long texts are not held against patterns, short ones are; all else of the schema counts."""
    validator = build_validator({"type": "string", "pattern": "(?=(a+)+$)(a|aa)+$", "maxLength": 300_000})
    start = time.monotonic()
    assert not validator.is_valid("a" * 50 + "!")
    assert validator.is_valid("a" * 200_000 + "!")
    assert not validator.is_valid("a" * 400_000 + "!")
    assert time.monotonic() - start < 2
