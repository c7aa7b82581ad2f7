"""The client as people use it, against the mock, over real HTTP."""

from __future__ import annotations

import asyncio
import inspect
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from tedee_client import (
    AsyncTedee,
    NotFound,
    OperationFailed,
    OperationTimeout,
    Tedee,
    UnexpectedResponse,
    UnknownWebhook,
    parse_webhook,
)
from tedee_client.api.lock import lock_get_all
from tedee_client.models import (
    DeviceOperation,
    DeviceType,
    LockArrayEnvelope,
    LockState,
    LockStatusChangedWebhook,
    UnlockMode,
)

from client.scripted import KEY, Scripted, envelope

ROOT = Path(__file__).resolve().parents[2]
FRONT = 40217
METHODS = ("get", "put", "post", "delete", "patch")


def test_list_unlock_wait_read_back(mock_url: str) -> None:
    """The way of a small program: payloads, typed, and a command that is waited for."""
    with Tedee(personal_key="mock-key", base_url=mock_url) as api:
        locks = api.locks.get_all()
        assert [lock.name for lock in locks] == ["Front door", "Garden shed", "Workshop"]
        assert isinstance(locks[0].type_, DeviceType)
        assert locks[0].device_state is not None
        assert locks[0].device_state.battery_level == 82
        assert locks[1].device_state is None
        ended = api.locks.unlock(FRONT, mode=UnlockMode.WITHOUT_AUTO_PULL_SPRING).wait(interval=0.01)
        assert (ended.device_id, ended.status, ended.result) == (FRONT, "COMPLETED", 0)
        after = api.locks.get_single(FRONT)
        assert after.device_state is not None
        assert after.device_state.state is LockState.UNLOCKED


def test_the_same_in_an_event_loop(mock_url: str) -> None:
    """Same groups, same methods, awaited."""

    async def program() -> tuple[list[str], DeviceOperation]:
        async with AsyncTedee(personal_key="mock-key", base_url=mock_url) as api:
            names = [lock.name async for lock in api.locks.iter_all(items_per_page=1)]
            return names, await (await api.locks.lock(FRONT)).wait(interval=0.01)

    names, ended = asyncio.run(program())
    assert names[0] == "Front door"
    assert ended.status == "COMPLETED"


def test_bodies_are_keyword_arguments(mock_url: str) -> None:
    """A change names what it changes, and nothing else is sent."""
    with Tedee(personal_key="mock-key", base_url=mock_url) as api:
        lock = api.locks.get_single(FRONT)
        api.locks.update(id=FRONT, revision=lock.revision, name="Entrance")
        assert api.locks.get_single(FRONT).name == "Entrance"
    sent = Scripted(envelope({"id": 1, "revision": 4}))
    Tedee(personal_key=KEY, transport=sent).locks.update(id=1, revision=3, name="x")
    assert sent.requests[0].content == b'{"id":1,"revision":3,"name":"x"}'


def test_a_value_may_stand_for_a_member() -> None:
    """What an answer gave as a number can be sent as one: alone, in a list, in a body."""
    server = Scripted(envelope([]))
    api = Tedee(personal_key=KEY, transport=server)
    api.locks.get_all(filters_state=[LockState.LOCKED, 77])  # type: ignore[list-item]  # a state of a newer server.
    api.locks.get_all(filters_state=6)  # type: ignore[arg-type]  # one alone.
    assert [[*r.url.params.multi_items()] for r in server.requests] == [
        [("Filters.State", "6"), ("Filters.State", "77")], [("Filters.State", "6")],
    ]  # fmt: skip
    server = Scripted(envelope({"operationId": "7"}, 202))
    for mode in (UnlockMode.FORCE_UNLOCK, 2):
        Tedee(personal_key=KEY, transport=server).locks.unlock(1, mode=mode)  # type: ignore[arg-type]  # as above.
    assert len({r.url.raw_path for r in server.requests}) == 1


