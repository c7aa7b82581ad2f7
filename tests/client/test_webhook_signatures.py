"""Webhooks of APIs whose document says how they are signed."""

from __future__ import annotations

import copy
import hashlib
import hmac
import importlib
import sys
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import tedee_client

from docpact.client import generate_client
from docpact.client.signatures import read_signature
from docpact.config import Client

TOLD = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Told"}}}}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0", "info": {"title": "Hooks", "version": "1"},
    "paths": {"/x": {"get": {"operationId": "get_x", "responses": {"204": {"description": "x"}}}}},
    "webhooks": {"told": {"post": {"requestBody": TOLD, "responses": {"200": {"description": "x"}}}}},
    "components": {"schemas": {"Told": {"type": "object", "properties": {"event": {"const": "told"}}}}},
}  # fmt: skip
BODY = b'{"event": "told"}'


def with_headers(*names: str) -> dict[str, Any]:
    """The document, whose webhook has these headers."""
    document = copy.deepcopy(DOCUMENT)
    schema = {"type": "string"}
    document["webhooks"]["told"]["post"]["parameters"] = [{"name": n, "in": "header", "schema": schema} for n in names]
    return document


@contextmanager
def package(document: dict[str, Any]) -> Iterator[Any]:
    """The document's client."""
    with generate_client(document, Client(package="hooks_client")) as made:
        sys.path.insert(0, str(made))
        try:
            yield importlib.import_module("hooks_client")
        finally:
            sys.path.remove(str(made))
            for name in [name for name in sys.modules if name.startswith("hooks_client")]:
                del sys.modules[name]


def test_standard_webhooks() -> None:
    """Body, id and time are signed; several signatures may come; an old one is refused."""
    with package(with_headers("webhook-id", "webhook-timestamp", "webhook-signature")) as client:
        key, now = b"0123456789abcdef", str(int(time.time()))
        secret = f"whsec_{b64encode(key).decode()}"

        def headers(sent: str) -> dict[str, str]:
            digest = hmac.new(key, f"m1.{sent}.".encode() + BODY, hashlib.sha256).digest()
            signed = f"v1,AAAA v1,{b64encode(digest).decode()}"
            return {"Webhook-Id": "m1", "webhook-timestamp": sent, "WEBHOOK-SIGNATURE": signed}

        client.verify_webhook(BODY, headers(now), secret)
        client.verify_webhook(BODY.decode(), headers("5"), secret, tolerance=float("inf"))
        assert client.parse_webhook(BODY).event == "told"
        wrong: list[tuple[bytes, dict[str, str]]] = [
            (BODY + b" ", headers(now)), (BODY, {**headers(now), "Webhook-Id": "m2"}), (BODY, {}),
            (BODY, headers("5")), (BODY, headers("nan")), (BODY, {**headers(now), "WEBHOOK-SIGNATURE": "v1,é"}),
        ]  # fmt: skip
        for body, given in wrong:
            with pytest.raises(client.InvalidSignature):
                client.verify_webhook(body, given, secret)
        for odd in ("", "whsec_!"):
            with pytest.raises(ValueError, match="the secret must"):
                client.verify_webhook(BODY, headers(now), odd)


def test_what_the_document_declares() -> None:
    """In `x-webhook-signature`, or by a header whose name says how it is made."""
    key = "secret"
    declared = {
        **DOCUMENT,
        "x-webhook-signature": {"header": "X-Sign", "algorithm": "hmac-sha512", "encoding": "base64"},
    }
    with package(declared) as client:
        signed = b64encode(hmac.new(key.encode(), BODY, hashlib.sha512).digest()).decode()
        client.verify_webhook(BODY, {"x-sign": signed}, key)
        with pytest.raises(client.InvalidSignature, match="X-Sign is not signed with this secret"):
            client.verify_webhook(BODY, {"x-sign": signed}, "other")
    assert read_signature(with_headers("X-Hub-Signature-256")) == {
        "header": "X-Hub-Signature-256", "prefix": "sha256=", "algorithm": "sha256",
    }  # fmt: skip


@pytest.mark.parametrize(
    "declared",
    [{}, {"x-webhook-signature": {"algorithm": "sha256"}}, {"x-webhook-signature": {"header": "X", "algorithm": "rsa"}},
     {"x-webhook-signature": {"header": "X", "encoding": "hexa"}}, {"x-webhook-signature": "X"}],
)  # fmt: skip
def test_what_is_not_declared_is_not_invented(declared: dict[str, Any]) -> None:
    """No check where nobody knows how; nor for the embedded API."""
    assert read_signature({**DOCUMENT, **declared}) is None
    assert not hasattr(tedee_client, "verify_webhook")
