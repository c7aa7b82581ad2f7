"""Others' clients of the API against the mock, unchanged but for the address: `tox -e libraries` has them.

They were written for earlier versions, whose locks say `lockProperties` where the documentation says `deviceState`,
and which have a few more operations. So each is tried twice: on the document as it is, where what it asks for must
work, and on one with the earlier names, where it must also see what the locks do.
"""

from __future__ import annotations

import asyncio
import importlib
import importlib.util
import json
import re
import sys
import time
from collections.abc import Callable, Coroutine, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from docpact.emit import load_document
from docpact.mock import create_app, running
from docpact.mock.server import MockApp

DOCUMENT = load_document(Path(__file__).resolve().parents[2] / "spec" / "openapi.yaml")
ADDRESS = re.compile(r"https://api\.tedee\.com/api/v[\d.]+")
KEY = "mock-key"
LOCK, OFFLINE = 40217, 40218
CLIENTS = {"aiotedee": "TedeeCloudClient", "pytedee_async": "TedeeClient"}
FAILURES = {"aiotedee": "aiotedee", "pytedee_async": "pytedee_async.exception"}


def earlier(document: Mapping[str, Any]) -> Any:  # noqa: ANN401 - an OpenAPI document.
    """The document with the earlier name, and the operations that these clients ask for beside the documented ones."""
    changed = json.loads(json.dumps(document).replace('"deviceState"', '"lockProperties"'))
    envelope = changed["paths"]["/my/mobile"]["get"]
    changed["paths"] |= {
        "/my/device": {"get": answering(envelope, {"locks": []})},
        "/my/bridge": {"get": answering(envelope, [{"id": 7, "serialNumber": "1909-004", "name": "Hall bridge"}])},
        "/my/device/{id}/battery": {"get": answering(envelope, {"level": 82, "date": "2024-05-17T06:41:12.384Z"})},
    }
    return changed


def answering(operation: Mapping[str, Any], result: object) -> dict[str, Any]:
    """An operation like that one, which answers the result."""
    value = {"result": result, "success": True, "errorMessages": [], "statusCode": 200}
    media = {"schema": {"type": "object"}, "examples": {"sample": {"value": value}}}
    responses = {"200": {"description": "Success.", "content": {"application/json": media}}}
    return {"security": operation["security"], "responses": responses}


@contextmanager
def pointed_at(package: str, url: str) -> Iterator[Any]:
    """The package, with every address of the API that stands in it replaced; then as it was."""
    found = importlib.import_module(package)
    modules = [module for name, module in sys.modules.items() if name.partition(".")[0] == package]
    with pytest.MonkeyPatch.context() as patch:
        for module in modules:
            for name, value in list(vars(module).items()):
                if isinstance(value, str) and ADDRESS.match(value):
                    patch.setattr(module, name, ADDRESS.sub(url, value))
        yield found


@contextmanager
def mock(document: Mapping[str, Any], package: str) -> Iterator[tuple[MockApp, Any]]:
    """A running mock, and the package that is to be tried on it."""
    pytest.importorskip(package, reason="the client is not installed: tox -e libraries")
    app = create_app(document, behaviours=["tedee"])
    with running(app) as url, pointed_at(package, url) as found:
        yield app, found


def use(package: Any, act: Callable[[Any], Coroutine[Any, Any, None]], key: str = KEY) -> None:  # noqa: ANN401
    """Do something with a client of one of the asynchronous packages."""

    async def run() -> None:
        aiohttp = importlib.import_module("aiohttp")
        async with aiohttp.ClientSession() as session:
            await act(getattr(package, CLIENTS[package.__name__])(personal_token=key, session=session))

    asyncio.run(run())


