"""What is sent, how often, when, and with whose key."""

from __future__ import annotations

import asyncio
import logging
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
from tedee_client import (
    AsyncTedee,
    AuthenticationError,
    ConnectionFailed,
    DeviceUnavailable,
    InvalidRequest,
    RateLimited,
    ServerError,
    Tedee,
    Tokens,
)

from client.scripted import KEY, Scripted, envelope

FINE = envelope([])
ACCEPTED = envelope({"operationId": "1"}, 202)
LOST = httpx.ReadError("connection lost")
LIMITED = httpx.Response(429, headers={"Retry-After": "7"})


def call(name: str, server: Scripted, **options: Any) -> None:  # noqa: ANN401 - those of the client.
    """Call one of four operations: what reads, changes, replaces, or moves a bolt."""
    api = Tedee(personal_key=KEY, transport=server, **options)
    calls: dict[str, Callable[[], object]] = {
        "get": api.locks.get_all,
        "post": lambda: api.locks.unlock(1),
        "patch": lambda: api.locks.update(id=1, revision=1),
        "delete": lambda: api.gates.delete(1),
    }
    calls[name]()


@pytest.mark.parametrize("operation", ["get", "delete"])
@pytest.mark.parametrize("trouble", [LOST, *(httpx.Response(status) for status in (429, 502, 503, 504))], ids=str)
def test_what_does_no_harm_is_repeated(
    operation: str, trouble: httpx.Response | Exception, pauses: list[float]
) -> None:
    """After a lost connection, a gateway's error, or a limit."""
    server = Scripted(trouble, trouble, FINE)
    call(operation, server)
    assert len(server.requests) == 3
    assert len(pauses) == 2
    assert all(0 <= pause <= 60 for pause in pauses)


@pytest.mark.parametrize("operation", ["post", "patch"])
@pytest.mark.parametrize(
    "trouble", [LOST, httpx.ConnectError("no"), *(httpx.Response(s) for s in (500, 502, 503, 504, 408))], ids=str
)
def test_a_command_is_never_sent_twice(
    operation: str, trouble: httpx.Response | Exception, pauses: list[float]
) -> None:
    """Nobody knows what became of it; a door may have opened."""
    server = Scripted(trouble, ACCEPTED)
    with pytest.raises((ConnectionFailed, ServerError, DeviceUnavailable)):
        call(operation, server)
    assert len(server.requests) == 1
    assert pauses == []
    loop = Scripted(trouble, ACCEPTED)
    with pytest.raises(Exception, match="my/lock/1/operation/unlock"):
        asyncio.run(AsyncTedee(personal_key=KEY, transport=loop).locks.unlock(1))
    assert len(loop.requests) == 1


@pytest.mark.parametrize("operation", ["get", "post", "patch", "delete"])
def test_a_limit_is_waited_out(operation: str, pauses: list[float]) -> None:
    """As long as the server says; a command too, for nothing was done."""
    server = Scripted(LIMITED, ACCEPTED if operation in {"post", "patch"} else FINE)
    call(operation, server)
    assert len(server.requests) == 2
    assert pauses == [7]


@pytest.mark.parametrize("status", [429, 503])
def test_a_wait_that_is_too_long_is_not_cut_short(status: int, pauses: list[float]) -> None:
    """It raises at once instead of asking before the time."""
    server = Scripted(httpx.Response(status, headers={"Retry-After": "3600"}), FINE)
    with pytest.raises((RateLimited, ServerError)):
        call("get", server)
    assert (len(server.requests), pauses) == (1, [])
    asyncio_server = Scripted(httpx.Response(status, headers={"Retry-After": "61"}), FINE)
    with pytest.raises((RateLimited, ServerError)):
        asyncio.run(AsyncTedee(personal_key=KEY, transport=asyncio_server).locks.get_all())
    assert len(asyncio_server.requests) == 1


def test_retries_end_and_can_be_switched_off(pauses: list[float]) -> None:
    """After as many as were asked for, the last failure is told."""
    for retries in (0, 2):
        server = Scripted(httpx.Response(503))
        with pytest.raises(ServerError):
            call("get", server, retries=retries)
        assert len(server.requests) == retries + 1
    assert len(pauses) == 2


