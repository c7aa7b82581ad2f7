"""What a failure carries, and tokens that are never lost."""

from __future__ import annotations

import asyncio
import json
import pickle
from functools import partial
from typing import Any

import httpx
import pytest
from tedee_client import (
    ApiError,
    AsyncTedee,
    AuthenticationError,
    Conflict,
    InvalidRequest,
    Tedee,
    Tokens,
    UnexpectedResponse,
)

from client.scripted import KEY, Scripted, envelope

FINE = envelope([])


def failure(answer: httpx.Response) -> ApiError:
    """What the answer raises."""
    with pytest.raises(ApiError) as caught:
        Tedee(personal_key=KEY, retries=0, transport=Scripted(answer)).locks.get_all()
    return caught.value


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"errorMessages": ["a", "b"]}, ("a", "b")),
        ({"ErrorMessages": ["bad id"], "StatusCode": 400, "Success": False}, ("bad id",)),
        ({"error_messages": "x"}, ("x",)),
        ({"title": "Not valid.", "status": 400, "errors": {"id": ["Too small.", "Odd."]}},
         ("Not valid.", "id: Too small.", "id: Odd.")),
        ({"title": "Conflict", "detail": "It is busy."}, ("It is busy.",)),
        ({"message": "quota"}, ("quota",)),
        ({"Message": "Odd.", "ModelState": {"lock.id": ["missing"]}}, ("Odd.", "lock.id: missing")),
        ({"error": {"code": 12, "reason": "too far"}}, ("too far",)),
        ({"error": {"message": "no", "errors": [{"reason": "far", "message": "no"}]}}, ("no",)),
        ({"error": "invalid_grant", "error_description": "expired"}, ("expired",)),
        ({"error": "boom"}, ("boom",)),
        ({"detail": [{"loc": ["body", "id"], "msg": "field required"}]}, ("field required",)),
        ({"errors": [{"title": "T", "detail": "D"}, {"title": "U"}]}, ("D", "U")),
        ({"result": {"errorMessage": "inside"}}, ("inside",)),
        ({"result": {"id": 5, "name": "Front"}}, ()),
        ({"code": "E_BUSY"}, ("E_BUSY",)),
        ([{"message": "first"}, "second"], ("first", "second")),
        ("a text", ("a text",)),
        ({}, ()),
    ],
)  # fmt: skip
def test_the_servers_words_are_found(body: object, words: tuple[str, ...]) -> None:
    """Whatever they are called, and wherever they stand."""
    error = failure(httpx.Response(400, json=body))
    assert error.error_messages == words
    assert error.body == body
    assert all(word in str(error) for word in words)


def test_plain_text_and_pages_have_words_too() -> None:
    """The text; of a page its title. A text in place of JSON is no message, but it is there."""
    assert failure(httpx.Response(500, text="Internal boom")).error_messages == ("Internal boom",)
    page = "<html><head><title>502 Bad\n Gateway</title></head><body>nginx</body></html>"
    assert failure(httpx.Response(502, text=page)).error_messages == ("502 Bad Gateway",)
    odd = failure(httpx.Response(200, text="Sign in"))
    assert isinstance(odd, UnexpectedResponse)
    assert (odd.error_messages, odd.text, odd.body) == ((), "Sign in", None)
    assert len(failure(httpx.Response(400, text="x" * 5000)).error_messages[0]) == 1000


def test_a_failure_carries_the_response() -> None:
    """Status, headers in any case, body as text and JSON, the id of the exchange; also after it was pickled."""
    answer = httpx.Response(409, headers={"X-Request-Id": "r-1", "Retry-After": "3"}, json={"message": "busy"})
    error = failure(answer)
    assert isinstance(error, Conflict)
    for one in (error, pickle.loads(pickle.dumps(error))):  # noqa: S301 - our own bytes.
        assert (one.status, one.request_id, one.headers["retry-after"]) == (409, "r-1", "3")
        assert (json.loads(one.text), one.body) == ({"message": "busy"}, {"message": "busy"})
    assert failure(httpx.Response(400, json={"traceId": "t-1"})).request_id == "t-1"
    lost = failure_of_connection()
    assert (lost.status, lost.headers, lost.text, lost.body, lost.request_id) == (None, {}, "", None, None)


def failure_of_connection() -> ApiError:
    """What a lost connection raises."""
    with pytest.raises(ApiError) as caught:
        Tedee(personal_key=KEY, retries=0, transport=Scripted(httpx.ReadError("lost"))).locks.get_all()
    return caught.value


def test_a_failure_never_shows_the_key() -> None:
    """However the server writes it: plain, in a URL, in JSON, in a header."""
    from urllib.parse import quote  # noqa: PLC0415 - beside what is tested.

    written = [KEY, quote(KEY), quote(KEY, safe=""), KEY.replace("/", "\\/")]
    body = {"message": " ".join(written), KEY: {"deep": [KEY]}}
    error = failure(httpx.Response(401, headers={"X-Echo": KEY, "X-Request-ID": KEY}, json=body))
    shown = f"{error} {error.error_messages} {error.text} {error.body} {dict(error.headers)} {error.request_id}"
    assert not [form for form in written if form in shown]
    assert shown.count("[hidden]") > 6


@pytest.mark.parametrize("body", [[{"id": 1}], "text", 5, {"Success": False, "ErrorMessages": ["no"]}])
def test_a_payload_of_another_kind_is_a_failure(body: object) -> None:
    """A list in place of an object, an envelope in capitals: nothing that has another type is returned."""
    for answer in (httpx.Response(200, json=body), envelope(body)):
        api = Tedee(personal_key=KEY, transport=Scripted(answer))
        with pytest.raises(UnexpectedResponse):
            _ = api.locks.get_all() if isinstance(body, dict | str | int) else api.locks.get_single(1)


