"""What a call or a client may do differently: time-outs, headers, retries, clients of one's own, the environment."""

from __future__ import annotations

import asyncio
import importlib
import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import tedee_client
from tedee_client import AsyncTedee, NotFound, ServerError, Tedee
from tedee_client._runtime.calling import RECORD
from tedee_client.models import Lock

from client.scripted import KEY, Scripted, envelope
from docpact.client import generate_client
from docpact.config import Client

FINE = envelope([])
LOCKS = httpx.Response(200, headers={"X-Rate": "9"}, json={"result": [{"id": 1}], "success": True})
ACCEPTED = envelope({"operationId": "7"}, 202)


class Timed(Scripted):
    """Keeps the time that each request has."""

    def _next(self, request: httpx.Request) -> httpx.Response:
        self.times = [*getattr(self, "times", []), request.extensions["timeout"]["read"]]
        return super()._next(request)


def test_one_call_may_differ(pauses: list[float]) -> None:
    """In its time, headers and retries; the next one doesn't."""
    server = Timed(FINE)
    api = Tedee(personal_key=KEY, transport=server, headers={"X-One": "client", "X-Two": "client"})
    api.locks.get_all(timeout=2.5, headers={"X-One": "call"})
    api.locks.get_all(timeout=None)
    api.locks.get_all()
    assert server.times == [2.5, None, 30.0]
    assert [(r.headers["X-One"], r.headers["X-Two"]) for r in server.requests][:2] == [
        ("call", "client"),
        ("client", "client"),
    ]
    for retries in (0, 1):
        down = Scripted(httpx.Response(503))
        with pytest.raises(ServerError):
            Tedee(personal_key=KEY, transport=down).locks.get_all(retries=retries)
        assert len(down.requests) == retries + 1
    assert len(pauses) == 1
    with pytest.raises(ValueError, match="retries must not be negative"):
        api.locks.get_all(retries=-1)

    async def program() -> None:
        await AsyncTedee(personal_key=KEY, transport=server).locks.get_all(timeout=4, headers={"X-One": "loop"})

    asyncio.run(program())
    assert (server.times[-1], server.requests[-1].headers["X-One"]) == (4, "loop")


def test_pages_and_commands_differ_alike() -> None:
    """Each request of an iterator has the call's options; the command's status has its own."""
    page = [{"id": n, "name": "x"} for n in range(2)]
    server = Scripted(envelope({"itemsPerPage": 2, "doorSensors": page}), envelope({"doorSensors": []}))
    api = Tedee(personal_key=KEY, transport=server)
    assert len([*api.door_sensors.iter_all(items_per_page=2, headers={"X-One": "1"})]) == 2
    assert [r.headers["X-One"] for r in server.requests] == ["1", "1"]
    command = Scripted(ACCEPTED)
    Tedee(personal_key=KEY, transport=command).locks.unlock(1, headers={"X-One": "2"}, timeout=3)
    assert command.requests[0].headers["X-One"] == "2"


def test_a_client_with_other_options_shares_the_connection() -> None:
    """Neither makes a second one; options add up; closing either closes it."""
    server = Timed(FINE)
    api = Tedee(personal_key=KEY, transport=server)
    hasty = api.with_options(timeout=1, headers={"X-One": "a"})
    both = hasty.with_options(headers={"X-Two": "b"}, retries=0)
    for one in (api, hasty, both):
        one.locks.get_all()
    both.locks.get_all(timeout=9, headers={"X-Two": "c"})
    assert server.times == [30.0, 1, 1, 9]
    sent = [(r.headers.get("X-One"), r.headers.get("X-Two")) for r in server.requests]
    assert sent == [(None, None), ("a", None), ("a", "b"), ("a", "c")]
    assert api.connection.http is hasty.connection.http is both.connection.http
    assert api.locks is not hasty.locks
    both.close()
    with pytest.raises(RuntimeError, match="this client has been closed"):
        api.locks.get_all()

    async def program() -> None:
        loop = AsyncTedee(personal_key=KEY, transport=server)
        async with loop.with_options(timeout=5) as patient:
            await patient.locks.get_all()
        with pytest.raises(RuntimeError, match="closed"):
            await loop.locks.get_all()

    asyncio.run(program())
    assert server.times[-1] == 5


