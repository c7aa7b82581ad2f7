"""The catalogue of faults: each shows, where it says, and nowhere else."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from docpact.emit import load_document
from docpact.errors import UsageError
from docpact.mock import FAULTS, create_app, running, sample_authorization
from docpact.mock.clock import SteppingClock
from docpact.mock.document import Document
from docpact.mock.faults import format_faults
from docpact.mock.operations import Operation
from mock.bookshop import DOCUMENT as BOOKSHOP
from mock.prober import Asked, Prober

DOCUMENT = load_document(Path(__file__).resolve().parents[2] / "spec" / "openapi.yaml")
DOCUMENTS = {"tedee": (DOCUMENT, ["tedee"]), "bookshop": (BOOKSHOP, [])}


def first_fitting(name: str) -> tuple[str, Operation]:
    """The document and the operation that a fault is shown in: Tedee's where it can be."""
    for key, (raw, _) in DOCUMENTS.items():
        operations = FAULTS[name].operations(Document(raw))
        if operations:
            return key, operations[0]
    raise AssertionError(f"{name} fits nothing")


async def transcript(
    raw: Any,  # noqa: ANN401 - any document.
    behaviours: list[str],
    asked: list[Asked],
    faults: list[str],
    scopes: list[str] | None = None,
) -> list[Any]:
    """What a mock answers to the requests, one after the other."""
    app = create_app(raw, behaviours=behaviours, faults=faults, clock=SteppingClock(), scopes=scopes)
    base = f"http://mock{app.base_path}"
    key = {"Authorization": sample_authorization(raw)} if sample_authorization(raw) else {}
    told: list[Any] = []
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), headers=key) as client:
        for method, path, given in asked:
            kwargs = dict(given)
            body = kwargs.get("json")
            if isinstance(body, dict) and isinstance(body.get("revision"), int):
                key_text = str(body.get("id", path.rpartition("/")[2]))
                found = [app.engine.store.find(known, key_text) for known in ("/my/lock", "/my/doorsensor")]
                kwargs["json"] = body | {"revision": next((thing["revision"] for thing in found if thing), 0)}
            try:
                response = await client.request(method, f"{base}{path}", **kwargs)
            except AssertionError:
                told.append("cut")
                continue
            headers = {k: v for k, v in response.headers.items() if k not in {"x-correlation-id", "content-length"}}
            told.append((response.status_code, headers, response.content))
    return told