@pytest.mark.parametrize("name", CLIENTS)
def test_a_client_of_home_assistant(name: str) -> None:
    """All that it does over the cloud: locks, their states, every command, bridges, events, a check of the key."""
    with mock(earlier(DOCUMENT), name) as (app, package):
        events: list[Mapping[str, Any]] = []
        app.engine.listeners.append(events.append)

        async def act(client: Any) -> None:  # noqa: ANN401
            await client.get_locks()
            assert [state_of(client, key) for key in (LOCK, 40601)] == ["LOCKED", "UNLOCKED"]
            assert client.locks_dict[LOCK].battery_level == 82
            assert client.locks_dict[OFFLINE].is_connected is False
            assert client.is_locked(LOCK)
            await client.unlock(LOCK)
            await client.sync()
            assert client.is_unlocked(LOCK)
            await client.pull(LOCK)
            await client.sync()
            assert client.is_unlocked(LOCK), "it was pulled, and has sprung back"
            await client.lock(LOCK)
            await client.sync()
            assert client.is_locked(LOCK)
            await client.open(LOCK)
            await client.sync()
            assert not client.is_locked(LOCK)
            assert [bridge.name for bridge in await client.get_bridges()] == ["Hall bridge"]
            client.parse_webhook_message(next(event for event in events if event["data"]["state"] == 6))
            assert client.is_locked(LOCK), "that is what the event said"
            valid = importlib.import_module(f"{name}.helpers").is_personal_key_valid
            assert await valid(KEY, client._session)  # noqa: SLF001 - as Home Assistant hands it over.
            assert not await valid("another", client._session)  # noqa: SLF001

        use(package, act)


@pytest.mark.parametrize("name", CLIENTS)
def test_a_client_of_home_assistant_on_the_document_as_it_is(name: str) -> None:
    """It lists, syncs and moves locks; states are unknown to it, since it looks for them under their earlier name."""
    with mock(DOCUMENT, name) as (app, package):

        async def act(client: Any) -> None:  # noqa: ANN401
            await client.get_locks()
            await client.sync()
            assert state_of(client, LOCK) == "UNKNOWN"
            await client.unlock(LOCK)
            assert app.engine.store.resources("/my/lock")["40217",]["deviceState"]["state"] != 6

        use(package, act)


@pytest.mark.parametrize("name", CLIENTS)
def test_failures_are_understood(name: str) -> None:
    """401, 404 and 429 become the client's own exceptions."""
    failures = importlib.import_module(FAILURES[name]) if importlib.util.find_spec(name) else None
    with mock(DOCUMENT, name) as (_, package):

        async def denied(client: Any) -> None:  # noqa: ANN401
            with pytest.raises(failures.TedeeAuthException):  # type: ignore[union-attr]
                await client.get_locks()

        async def missing(client: Any) -> None:  # noqa: ANN401
            with pytest.raises(failures.TedeeClientException, match="not found"):  # type: ignore[union-attr]
                await client.lock(1)

        use(package, denied, key="another")
        use(package, missing)


def state_of(client: Any, key: int) -> str:  # noqa: ANN401
    """The state that a client sees, by name."""
    return str(client.locks_dict[key].state.name)


def test_pytedee() -> None:
    """All that it does: locks, commands, states, the battery."""
    with mock(earlier(DOCUMENT), "pytedee") as (_, package):
        client = package.TedeeClient(KEY)
        assert [lock.get_id() for lock in client.get_locks()] == [LOCK, OFFLINE, 40601]
        assert client.is_locked(LOCK)
        client.unlock(LOCK)
        time.sleep(5)
        client.get_state()
        assert client.is_unlocked(LOCK)
        client.lock(LOCK)
        time.sleep(3)
        assert client.update(LOCK)
        assert client.is_locked(LOCK)
        assert client.find_lock(LOCK).get_battery_level() == 82
        with pytest.raises(KeyError):
            package.TedeeClient("another")


def test_pytedee_on_the_document_as_it_is() -> None:
    """It stops at the first lock: it cannot do without the earlier name."""
    with mock(DOCUMENT, "pytedee") as (_, package), pytest.raises(KeyError, match="lockProperties"):
        package.TedeeClient(KEY)