def test_the_whole_response_is_within_reach() -> None:
    """Status, headers, body, and what the method returns; a failure is raised all the same."""
    api = Tedee(personal_key=KEY, transport=Scripted(LOCKS))
    answered = api.locks.with_raw_response.get_all(timeout=3)
    assert (answered.status, answered.headers["x-rate"], answered.content) == (200, "9", LOCKS.content)
    assert [type(lock) for lock in answered.parsed] == [Lock]
    assert api.locks.with_raw_response.get_all.__doc__ == type(api.locks).get_all.__doc__
    command = Tedee(personal_key=KEY, transport=Scripted(ACCEPTED)).locks.with_raw_response.lock(1)
    assert (command.status, command.parsed.operation_id) == (202, "7")
    with pytest.raises(NotFound):
        Tedee(personal_key=KEY, transport=Scripted(httpx.Response(404))).locks.with_raw_response.get_all()

    async def program() -> list[int]:
        loop = AsyncTedee(personal_key=KEY, transport=Scripted(LOCKS, FINE, LOCKS)).locks
        first, second, third = await asyncio.gather(*(loop.with_raw_response.get_all() for _ in range(3)))
        return [len(one.parsed) for one in (first, second, third)]

    assert sorted(asyncio.run(program())) == [0, 1, 1]
    assert RECORD.get() is None, "later responses would be kept as well"


def test_a_client_of_ones_own_sends() -> None:
    """With its headers, cookies and hooks, not with its credentials, and it stays open."""
    server = Scripted(LOCKS)
    hooked: list[str] = []
    with httpx.Client(
        transport=server, headers={"X-Mine": "1", "Accept": "x/y"}, cookies={"jar": "2"}, auth=("me", "mine"),
        event_hooks={"request": [lambda r: hooked.append(r.url.path)]}, follow_redirects=True,
    ) as mine:  # fmt: skip
        api = Tedee(personal_key=KEY, http_client=mine)
        assert [lock.id for lock in api.locks.get_all()] == [1]
        api.close()
        assert not mine.is_closed
    (sent,) = server.requests
    assert (sent.headers["X-Mine"], sent.headers["Accept"]) == ("1", "application/json")
    assert sent.headers["Authorization"] == f"PersonalKey {KEY}"
    assert sent.headers["Cookie"] == "jar=2"
    assert hooked == ["/api/v37/my/lock"]

    async def program() -> None:
        async with httpx.AsyncClient(transport=Scripted(LOCKS)) as mine:
            async with AsyncTedee(personal_key=KEY, http_client=mine) as api:
                assert [lock.id for lock in await api.locks.get_all()] == [1]
            assert not mine.is_closed

    asyncio.run(program())
    with pytest.raises(ValueError, match="give transport or http_client, not both"):
        Tedee(personal_key=KEY, http_client=httpx.Client(), transport=server)


def test_a_client_of_ones_own_fails_and_repeats_as_others(pauses: list[float]) -> None:
    """Retries, redirects and lost connections are this client's."""
    flaky = httpx.Client(transport=Scripted(httpx.ReadError("lost"), httpx.Response(503), LOCKS))
    assert len(Tedee(personal_key=KEY, http_client=flaky).locks.get_all()) == 1
    assert len(pauses) == 2
    away = Scripted(httpx.Response(307, headers={"Location": "https://elsewhere.example/"}))
    with pytest.raises(Exception, match="answered 307"):
        Tedee(personal_key=KEY, http_client=httpx.Client(transport=away, follow_redirects=True)).locks.get_all()
    assert len(away.requests) == 1


def test_the_environment_gives_what_is_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """Key, token and address; what the program gives counts."""
    monkeypatch.setenv("TEDEE_PERSONAL_KEY", "from-outside")
    monkeypatch.setenv("TEDEE_BASE_URL", "http://127.0.0.1:9/v9/")
    server = Scripted(FINE)
    Tedee(transport=server).locks.get_all()
    Tedee(transport=server, personal_key=KEY, base_url="http://127.0.0.1:8").locks.get_all()
    Tedee(transport=server, access_token="token").locks.get_all()
    assert [str(r.url) for r in server.requests] == [
        "http://127.0.0.1:9/v9/my/lock", "http://127.0.0.1:8/my/lock", "http://127.0.0.1:9/v9/my/lock",
    ]  # fmt: skip
    assert [r.headers["Authorization"] for r in server.requests] == [
        "PersonalKey from-outside", f"PersonalKey {KEY}", "Bearer token",
    ]  # fmt: skip
    monkeypatch.setenv("TEDEE_ACCESS_TOKEN", "other")
    with pytest.raises(ValueError, match="give one kind of credentials"):
        Tedee(transport=server)
    monkeypatch.delenv("TEDEE_PERSONAL_KEY")
    AsyncTedee(transport=server)
    monkeypatch.delenv("TEDEE_ACCESS_TOKEN")
    with pytest.raises(ValueError, match="or set TEDEE_PERSONAL_KEY"):
        Tedee()


