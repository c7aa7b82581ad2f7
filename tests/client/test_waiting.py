"""Time: turns, ends of waiting, pages of entries that share a time."""

from __future__ import annotations

import asyncio
import datetime as dt
import time
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from tedee_client import (
    ApiError,
    AsyncTedee,
    ConnectionFailed,
    InvalidRequest,
    NotFound,
    OperationTimeout,
    RateLimited,
    ServerError,
    Tedee,
)
from tedee_client._runtime.intervals import Intervals

from client.scripted import KEY, Scripted, envelope

ACCEPTED = envelope({"operationId": "7"}, 202)
PENDING = envelope({"operationId": "7", "deviceId": 1, "status": "PENDING", "result": 0, "type": 1})
ENDED = envelope({"operationId": "7", "deviceId": 1, "status": "COMPLETED", "result": 0, "type": 1})
DAY = dt.datetime(2024, 5, 1, tzinfo=dt.UTC)


def test_a_cancelled_call_gives_its_turn_back() -> None:
    """However many are cancelled, the next one waits for the interval after the last that was sent."""

    async def program() -> float:
        turns = Intervals()
        await turns.wait_async("sync", 0.3)
        started = time.monotonic()
        for _ in range(5):
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(turns.wait_async("sync", 0.3), 0.01)
        await turns.wait_async("sync", 0.3)
        return time.monotonic() - started

    assert 0.2 < asyncio.run(program()) < 1


def test_calls_at_once_take_turns() -> None:
    """In the order in which they came, also in a second event loop."""
    turns = Intervals()

    async def program() -> list[int]:
        done: list[int] = []

        async def one(number: int) -> None:
            await turns.wait_async("sync", 0.01)
            done.append(number)

        await asyncio.gather(*map(one, range(4)))
        return done

    assert asyncio.run(program()) == asyncio.run(program()) == [0, 1, 2, 3]


@pytest.mark.parametrize("wait", ["4", "3600"])
def test_waiting_ends_in_time_whatever_the_server_asks_for(wait: str) -> None:
    """A limit on the status request is no reason to wait longer, or to raise something else."""
    limited = httpx.Response(429, headers={"Retry-After": wait})
    started = time.monotonic()
    command = Tedee(personal_key=KEY, transport=Scripted(ACCEPTED, PENDING, limited)).locks.lock(1)
    with pytest.raises(OperationTimeout) as caught:
        command.wait(timeout=0.3, interval=0.01)
    assert isinstance(caught.value.__cause__, RateLimited)
    assert caught.value.operation is not None

    async def program() -> None:
        api = AsyncTedee(personal_key=KEY, transport=Scripted(ACCEPTED, PENDING, limited))
        await (await api.locks.lock(1)).wait(timeout=0.3, interval=0.01)

    with pytest.raises(OperationTimeout):
        asyncio.run(program())
    assert time.monotonic() - started < 2


def test_waiting_has_no_more_time_than_it_was_given() -> None:
    """Each status request ends with it: as a time-out in the synchronous client, cancelled in an event loop."""
    server = Scripted(ACCEPTED, PENDING)
    with pytest.raises(OperationTimeout):
        Tedee(personal_key=KEY, transport=server).locks.lock(1).wait(timeout=0.02, interval=0.01)

    class Slow(Scripted):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            if request.method == "GET":
                await asyncio.sleep(60)
            return self._next(request)

    async def program() -> None:
        await (await AsyncTedee(personal_key=KEY, transport=Slow(ACCEPTED)).locks.lock(1)).wait(timeout=0.05)

    started = time.monotonic()
    with pytest.raises(OperationTimeout):
        asyncio.run(program())
    assert time.monotonic() - started < 5


@pytest.mark.usefixtures("pauses")
def test_waiting_bears_what_may_pass() -> None:
    """A limit, a gateway, a lost connection; not what won't pass, and not for ever."""
    passing: list[httpx.Response | Exception] = [
        httpx.Response(503),
        httpx.ReadError("lost"),
        httpx.Response(429),
        PENDING,
        httpx.Response(502),
    ]
    api = Tedee(personal_key=KEY, transport=Scripted(ACCEPTED, *passing, ENDED))
    assert api.locks.lock(1).wait().status == "COMPLETED"
    for trouble, kind in ((httpx.Response(404), NotFound), (httpx.Response(503), ServerError)):
        with pytest.raises(kind):
            Tedee(personal_key=KEY, transport=Scripted(ACCEPTED, trouble)).locks.lock(1).wait()
    with pytest.raises(ConnectionFailed):
        Tedee(personal_key=KEY, transport=Scripted(ACCEPTED, httpx.ReadError("lost"))).locks.lock(1).wait()


def entry(number: int, time: dt.datetime) -> dict[str, Any]:
    """An activity."""
    return {"id": number, "date": time.isoformat(), "deviceId": 1, "event": 1, "source": 1}