# Faults that send the right response too late → the seconds before it.
LATE = {"slow": 3.0, "hanging": 25.0}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_shows(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mock with the fault responds differently to at least one request to its operation; a late one only later."""
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    key, operation = first_fitting(name)
    raw, behaviours = DOCUMENTS[key]
    engine = create_app(raw, behaviours=behaviours).engine
    asked = list(Prober(Document(raw), operation, engine).all())
    scopes = ["Nothing"] if name == "ignores-scopes" else None
    plain = asyncio.run(transcript(raw, behaviours, asked, [], scopes))
    monkeypatch.setattr("docpact.mock.faults.mechanism.asyncio.sleep", sleep)
    faulty = asyncio.run(transcript(raw, behaviours, asked, [name], scopes))
    if name in LATE:
        assert faulty == plain
        assert slept == [LATE[name] for told in plain if told[0] < 300]
    else:
        assert faulty != plain


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_listed(name: str) -> None:
    """By its name, with one sentence about the server and the check that should notice."""
    fault = FAULTS[name]
    assert re.fullmatch(r"[^a-z][^.]*(\.\S[^.]*)*\.", fault.description)
    assert f"  {name.ljust(30)}  {fault.description} ({fault.expected_check})\n" in f"{format_faults()}\n"


def test_a_fault_stays_at_its_operation() -> None:
    """Other operations answer as they did."""
    asked: list[Asked] = [("GET", "/my/lock", {}), ("GET", "/my/lock/40217", {}), ("GET", "/my/mobile", {})]
    plain = asyncio.run(transcript(DOCUMENT, ["tedee"], asked, []))
    faulty = asyncio.run(transcript(DOCUMENT, ["tedee"], asked, ["success-says-false:lock_get_single"]))
    assert [one == other for one, other in zip(plain, faulty, strict=True)] == [True, False, True]
    assert json.loads(faulty[1][2])["success"] is False


@contextmanager
def faulty(*faults: str) -> Iterator[httpx.Client]:
    """A client of a served mock with these faults."""
    key = {"Authorization": sample_authorization(DOCUMENT)}
    with (
        running(create_app(DOCUMENT, behaviours=["tedee"], faults=faults)) as url,
        httpx.Client(base_url=url, headers=key) as client,
    ):
        yield client


def rename(client: httpx.Client, name: str, **more: Any) -> httpx.Response:  # noqa: ANN401
    """A change of a lock, with the revision that it has."""
    lock = next(one for one in client.get("/my/lock").json()["result"] if one["id"] == 40217)
    return client.patch("/my/lock", json={"id": 40217, "revision": lock["revision"], "name": name}, **more)


def name_of(client: httpx.Client) -> str:
    """What the lock is called."""
    return str(client.get("/my/lock/40217").json()["result"]["name"])


def test_unavailable_now_and_then() -> None:
    """Every fifth answer is 503, the others are as ever."""
    with faulty("now-and-then-unavailable:lock_get_all") as client:
        assert [client.get("/my/lock").status_code for _ in range(10)] == [200, 200, 200, 200, 503] * 2


def test_any_media_type_is_accepted() -> None:
    """A body that says to be plain text or a picture is a success; JSON that breaks the schema is refused."""
    with faulty("accepts-any-media-type:lock_update") as client:
        plain = rename(client, "Porch", headers={"Content-Type": "text/plain"})
        assert (plain.status_code, plain.json()["success"]) == (200, True)
        assert client.patch("/my/lock", content=b"x", headers={"Content-Type": "image/png"}).status_code == 200
        assert client.patch("/my/lock", json={"id": "x"}).status_code == 400


def test_other_alphabets_are_refused() -> None:
    """And what is refused is not done."""
    with faulty("refuses-other-alphabets:lock_update") as client:
        assert rename(client, "Käfig").status_code == 400
        assert name_of(client) == "Front door"
        assert rename(client, "Porch").status_code == 200
        assert name_of(client) == "Porch"


def test_a_late_update(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is accepted, not there at once, and there in the end."""
    monkeypatch.setattr("docpact.mock.faults.memory.LATE", 0.3)
    with faulty("late-update:lock_update") as client:
        assert rename(client, "Porch").status_code == 200
        assert name_of(client) == "Front door"
        for _ in range(100):
            time.sleep(0.05)
            if name_of(client) == "Porch":
                break
        assert name_of(client) == "Porch"


def test_a_stale_read() -> None:
    """What was fetched once stays so, while the list shows what it has become."""
    with faulty("stale-read:lock_get_single") as client:
        assert name_of(client) == "Front door"
        assert rename(client, "Porch").status_code == 200
        assert name_of(client) == "Front door"
        assert "Porch" in client.get("/my/lock").text


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("lost-updat", "did you mean lost-update?"),
        ("lost-update:nothing", "no operation `nothing`"),
        ("lost-update:lock_get_all", "cannot show in GET /my/lock"),
        ("extra-member", "fits no operation"),
    ],
)
def test_what_is_no_fault_is_said(text: str, word: str) -> None:
    """A name or an operation that is wrong is named, with what would do."""
    with pytest.raises(UsageError) as raised:
        create_app(DOCUMENT, faults=[text])
    assert word in str(raised.value)


def test_faults_add_up() -> None:
    """Several at once, and one everywhere."""
    asked: list[Asked] = [("GET", "/my/lock", {}), ("GET", "/my/mobile", {})]
    faults = ["success-says-false:*", "plain-text:lock_get_all"]
    locks, mobiles = asyncio.run(transcript(DOCUMENT, [], asked, faults))
    assert locks[1]["content-type"] == "text/plain"
    assert json.loads(locks[2])["success"] is json.loads(mobiles[2])["success"] is False
    assert mobiles[1]["content-type"] == "application/json"
