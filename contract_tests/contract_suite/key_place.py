"""Where a request carries the credentials: the header `Authorization`, another header, a parameter or a cookie."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

AUTHORIZATION = "DOCPACT_AUTHORIZATION"
"""The environment variable with the credentials: the whole `Authorization` header, or the key."""
HEADER = "Authorization"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPlace:
    """The place that a document's security scheme names."""

    location: str = "header"
    """`header`, `query` or `cookie`."""
    name: str = HEADER

    @property
    def text(self) -> str:
        """Return the place in words."""
        if self.name == HEADER:
            return f"whole {HEADER} header"
        words = {"query": "the query parameter", "cookie": "the cookie"}
        return f"value of {words.get(self.location, 'the header')} {self.name}"

    def apply(self, url: str, key: str) -> tuple[str, dict[str, str]]:
        """Return a URL and headers that carry a key."""
        if self.location == "query":
            return f"{url}{'&' if '?' in url else '?'}{urlencode({self.name: key})}", {}
        if self.location == "cookie":
            return url, {"Cookie": f"{self.name}={quote(key, safe='')}"}
        return url, {self.name: key}

    def format_curl(self, url: str) -> tuple[list[str], str]:
        """Return the words of a `curl` command that carry the credentials, and what follows its quoted URL."""
        value = f"${AUTHORIZATION}"
        if self.location == "query":
            return [], f'"{"&" if "?" in url else "?"}{quote(self.name)}={value}"'
        if self.location == "cookie":
            return [f'-b "{quote(self.name)}={value}"'], ""
        return [f'-H "{_keep_token(self.name)}: {value}"'], ""


def find_key_place(raw: Mapping[str, Any]) -> KeyPlace:
    """Return where a document's security schemes have the credentials: `Authorization` where any scheme does."""
    found = raw.get("components", {}).get("securitySchemes", {})
    schemes = [scheme for scheme in found.values() if isinstance(scheme, dict)]
    keys = [scheme for scheme in schemes if scheme.get("type") == "apiKey" and scheme.get("in") and scheme.get("name")]
    if not keys or len(keys) < len(schemes) or any(str(key["name"]).lower() == HEADER.lower() for key in keys):
        return KeyPlace()
    return KeyPlace(location=str(keys[0]["in"]), name=str(keys[0]["name"]))


def _keep_token(name: str) -> str:
    """Return the name of a header without what no header's name has (RFC 9110, section 5.6.2): the shell reads it."""
    return "".join(one for one in name if one.isascii() and (one.isalnum() or one in "-_."))
