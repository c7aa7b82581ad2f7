"""The `Authorization` headers of a run, from the environment: arguments would show in the list of processes."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from contract_suite.errors import SuiteError
from contract_suite.key_place import AUTHORIZATION, KeyPlace
from contract_suite.redaction import find_secrets

SCOPE_KEYS = "DOCPACT_SCOPE_KEYS"
"""The environment variable with one header for each scope: `{"read": "Bearer …"}`."""


KEYS = "DOCPACT_KEYS"
"""The environment variable with the keys that go elsewhere, by security scheme: `{"api_key": "…"}`."""


EXTRA = "DOCPACT_EXTRA"
"""The environment variable with what every request carries: JSON, `[["header", "X-Tenant", "…"]]`."""
CLIENT = "DOCPACT_CLIENT"
"""The environment variable with the client that tokens are fetched for: JSON, the fields of `TokenRequest`."""
SHORTEST_SECRET = 6
"""What is shorter is no key, and may stand anywhere."""
LOCATIONS = ("header", "query", "cookie")


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenRequest:
    """What an access token is asked for with: the credentials of a client (RFC 6749, section 4.4)."""

    url: str
    client_id: str
    client_secret: str = field(repr=False)
    scope: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """The `Authorization` headers and keys of one run. They show in no `repr`."""

    authorization: str = field(default="", repr=False)
    """The header of nearly every request; empty to send none."""
    scope_keys: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Scope → a header with that scope alone."""
    keys: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Name of a security scheme → the key that goes into its header, query parameter or cookie."""
    extra: tuple[tuple[str, str, str], ...] = field(default=(), repr=False)
    """What every request carries, whatever the document says: location, name, value."""
    token: TokenRequest | None = None
    """What tokens for the `Authorization` header are fetched with; None where it is given."""
    place: KeyPlace = field(default_factory=KeyPlace)
    """Where requests carry them."""

    @property
    def secrets(self) -> tuple[str, ...]:
        """Return the texts that nothing may show, longest first."""
        headers = (self.authorization, *self.scope_keys.values())
        words = {secret for header in headers for secret in find_secrets(header)} | {*self.keys.values()}
        words |= {value for _, _, value in self.extra if len(value) >= SHORTEST_SECRET}
        words |= {self.token.client_secret} if self.token is not None else set()
        return tuple(sorted(words, key=lambda word: (-len(word), word)))

    @property
    def environment(self) -> dict[str, str]:
        """Return the environment variables from which `read_credentials` reads these."""
        found = {AUTHORIZATION: self.authorization} if self.authorization else {}
        found |= {EXTRA: json.dumps(self.extra)} if self.extra else {}
        found |= {CLIENT: json.dumps(asdict(self.token))} if self.token is not None else {}
        listed = {SCOPE_KEYS: self.scope_keys, KEYS: self.keys}
        return found | {name: json.dumps(dict(keys)) for name, keys in listed.items() if keys}


def read_credentials(environment: Mapping[str, str] = os.environ) -> Credentials:
    """Return the credentials in the environment; raises `SuiteError` for a text that no header can hold."""
    authorization = environment.get(AUTHORIZATION, "").strip()
    if not fits_header(authorization):
        raise SuiteError(f"{AUTHORIZATION}: has characters that no header can hold (it must be printable ASCII)")
    return Credentials(
        authorization=authorization,
        scope_keys=_read_keys(environment, SCOPE_KEYS, '{"read": "Bearer …"}'),
        keys=_read_keys(environment, KEYS, '{"api_key": "…"}'),
        extra=_read_extra(environment.get(EXTRA, "").strip()),
        token=_read_token(environment.get(CLIENT, "").strip()),
    )


def _read_extra(text: str) -> tuple[tuple[str, str, str], ...]:
    """Return what every request carries."""
    try:
        found = json.loads(text or "[]")
        extra = tuple((str(location), str(name), str(value)) for location, name, value in found)
    except (ValueError, TypeError):
        extra = (("", "", ""),)
    if not all(location in LOCATIONS and name and fits_header(name + value) for location, name, value in extra):
        raise SuiteError(f'{EXTRA}: is no JSON list of such (write [["header", "X-Tenant", "…"]])')
    return extra


def _read_token(text: str) -> TokenRequest | None:
    if not text:
        return None
    try:
        return TokenRequest(**{str(name): str(value) for name, value in json.loads(text).items()})
    except (ValueError, TypeError, AttributeError):
        raise SuiteError(
            f'{CLIENT}: is no JSON object (write {{"url": …, "client_id": …, "client_secret": …}})'
        ) from None


def _read_keys(environment: Mapping[str, str], variable: str, sample: str) -> dict[str, str]:
    text = environment.get(variable, "").strip()
    if not text:
        return {}
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    if not isinstance(found, dict) or not all(isinstance(v, str) and fits_header(v) for v in found.values()):
        raise SuiteError(f"{variable}: is no JSON object of keys (write {sample})")
    return {str(name): key.strip() for name, key in found.items()}


def fits_header(text: str) -> bool:
    """Whether a header can hold a text."""
    return text.isascii() and text.isprintable()
