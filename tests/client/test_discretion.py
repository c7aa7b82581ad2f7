"""What is printed of models: no coordinates, keys, PINs, tokens."""

from __future__ import annotations

import importlib
import sys
from typing import Any

import pytest
from tedee_client import Tedee, UnknownWebhook, parse_webhook
from tedee_client._runtime.discretion import is_sensitive
from tedee_client.models import Location, Lock, LockPinDetails, LockPinList, LockUserSettings, PersonalAccessKeyCreated

from client.scripted import KEY, Scripted, envelope
from docpact.client import generate_client
from docpact.config import Client

LOCK = {
    "id": 1, "name": "Front",
    "userSettings": {"wiFiName": "Our home", "location": {"latitude": 52.25, "longitude": 20.75}, "apiToken": "t0ken"},
    "novelty": [{"pinCode": "8642", "note": "a note"}],
}  # fmt: skip
SECRETS = ("Our home", "52.25", "20.75", "t0ken", "8642")


@pytest.mark.parametrize(
    "name",
    ["pin", "lockPIN", "pin_code", "PersonalKey", "apiKey", "key", "accessToken", "password", "client_secret", "lat",
     "homeLatitude", "coordinates", "wiFiName", "SSID", "wifi-ssid", "activationCode"],
)  # fmt: skip
def test_names_of_what_nobody_else_should_see(name: str) -> None:
    """However their words are joined."""
    assert is_sensitive(name)


@pytest.mark.parametrize(
    "name",
    ["spin", "monkey", "keyboard", "pinLength", "tokenType", "publicKey", "primary_key", "latency", "code", "", "5"],
)
def test_names_that_only_look_alike(name: str) -> None:
    """They say nothing of the kind."""
    assert not is_sensitive(name)


def test_a_model_prints_what_is_no_secret() -> None:
    """Also in structures, among undocumented members, and in what was accepted; the attributes have it all."""
    lock = Lock.from_dict(LOCK)
    assert isinstance(lock.user_settings, LockUserSettings)
    assert isinstance(lock.user_settings.location, Location)
    assert lock.user_settings.location.latitude == 52.25
    shown = f"{lock!r} {lock}"
    assert not [secret for secret in SECRETS if secret in shown]
    assert all(word in shown for word in ("name='Front'", "latitude=[hidden]", "'pinCode': [hidden]", "a note"))
    assert "8642" not in repr(LockPinDetails.from_dict({"pin": "8642"}))
    assert "abc" not in repr(PersonalAccessKeyCreated.from_dict({"key": "abc"}))
    assert "Guest" in repr(LockPinList.from_dict({"pins": [{"name": "Guest"}]}))
    assert "pin=None" in repr(LockPinDetails.from_dict({}))


def test_other_things_are_discreet_as_well() -> None:
    """Whole responses, webhooks that nobody knows, commands."""
    api = Tedee(personal_key=KEY, transport=Scripted(envelope(LOCK)))
    answered = api.locks.with_raw_response.get_single(1)
    unknown = parse_webhook({"event": "new", "data": {"pin": "8642", "place": {"latitude": 52.25}}})
    assert isinstance(unknown, UnknownWebhook)
    shown = f"{answered!r} {unknown!r}"
    assert not [secret for secret in SECRETS if secret in shown]


def test_the_document_has_the_last_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """`x-sensitive` marks what no name says, and lifts what a name says wrongly, also within other structures."""
    text: dict[str, Any] = {"type": "string"}
    inner = {"type": "object", "properties": {"door": {**text, "x-sensitive": True}, "token": text}}
    thing = {
        "type": "object",
        "properties": {
            "motto": {**text, "x-sensitive": True},
            "key": {**text, "x-sensitive": False},
            "pin": text,
            "in": inner,
        },
    }
    responses = {
        "200": {"description": "x", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}}
    }
    document = {
        "openapi": "3.1.0", "info": {"title": "Discreet", "version": "1"},
        "paths": {"/thing": {"get": {"operationId": "get_thing", "responses": responses}}},
        "components": {"schemas": {"Thing": thing}},
    }  # fmt: skip
    with generate_client(document, Client(package="discreet_things")) as made:
        monkeypatch.syspath_prepend(str(made))
        kind = importlib.import_module("discreet_things.models").Thing
        body = {"motto": "m0tto", "key": "k3y", "pin": "p1n", "in": {"door": "d00r", "token": "t0ken"}}
        shown = repr(kind.from_dict(body))
    assert [value for value in ("m0tto", "k3y", "p1n", "d00r", "t0ken") if value in shown] == ["k3y"]
    for name in [name for name in sys.modules if name.startswith("discreet_things")]:
        del sys.modules[name]
