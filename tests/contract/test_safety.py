"""What is sent to a server that isn't this machine's: the servers here record what they were asked."""

from __future__ import annotations

import json
import socket
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from contract.servers import Request, Response, run_tests, serving
from contract_suite.document import Document as SuiteDocument
from contract_suite.guard import Guard
from contract_suite.plan import Plan
from docpact.errors import ServerError

Document = Mapping[str, Any]


def paths(asked: list[Request]) -> Counter[tuple[str, str]]:
    """How often each method and path was asked for."""
    return Counter((request.method, request.path) for request in asked)


def test_only_reading_operations_are_called(document: Document, path: Path) -> None:
    """No POST, no PATCH, no DELETE; and what may be called every 20 seconds only is called once."""
    with serving(document) as (url, server, authorization):
        result = run_tests(path, url, authorization, remote=True)
    assert {request.method for request in server.received} == {"GET"}
    assert result.exit_code == 0
    assert sum(count for (_, asked), count in paths(server.received).items() if asked.endswith("/lock/sync")) == 1
    assert sum(count for (_, asked), count in paths(server.received).items() if asked.endswith("/sync")) <= 2
    assert result.left_out["POST /my/lock/{id}/operation/unlock"].startswith("is marked physical")
    assert result.left_out["PATCH /my/lock"].startswith("is marked write")


def test_physical_operations_move_named_devices_only(document: Document, path: Path) -> None:
    """The garden shed stays as it is, and nothing is changed otherwise."""
    with serving(document) as (url, server, authorization):
        result = run_tests(path, url, authorization, remote=True, allow=["physical"], devices=["40217"])
    moved = {request.path.split("/")[3] for request in server.received if request.method == "POST"}
    assert moved == {"40217"}
    assert {request.method for request in server.received} == {"GET", "POST"}
    assert result.exit_code == 0


def test_changes_are_made_to_named_devices_only(document: Document, path: Path) -> None:
    """And are taken back."""
    with serving(document) as (url, server, authorization):
        run_tests(path, url, authorization, remote=True, allow=["write"], devices=["40217"])
        changes = [json.loads(request.body) for request in server.received if request.method == "PATCH"]
        names = [change["name"] for change in changes if "name" in change]
    assert {str(change["id"]) for change in changes} == {"40217"}
    assert names[-1] != "Contract test"
    assert {request.method for request in server.received} == {"GET", "PATCH"}


def test_the_budget_is_kept(document: Document, path: Path) -> None:
    """However much there would be to test."""
    with serving(document) as (url, server, authorization):
        result = run_tests(path, url, authorization, remote=True, budget=12)
    assert len(server.received) == result.requests <= 12
    assert result.budget == 12


def test_words_that_move_something_need_a_device(document: Document, path: Path) -> None:
    """`--allow physical` alone moves nothing: the run does not begin."""
    with serving(document) as (url, server, authorization), pytest.raises(ServerError, match="needs --device"):
        run_tests(path, url, authorization, remote=True, allow=["physical"])
    assert server.received == []


def test_the_key_is_shown_nowhere(document: Document, path: Path, tmp_path: Path) -> None:
    """Also where the server repeats it, in a response that is reported."""

    def repeat(request: Request, response: Response) -> Response:
        if response.status != 200:
            return response
        content = response.content
        content["result"] = {"you sent": request.headers.get("authorization")}
        return response.replace(content)

    with serving(document, fault=repeat) as (url, _, authorization):
        result = run_tests(path, url, authorization, keyword="test_operation", examples=2)
    assert result.failures
    assert "mock-key" not in repr(result)
    assert "[hidden]" in repr(result)
    assert list(tmp_path.iterdir()) == []


def test_credentials_don_t_follow_a_redirect(document: Document, path: Path) -> None:
    """A redirect to another address does not get the key sent there."""
    with serving(document) as (other, elsewhere, _):

        def redirect(_: Request, response: Response) -> Response:
            return response.replace(status=302, headers={**response.headers, "location": f"{other}/my/lock"})

        with serving(document, fault=redirect) as (url, _, authorization):
            result = run_tests(path, url, authorization, examples=1, keyword="my and lock")
    assert elsewhere.received == []
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        (lambda _, a: a.replace(body=b"<html>", headers={"content-type": "text/html"}), "sends HTML with status 200"),
        (lambda _, a: a.replace(status=401), "rejects the credentials with 401"),
    ],
    ids=["HTML", "refused credentials"],
)
def test_a_server_that_is_none_of_this_api(document: Document, path: Path, fault: Any, message: str) -> None:  # noqa: ANN401
    """One line says so; nothing is called a failure of the contract."""
    with serving(document, fault=fault) as (url, server, authorization), pytest.raises(ServerError, match=message):
        run_tests(path, url, authorization, remote=True)
    assert len(server.received) == 1


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("ftp://127.0.0.1/", "is no http or https URL"),
        ("http://user:secret@127.0.0.1/", "credentials don't belong in the URL"),
        ("http://127.0.0.1:{port}/api", "no server responds"),
    ],
)
def test_urls_that_lead_nowhere(path: Path, url: str, message: str) -> None:
    """What, where, what to do, without the credentials that somebody put into the URL."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = url.format(port=free.getsockname()[1])
        with pytest.raises(ServerError, match=message) as raised:
            run_tests(path, url, None)
    assert "secret" not in str(raised.value)
    assert "\n" not in str(raised.value)


def test_each_skip_names_what_would_include_it(document: Document) -> None:
    """An option, for every operation that isn't called; of devices only where the document has any."""
    raw = dict(document)
    plain: dict[str, Any] = {
        "openapi": "3.1.0",
        "paths": {
            "/books": {"post": {"responses": {}}, "put": {"responses": {}}},
            "/books/{id}": {"delete": {"responses": {}}, "put": {"responses": {}}},
            "/notes": {"post": {"responses": {}}},
        },
    }
    for source, devices in ((raw, True), (plain, False)):
        guard = Guard(SuiteDocument(source), Plan(base_url="https://api.example/v1", document=Path("x")))
        reasons = [reason for o in guard.document.operations if (reason := guard.find_refusal(o))]
        assert reasons
        assert all("--allow" in reason for reason in reasons)
        assert devices or not [reason for reason in reasons if "device" in reason.replace("--device", "")]
    guard = Guard(SuiteDocument(plain), Plan(base_url="https://api.example/v1", document=Path("x")))
    found = {operation.label: guard.find_refusal(operation) for operation in guard.document.operations}
    assert found["POST /books"] == "is marked write; --allow write calls it, and deletes what it creates"
    assert "--allow write with --allow-operation ID" in found["POST /notes"]
    assert "--allow write with --device ID" in found["PUT /books/{id}"]