@pytest.mark.parametrize("value", ["soon", "", "-5", "1e400", "Wed, 21 Oct 2015 07:28:00 GMT"])
def test_an_odd_retry_after_costs_nothing(value: str, pauses: list[float]) -> None:
    """It is taken as none."""
    server = Scripted(httpx.Response(429, headers={"Retry-After": value}), FINE)
    call("get", server)
    assert len(pauses) == 1
    assert pauses[0] <= 1


def test_documented_intervals_are_kept_when_asked(pauses: list[float]) -> None:
    """Twenty seconds between two syncs; nothing between other calls, nor without asking."""
    api = Tedee(personal_key=KEY, transport=Scripted(FINE), keep_intervals=True)
    for _ in range(3):
        api.locks.sync()
        api.locks.get_all()
    # Nobody slept in truth, so the third turn is forty seconds away.
    assert [round(pause) for pause in pauses] == [20, 40]
    pauses.clear()
    other = AsyncTedee(personal_key=KEY, transport=Scripted(FINE), keep_intervals=True)

    async def program() -> None:
        for _ in range(2):
            await other.locks.sync()

    asyncio.run(program())
    assert [round(pause) for pause in pauses] == [20]
    hasty = Tedee(personal_key=KEY, transport=Scripted(FINE))
    hasty.locks.sync()
    hasty.locks.sync()
    assert len(pauses) == 1


def test_both_kinds_of_credentials() -> None:
    """Each in its form, in the one header."""
    kinds: tuple[tuple[dict[str, Any], str], ...] = (
        ({"personal_key": KEY}, f"PersonalKey {KEY}"),
        ({"access_token": "a.b.c"}, "Bearer a.b.c"),
    )
    for options, header in kinds:
        server = Scripted(FINE)
        Tedee(transport=server, **options).locks.get_all()
        assert server.requests[0].headers["Authorization"] == header


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({}, "no credentials: give personal_key or access_token"),
        ({"personal_key": KEY, "access_token": "x"}, "give one kind of credentials"),
        ({"personal_key": f"{KEY}\n"}, "personal_key must be printable ASCII"),
        ({"personal_key": ""}, "personal_key must be printable ASCII"),
        ({"access_token": "schlüssel"}, "access_token must be printable ASCII"),
        ({"refresh_token": "x"}, "a refresh_token needs a client_id"),
    ],
)
def test_credentials_that_make_no_sense(options: dict[str, Any], said: str) -> None:
    """Are told at once, without them."""
    with pytest.raises(ValueError, match=said) as caught:
        Tedee(**options)
    assert KEY not in str(caught.value)


def test_a_token_is_renewed_by_a_callback() -> None:
    """Once, when the old one is refused; the call is then made again, a command too: it was refused."""
    given: list[str] = []

    def refresh() -> str:
        given.append("new")
        return "new"

    server = Scripted(httpx.Response(401), ACCEPTED)
    Tedee(access_token="old", refresh=refresh, transport=server).locks.unlock(1)
    assert [r.headers["Authorization"] for r in server.requests] == ["Bearer old", "Bearer new"]
    refused = Scripted(httpx.Response(401))
    with pytest.raises(AuthenticationError):
        Tedee(access_token="old", refresh=refresh, transport=refused).locks.get_all()
    assert len(refused.requests) == 2
    first = Scripted(FINE)
    Tedee(refresh=refresh, transport=first).locks.get_all()
    assert [r.headers["Authorization"] for r in first.requests] == ["Bearer new"]
    assert len(given) == 3


def test_a_token_is_renewed_in_an_event_loop() -> None:
    """By a coroutine; several calls at once renew it once."""
    given: list[str] = []

    async def refresh() -> str:
        await asyncio.sleep(0)
        given.append("new")
        return "new"

    class Picky(Scripted):
        def _next(self, request: httpx.Request) -> httpx.Response:
            self.requests.append(request)
            return FINE if request.headers["Authorization"] == "Bearer new" else httpx.Response(401)

    async def program() -> None:
        async with AsyncTedee(access_token="old", refresh=refresh, transport=Picky(FINE)) as api:
            await asyncio.gather(*(api.locks.get_all() for _ in range(5)))

    asyncio.run(program())
    assert given == ["new"]


