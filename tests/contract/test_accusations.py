"""What good servers do and no page forbids: none of it is a failure, and each real failure has its own name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
import requests
from starlette.types import Receive, Scope, Send

from contract.servers import Faulty, Request, Response, run_tests, serving
from contract_suite.differences import find_change
from contract_suite.document import Document
from contract_suite.list_parameters import find_filters
from contract_suite.transport import LONGEST_WAIT, UNSAID_WAIT, find_wait
from docpact.emit import dump_yaml, load_document
from docpact.mock import running, sample_authorization

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)


def test_a_session_cookie_is_no_key(document: Mapping[str, Any], path: Path) -> None:
    """A server that remembers good credentials in a cookie isn't sent that cookie without them."""
    cookie = "session=opened-by-a-good-key"

    def admit(request: Request) -> Request:
        if cookie not in request.headers.get("cookie", ""):
            return request
        return Request(**{**vars(request), "headers": {**request.headers, "authorization": key}})

    def remember(_: Request, response: Response) -> Response:
        return response.replace(headers={**response.headers, "set-cookie": f"{cookie}; Path=/"})

    key = sample_authorization(document)
    with serving(document, before=admit, fault=remember) as (url, server, _):
        result = run_tests(path, url, key, examples=1, keyword="test_credentials or test_operation and GET")
    assert result.failures == ()
    assert not any("cookie" in request.headers for request in server.received)


def test_a_redirect_is_no_success(document: Mapping[str, Any], path: Path) -> None:
    """Where no credentials lead to a login page, nobody is let in; the status isn't documented, which is reported."""

    def redirect(_: Request, response: Response) -> Response:
        if response.status not in {400, 401}:
            return response
        return response.replace(status=302, headers={"location": "/login"}, body=b"")

    with serving(document, fault=redirect) as (url, _, key):
        result = run_tests(path, url, key, examples=2, keyword="test_credentials or test_operation and GET")
    assert {failure.check for failure in result.failures} == {"status_code_conformance"}
    assert {failure.got for failure in result.failures} == {"302"}


def test_no_page_promises_an_order(whole: Path, tmp_path: Path) -> None:
    """A list in another order each time is the same list, before and after a second DELETE."""
    raw = load_document(whole)
    mobiles = {**raw, "paths": {name: found for name, found in raw["paths"].items() if name.startswith("/my/mobile")}}
    path = tmp_path / "openapi.yaml"
    path.write_text(dump_yaml(mobiles), "utf-8")
    turn = 0

    def turn_round(request: Request, response: Response) -> Response:
        nonlocal turn
        if (request.method, request.path, response.status) != ("GET", "/my/mobile", 200):
            return response
        turn += 1
        content = response.content
        entries = content["result"] if isinstance(content["result"], list) else next(iter(content["result"].values()))
        entries[:] = entries[turn % len(entries) :] + entries[: turn % len(entries)]
        return response.replace(content)

    with serving(mobiles, fault=turn_round) as (url, _, key):
        result = run_tests(path, url, key, keyword="test_flows or test_lists")
    assert result.failures == ()
    assert find_change({"a": [{"x": 1}, 2]}, {"a": [2, {"x": 1}]}) == ""
    assert find_change({"a": [1, 2]}, {"a": [1, 1]}) == "a: [1, 2], then [1, 1]"


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        (format_datetime(NOW + timedelta(seconds=7), usegmt=True), 7.0),
        (format_datetime(NOW - timedelta(hours=1), usegmt=True), 0.0),
        (format_datetime(NOW + timedelta(days=1), usegmt=True), LONGEST_WAIT),
        ("Fri, 01 May 2026 12:00:03", 3.0),
        ("7", 7.0),
        ("9" * 40, LONGEST_WAIT),
        ("soon", UNSAID_WAIT),
        ("", UNSAID_WAIT),
    ],
)
def test_retry_after_is_seconds_or_a_date(said: str, seconds: float) -> None:
    """A date is waited for as long as it is away, one that has passed isn't; without either it is a short while."""
    response = requests.Response()
    response.headers["Retry-After"] = said
    assert find_wait(response, NOW) == pytest.approx(seconds, abs=1e-6)


