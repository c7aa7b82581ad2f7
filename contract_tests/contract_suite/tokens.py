"""Access tokens by OAuth 2.0 client credentials (RFC 6749, section 4.4), fetched again before they expire."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

import requests
from requests.exceptions import RequestException

from contract_suite.credentials import TokenRequest
from contract_suite.errors import SuiteError
from contract_suite.plan import is_loopback
from contract_suite.response_checks import describe_error

TIMEOUT = 20.0
PART_USED = 0.8
"""The part of a token's life after which another one is fetched."""
LONGEST_LIFE = 3600.0
"""Seconds after which one is fetched where the server doesn't say how long it is good for."""


@dataclass(slots=True)
class TokenSource:
    """The `Authorization` header of a run whose credentials are a client's."""

    wanted: TokenRequest
    hide: Callable[[str], None]
    """Gets each token, so that nothing shows it."""
    clock: Callable[[], float] = time.monotonic
    _header: str = field(default="", repr=False)
    _until: float = 0.0

    def find_header(self) -> str:
        """Return a header that is good; raises `SuiteError`, one line, where the server gives none."""
        if not self._header or self.clock() >= self._until:
            self._fetch()
        return self._header

    def _fetch(self) -> None:
        wanted = self.wanted
        form = {"grant_type": "client_credentials", **({"scope": wanted.scope} if wanted.scope else {})}
        with requests.Session() as session:
            session.trust_env = not is_loopback(wanted.url)
            try:
                response = session.post(
                    wanted.url, data=form, auth=(wanted.client_id, wanted.client_secret), timeout=TIMEOUT,
                    headers={"Accept": "application/json"}, allow_redirects=False,
                )  # fmt: skip
            except RequestException as error:
                raise SuiteError(f"{wanted.url}: gives no token: {describe_error(error)}") from None
        try:
            found = response.json()
        except ValueError:
            found = None
        token = found.get("access_token") if isinstance(found, dict) else None
        if not response.ok or not isinstance(token, str) or not (token.isascii() and token.isprintable()):
            said = found.get("error") if isinstance(found, dict) else None
            why = f", {said}" if isinstance(said, str) and said.isprintable() else ""
            hint = "are the client's id and secret right?"
            raise SuiteError(f"{wanted.url}: gives no token: status {response.status_code}{why} ({hint})")
        self.hide(token)
        life = found.get("expires_in")
        seconds = float(life) if isinstance(life, int | float) and life > 0 else LONGEST_LIFE
        self._header, self._until = f"Bearer {token}", self.clock() + seconds * PART_USED