def tokens(access: object, refresh: object = None) -> httpx.Response:
    """An answer of the place where tokens are made."""
    return httpx.Response(200, json={"access_token": access, **({"refresh_token": refresh} if refresh else {})})


def renewing(server: Any, **options: Any) -> Any:  # noqa: ANN401 - either client.
    """A client that needs a token first."""
    kind = options.pop("kind", Tedee)
    return kind(refresh_token="r0", client_id="me", token_url="http://127.0.0.1:9/token", transport=server, **options)


def test_asynchronous_callbacks_are_awaited() -> None:
    """In the asynchronous client, and so are plain ones."""
    kept: list[str | None] = []

    async def keep(new: Tokens) -> None:
        await asyncio.sleep(0)
        kept.append(new.refresh_token)

    def keep_at_once(new: Tokens) -> None:
        kept.append(new.refresh_token)

    for callback in (keep, keep_at_once):
        api = renewing(Scripted(tokens("a1", "r1"), FINE), kind=AsyncTedee, on_refresh=callback)
        asyncio.run(api.locks.get_all())
    assert kept == ["r1", "r1"]


def test_asynchronous_callbacks_need_the_asynchronous_client() -> None:
    """Told when the client is made, or when the callback gives something to be awaited."""

    async def keep(new: Tokens) -> None:
        raise AssertionError(new)

    async def refresh() -> str:
        raise AssertionError

    with pytest.raises(TypeError, match="an asynchronous `on_refresh` needs the asynchronous client"):
        renewing(Scripted(FINE), on_refresh=keep)
    with pytest.raises(TypeError, match="an asynchronous `refresh` needs"):
        Tedee(refresh=refresh)  # type: ignore[arg-type]  # the types refuse it as well.
    api = renewing(Scripted(tokens("a1", "r1"), FINE), on_refresh=partial(lambda given, new: given(new), keep))
    with pytest.raises(TypeError, match="an asynchronous `on_refresh` needs"):
        api.locks.get_all()


def test_a_token_that_could_not_be_kept_is_told_again() -> None:
    """With the next request, until the callback has taken it."""
    told: list[str | None] = []

    def keep(new: Tokens) -> None:
        told.append(new.refresh_token)
        if len(told) < 3:
            raise OSError("disk full")

    server = Scripted(tokens("a1", "r1"), FINE)
    api = renewing(server, on_refresh=keep)
    for _ in range(2):
        with pytest.raises(OSError, match="disk full"):
            api.locks.get_all()
    assert api.locks.get_all() == []
    assert told == ["r1"] * 3
    assert len(server.requests) == 2


def test_a_token_outlives_the_call_that_needed_it() -> None:
    """A call that is cancelled while the token is fetched, or kept, doesn't take the new refresh token along."""
    kept: list[str | None] = []

    class Slow(Scripted):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            response = await super().handle_async_request(request)
            if request.url.path == "/token":
                await asyncio.sleep(0.05)
            return response

    async def keep(new: Tokens) -> None:
        await asyncio.sleep(0.05)
        kept.append(new.refresh_token)

    async def program() -> None:
        server = Slow(tokens("a1", "r1"), FINE)
        async with renewing(server, kind=AsyncTedee, on_refresh=keep) as api:
            for _ in range(2):
                with pytest.raises(TimeoutError):
                    await asyncio.wait_for(api.locks.get_all(), 0.02)
            await asyncio.gather(*(api.locks.get_all() for _ in range(3)))
        assert [r.url.path for r in server.requests].count("/token") == 1

    asyncio.run(program())
    assert kept == ["r1"]


@pytest.mark.parametrize("access", [None, "", 5, "bad token\n"])
def test_a_refresh_token_is_kept_though_the_rest_is_odd(access: object) -> None:
    """It has replaced the old one already."""
    kept: list[str | None] = []
    for kind in (Tedee, AsyncTedee):
        server = Scripted(tokens(access, "r1"), tokens("a2", "r2"), FINE)
        api = renewing(server, kind=kind, on_refresh=lambda new: kept.append(new.refresh_token))

        def call(api: Any = api) -> object:  # noqa: ANN401 - as above.
            return asyncio.run(api.locks.get_all()) if isinstance(api, AsyncTedee) else api.locks.get_all()

        with pytest.raises((AuthenticationError, ValueError)):
            call()
        assert call() == []
        assert b"refresh_token=r1" in server.requests[1].content
    assert kept == ["r1", "r2"] * 2


def test_a_refused_refresh_says_why() -> None:
    """In the server's words, without the token; a former token is hidden as well."""
    server = Scripted(httpx.Response(400, json={"error": "invalid_grant", "error_description": "r0 has expired"}))
    with pytest.raises(AuthenticationError, match=r"no access token: \[hidden\] has expired") as caught:
        renewing(server).locks.get_all()
    assert caught.value.status == 400
    answers = [tokens("a1", "r1"), FINE, httpx.Response(401), tokens("a2", "r2"), httpx.Response(400, text="a1 r1 a2")]
    late = renewing(Scripted(*answers))
    late.locks.get_all()
    with pytest.raises(InvalidRequest) as shown:
        late.locks.get_all()
    assert shown.value.text == "[hidden] [hidden] [hidden]"


def test_a_short_secret_leaves_words_alone() -> None:
    """It is hidden where it stands by itself."""
    answer = httpx.Response(401, json={"message": "key k is unknown, not taken"})
    with pytest.raises(AuthenticationError) as caught:
        Tedee(personal_key="k", transport=Scripted(answer)).locks.get_all()
    assert caught.value.error_messages == ("key [hidden] is unknown, not taken",)
