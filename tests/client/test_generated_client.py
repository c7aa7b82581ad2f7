"""The generated client, as a person uses it: imported, against the running mock, over real HTTP."""

from __future__ import annotations

import asyncio
import importlib
import pkgutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import tedee_client
from tedee_client import AuthenticatedClient
from tedee_client.api.device import device_get_device_operation
from tedee_client.api.lock import lock_get_all, lock_get_single, lock_sync, lock_unlock
from tedee_client.models import (
    DeviceOperation,
    DeviceOperationEnvelope,
    ErrorEnvelope,
    ExecuteCommandEnvelope,
    LockArrayEnvelope,
    LockEnvelope,
    LockState,
    LockStateStructure,
    LockSyncArrayEnvelope,
    UnlockMode,
)

from docpact.client import generate_client
from docpact.config import load_config
from docpact.emit import load_document
from docpact.files import read_folder
from docpact.mock import create_app, running

ROOT = Path(__file__).resolve().parents[2]
FRONT = 40217


@pytest.fixture
def client() -> Iterator[AuthenticatedClient]:
    """The generated client, pointed at a mock of its own."""
    document = load_document(ROOT / "spec" / "openapi.yaml")
    with running(create_app(document, behaviours=["tedee"])) as url:
        made = AuthenticatedClient(
            base_url=url, token="mock-key", prefix="PersonalKey", raise_on_unexpected_status=True
        )
        yield made
        made.get_httpx_client().close()


def test_every_module_imports_without_a_warning() -> None:
    """In a process of its own, warnings being errors; there is one for each operation, among others."""
    names = [module.name for module in pkgutil.walk_packages(tedee_client.__path__, "tedee_client.")]
    paths = load_document(ROOT / "spec" / "openapi.yaml")["paths"].values()
    operations = {operation["operationId"] for item in paths for operation in item.values()}
    assert operations <= {name.rpartition(".")[2] for name in names}
    code = f"import importlib\nfor name in {names!r}: importlib.import_module(name)"
    environment = {"PYTHONPATH": str(ROOT / "generated")}
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True, env=environment)
    assert all(importlib.import_module(name) for name in names)


def ask_until_done(client: AuthenticatedClient, operation: str) -> DeviceOperation:
    """What became of a command: locks take their time."""
    for _ in range(200):
        asked = device_get_device_operation.sync(operation, client=client)
        assert isinstance(asked, DeviceOperationEnvelope)
        assert isinstance(asked.result, DeviceOperation)
        if asked.result.status != "PENDING":
            return asked.result
        time.sleep(0.05)
    pytest.fail("the operation is never done")


def test_list_sync_unlock_read_back(client: AuthenticatedClient) -> None:
    """The way of a small program, synchronous."""
    locks = lock_get_all.sync(client=client)
    assert isinstance(locks, LockArrayEnvelope)
    assert [(lock.id, lock.name) for lock in locks.result] == [
        (FRONT, "Front door"),
        (40218, "Garden shed"),
        (40601, "Workshop"),
    ]
    assert locks.result[0].created.year == 2024
    assert locks.result[1].device_state is None
    synced = lock_sync.sync(client=client, id=[FRONT])
    assert isinstance(synced, LockSyncArrayEnvelope)
    (front,) = synced.result
    assert isinstance(front.device_state, LockStateStructure)
    assert front.device_state.state is LockState.LOCKED
    accepted = lock_unlock.sync(FRONT, client=client, mode=UnlockMode.WITHOUT_AUTO_PULL_SPRING)
    assert isinstance(accepted, ExecuteCommandEnvelope)
    done = ask_until_done(client, accepted.result.operation_id)
    assert (done.device_id, done.status) == (FRONT, "COMPLETED")
    after = lock_get_single.sync(FRONT, client=client)
    assert isinstance(after, LockEnvelope)
    assert isinstance(after.result.device_state, LockStateStructure)
    assert after.result.device_state.state is LockState.UNLOCKED


def test_the_same_asynchronously(client: AuthenticatedClient) -> None:
    """The way of a small program, in an event loop."""

    async def program() -> object:
        async with client as opened:
            locks = await lock_get_all.asyncio(client=opened)
            assert isinstance(locks, LockArrayEnvelope)
            mode = UnlockMode.WITHOUT_AUTO_PULL_SPRING
            assert (await lock_unlock.asyncio_detailed(FRONT, client=opened, mode=mode)).status_code == 202
            for _ in range(200):
                synced = await lock_sync.asyncio(client=opened)
                assert isinstance(synced, LockSyncArrayEnvelope)
                state = synced.result[0].device_state
                assert isinstance(state, LockStateStructure)
                if state.state is not LockState.UNLOCKING:
                    return state.state
                await asyncio.sleep(0.05)
        return None

    assert asyncio.run(program()) is LockState.UNLOCKED


def test_a_documented_failure_is_told(client: AuthenticatedClient) -> None:
    """With the envelope's words."""
    missing = lock_get_single.sync_detailed(1, client=client)
    assert missing.status_code == 404
    assert isinstance(missing.parsed, ErrorEnvelope)
    assert missing.parsed.error_messages == ["there is nothing with id 1"]


def test_it_needs_nothing_of_the_tool() -> None:
    """httpx with its retries, and attrs."""
    text = (ROOT / "generated" / "pyproject.toml").read_text("utf-8")
    listed = text.partition("dependencies = [")[2].partition("]")[0]
    assert [line.strip(' ",').split(">")[0] for line in listed.split("\n") if line.strip()] == [
        "httpx",
        "httpx-retries",
        "attrs",
    ]
    for path in (ROOT / "generated").rglob("*.py"):
        assert "docpact" not in path.read_text("utf-8")


def test_it_is_what_the_generator_makes() -> None:
    """Nobody has edited it, and two runs give the same bytes."""
    config = load_config(ROOT / "docpact.toml")
    document = load_document(config.path(config.spec.output))
    with generate_client(document, config.client) as first:
        made = read_folder(first)
    assert made == read_folder(ROOT / "generated")
