"""What goes in comes out: payloads of all models, whole or damaged, read and written again."""

from __future__ import annotations

import copy
import datetime as dt
import json
import pickle
import uuid
from typing import Any

import attrs
import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tedee_client import Tedee, models, parse_webhook
from tedee_client._runtime.parsing import parse_date, parse_datetime, parse_uuid
from tedee_client._tables import MODELS, PARSER
from tedee_client.models import Lock, LockUserSettings, OrganizationGroupDetails

from client.scripted import KEY, Scripted, envelope

SCALARS = st.none() | st.booleans() | st.integers(-5, 5000) | st.text("abc0-:TZ", max_size=12)
JSON = st.recursive(
    SCALARS, lambda part: st.lists(part, max_size=2) | st.dictionaries(st.text("xyz", min_size=1), part), max_leaves=4
)
TIMES = st.datetimes().map(dt.datetime.isoformat)


def value_of(spec: Any, depth: int) -> st.SearchStrategy[Any]:  # noqa: ANN401 - a specification.
    """Values that the documentation allows."""
    if isinstance(spec, tuple):
        kind, *parts = spec
        if kind == "list":
            return st.lists(value_of(parts[0], depth + 1), max_size=2 if depth < 3 else 0)
        if kind == "map":
            return st.dictionaries(st.text("ab", min_size=1), value_of(parts[0], depth + 1), max_size=2)
        return st.sampled_from(parts) if kind == "is" else st.one_of([value_of(part, depth) for part in parts])
    if spec.startswith("m:"):
        return payloads(spec[2:], depth + 1) if depth < 4 else st.just({})
    if spec.startswith("e:"):
        return st.sampled_from([member.value for member in getattr(models, spec[2:])])
    known = {
        "datetime": TIMES | TIMES.map(lambda time: f"{time}Z"),
        "date": st.dates().map(str),
        "uuid": st.uuids().map(str),
    }
    return known.get(spec, SCALARS)


@st.composite
def payloads(draw: st.DrawFn, name: str, depth: int = 0) -> dict[str, Any]:
    """An object of that model, in which anything may be missing, null, something else, or new."""
    made: dict[str, Any] = {}
    for wire, _, spec, _ in MODELS[name][0]:
        fate = draw(st.integers(0, 9))
        if fate:
            made[wire] = draw(st.none() if fate == 1 else JSON if fate == 2 else value_of(spec, depth))
    if draw(st.booleans()):
        made[draw(st.sampled_from(["new", "d", "_came", "additional_properties"]))] = draw(JSON)
    return made


def same(sent: object, back: object) -> bool:
    """Whether both are the same JSON; a time, a date or a UUID may be written in another way."""
    if isinstance(sent, dict) and isinstance(back, dict):
        return sent.keys() == back.keys() and all(same(sent[key], back[key]) for key in sent)
    if isinstance(sent, list) and isinstance(back, list):
        return len(sent) == len(back) and all(map(same, sent, back))
    if isinstance(sent, str) and isinstance(back, str) and sent != back:
        return any(read(sent) == read(back) != back for read in (parse_datetime, parse_date, parse_uuid))
    return type(sent) is type(back) and sent == back


@pytest.mark.parametrize("name", sorted(MODELS))
@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_model_gives_back_what_it_was_read_from(name: str, data: st.DataObject) -> None:
    """By `from_dict` or by the client, as often as one likes; also after copies and in JSON."""
    payload = data.draw(payloads(name))
    before = copy.deepcopy(payload)
    kind = getattr(models, name)
    model = kind.from_dict(payload)
    assert payload == before
    assert model == PARSER.parse(f"m:{name}", payload)
    written = model.to_dict()
    assert same(payload, written), (payload, written)
    assert json.loads(model.to_json()) == written
    assert kind.from_dict(written).to_dict() == written
    for other in (copy.deepcopy(model), pickle.loads(pickle.dumps(model))):  # noqa: S301 - our own bytes.
        assert other == model
        assert other.to_dict() == written


def test_what_was_changed_comes_out_changed() -> None:
    """In place of what was missing, or null; what is set to nothing is null."""
    lock = Lock.from_dict({"id": 1, "softwareVersions": None})
    assert (lock.name, lock.software_versions) == (None, [])
    assert lock.to_dict() == {"id": 1, "softwareVersions": None}
    lock.name = "Front"
    lock.id = None
    assert lock.to_dict() == {"id": None, "name": "Front", "softwareVersions": None}
    assert Lock.from_dict({}).to_dict() == {}


def test_from_dict_reads_as_responses_are_read() -> None:
    """Times are aware, nothing that is missing is an error; a derived class gives its own instances."""

    class Mine(Lock):
        pass

    created = {"id": 1, "created": "2024-03-02T09:15:00"}
    made = Mine.from_dict(created)
    (read,) = Tedee(personal_key=KEY, transport=Scripted(envelope([created]))).locks.get_all()
    assert type(made) is Mine
    assert made.created == read.created == dt.datetime(2024, 3, 2, 9, 15, tzinfo=dt.UTC)
    with pytest.raises(TypeError, match="takes a mapping"):
        Lock.from_dict([])  # type: ignore[arg-type]  # that is what is tested.


def test_a_list_that_is_null_can_be_gone_through() -> None:
    """Wherever it stands; where null is documented, it is None."""
    assert [*Lock.from_dict({"softwareVersions": None}).software_versions] == []
    assert OrganizationGroupDetails.from_dict({"members": None}).members is None


def test_what_was_read_can_be_sent_back() -> None:
    """A part of a response as a part of a request: members that came as null, or not at all, are sent as they came."""
    server = Scripted(envelope({"id": 1, "userSettings": {"autoUnlockEnabled": True, "location": None, "novelty": 1}}))
    api = Tedee(personal_key=KEY, transport=server)
    lock = api.locks.get_single(1)
    assert isinstance(lock.user_settings, LockUserSettings)
    api.locks.update(id=1, revision=1, user_settings=lock.user_settings)
    sent = json.loads(server.requests[1].content)["userSettings"]
    assert sent == {"autoUnlockEnabled": True, "location": None, "novelty": 1}


def test_webhooks_come_out_as_well() -> None:
    """With what is missing in them."""
    body = {"event": "lock-status-changed", "data": {"deviceId": 1, "eventTime": "soon"}}
    assert parse_webhook(body).to_dict() == body  # type: ignore[union-attr]  # it is a known one.


def test_the_functions_below_api_read_by_the_same_rules() -> None:
    """What the façade takes, they take."""
    from tedee_client.api.lock import lock_get_single  # noqa: PLC0415 - beside what is tested.
    from tedee_client.models import LockEnvelope  # noqa: PLC0415 - as above.

    body = {"result": {"id": 1, "created": "soon"}, "success": True}
    api = Tedee(personal_key=KEY, transport=Scripted(httpx.Response(200, json=body)))
    read = lock_get_single.sync(1, client=api.raw)
    assert isinstance(read, LockEnvelope)
    assert isinstance(read.result, Lock)
    assert read.result.created == "soon"
    assert read.to_dict() == body


def test_what_one_makes_is_written_too() -> None:
    """Enumerations or their values, times, ids, models in lists."""
    group = OrganizationGroupDetails(id=uuid.UUID(int=7), name="x")
    assert group.to_dict() == {"id": "00000000-0000-0000-0000-000000000007", "name": "x"}
    assert {field.name for field in attrs.fields(Lock)} >= {"id", "additional_properties"}
