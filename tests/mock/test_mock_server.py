"""The mock over HTTP: it keeps to the document and remembers."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from contract_suite.envelope import Envelope
from docpact.emit import load_document
from docpact.json_schema import compile_schema
from docpact.mock import create_app, running, sample_authorization
from docpact.mock.clock import SteppingClock
from docpact.mock.document import Document
from docpact.mock.operations import Operation
from mock.bookshop import DOCUMENT as BOOKSHOP
from mock.prober import Prober

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = load_document(ROOT / "spec" / "openapi.yaml")
FRONT, GARDEN, WORKSHOP = 40217, 40218, 40601
LOCKED = 6
ENVELOPE = Envelope(payload="result", success="success", status="statusCode", messages="errorMessages")


@pytest.fixture
def api() -> Iterator[httpx.Client]:
    """A client with credentials of a mock of its own."""
    with (
        running(create_app(DOCUMENT, behaviours=["tedee"])) as url,
        httpx.Client(base_url=url, headers={"Authorization": sample_authorization(DOCUMENT)}) as client,
    ):
        yield client


def result(response: httpx.Response, status: int = 200) -> Any:  # noqa: ANN401 - any JSON value.
    """What an answer holds, which has that status and a coherent envelope."""
    assert response.status_code == status, response.text
    assert ENVELOPE.find_contradiction(status, response.json()) == ""
    return response.json().get("result")


def state(api: httpx.Client) -> int:
    """The front door's state, as sync and get tell it alike."""
    synced = result(api.get(f"/my/lock/{FRONT}/sync"))["deviceState"]["state"]
    assert result(api.get(f"/my/lock/{FRONT}"))["deviceState"]["state"] == synced
    listed = {lock["id"]: lock for lock in result(api.get("/my/lock/sync"))}
    assert listed[FRONT]["deviceState"]["state"] == synced
    return int(synced)


def test_the_ids_of_the_documentation_work(api: httpx.Client) -> None:
    """What the samples show is there."""
    assert [lock["id"] for lock in result(api.get("/my/lock"))] == [FRONT, GARDEN, WORKSHOP]
    assert result(api.get(f"/my/lock/{GARDEN}"))["name"] == "Garden shed"
    assert [lock["id"] for lock in result(api.get("/my/lock/sync", params={"id": GARDEN}))] == [GARDEN]


def test_a_change_is_remembered(api: httpx.Client) -> None:
    """Objects are changed member by member; the revision moves on, so the old one is a conflict."""
    change = {"id": FRONT, "revision": 9, "name": "Entrance", "deviceSettings": {"autoLockDelay": 300}}
    assert result(api.patch("/my/lock", json=change))["revision"] == 10
    lock = result(api.get(f"/my/lock/{FRONT}"))
    assert (lock["name"], lock["revision"]) == ("Entrance", 10)
    assert (lock["deviceSettings"]["autoLockDelay"], lock["deviceSettings"]["autoLockEnabled"]) == (300, True)
    result(api.patch("/my/lock", json=change), 409)


def test_each_mock_begins_anew(api: httpx.Client) -> None:
    """What one is told, another doesn't know."""
    result(api.post(f"/my/lock/{FRONT}/operation/unlock"), 202)
    with running(create_app(DOCUMENT, behaviours=["tedee"])) as url:
        other = httpx.Client(base_url=url, headers=api.headers)
        assert state(other) == LOCKED
        other.close()


