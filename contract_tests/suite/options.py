"""What a run is told: the server, the document, what may be called."""

from __future__ import annotations

import ipaddress
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

AUTHORIZATION = "DOCPACT_AUTHORIZATION"
"""The environment variable with the whole `Authorization` header: an argument would show in the list of processes."""
SCOPE_KEYS = "DOCPACT_SCOPE_KEYS"
"""The environment variable with a key for each scope: `{"Device.Read": "PersonalKey …"}`."""
SHARD = re.compile(r"([1-9]\d{0,3})/([1-9]\d{0,3})")


class SuiteError(Exception):
    """A run that makes no sense: its text says what, where, and what to do. Ends with exit code 2."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options of one run."""

    base_url: str
    """Where the server is, with the path before all operations, without a slash at the end."""
    document: Path
    authorization: str = ""
    """The `Authorization` header; empty to send none."""
    seed: int = 0
    examples: int = 10
    """Generated cases an operation, beside the systematic ones."""
    allow: frozenset[str] = frozenset()
    """Of `write` and `physical`, what may be called on a server that isn't this machine's."""
    devices: frozenset[str] = frozenset()
    """The ids that such calls may name."""
    remote: bool = False
    """Whether a loopback address is the near end of a tunnel to somebody's server."""
    budget: int = 600
    """How many requests a server that isn't this machine's gets in all."""
    depth: str = "default"
    """`quick`, `default` or `deep`: how much is generated."""
    shard: tuple[int, int] = (1, 1)
    """Which part of the operations is tested, of how many."""
    scope_keys: Mapping[str, str] = field(default_factory=dict)
    """Scope → an `Authorization` header with that scope alone."""
    journal: Path | None = None
    """Where to write down what is created, so that it can be deleted even after a crash."""
    record: Path | None = None
    """Where to write every exchange, one JSON object a line."""
    first: frozenset[str] = frozenset()
    """The operations that are tested, where only those that failed before are; empty for all."""

    @property
    def guarded(self) -> bool:
        """Whether only what is allowed may be called."""
        return self.remote or not is_loopback(self.base_url)

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be shown, longest first."""
        headers = (self.authorization, *self.scope_keys.values())
        words = {*headers, *(word for header in headers for word in header.split()[1:])}
        return tuple(sorted((word for word in words if word), key=len, reverse=True))


def check_options(options: Options) -> Options:
    """Return the options; raises `SuiteError` for those that cannot be meant."""
    parts = urlsplit(options.base_url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise SuiteError(f"{options.base_url or 'no URL'}: is no http or https URL (give the server's base URL)")
    if parts.username or parts.password:
        raise SuiteError(f"{parts.hostname}: credentials don't belong in the URL (put them in {AUTHORIZATION})")
    if not options.document.is_file():
        raise SuiteError(f"{options.document}: does not exist (name the OpenAPI document with --document)")
    if "physical" in options.allow and options.guarded and not options.devices:
        raise SuiteError("--allow physical needs --device: name each device that may be touched")
    return options


def is_loopback(url: str) -> bool:
    """Tell whether the URL's host is this machine by its address; a name other than `localhost` may lead anywhere."""
    host = urlsplit(url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def read_authorization() -> str:
    """Return the `Authorization` header from the environment; raises `SuiteError` for one that no header can hold."""
    value = os.environ.get(AUTHORIZATION, "").strip()
    if not value.isascii() or not value.isprintable():
        raise SuiteError(f"{AUTHORIZATION}: has characters that no header can hold (it must be printable ASCII)")
    return value


def read_scope_keys() -> dict[str, str]:
    """Return scope → `Authorization` header from the environment; raises `SuiteError` for what is none."""
    text = os.environ.get(SCOPE_KEYS, "").strip()
    if not text:
        return {}
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    usable = isinstance(found, dict) and all(
        isinstance(v, str) and v.isascii() and v.isprintable() for v in found.values()
    )
    if not usable:
        raise SuiteError(f'{SCOPE_KEYS}: is no JSON object of headers (write {{"Device.Read": "PersonalKey …"}})')
    return {str(scope): header.strip() for scope, header in found.items()}


def parse_shard(text: str) -> tuple[int, int]:
    """Return which part of how many `2/8` names; raises `SuiteError` for what names none."""
    match = SHARD.fullmatch(text.strip())
    if match is None or int(match[1]) > int(match[2]):
        raise SuiteError(f"--shard {text}: is no part of a whole (write 2/8 for the second of eight)")
    return int(match[1]), int(match[2])
