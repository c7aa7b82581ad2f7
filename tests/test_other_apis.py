"""Two more APIs, from pages to a contract test: a library with the envelope {data, ok, code, error}, a tram without.

What the tool knows of an envelope and of conventions, it has learnt from their pages and their docpact.toml.
"""

from __future__ import annotations

import asyncio
import importlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from docpact.client import generate_client
from docpact.config import load_config
from docpact.emit import dump_yaml, validate_document
from docpact.mock import FAULTS, create_app, running
from docpact.mock.document import Document
from docpact.pipeline import extract

APIS = Path(__file__).resolve().parent / "apis"
KEY = {"Authorization": "Bearer mock-key"}
UNKNOWN, WRONG_KEY, INVALID, WRONG_MEDIA, WRONG_METHOD, MISSING = (
    ("GET", "/nowhere", KEY, None, 404),
    ("GET", "/{}", {"Authorization": "Bearer stranger"}, None, 401),
    ("POST", "/{}", KEY, {"json": {"title": 5, "name": 5}}, 400),
    ("POST", "/{}", KEY, {"content": b"x", "headers": {"Content-Type": "text/plain"}}, 415),
    ("PATCH", "/{}", KEY, None, 405),
    ("GET", "/{}/99999", KEY, None, 404),
)
FAILURES = [UNKNOWN, WRONG_KEY, INVALID, WRONG_MEDIA, WRONG_METHOD, MISSING]
IDS = ["unknown path", "wrong credentials", "invalid body", "wrong media type", "wrong method", "unknown id"]


def read(name: str) -> dict[str, Any]:
    """The document of one of the two."""
    config = load_config(APIS / name / "docpact.toml")
    found = extract([config.path(config.docs.source)], config)
    assert found.diagnostics == ()
    validate_document(found.document, name)
    return dict(found.document)


@pytest.fixture(scope="module")
def library() -> dict[str, Any]:
    """The document of the API with an envelope."""
    return read("library")


@pytest.fixture(scope="module")
def tram() -> dict[str, Any]:
    """The document of the API without one."""
    return read("tram")


@pytest.fixture(scope="module")
def clients(library: dict[str, Any], tram: dict[str, Any]) -> Iterator[None]:
    """The generated clients of both, importable."""
    libraries = {"library": library, "tram": tram}
    configs = {name: load_config(APIS / name / "docpact.toml").client for name in libraries}
    with (
        generate_client(library, configs["library"]) as first,
        generate_client(tram, configs["tram"]) as second,
    ):
        sys.path[:0] = [str(first), str(second)]
        try:
            yield
        finally:
            sys.path[:2] = []
            names = ("library_client", "tram_client")
            for name in [name for name in sys.modules if name.split(".")[0] in names]:
                del sys.modules[name]


def ask(url: str, failure: tuple[str, str, dict[str, str], dict[str, Any] | None, int], things: str) -> httpx.Response:
    """What a mock answers to a request that it must refuse."""
    method, path, headers, more, _ = failure
    sent = dict(more or {})
    sent["headers"] = {**headers, **sent.get("headers", {})}
    return httpx.request(method, url + path.format(things), **sent)


def test_what_the_documents_declare(library: dict[str, Any], tram: dict[str, Any]) -> None:
    """The envelope from the samples, the conventions from docpact.toml; the tram has neither."""
    assert library["x-envelope"] == {"payload": "data", "success": "ok", "status": "code", "messages": "error"}
    assert library["x-conventions"] == {
        "correlation-header": "X-Desk-Ticket",
        "filter-prefix": "where.",
        "pending-id": "jobId",
        "pending-status": "state",
    }
    assert not {"x-envelope", "x-conventions"} & tram.keys()
    link = library["paths"]["/loans"]["get"]["responses"]["200"]["links"]["loan_get_single"]
    assert link["parameters"] == {"id": "$response.body#/data/0/id"}
    link = tram["paths"]["/stops"]["get"]["responses"]["200"]["links"]["stop_get_single"]
    assert link["parameters"] == {"id": "$response.body#/0/id"}


