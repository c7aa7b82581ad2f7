"""What real servers send although no page says so: a table of answers, and what comes of each."""

from __future__ import annotations

import asyncio
import copy
import datetime as dt
import pickle
from typing import Any

import httpx
import pytest
from tedee_client import (
    UNSET,
    ApiError,
    AsyncTedee,
    AuthenticationError,
    Conflict,
    ConnectionFailed,
    DeviceUnavailable,
    InvalidRequest,
    NotFound,
    PermissionDenied,
    RateLimited,
    ServerError,
    Tedee,
    UnexpectedResponse,
)
from tedee_client.models import DeviceType, Lock, LockState, LockStateStructure

from client.scripted import KEY, Scripted, envelope
from client.test_every_operation import arguments_of

STATE = {
    "batteryLevel": 50, "doorState": 0, "isCharging": False, "lastStateChangedDate": "2024-05-17T06:41:12.384Z",
    "state": 6, "stateChangeResult": 0,
}  # fmt: skip
LOCK = {"id": 1, "name": "Front", "type": 2, "deviceState": STATE, "created": "2024-03-02T09:15:00Z"}
HTML = httpx.Response(200, headers={"Content-Type": "text/html"}, content=b"<html>Sign in</html>")
UTC = dt.UTC


def read(answer: httpx.Response) -> Lock:
    """What comes of an answer to a question for one lock."""
    return Tedee(personal_key=KEY, retries=0, transport=Scripted(answer)).locks.get_single(1)


def read_state(**members: object) -> LockStateStructure:
    """What comes of a lock's state with these members."""
    state = read(envelope({**LOCK, "deviceState": {**STATE, **members}})).device_state
    assert isinstance(state, LockStateStructure)
    return state


@pytest.mark.parametrize(
    ("wire", "attribute", "sent", "expected"),
    [
        ("state", "state", 6, LockState.LOCKED),
        ("state", "state", 77, 77),
        ("state", "state", None, None),
        ("state", "state", "Locked", "Locked"),
        ("state", "state", {"odd": 1}, {"odd": 1}),
        ("state", "state", True, True),
        ("batteryLevel", "battery_level", "50", "50"),
        ("batteryLevel", "battery_level", None, None),
        ("lastStateChangedDate", "last_state_changed_date", None, None),
        ("lastStateChangedDate", "last_state_changed_date", "", ""),
        ("lastStateChangedDate", "last_state_changed_date", "soon", "soon"),
        ("lastStateChangedDate", "last_state_changed_date", 1715928072384, 1715928072384),
        ("lastStateChangedDate", "last_state_changed_date", "2022-03-23T15:35:26",
         dt.datetime(2022, 3, 23, 15, 35, 26, tzinfo=UTC)),
        ("lastStateChangedDate", "last_state_changed_date", "2022-03-23T15:35:26.0400127",
         dt.datetime(2022, 3, 23, 15, 35, 26, 40012, tzinfo=UTC)),
        ("lastStateChangedDate", "last_state_changed_date", "2022-03-23T15:35:26.1Z",
         dt.datetime(2022, 3, 23, 15, 35, 26, 100000, tzinfo=UTC)),
        ("lastStateChangedDate", "last_state_changed_date", "2022-03-23T17:35:26+02:00",
         dt.datetime(2022, 3, 23, 15, 35, 26, tzinfo=UTC)),
        ("lastStateChangedDate", "last_state_changed_date", "0001-01-01T00:00:00",
         dt.datetime(1, 1, 1, tzinfo=UTC)),
    ],
)  # fmt: skip
def test_an_odd_member_costs_nothing(wire: str, attribute: str, sent: object, expected: object) -> None:
    """It is read as far as it goes, and stays as it came otherwise; the rest of the answer is there."""
    state = read_state(**{wire: sent})
    assert getattr(state, attribute) == expected
    assert type(getattr(state, attribute)) is type(expected)
    assert state.is_charging is False


