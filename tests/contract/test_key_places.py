"""Keys in other places than `Authorization`: sent where the document has them, and shown nowhere."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from contract.servers import Faulty, run_tests
from contract_suite.key_place import KeyPlace, find_key_place
from docpact.contract.reports import format_contract
from docpact.errors import ServerError
from docpact.mock import create_app, running

KEY = "mock-key"
PLACES = [("header", "X-Shelf-Key"), ("query", "shelf_key"), ("cookie", "shelf")]


def build(location: str, name: str) -> dict[str, Any]:
    """A document whose key is in that place."""
    listed = {"application/json": {"schema": {"type": "array", "items": {"type": "integer"}}}}
    return {
        "openapi": "3.1.0", "info": {"title": "Shelf", "version": "1"}, "security": [{"key": []}],
        "components": {"securitySchemes": {"key": {"type": "apiKey", "in": location, "name": name}}},
        "paths": {"/shelf": {"get": {"responses": {
            "200": {"description": "numbers", "content": listed}, "401": {"description": "no key"},
            "405": {"description": "no such method"},
        }}}},
    }  # fmt: skip


def write(raw: dict[str, Any], folder: Path) -> Path:
    """The document as a file."""
    path = folder / "shelf.json"
    path.write_text(json.dumps(raw), "utf-8")
    return path


@pytest.mark.parametrize(("location", "name"), PLACES)
def test_the_key_is_where_the_document_has_it(location: str, name: str, tmp_path: Path) -> None:
    """A server that asks for it there is tested, also for requests without it and with a wrong one."""
    raw = build(location, name)
    server = Faulty(create_app(raw), "")
    with running(server) as url:
        result = run_tests(write(raw, tmp_path), url, KEY)
        with pytest.raises(ServerError, match=f"{name} in DOCPACT_AUTHORIZATION"):
            run_tests(write(raw, tmp_path), url, "wrong-key")
    assert result.failures == ()
    assert result.checked["GET /shelf"]["ignored_auth"] >= 2
    assert not any("authorization" in request.headers for request in server.received)


@pytest.mark.parametrize(("location", "name"), PLACES)
def test_what_is_printed_is_what_was_sent(location: str, name: str, tmp_path: Path) -> None:
    """The line of a failure has the key in its place, taken from the environment, and works in a shell."""
    raw = build(location, name)
    server = Faulty(create_app(raw), "", lambda _, response: response.replace(["one"]))
    with running(server) as url:
        result = run_tests(write(raw, tmp_path), url, KEY, keyword="test_operation")
        found = next(f for f in result.failures if f.check == "response_schema_conformance")
        assert KEY not in format_contract(result)
        server.received.clear()
        environment = {"PATH": "/usr/bin:/bin", "DOCPACT_AUTHORIZATION": KEY}
        subprocess.run(["/bin/sh", "-c", f"{found.curl} -s -o {tmp_path}/out"], env=environment, check=True)
    (sent,) = server.received
    shown = {
        "header": sent.headers.get(name.lower(), ""),
        "query": sent.query,
        "cookie": sent.headers.get("cookie", ""),
    }
    assert shown[location].endswith(KEY)


def test_which_place_a_document_names() -> None:
    """`Authorization` where any scheme is there; else the first key's place."""
    key = {"type": "apiKey", "in": "header", "name": "X-Key"}
    for schemes, expected in (
        ({}, KeyPlace()),
        ({"a": key}, KeyPlace(name="X-Key")),
        ({"a": {"type": "oauth2"}, "b": key}, KeyPlace()),
        ({"a": {**key, "name": "authorization"}}, KeyPlace()),
    ):
        assert find_key_place({"components": {"securitySchemes": schemes}}) == expected


def test_a_name_runs_nothing_in_a_shell() -> None:
    """The name of a header comes from a document, and the line with it is pasted."""
    words, _ = KeyPlace(name='X"; touch pwned; "').format_curl("http://host")
    assert words == ['-H "Xtouchpwned: $DOCPACT_AUTHORIZATION"']
    for location in ("query", "cookie"):
        words, after = KeyPlace(location=location, name='a"$(touch pwned)').format_curl("http://host")
        assert "a%22%24%28touch%20pwned%29=$DOCPACT_AUTHORIZATION" in " ".join([*words, after])
