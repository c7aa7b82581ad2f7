# Generated from the API's documentation; the next build replaces it.
"""What `repr` doesn't show: coordinates, keys, PINs, passwords, tokens. Logs keep what is printed for long."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

HIDDEN = "[hidden]"
LAST_WORDS = frozenset({
    "coordinates", "key", "keys", "lat", "latitude", "lng", "lon", "longitude", "otp", "pak", "passcode", "passphrase",
    "passwd", "password", "passwords", "pin", "pins", "secret", "secrets", "ssid", "token", "tokens",
})  # fmt: skip
"""A property whose name ends with one of these words is sensitive."""
ENDINGS = (
    "accesscode", "activationcode", "authcode", "authenticationcode", "authorizationcode", "pincode", "securitycode",
    "verificationcode", "wifiname",
)  # fmt: skip
"""So is one whose name ends with these."""
HARMLESS = re.compile(r"public_?key$|(primary|foreign|partition|sort)_?key$", re.IGNORECASE)
WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+")


def is_sensitive(name: str) -> bool:
    """Return whether a property of that name holds what nobody else should see, however the name joins its words."""
    words = [word.lower() for word in WORD.findall(name)]
    bare = "".join(words)
    if not words or HARMLESS.search(name):
        return False
    return words[-1] in LAST_WORDS or bare.endswith(ENDINGS)


def hide(value: object) -> str:
    """Return what `repr` shows of a sensitive attribute: whether there is something, and no more."""
    nothing = value is None or isinstance(value, bool) or type(value).__name__ == "Unset" or value in ("", [])
    return repr(value) if nothing else HIDDEN


def show(value: Any) -> str:  # noqa: ANN401 - any JSON value.
    """Return the `repr` of undocumented members, without the sensitive ones among them."""
    if isinstance(value, Mapping):
        pairs = ((key, hide(v) if is_sensitive(str(key)) else show(v)) for key, v in value.items())
        return f"{{{', '.join(f'{key!r}: {shown}' for key, shown in pairs)}}}"
    return f"[{', '.join(map(show, value))}]" if isinstance(value, list) else repr(value)