def test_every_operation_is_a_method(document: Mapping[str, Any]) -> None:
    """In the group of its tag, synchronous and not, with the documentation's words and its page."""
    api, other = Tedee(personal_key=KEY), AsyncTedee(personal_key=KEY)
    site = document["externalDocs"]["url"]
    sources = [item[verb]["x-source"] for item in document["paths"].values() for verb in METHODS if verb in item]
    pages = {f"{site}/{source.partition('.rst:')[0]}.html" for source in sources}
    groups = [
        name
        for name in dir(Tedee)
        if not name.startswith("_") and name not in {"raw", "close", "prepare", "connection", "with_options"}
    ]
    found = 0
    for name in groups:
        group, twin = getattr(api, name), getattr(other, name)
        methods = [m for m in dir(group) if not m.startswith(("_", "iter_", "page_", "with_"))]
        assert methods == [m for m in dir(twin) if not m.startswith(("_", "iter_", "page_", "with_"))]
        for method in methods:
            found += 1
            words = (inspect.getdoc(getattr(group, method)) or "").split()
            assert words[words.index("Documentation:") + 1] in pages
            assert not [word for word in words if "](#" in word], "a link that leads nowhere here"
            assert inspect.iscoroutinefunction(getattr(twin, method))
            assert inspect.signature(getattr(group, method)).parameters.keys() == (
                inspect.signature(getattr(twin, method)).parameters.keys()
            )
    assert found == sum(verb in item for item in document["paths"].values() for verb in METHODS)


def test_a_command_that_the_device_cannot_do() -> None:
    """Accepted, asked for until it has ended, and then it raises with what the server said."""
    pending, failed = ({"operationId": "7", "deviceId": 1, "status": s, "result": r, "type": 1}
                       for s, r in (("PENDING", 0), ("COMPLETED", 3)))  # fmt: skip
    queued = {**pending, "status": "InProgress"}
    server = Scripted(envelope({"operationId": "7"}, 202), envelope(pending), envelope(queued), envelope(failed))
    said = r"^POST /my/lock/\{\}/operation/unlock: operation 7 ended as COMPLETED with result 3$"
    with pytest.raises(OperationFailed, match=said) as caught:
        Tedee(personal_key=KEY, transport=server).locks.unlock(1).wait(interval=0)
    assert isinstance(caught.value.operation, DeviceOperation)
    assert [r.method for r in server.requests] == ["POST", "GET", "GET", "GET"]


def test_a_command_that_does_not_end() -> None:
    """Waiting ends; the error is a TimeoutError too."""
    pending = {"operationId": "7", "deviceId": 1, "status": "PENDING", "result": 0, "type": 1}
    api = Tedee(personal_key=KEY, transport=Scripted(envelope({"operationId": "7"}, 202), envelope(pending)))
    with pytest.raises(TimeoutError) as caught:
        api.locks.unlock(1).wait(timeout=0.01, interval=0.02)
    assert isinstance(caught.value, OperationTimeout)
    assert isinstance(caught.value.operation, DeviceOperation)
    assert caught.value.method == "POST"
    async_api = AsyncTedee(personal_key=KEY, transport=Scripted(envelope({"operationId": "7"}, 202), envelope(pending)))

    async def program() -> None:
        await (await async_api.locks.unlock(1)).wait(timeout=0.01, interval=0.02)

    with pytest.raises(OperationTimeout):
        asyncio.run(program())
    nothing = Tedee(personal_key=KEY, transport=Scripted(envelope(None, 202)))
    accepted = nothing.locks.unlock(1)
    with pytest.raises(UnexpectedResponse, match="no operation id"):
        accepted.wait()


def test_the_raw_layer_is_within_reach(mock_url: str) -> None:
    """With this connection and its credentials."""
    with Tedee(personal_key="mock-key", base_url=mock_url) as api:
        assert isinstance(lock_get_all.sync(client=api.raw), LockArrayEnvelope)


def test_a_group_is_one_object() -> None:
    """It is made when it is first asked for, and an unknown one is an AttributeError."""
    api = Tedee(personal_key=KEY)
    assert api.locks is api.locks
    assert not hasattr(api, "doors")


def test_pages_are_asked_for_when_they_are_needed() -> None:
    """Numbers go up until a page isn't full; the first page alone is fetched for the first entry."""
    page = {"itemsPerPage": 2, "page": 1}
    entries = [{"id": n, "name": f"s{n}"} for n in range(3)]
    server = Scripted(envelope({**page, "doorSensors": entries[:2]}), envelope({**page, "doorSensors": entries[2:]}))
    found = Tedee(personal_key=KEY, transport=server).door_sensors.iter_all(items_per_page=2, filters_name="s")
    assert next(found).id == 0
    assert len(server.requests) == 1
    assert [sensor.id for sensor in found] == [1, 2]
    assert [dict(r.url.params) for r in server.requests] == [
        {"filters.name": "s", "itemsPerPage": "2", "page": "1"},
        {"filters.name": "s", "itemsPerPage": "2", "page": "2"},
    ]


def test_a_server_that_does_not_know_paging_is_asked_twice_at_most() -> None:
    """It gives the same each time; nothing comes out double."""
    server = Scripted(envelope([{"id": 1}, {"id": 2}]))
    assert [lock.id for lock in Tedee(personal_key=KEY, transport=server).locks.iter_all()] == [1, 2]
    assert len(server.requests) == 2