@pytest.mark.parametrize("failure", FAILURES, ids=IDS)
def test_the_mock_fails_in_the_envelope(library: dict[str, Any], failure: Any) -> None:  # noqa: ANN401 - a tuple.
    """All that it refuses has the API's own shape, and its own headers only."""
    with running(create_app(library)) as url:
        response = ask(url, failure, "loans")
    body = response.json()
    assert (response.status_code, body["code"], body["ok"]) == (failure[-1], failure[-1], False)
    assert response.headers["content-type"] == "application/json"
    assert isinstance(body.pop("error"), str)
    assert body.keys() == {"code", "ok"}
    assert "x-desk-ticket" in response.headers
    assert "api-supported-versions" not in response.headers


@pytest.mark.parametrize("failure", FAILURES, ids=IDS)
def test_the_mock_fails_as_the_standard_says(tram: dict[str, Any], failure: Any) -> None:  # noqa: ANN401 - a tuple.
    """Without an envelope it sends problem details (RFC 9457), in the documented shape where there is one."""
    with running(create_app(tram)) as url:
        response = ask(url, failure, "stops")
    body = response.json()
    assert (response.status_code, body["status"]) == (failure[-1], failure[-1])
    assert response.headers["content-type"] == "application/problem+json"
    assert body["title"]
    assert body["detail"]
    documented = {"title", "status", "detail"}
    assert body.keys() == (documented if response.status_code == 401 else {*documented, "type"})
    assert not {name for name in response.headers if name.startswith(("x-", "api-"))}


def test_the_mock_succeeds_in_the_envelope(library: dict[str, Any], tram: dict[str, Any]) -> None:
    """A payload stands in it, filters have the API's prefix; the tram's payloads stand alone."""
    with running(create_app(library)) as url, httpx.Client(base_url=url, headers=KEY) as client:
        made = client.post("/loans", json={"title": "Knots"}).json()
        assert made | {"data": None} == {"data": None, "ok": True, "code": 201, "error": None}
        found = client.get("/loans", params={"where.title": "knot"}).json()["data"]
        assert found == [made["data"]]
        assert len(client.get("/loans", params={"filters.title": "knot"}).json()["data"]) == 3
    with running(create_app(tram)) as url, httpx.Client(base_url=url, headers=KEY) as client:
        made = client.post("/stops", json={"name": "Ferry", "zone": 2}).json()
        assert client.get(f"/stops/{made['id']}").json() == made == {"id": made["id"], "name": "Ferry", "zone": 2}


@pytest.mark.usefixtures("clients")
def test_the_client_unwraps_and_raises(library: dict[str, Any]) -> None:
    """The payload comes back, and a failure says what the server said, with the number to quote."""
    package = importlib.import_module("library_client")
    with running(create_app(library)) as url, package.Library(base_url=url, access_token="mock-key") as api:
        assert [loan.title for loan in api.loans.get_all()] == ["Field guide to mosses", "Tide tables"]
        made = api.loans.create(title="Knots")
        assert (type(made).__name__, made.title) == ("Loan", "Knots")
        assert api.loans.delete(made.id) is None
        with pytest.raises(package.NotFound) as raised:
            api.loans.get_single(made.id)
        assert raised.value.error_messages == (f"there is nothing with id {made.id}",)
        assert raised.value.correlation_id
        job = api.loans.renew(311).wait(timeout=5, interval=0.01)
        assert (job.job_id, job.state) == ("r-91", "granted")

    async def fail() -> None:
        with running(create_app(library)) as url:
            async with package.AsyncLibrary(base_url=url, access_token="stranger") as api:
                await api.loans.get_all()

    with pytest.raises(package.AuthenticationError, match="credentials"):
        asyncio.run(fail())