class History(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Gives activities before a time, the latest first, as many as are asked for."""

    def __init__(self, times: list[dt.datetime], *, usual: int, most: int = 200, inclusive: bool = False) -> None:
        ordered = sorted(times, reverse=True)
        self.entries = [(time, entry(number, time)) for number, time in enumerate(ordered)]
        self.usual, self.most, self.inclusive = usual, most, inclusive
        self.requests = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer."""
        self.requests += 1
        assert self.requests < 500
        params = request.url.params
        size = int(params.get("elements", self.usual))
        if size > self.most:
            return envelope(None, 400)
        before = dt.datetime.fromisoformat(params["lastElemDate"]) if "lastElemDate" in params else None
        found = [e for t, e in self.entries if before is None or t < before or (self.inclusive and t == before)]
        return envelope(found[:size])

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer."""
        return self.handle_request(request)


TIMES: dict[str, list[dt.datetime]] = {
    "one a day": [DAY - dt.timedelta(days=n) for n in range(9)],
    "three at a time": [DAY - dt.timedelta(days=n // 3) for n in range(9)],
    "all at once": [DAY] * 9,
    "within a moment": [DAY + dt.timedelta(microseconds=n) for n in range(9)],
    "none": [],
}


@pytest.mark.parametrize("inclusive", [False, True])
@pytest.mark.parametrize("size", [2, 3, 4, 9, 10, None])
@pytest.mark.parametrize("times", TIMES)
def test_no_entry_is_lost_or_comes_twice(times: str, size: int | None, inclusive: bool) -> None:  # noqa: FBT001 - a parameter.
    """Whatever times they share, and whether the server counts its bound or not."""
    options: dict[str, Any] = {"device_id": 1, **({"elements": size} if size else {})}

    def server() -> History:
        return History(TIMES[times], usual=4, inclusive=inclusive)

    expected = list(range(len(TIMES[times])))
    assert [a.id for a in Tedee(personal_key=KEY, transport=server()).device_activities.iter_all(**options)] == expected
    page = Tedee(personal_key=KEY, transport=server()).device_activities.page_all(**options)
    found = [a.id for a in page]
    while page.has_next_page():
        page = page.next_page()
        found += [a.id for a in page]
    assert found == expected

    async def program() -> list[int]:
        api = AsyncTedee(personal_key=KEY, transport=server())
        return [a.id async for a in api.device_activities.iter_all(**options)]

    assert asyncio.run(program()) == expected


def test_entries_that_cannot_be_listed_are_told(caplog: pytest.LogCaptureFixture) -> None:
    """More of one time than the server gives at once: the others come, and a warning."""
    times = [DAY] * 9 + [DAY - dt.timedelta(days=1)]
    api = Tedee(personal_key=KEY, transport=History(times, usual=4, most=4))
    assert [a.id for a in api.device_activities.iter_all(device_id=1, elements=4)] == [0, 1, 2, 3, 9]
    assert "some of them can't be listed" in caplog.text
    with pytest.raises(InvalidRequest):
        [*api.device_activities.iter_all(device_id=1, elements=5)]


@pytest.mark.parametrize(
    "change",
    [
        lambda n: [{"id": 1, "deviceState": {"batteryLevel": 100 - n}}, {"id": 2}],
        lambda n: [{"id": i} for i in range(1, 3 + n)],
        lambda n: [{"id": i} for i in range(1, 9 - n)],
        lambda n: [{"id": i} for i in sorted((1, 2), reverse=bool(n % 2))],
        lambda n: [{"name": "a", "revision": n}, {"name": "b", "revision": n}],
    ],
    ids=["changes", "grows", "shrinks", "turns", "without ids"],
)
def test_a_server_that_does_not_page_is_noticed(change: Callable[[int], list[dict[str, Any]]]) -> None:
    """Its entries are known again although they have changed, and nothing comes twice."""
    asked: list[int] = []

    def answer(_: httpx.Request) -> httpx.Response:
        asked.append(1)
        assert len(asked) < 9
        return envelope(change(len(asked)))

    api = Tedee(personal_key=KEY, transport=httpx.MockTransport(answer))
    found = [lock.id or lock.name for lock in api.locks.iter_all()]
    assert len(found) == len(set(found)) >= 2
    assert len(asked) == 2


def test_pages_are_objects() -> None:
    """With their entries, and the next one where there is one; a page may be asked for its next one twice."""
    pages = [envelope({"itemsPerPage": 2, "page": n, "doorSensors": [{"id": i} for i in ids]})
             for n, ids in ((1, (1, 2)), (2, (3,)), (2, (3,)))]  # fmt: skip
    server = Scripted(*pages)
    page = Tedee(personal_key=KEY, transport=server).door_sensors.page_all(items_per_page=2)
    assert ([s.id for s in page.items], page.has_next_page(), len(page)) == ([1, 2], True, 2)
    for last in (page.next_page(), page.next_page()):
        assert ([s.id for s in last], last.has_next_page()) == ([3], False)
        with pytest.raises(ValueError, match="this is the last page"):
            last.next_page()
    assert [r.url.params["page"] for r in server.requests] == ["1", "2", "2"]

    async def program() -> list[int]:
        first = await AsyncTedee(personal_key=KEY, transport=Scripted(*pages[:2])).door_sensors.page_all(
            items_per_page=2
        )
        return [sensor.id for sensor in await first.next_page()]

    assert asyncio.run(program()) == [3]
    with pytest.raises(ApiError):
        Tedee(personal_key=KEY, transport=Scripted(httpx.Response(404))).door_sensors.page_all()