def test_activities_go_back_in_time() -> None:
    """The next page begins a moment behind the last entry's time, so that it has others of that time."""
    first = [{"id": n, "date": f"2024-05-0{9 - n}T00:00:00Z", "deviceId": 1, "event": 1, "source": 1} for n in (1, 2)]
    server = Scripted(envelope(first), envelope([]))
    found = Tedee(personal_key=KEY, transport=server).device_activities.iter_all(device_id=1)
    assert [activity.id for activity in found] == [1, 2]
    assert [r.url.params.get("lastElemDate") for r in server.requests] == [None, "2024-05-07T00:00:00.001000+00:00"]


def test_every_documented_webhook_is_typed(document: Mapping[str, Any]) -> None:
    """The samples of all of them; an event that nobody knows; a body that is none."""
    for event, item in document["webhooks"].items():
        for example in item["post"]["requestBody"]["content"]["application/json"]["examples"].values():
            told = parse_webhook(example["value"])
            assert not isinstance(told, UnknownWebhook)
            assert told.event == event
            assert told.data.event_time.tzinfo is not None
    told = parse_webhook(b'{"event": "lock-status-changed", "data": {"deviceId": 1, "state": 77}}')
    assert isinstance(told, LockStatusChangedWebhook)
    assert told.data.state == 77
    unknown = parse_webhook('{"event": "door-melted", "data": {}}')
    assert unknown == UnknownWebhook("door-melted", {"event": "door-melted", "data": {}})
    for body in (b"", "[]", b"\xff", "<html>", "[" * 100_000):
        with pytest.raises(UnexpectedResponse, match="a webhook's body must be"):
            parse_webhook(body)


def test_the_readme_is_a_program_that_runs(mock_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The examples of both READMEs, word for word but for server, key and lock."""
    for path in (ROOT / "generated" / "README.md", ROOT / "README.md"):
        (code,) = re.findall(r"```python\n(.*?)```", path.read_text("utf-8"), re.DOTALL)
        code = code.replace('personal_key="…"', f'personal_key="mock-key", base_url={mock_url!r}')
        exec(compile(code.replace("(123)", f"({FRONT})"), str(path), "exec"), {})  # noqa: S102 - our own README.
        assert "Front door" in capsys.readouterr().out


def test_the_how_to_is_a_program_that_runs(mock_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each example, word for word but for server and key; none needs a real one."""
    page = ROOT / "docs" / "how-to" / "use-the-client.md"
    for code in re.findall(r"```python\n(.*?)```", page.read_text("utf-8"), re.DOTALL):
        local = code.replace('personal_key="…"', f'personal_key="mock-key", base_url={mock_url!r}').replace("…", "x")
        exec(compile(local, str(page), "exec"), {})  # noqa: S102 - our own page.
    said = capsys.readouterr().out
    for line in ("Front door is locked", "opened: COMPLETED", "renamed", "40217 True", "Workshop door"):
        assert line in said
    assert said.endswith("lock-status-changed 40217\n")


def test_the_tutorial_is_a_program_that_runs(mock_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Step by step, each as it stands but for the address, and it prints what the page shows."""
    page = ROOT / "docs" / "tutorial" / "client.md"
    steps = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
    assert len(steps) == page.read_text("utf-8").count("```python")
    names: dict[str, Any] = {}
    for code, shown in steps:
        local = code.replace("http://127.0.0.1:8765/api/v37", mock_url)
        exec(compile(local, str(page), "exec"), names)  # noqa: S102 - our own page.
        assert capsys.readouterr().out == shown


def test_a_failure_says_what_and_where(mock_url: str) -> None:
    """Status, words, correlation id, method and path."""
    with Tedee(personal_key="mock-key", base_url=mock_url) as api, pytest.raises(NotFound) as caught:
        api.locks.get_single(1)
    error = caught.value
    assert (error.status, error.method) == (404, "GET")
    assert error.path.endswith("/my/lock/1")
    assert error.error_messages == ("there is nothing with id 1",)
    assert error.correlation_id
    assert str(error).endswith(f"answered 404: there is nothing with id 1 (correlation id {error.correlation_id})")


def test_emitted_files_say_that_they_are() -> None:
    """In their first line, so nobody edits them."""
    for path in (ROOT / "generated" / "tedee_client").rglob("*.py"):
        assert path.read_text("utf-8").startswith("# Generated from the API's documentation"), path