def test_members_that_nobody_knows_and_members_that_are_missing() -> None:
    """The first are kept, the second None or an empty list, or false where they are documented as optional."""
    lock = read(envelope({"id": 1, "type": 99, "novelty": {"a": 1}, "deviceState": {}, "deviceSettings": 5}))
    assert lock.additional_properties == {"novelty": {"a": 1}}
    known: list[object] = [lock.id, lock.name, lock.type_]
    assert known == [1, None, 99]
    assert lock.accessories is UNSET
    assert not lock.accessories
    assert isinstance(lock.device_state, LockStateStructure)
    assert lock.device_state.battery_level is None
    assert lock.device_settings == 5
    lock = read(envelope({**LOCK, "deviceState": None, "softwareVersions": None}))
    assert (lock.device_state, lock.software_versions, lock.type_) == (None, [], DeviceType.LOCK_PRO)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (envelope([LOCK]), 1),
        (envelope([]), 0),
        (envelope(None), 0),
        (httpx.Response(200), 0),
        (httpx.Response(204), 0),
        (httpx.Response(200, json=[LOCK]), 1),
        (httpx.Response(200, json={"result": [LOCK, LOCK], "success": True}), 2),
        (httpx.Response(200, json={"success": True, "statusCode": 200, "errorMessages": None}), 0),
        (httpx.Response(200, content=b'\xef\xbb\xbf{"result": [], "success": true}'), 0),
        (httpx.Response(200, headers={"Content-Type": "text/plain"}, content=b'{"result":[],"success":true}'), 0),
        (envelope([LOCK], 200, extra=1), 1),
    ],
)
def test_an_odd_envelope_costs_nothing(answer: httpx.Response, expected: int) -> None:
    """A list is a list, however it is wrapped; also where there is none."""
    for transport in (Scripted(answer),):
        assert len(Tedee(personal_key=KEY, transport=transport).locks.get_all()) == expected
    assert len(asyncio.run(AsyncTedee(personal_key=KEY, transport=Scripted(answer)).locks.get_all())) == expected


def test_a_payload_may_have_what_envelopes_have() -> None:
    """A documented `success` of its own is told, not raised; around it an envelope is one."""
    refused = {"displayName": "Emil", "success": False, "error": {"code": 1003, "message": "has access already"}}
    for answer in (httpx.Response(201, json=refused), envelope(refused, 201)):
        create = Tedee(personal_key=KEY, transport=Scripted(answer)).device_accesses.create
        made = create(**arguments_of(create, members=True))
        assert (made.success, made.display_name) == (False, "Emil")
    with pytest.raises(Conflict):
        read(httpx.Response(200, json={"success": False, "statusCode": 409}))
    with pytest.raises(UnexpectedResponse):
        read(httpx.Response(200, json={"success": False}))


def test_nothing_new_is_no_failure() -> None:
    """A documented 304 or 204 beside a payload is None."""
    assert Tedee(personal_key=KEY, transport=Scripted(httpx.Response(304))).lock_pins.get_all(1, list_version=3) is None
    api = Tedee(personal_key=KEY, transport=Scripted(httpx.Response(204)))
    assert api.devices_certificates.get_revoked_for_mobile(device_id=1, version=2) is None
    assert api.locks.get_single(1) is None
    assert api.gates.sync_all() is None  # type: ignore[func-returns-value]  # that is what is tested.
    noisy = Tedee(personal_key=KEY, transport=Scripted(HTML))
    assert noisy.gates.unlock(1) is None  # type: ignore[func-returns-value]  # as above: it was done, whatever it says.


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (envelope(None, 400), InvalidRequest),
        (envelope(None, 401), AuthenticationError),
        (envelope(None, 403), PermissionDenied),
        (envelope(None, 404), NotFound),
        (envelope(None, 406), InvalidRequest),
        (envelope(None, 408), DeviceUnavailable),
        (envelope(None, 409), Conflict),
        (envelope(None, 412), Conflict),
        (envelope(None, 423), DeviceUnavailable),
        (envelope(None, 428), DeviceUnavailable),
        (envelope(None, 429), RateLimited),
        (envelope(None, 500), ServerError),
        (envelope(None, 520), ServerError),
        (httpx.Response(502, content=b"<html>Bad Gateway</html>"), ServerError),
        (httpx.Response(503), ServerError),
        (httpx.Response(403, content=b"<html>Access denied</html>"), PermissionDenied),
        (httpx.Response(404, json="nothing"), NotFound),
        (httpx.Response(400, json={"errorMessages": "one text"}), InvalidRequest),
        (httpx.Response(400, json={"errorMessages": [None, {"a": 1}]}), InvalidRequest),
        (httpx.Response(400, json={"errorMessages": {"id": ["wrong"]}}), InvalidRequest),
        (httpx.Response(302, headers={"Location": "https://elsewhere.example/"}), UnexpectedResponse),
        (HTML, UnexpectedResponse),
        (httpx.Response(200, content=b'{"result": {"id": 1'), UnexpectedResponse),
        (httpx.Response(200, content=b"\xff\xfe\x00"), UnexpectedResponse),
        (httpx.Response(200, content=b"[" * 100_000), UnexpectedResponse),
        (envelope(None, 200, success=False, statusCode=409), Conflict),
        (envelope(None, 200, success=False, statusCode=200), UnexpectedResponse),
    ],
)
def test_a_failure_is_of_its_own_kind(answer: httpx.Response, kind: type[ApiError]) -> None:
    """Typed, with method and path, whether it has an envelope or not; in an event loop too."""
    with pytest.raises(kind) as caught:
        read(answer)
    assert type(caught.value) is kind
    assert (caught.value.method, caught.value.path) == ("GET", "/api/v37/my/lock/1")
    assert caught.value.status is not None
    with pytest.raises(kind):
        asyncio.run(AsyncTedee(personal_key=KEY, retries=0, transport=Scripted(answer)).locks.get_single(1))