@pytest.mark.usefixtures("clients")
@pytest.mark.parametrize(
    ("status", "body", "name", "words"),
    [
        (200, {"ok": False, "code": 409, "error": "All copies are out."}, "Conflict", ("All copies are out.",)),
        (200, {"data": None, "ok": False, "code": 0, "error": "Closed."}, "UnexpectedResponse", ("Closed.",)),
        (
            422,
            {"ok": False, "code": 422, "error": ["Too long.", "Too odd."]},
            "InvalidRequest",
            ("Too long.", "Too odd."),
        ),
        (403, {"title": "Forbidden", "detail": "Not for children."}, "PermissionDenied", ("Not for children.",)),
        (404, {"title": "Not Found"}, "NotFound", ("Not Found",)),
        (500, {"error": None}, "ServerError", ()),
    ],
)
def test_what_the_client_raises(status: int, body: dict[str, Any], name: str, words: tuple[str, ...]) -> None:
    """A failure in a success, one of several texts, and problem details of a gateway."""
    package = importlib.import_module("library_client")
    transport = httpx.MockTransport(lambda _: httpx.Response(status, json=body))
    api = package.Library(access_token="x", retries=0, transport=transport)
    with pytest.raises(getattr(package, name)) as raised:
        api.loans.get_single(1)
    assert raised.value.error_messages == words


@pytest.mark.usefixtures("clients")
def test_the_client_without_an_envelope(tram: dict[str, Any]) -> None:
    """Payloads come as they are, also those that look like an envelope; problem details are what a failure says."""
    package = importlib.import_module("tram_client")
    with running(create_app(tram)) as url, package.Tram(base_url=url, access_token="mock-key") as api:
        assert [stop.name for stop in api.stops.get_all()] == ["Harbour", "Mill lane"]
        with pytest.raises(package.NotFound) as raised:
            api.stops.get_single(99)
        assert raised.value.error_messages == ("there is nothing with id 99",)
    odd = {"id": 1, "name": "Pier", "zone": 1, "success": False, "result": None, "statusCode": 500}
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json=odd))
    assert package.Tram(access_token="x", transport=transport).stops.get_single(1).name == "Pier"
    readme = Path(str(package.__file__)).parents[1] / "README.md"
    assert "envelope" not in readme.read_text("utf-8")


@pytest.mark.parametrize("name", ["library", "tram"])
def test_the_mock_agrees_with_its_document(
    name: str, library: dict[str, Any], tram: dict[str, Any], tmp_path: Path
) -> None:
    """As a contract test sees it."""
    path = tmp_path / "openapi.yaml"
    path.write_text(dump_yaml({"library": library, "tram": tram}[name]), "utf-8")
    command = [sys.executable, "-m", "docpact", "check", "--document", str(path)]
    done = subprocess.run(
        [*command, "--config", str(APIS / name / "docpact.toml")],
        cwd=tmp_path, env={**os.environ, "XDG_STATE_HOME": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "agree" in done.stdout + done.stderr


def test_faults_of_the_envelope_follow_its_roles(library: dict[str, Any], tram: dict[str, Any]) -> None:
    """Each fits the library but the one about a list of messages; none fits the tram."""
    family = {name: fault for name, fault in FAULTS.items() if fault.family == "envelope"}
    fitting = {name for name, fault in family.items() if fault.operations(Document(library))}
    assert family.keys() - fitting == {"messages-as-text"}
    assert not [name for name, fault in family.items() if fault.operations(Document(tram))]
    faults = ["wrong-status-code:loan_get_all", "success-with-message:loan_get_all", "missing-success:loan_create"]
    with running(create_app(library, faults=faults)) as url, httpx.Client(base_url=url, headers=KEY) as client:
        body = client.get("/loans").json()
        assert (body["code"], body["error"], body["ok"]) == (201, "something went wrong", True)
        assert "ok" not in client.post("/loans", json={"title": "Knots"}).json()