BAD: dict[str, tuple[str, str, dict[str, Any], int, str]] = {
    "an id that is no number": ("GET", "/my/lock/front", {}, 400, "id"),
    "a parameter that is no number": ("GET", "/my/lock", {"params": {"Page": "one"}}, 400, "Page"),
    "a value that is not listed": (
        "POST", f"/my/lock/{FRONT}/operation/unlock", {"params": {"mode": 9}}, 400, "mode",
    ),
    "a member of another type": (
        "PATCH", "/my/lock", {"json": {"id": FRONT, "revision": 9, "name": 1}}, 400, "name",
    ),
    "a member beyond its limit": (
        "PATCH", "/my/lock",
        {"json": {"id": FRONT, "revision": 9, "deviceSettings": {"openDoorAlertThreshold": 5}}},
        400, "openDoorAlertThreshold",
    ),
    "a member that is missing": ("PATCH", "/my/lock", {"json": {"id": FRONT}}, 400, "revision"),
    "no body": ("PATCH", "/my/lock", {}, 400, "body"),
    "no JSON": (
        "PATCH", "/my/lock", {"content": "{", "headers": {"Content-Type": "application/json"}}, 400, "JSON",
    ),
    "another media type": (
        "PATCH", "/my/lock", {"content": "a=b", "headers": {"Content-Type": "text/plain"}}, 415, "application/json",
    ),
    "a lock that is not there": ("GET", "/my/lock/99999", {}, 404, "99999"),
    "a lock to move that is not there": ("POST", "/my/lock/99999/operation/lock", {}, 404, "99999"),
    "a lock to change that is not there": ("PATCH", "/my/lock", {"json": {"id": 9, "revision": 1}}, 400, "9"),
    "an operation that is not there": ("GET", "/my/device/operation/1", {}, 404, "1"),
    "a path that is not there": ("GET", "/my/locks", {}, 404, "/my/locks"),
    "a method that is not there": ("DELETE", "/my/lock", {}, 405, "DELETE"),
    "no credentials": ("GET", "/my/lock", {"headers": {"Authorization": ""}}, 401, "credentials"),
    "credentials without a word": ("GET", "/my/lock", {"headers": {"Authorization": "mock-key"}}, 401, "credentials"),
    "another key": ("GET", "/my/lock", {"headers": {"Authorization": "PersonalKey x"}}, 401, "credentials"),
    "a body without end": ("PATCH", "/my/lock", {"content": b" " * 1_100_000}, 413, "bytes"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_requests(name: str, api: httpx.Client) -> None:
    """Each gets its status, in the envelope, with a message that names what is wrong; nothing is changed."""
    method, path, kwargs, status, word = BAD[name]
    before = result(api.get("/my/lock"))
    response = api.request(method, path, **kwargs)
    result(response, status)
    assert word in response.json()["errorMessages"][0]
    assert result(api.get("/my/lock")) == before


def test_what_is_allowed_is_said(api: httpx.Client) -> None:
    """RFC 9110, section 15.5.6: 405 comes with `Allow`."""
    assert api.delete("/my/lock").headers["allow"] == "GET, PATCH"
    assert api.get(f"/my/lock/{FRONT}/operation/lock").headers["allow"] == "POST"


def test_both_kinds_of_credentials(api: httpx.Client) -> None:
    """A personal access key or an access token, the word in any case (RFC 9110, section 11.1)."""
    for value in ("PersonalKey mock-key", "Bearer mock-key", "bearer mock-key"):
        assert api.get("/my/lock", headers={"Authorization": value}).status_code == 200


def test_documented_headers(api: httpx.Client) -> None:
    """Every answer can be told from others, and names the versions."""
    first, second = api.get("/my/lock"), api.get("/my/lock/1/sync")
    assert first.headers["x-correlation-id"] != second.headers["x-correlation-id"]
    assert second.headers["api-supported-versions"] == "v37"


async def find_undocumented(raw: Any, behaviours: list[str], operation: Operation) -> list[str]:  # noqa: ANN401
    """What a mock answers to good and bad requests of an operation that is not as the document says."""
    app = create_app(raw, behaviours=behaviours, clock=SteppingClock())
    document: Document = app.engine.document
    base = f"http://mock{app.base_path}"
    key = {"Authorization": sample_authorization(raw)} if sample_authorization(raw) else {}
    found: list[str] = []
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), headers=key) as client:
        for method, path, kwargs in Prober(document, operation, app.engine).all():
            response = await client.request(method, f"{base}{path}", **kwargs)
            asked = next((o for o in document.find(path) if o.method == method), None)
            if asked is None:
                continue
            where = f"{method} {path} {kwargs} {response.status_code} {response.text[:300]}"
            listed = asked.definition["responses"]
            if str(response.status_code) not in {*listed, "400", "401", "415"}:
                found.append(f"status: {where}")
            schema = (document.media(asked, response.status_code) or {}).get("schema")
            if str(response.status_code) in listed and schema is not None:
                found += [f"{e.message}: {where}" for e in compile_schema(raw, schema).iter_errors(response.json())]
            if (
                str(response.status_code) in listed
                and schema is None
                and response.content
                and response.status_code < 300
            ):
                found.append(f"body: {where}")
    return found


def test_behaviours_take_a_document_as_it_is() -> None:
    """Tedee's behaviours serve a document with a part of its operations too."""
    paths = {path: found for path, found in DOCUMENT["paths"].items() if path in {"/my/lock", "/my/lock/{id}"}}
    with running(create_app({**DOCUMENT, "paths": paths}, behaviours=["tedee"])) as url:
        answer = httpx.get(f"{url}/my/lock", headers={"Authorization": sample_authorization(DOCUMENT)})
    assert [lock["id"] for lock in result(answer)] == [FRONT, GARDEN, WORKSHOP]


OPERATIONS = [
    *[pytest.param(DOCUMENT, ["tedee"], o, id=o.signature) for o in Document(DOCUMENT).operations],
    *[pytest.param(DOCUMENT, [], o, id=f"without behaviours {o.signature}") for o in Document(DOCUMENT).operations],
    *[pytest.param(BOOKSHOP, [], o, id=f"bookshop {o.signature}") for o in Document(BOOKSHOP).operations],
]


@pytest.mark.parametrize(("raw", "behaviours", "operation"), OPERATIONS)
def test_answers_keep_to_the_document(raw: Any, behaviours: list[str], operation: Operation) -> None:  # noqa: ANN401
    """Whatever is asked, with ids that are there and with such that are none, again and after deletion."""
    assert not asyncio.run(find_undocumented(raw, behaviours, operation))
