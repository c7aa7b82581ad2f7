"""The `Authorization` headers of a run, from the environment: arguments would show in the list of processes."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from contract_suite.errors import SuiteError
from contract_suite.key_place import AUTHORIZATION, KeyPlace
from contract_suite.redaction import find_secrets

SCOPE_KEYS = "DOCPACT_SCOPE_KEYS"
"""The environment variable with one header for each scope: `{"read": "Bearer …"}`."""


KEYS = "DOCPACT_KEYS"
"""The environment variable with the keys that go elsewhere, by security scheme: `{"api_key": "…"}`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """The `Authorization` headers and keys of one run. They show in no `repr`."""

    authorization: str = field(default="", repr=False)
    """The header of nearly every request; empty to send none."""
    scope_keys: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Scope → a header with that scope alone."""
    keys: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Name of a security scheme → the key that goes into its header, query parameter or cookie."""
    place: KeyPlace = field(default_factory=KeyPlace)
    """Where requests carry them."""

    @property
    def secrets(self) -> tuple[str, ...]:
        """Return the texts that nothing may show, longest first."""
        headers = (self.authorization, *self.scope_keys.values())
        words = {secret for header in headers for secret in find_secrets(header)} | {*self.keys.values()}
        return tuple(sorted(words, key=lambda word: (-len(word), word)))

    @property
    def environment(self) -> dict[str, str]:
        """Return the environment variables from which `read_credentials` reads these."""
        found = {AUTHORIZATION: self.authorization} if self.authorization else {}
        listed = {SCOPE_KEYS: self.scope_keys, KEYS: self.keys}
        return found | {name: json.dumps(dict(keys)) for name, keys in listed.items() if keys}


def read_credentials(environment: Mapping[str, str] = os.environ) -> Credentials:
    """Return the credentials in the environment; raises `SuiteError` for a text that no header can hold."""
    authorization = environment.get(AUTHORIZATION, "").strip()
    if not _fits_header(authorization):
        raise SuiteError(f"{AUTHORIZATION}: has characters that no header can hold (it must be printable ASCII)")
    return Credentials(
        authorization=authorization,
        scope_keys=_read_keys(environment, SCOPE_KEYS, '{"read": "Bearer …"}'),
        keys=_read_keys(environment, KEYS, '{"api_key": "…"}'),
    )


def _read_keys(environment: Mapping[str, str], variable: str, sample: str) -> dict[str, str]:
    text = environment.get(variable, "").strip()
    if not text:
        return {}
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    if not isinstance(found, dict) or not all(isinstance(v, str) and _fits_header(v) for v in found.values()):
        raise SuiteError(f"{variable}: is no JSON object of keys (write {sample})")
    return {str(name): key.strip() for name, key in found.items()}


def _fits_header(text: str) -> bool:
    return text.isascii() and text.isprintable()