def test_a_token_is_renewed_with_a_refresh_token() -> None:
    """At the documented place; the tokens are handed out to be kept, the next renewal uses the new one."""
    kept: list[Tokens] = []

    def tokens(number: int) -> httpx.Response:
        return httpx.Response(200, json={"access_token": f"a{number}", "refresh_token": f"r{number}"})

    server = Scripted(tokens(1), FINE, httpx.Response(401), tokens(2), FINE)
    api = Tedee(refresh_token="r0", client_id="me", on_refresh=kept.append, transport=server)
    api.locks.get_all()
    api.locks.get_all()
    assert [t.refresh_token for t in kept] == ["r1", "r2"]
    asked = [r for r in server.requests if r.url.host != "api.tedee.com"]
    assert [r.url.host for r in asked] == ["tedee.b2clogin.com"] * 2
    assert [b"refresh_token=r0" in asked[0].content, b"refresh_token=r1" in asked[1].content] == [True, True]
    assert all("Authorization" not in r.headers for r in asked)
    assert "r1" not in repr(kept)
    loop = Scripted(tokens(1), FINE)
    asyncio.run(AsyncTedee(refresh_token="r0", client_id="me", transport=loop).locks.get_all())
    for answer in (httpx.Response(400, json={"error": "invalid_grant"}), httpx.Response(200, content=b"<html>")):
        with pytest.raises(AuthenticationError, match="the refresh token gave no access token"):
            Tedee(refresh_token="r0", client_id="me", transport=Scripted(answer)).locks.get_all()


def texts(thing: object, depth: int = 6) -> Iterator[str]:
    """All that could be printed of an exception or a client, and of what hangs on it."""
    yield from (str(thing), repr(thing))
    if depth and isinstance(thing, BaseException):
        for part in (thing.__cause__, thing.__context__, *thing.args, *vars(thing).values()):
            yield from texts(part, depth - 1)
    if isinstance(thing, httpx.RequestError):
        yield str(thing.request.headers.raw)


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(401, headers={"X-Correlation-ID": KEY}, json={"errorMessages": [f"PersonalKey {KEY} is wrong"]}),
        httpx.Response(500, content=KEY.encode()),
        httpx.Response(200, content=KEY.encode()),
        httpx.ConnectError(f"refused {KEY}"),
        httpx.DecodingError("gzip"),
    ],
    ids=str,
)
def test_the_key_is_in_nothing_that_is_printed(
    answer: httpx.Response | Exception, caplog: pytest.LogCaptureFixture
) -> None:
    """Not in an exception or what caused it, not in a log at its most talkative, though the server repeats it."""
    caplog.set_level(logging.DEBUG)
    api = Tedee(personal_key=KEY, retries=0, transport=Scripted(answer))
    with pytest.raises(Exception, match="/my/lock") as caught:
        api.locks.get_all()
    printed = "\n".join(
        [*texts(caught.value), repr(api), repr(api.raw), repr(api.locks), repr(api.connection.options), caplog.text]
    )
    assert KEY not in printed


def test_no_redirect_takes_the_key_along() -> None:
    """It goes to the server that was named."""
    server = Scripted(httpx.Response(307, headers={"Location": "https://elsewhere.example/"}), FINE)
    with pytest.raises(Exception, match="answered 307"):
        call("get", server)
    assert [r.url.host for r in server.requests] == ["api.tedee.com"]


def test_a_path_parameter_stays_in_its_place() -> None:
    """Whatever it is made of."""
    server = Scripted(envelope(None, 400))
    api = Tedee(personal_key=KEY, transport=server)
    with pytest.raises(InvalidRequest):
        api.devices.get_device_operation("../../../x?y=1#z")
    assert server.requests[0].url.raw_path == b"/api/v37/my/device/operation/..%2F..%2F..%2Fx%3Fy%3D1%23z"
    for odd in ("", ".", ".."):
        with pytest.raises(ValueError, match="a parameter in the path can't be"):
            api.devices.get_device_operation(odd)
    assert len(server.requests) == 1


@pytest.mark.parametrize("address", ["", "api.example", "/api", "ftp://api.example", "https://", "https://a/?b=1"])
def test_an_address_that_is_none_is_refused_at_once(address: str) -> None:
    """Not at the first call, and not as a lost connection."""
    with pytest.raises(ValueError, match="base_url must be an address such as"):
        Tedee(personal_key=KEY, base_url=address)
    with pytest.raises(ValueError, match="base_url must be an address such as"):
        AsyncTedee(personal_key=KEY, base_url=address)


