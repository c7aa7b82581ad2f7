"""The catalogue of faults: each shows, where it says, and nowhere else."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from mock.bookshop import DOCUMENT as BOOKSHOP
from mock.prober import Asked, Prober
from rstapi.emit import load_document
from rstapi.errors import UsageError
from rstapi.mock import FAULTS, create_app, sample_authorization
from rstapi.mock.clock import SteppingClock
from rstapi.mock.document import Document, Operation
from rstapi.mock.faults import format_faults

DOCUMENT = load_document(Path(__file__).resolve().parents[2] / "spec" / "openapi.yaml")
DOCUMENTS = {"tedee": (DOCUMENT, ["tedee"]), "bookshop": (BOOKSHOP, [])}


def first_fitting(name: str) -> tuple[str, Operation]:
    """The document and the operation that a fault is shown in: Tedee's where it can be."""
    for key, (raw, _) in DOCUMENTS.items():
        operations = FAULTS[name].operations(Document(raw))
        if operations:
            return key, operations[0]
    raise AssertionError(f"{name} fits nothing")


async def transcript(raw: Any, behaviours: list[str], asked: list[Asked], faults: list[str]) -> list[Any]:  # noqa: ANN401
    """What a mock answers to the requests, one after the other."""
    app = create_app(raw, behaviours=behaviours, faults=faults, clock=SteppingClock())
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


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_shows(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mock with the fault answers at least one request to its operation otherwise than one without."""
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    key, operation = first_fitting(name)
    raw, behaviours = DOCUMENTS[key]
    engine = create_app(raw, behaviours=behaviours).engine
    asked = list(Prober(Document(raw), operation, engine).all())
    if name == "ignores-scopes":
        pytest.skip("needs a key with few scopes")
    plain = asyncio.run(transcript(raw, behaviours, asked, []))
    monkeypatch.setattr("rstapi.mock.faults.mechanism.asyncio.sleep", sleep)
    faulty = asyncio.run(transcript(raw, behaviours, asked, [name]))
    assert plain != faulty or slept


def test_the_catalogue_is_broad() -> None:
    """At least 60 faults in at least 12 families, each with a sentence and the check that should notice."""
    assert len(FAULTS) >= 60
    assert len({fault.family for fault in FAULTS.values()}) >= 12
    for name, fault in FAULTS.items():
        assert name == fault.name
        assert fault.description.endswith(".")
        assert not fault.description[0].islower()
        assert fault.expected_check.isidentifier()
        assert f"  {name} " in format_faults()


def test_a_fault_stays_at_its_operation() -> None:
    """Other operations answer as they did."""
    asked: list[Asked] = [("GET", "/my/lock", {}), ("GET", "/my/lock/40217", {}), ("GET", "/my/mobile", {})]
    plain = asyncio.run(transcript(DOCUMENT, ["tedee"], asked, []))
    faulty = asyncio.run(transcript(DOCUMENT, ["tedee"], asked, ["success-says-false:lock_get_single"]))
    assert [one == other for one, other in zip(plain, faulty, strict=True)] == [True, False, True]
    assert json.loads(faulty[1][2])["success"] is False


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