def describe(schema: Any, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - a schema; fields of an operation.
    """An operation with one success."""
    body = {"application/json": {"schema": schema}}
    responses = {"200": {"description": "it", "content": body}, "404": {"description": "none"}}
    return {"responses": responses | {"400": {"description": "bad"}}, **more}


TEXT = {"type": "string"}
ORDERS: dict[str, Any] = {
    "openapi": "3.1.0", "info": {"title": "Shop", "version": "1"},
    "paths": {
        "/shelf": {"get": describe(
            {"type": "array", "items": {"type": "object", "properties": {"name": TEXT, "books": {"type": "object"}}}},
            parameters=[{"name": "include_lent_books", "in": "query", "schema": {"type": "boolean"}}],
        )},
        "/order": {"post": describe({"type": "object", "properties": {"code": TEXT}})},
        "/whose/{code}": {"get": describe(
            {"type": "object", "properties": {"name": TEXT}},
            parameters=[{"name": "code", "in": "path", "required": True, "schema": TEXT}],
        )},
    },
}  # fmt: skip


class Shop:
    """A server of that API: an order's code leads to who gave it, and a shelf may show what is lent."""

    base_path = ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Respond to one request."""
        while (await receive()).get("more_body"):
            pass
        status, body = self.respond(scope["method"], scope["path"], scope["query_string"].decode())
        headers = [(b"content-type", b"application/json"), (b"allow", b"POST" if scope["path"] == "/order" else b"GET")]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": json.dumps(body).encode()})

    def respond(self, method: str, path: str, query: str) -> tuple[int, Any]:
        """Status and body."""
        if method != ("POST" if path == "/order" else "GET"):
            return 405, {}
        name, _, value = query.partition("=")
        if name == "include_lent_books" and value not in {"true", "false"}:
            return 400, {}
        lent = {"lent": {"Maps": True}} if value == "true" else {}
        found = {"/shelf": [{"name": "A", "books": {"here": {}, **lent}}], "/order": {"code": "x1"}}
        found["/whose/x1"] = {"name": "Ann"}
        return (200, found[path]) if path in found else (404, {})


def test_the_same_word_links_nothing(tmp_path: Path) -> None:
    """A code that leads to its owner is no way to follow an order; what includes something is no filter."""
    path = tmp_path / "shop.json"
    path.write_text(json.dumps(ORDERS), "utf-8")
    with running(Shop()) as url:
        result = run_tests(path, url, None, keyword="test_flows or test_lists")
    assert result.failures == ()


def test_a_followed_code_says_what_it_got(tmp_path: Path) -> None:
    """Where the document says that the code is shown again, another one is a failure; expected and got differ."""
    linked = json.loads(json.dumps(ORDERS))
    schema = linked["paths"]["/whose/{code}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    schema["properties"]["code"] = TEXT
    path = tmp_path / "shop.json"
    path.write_text(json.dumps(linked), "utf-8")

    def swap(request: Request, response: Response) -> Response:
        return response.replace({**response.content, "code": "x2"}) if "whose" in request.path else response

    with running(Faulty(Shop(), "", swap)) as url:
        result = run_tests(path, url, None, keyword="test_flows")
    (found,) = result.failures
    assert (found.check, found.expected, found.got) == (
        "started_is_available", "200 with code x1", "200 with code x2"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "property_"),
    [
        ("include_lent_books", None), ("with_books", None), ("expandBooks", None), ("page_name", None),
        ("owner_id", None), ("filter_books", "books"), ("books", "books"), ("filter[books]", "books"),
    ],
)  # fmt: skip
def test_what_is_a_filter(name: str, property_: str | None) -> None:
    """A whole name, or the word `filter`: the last part of another name says nothing about a property."""
    raw = json.loads(json.dumps(ORDERS))
    raw["paths"]["/shelf"]["get"]["parameters"] = [{"name": name, "in": "query", "schema": {"type": "boolean"}}]
    properties = raw["paths"]["/shelf"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]["items"]
    properties["properties"]["id"] = {"type": "integer"}
    document = Document(raw)
    found = [f.property for f in find_filters(document, document.operations[0])]
    assert found == ([] if property_ is None else [property_])
