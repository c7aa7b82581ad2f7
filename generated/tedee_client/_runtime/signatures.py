# Generated from the API's documentation; the next build replaces it.
"""Signatures of webhooks: whether a body comes from who has the secret."""

from __future__ import annotations

import hashlib
import hmac
import time
from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Mapping
from dataclasses import dataclass

from .exceptions import InvalidSignature

SECRET_PREFIX = "whsec_"  # noqa: S105 - what a secret begins with, none itself.


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """How the API signs its webhooks, by its document: an HMAC of the body."""

    header: str
    """The header with the signature; several may stand in it, with blanks between them."""
    algorithm: str = "sha256"
    """The hash."""
    encoding: str = "hex"
    """`hex` or `base64`."""
    prefix: str = ""
    """What stands before the signature."""
    identifier: str = ""
    """The header with the message's id, which is signed too; empty without one."""
    timestamp: str = ""
    """The header with the time in seconds, which is signed too; empty without one."""


def verify(signature: Signature, body: bytes | str, headers: Mapping[str, str], secret: str, tolerance: float) -> None:
    """Raise `InvalidSignature` for a body that wasn't signed with the secret, or was too long ago."""
    content = body.encode() if isinstance(body, str) else bytes(body)
    given = {str(name).lower(): value for name, value in headers.items()}
    signed = b""
    for header in filter(None, (signature.identifier, signature.timestamp)):
        signed += f"{given.get(header.lower(), '')}.".encode()
    if signature.timestamp:
        _check_time(given.get(signature.timestamp.lower(), ""), tolerance)
    digest = hmac.new(_key(secret), signed + content, signature.algorithm).digest()
    made = digest.hex() if signature.encoding == "hex" else b64encode(digest).decode("ascii")
    expected = f"{signature.prefix}{made}".encode()
    found = given.get(signature.header.lower(), "").split()
    # All are compared, each in constant time: how long it takes tells nothing.
    if not sum(hmac.compare_digest(expected, one.encode()) for one in found):
        raise InvalidSignature(f"the webhook's header {signature.header} is not signed with this secret")


def _key(secret: str) -> bytes:
    """Return the secret's bytes; raises `ValueError`, without it, for one that makes no sense."""
    if not secret:
        raise ValueError("the secret must not be empty")
    if not secret.startswith(SECRET_PREFIX):
        return secret.encode()
    try:
        return b64decode(secret.removeprefix(SECRET_PREFIX), validate=True)
    except (Error, ValueError):
        raise ValueError("the secret must be base64 behind `whsec_`") from None


def _check_time(sent: str, tolerance: float) -> None:
    try:
        age = abs(time.time() - float(sent))
    except ValueError:
        age = float("inf")
    # Also a NaN is no time.
    if not age <= tolerance:
        raise InvalidSignature("the webhook was sent too long ago, or doesn't say when")


ALGORITHMS = frozenset(hashlib.algorithms_guaranteed) - {"shake_128", "shake_256"}
"""The hashes that a signature may be made with."""