@pytest.mark.parametrize("address", ["http://127.0.0.1:9", "http://127.0.0.1:9/", "http://127.0.0.1:9/a/v1/"])
def test_a_slash_behind_the_address_is_no_matter(address: str) -> None:
    """It is there once, in what is asked for."""
    server = Scripted(FINE)
    Tedee(personal_key=KEY, base_url=address, transport=server).locks.get_all()
    assert str(server.requests[0].url) == f"{address.rstrip('/')}/my/lock"


def test_making_a_client_costs_nothing() -> None:
    """What sends is made, and imported, with the first call: certificates, retries, the event loop's library."""
    code = (
        "import sys; from tedee_client import Tedee; api = Tedee(personal_key='x'); "
        "print([name for name in ('asyncio', 'httpx_retries', 'tedee_client.models', 'tedee_client.groups') "
        "if name in sys.modules], 'http' in vars(api.connection)); api.close()"
    )
    place = str(Path(sys.modules["tedee_client"].__path__[0]).parent)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": place}
    )
    assert done.stdout == "[] False\n"


def test_a_closed_client_stays_closed() -> None:
    """Whether it was used before or not; closing twice is no error."""
    for used in (True, False):
        server = Scripted(FINE)
        with Tedee(personal_key=KEY, transport=server) as api:
            if used:
                api.locks.get_all()
        api.close()
        with pytest.raises(RuntimeError, match="has been closed"):
            api.locks.get_all()
        assert len(server.requests) == used

    async def program() -> None:
        async with AsyncTedee(personal_key=KEY, transport=Scripted(FINE)) as api:
            pass
        await api.aclose()
        with pytest.raises(RuntimeError, match="has been closed"):
            await api.locks.get_all()

    asyncio.run(program())


@pytest.mark.parametrize("options", [{"retries": -1}, {"longest_wait": 0}])
def test_numbers_that_make_no_sense_are_refused_at_once(options: dict[str, Any]) -> None:
    """Not at the first call."""
    with pytest.raises(ValueError, match="retries must not be negative"):
        Tedee(personal_key=KEY, **options)


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, None),
        ({"HTTPS_PROXY": "http://proxy.example:3128"}, "http://proxy.example:3128"),
        ({"HTTPS_PROXY": "proxy.example:3128"}, "http://proxy.example:3128"),
        ({"ALL_PROXY": "http://proxy.example:3128"}, "http://proxy.example:3128"),
        ({"HTTP_PROXY": "http://proxy.example:3128"}, None),
        ({"HTTPS_PROXY": "http://proxy.example:3128", "NO_PROXY": "api.tedee.com"}, None),
    ],
)
def test_the_environments_proxy_is_used(
    environment: dict[str, str], expected: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As httpx would by itself; not where another transport was given."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    asked: list[object] = []

    def transport(*, proxy: object = None) -> httpx.BaseTransport:
        asked.append(proxy)
        return Scripted(FINE)

    monkeypatch.setattr("httpx.HTTPTransport", transport)
    monkeypatch.setattr("httpx.AsyncHTTPTransport", transport)
    Tedee(personal_key=KEY).locks.get_all()
    asyncio.run(AsyncTedee(personal_key=KEY).locks.get_all())
    call("get", Scripted(FINE))
    assert asked == [expected, expected]


def test_no_cookie_is_kept() -> None:
    """Whatever an answer sets; callers are known by their key."""
    server = Scripted(httpx.Response(200, headers={"Set-Cookie": "a=b"}, json={"result": [], "success": True}))
    api = Tedee(personal_key=KEY, transport=server)
    api.locks.get_all()
    api.raw.get_httpx_client().get("/my/lock")
    assert ["Cookie" in r.headers for r in server.requests] == [False, False]
    assert not api.connection.http.cookies


def test_threads_share_one_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also those that make the first call at once."""
    made: list[Scripted] = []

    def slowly(**_: object) -> httpx.BaseTransport:
        time.sleep(0.02)
        made.append(Scripted(FINE))
        return made[-1]

    monkeypatch.setattr("httpx.HTTPTransport", slowly)
    api = Tedee(personal_key=KEY)
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(lambda _: api.locks.get_all(), range(40))) == [[]] * 40
    assert [len(server.requests) for server in made] == [40]