def test_what_a_failure_knows() -> None:
    """The scopes that would help, the seconds to wait, the id to quote."""
    with pytest.raises(PermissionDenied) as denied:
        Tedee(personal_key=KEY, transport=Scripted(envelope(None, 403))).locks.unlock(1)
    assert denied.value.scopes == ("Lock.Operate",)
    assert str(denied.value) == "POST /api/v37/my/lock/1/operation/unlock: answered 403 (it takes Lock.Operate)"
    assert PermissionDenied.__module__ == "tedee_client.exceptions"
    answer = httpx.Response(
        429, headers={"Retry-After": "3600", "X-Correlation-ID": "c-1"}, json={"errorMessages": ["a", "b"]}
    )
    with pytest.raises(RateLimited) as limited:
        read(answer)
    assert str(limited.value) == "GET /api/v37/my/lock/1: answered 429 (again in 3600 s): a; b (correlation id c-1)"
    assert (limited.value.retry_after, limited.value.correlation_id) == (3600, "c-1")
    assert limited.value.error_messages == ("a", "b")
    assert pickle.loads(pickle.dumps(limited.value)).retry_after == 3600  # noqa: S301 - our own bytes.


@pytest.mark.parametrize(
    "error", [httpx.ConnectError("refused"), httpx.ReadTimeout("slow"), httpx.RemoteProtocolError("broke off")]
)
def test_no_answer_is_a_failure_of_its_own(error: httpx.RequestError) -> None:
    """Whatever the HTTP library calls it."""
    with pytest.raises(ConnectionFailed, match=r"GET /api/v37/my/lock/1: no answer from api\.tedee\.com: ") as caught:
        Tedee(personal_key=KEY, retries=0, transport=Scripted(error)).locks.get_single(1)
    assert caught.value.status is None
    with pytest.raises(ConnectionFailed):
        asyncio.run(AsyncTedee(personal_key=KEY, retries=0, transport=Scripted(error)).locks.get_single(1))


def test_what_was_read_can_be_copied_and_kept() -> None:
    """A member that was left out is still known as such."""
    lock = read(envelope(LOCK))
    for other in (copy.deepcopy(lock), pickle.loads(pickle.dumps(lock))):  # noqa: S301 - our own bytes.
        assert other == lock
        assert other.accessories is UNSET


def test_a_lists_odd_entries_stay() -> None:
    """As they came, between the others."""
    found: list[Any] = list(Tedee(personal_key=KEY, transport=Scripted(envelope([LOCK, None, 5]))).locks.get_all())
    assert [type(entry) for entry in found] == [Lock, type(None), int]
