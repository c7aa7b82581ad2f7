"""The `Authorization` headers of a run, from the environment: arguments would show in the list of processes."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from contract_suite.errors import SuiteError
from contract_suite.redaction import find_secrets

AUTHORIZATION = "DOCPACT_AUTHORIZATION"
"""The environment variable with the whole `Authorization` header."""
SCOPE_KEYS = "DOCPACT_SCOPE_KEYS"
"""The environment variable with one header for each scope: `{"read": "Bearer …"}`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """The `Authorization` headers of one run. They show in no `repr`."""

    authorization: str = field(default="", repr=False)
    """The header of nearly every request; empty to send none."""
    scope_keys: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Scope → a header with that scope alone."""

    @property
    def secrets(self) -> tuple[str, ...]:
        """Return the texts that nothing may show, longest first."""
        headers = (self.authorization, *self.scope_keys.values())
        words = {secret for header in headers for secret in find_secrets(header)}
        return tuple(sorted(words, key=lambda word: (-len(word), word)))

    @property
    def environment(self) -> dict[str, str]:
        """Return the environment variables from which `read_credentials` reads these."""
        found = {AUTHORIZATION: self.authorization} if self.authorization else {}
        return found | ({SCOPE_KEYS: json.dumps(dict(self.scope_keys))} if self.scope_keys else {})


def read_credentials(environment: Mapping[str, str] = os.environ) -> Credentials:
    """Return the credentials in the environment; raises `SuiteError` for a text that no header can hold."""
    authorization = environment.get(AUTHORIZATION, "").strip()
    if not _fits_header(authorization):
        raise SuiteError(f"{AUTHORIZATION}: has characters that no header can hold (it must be printable ASCII)")
    return Credentials(
        authorization=authorization, scope_keys=_read_scope_keys(environment.get(SCOPE_KEYS, "").strip())
    )


def _read_scope_keys(text: str) -> dict[str, str]:
    if not text:
        return {}
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    if not isinstance(found, dict) or not all(isinstance(v, str) and _fits_header(v) for v in found.values()):
        raise SuiteError(f'{SCOPE_KEYS}: is no JSON object of headers (write {{"read": "Bearer …"}})')
    return {str(scope): header.strip() for scope, header in found.items()}


def _fits_header(text: str) -> bool:
    return text.isascii() and text.isprintable()