def test_each_call_is_a_line_of_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """Method, path, status, time; no query, no body, no key, whatever the level."""
    caplog.set_level(logging.DEBUG, "tedee_client")
    api = Tedee(personal_key=KEY, transport=Scripted(FINE, httpx.ReadError("lost")), retries=0)
    api.locks.get_all(filters_text="private", headers={"X-Key": "private"})
    with pytest.raises(tedee_client.ConnectionFailed):
        api.devices.get_device_operation(KEY)
    lines = [r.getMessage() for r in caplog.records if r.name == "tedee_client"]
    assert len(lines) == 2
    assert lines[0].startswith("GET /api/v37/my/lock: 200 in ")
    assert lines[1].startswith("GET /api/v37/my/device/operation/[hidden]: ReadError in ")
    assert "private" not in " ".join(lines)


def test_the_client_says_what_it_is() -> None:
    """Its name and version, in `User-Agent` and `__version__`; a program may call itself otherwise."""
    server = Scripted(FINE)
    Tedee(personal_key=KEY, transport=server).locks.get_all()
    Tedee(personal_key=KEY, transport=server, headers={"User-Agent": "mine/1"}).locks.get_all()
    agents = [r.headers["User-Agent"] for r in server.requests]
    assert agents == [f"tedee-client/{tedee_client.__version__}", "mine/1"]


PARAMETERS = ("timeout", "retries")
HEADER = {"name": "Idempotency-Key", "in": "header", "required": True, "schema": {"type": "string"}}
ORDERS = {
    "openapi": "3.1.0", "info": {"title": "Orders", "version": "1"}, "servers": [{"url": "http://127.0.0.1:9"}],
    "paths": {
        "/orders": {
            "post": {"operationId": "create_order", "parameters": [HEADER], "responses": {"204": {"description": "x"}}},
            "get": {
                "operationId": "list_orders", "responses": {"204": {"description": "x"}},
                "parameters": [{"name": n, "in": "query", "schema": {"type": "string"}} for n in PARAMETERS],
            },
        },
        "/doors": {
            "post": {
                "operationId": "open_door", "x-safety": "physical", "responses": {"204": {"description": "x"}},
                "parameters": [{**HEADER, "name": "X-Idempotency-Key", "required": False}],
            },
        },
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def orders() -> Iterator[Any]:
    """A client for a document with keys for idempotency, and with parameters that are called as the client's own."""
    with generate_client(ORDERS, Client(package="orders_client", version="2.0.1")) as made:
        sys.path.insert(0, str(made))
        yield importlib.import_module("orders_client")
        sys.path.remove(str(made))
    for name in [name for name in sys.modules if name.startswith("orders_client")]:
        del sys.modules[name]


@pytest.mark.usefixtures("pauses")
def test_keys_for_idempotency(orders: Any) -> None:  # noqa: ANN401 - a module.
    """Are made where the document declares the header, and the same for each attempt; a door is still opened once."""
    server = Scripted(httpx.ReadError("lost"), httpx.Response(503), httpx.Response(204))
    api = orders.Orders(transport=server)
    api.orders.create_order()
    keys = [r.headers["Idempotency-Key"] for r in server.requests]
    assert (len(keys), len({*keys}), len(keys[0])) == (3, 1, 36)
    api.orders.create_order()
    api.orders.create_order(idempotency_key="mine")
    assert server.requests[-2].headers["Idempotency-Key"] not in keys
    assert server.requests[-1].headers["Idempotency-Key"] == "mine"
    door = Scripted(httpx.Response(503))
    with pytest.raises(orders.ServerError):
        orders.Orders(transport=door).doors.door()
    assert len(door.requests) == 1
    assert len(door.requests[0].headers["X-Idempotency-Key"]) == 36


def test_parameters_may_be_called_as_the_clients_own(orders: Any) -> None:  # noqa: ANN401 - as above.
    """The API's count; the client's go by `with_options`."""
    server = Timed(httpx.Response(204))
    orders.Orders(transport=server).with_options(timeout=7).orders.list_orders(timeout="a", retries="b")
    assert dict(server.requests[0].url.params) == {"timeout": "a", "retries": "b"}
    assert server.times == [7]
    assert server.requests[0].headers["User-Agent"] == "orders-client/2.0.1"
    assert orders.__version__ == "2.0.1"


def test_nothing_of_the_environment_is_in_the_emitted_files() -> None:
    """Only the names of its variables."""
    package = Path(tedee_client.__path__[0])
    assert "TEDEE_BASE_URL" in (package / "facade.py").read_text("utf-8")
