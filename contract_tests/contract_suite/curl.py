"""The `curl` line that sends a request again: every word quoted for the shell, the credentials hidden."""

from __future__ import annotations

import shlex
from collections.abc import Mapping

from requests import PreparedRequest
from requests.utils import default_headers

from contract_suite.key_place import HEADER, KeyPlace

DEFAULT = KeyPlace()
GLOBS = frozenset("[]{}")
"""What curl expands in a URL unless `-g` says not to."""
OWN_HEADERS = {name.lower() for name in default_headers()} | {
    "authorization", "content-length", "transfer-encoding", "x-schemathesis-testcaseid",
}  # fmt: skip
"""What requests, curl and schemathesis add by themselves, and what has a form of its own."""


def format_curl(  # noqa: PLR0913 - the parts of a request.
    method: str, url: str, *, headers: Mapping[str, str] | None = None, body: str | bytes | None = None,
    authorized: bool = False, place: KeyPlace = DEFAULT,
) -> str:  # fmt: skip
    """Return the line; `authorized` for the credentials of the run at that place, taken from the environment.

    Paths, queries, headers and bodies come from documents and servers: quoted, none of them is run by the shell, and
    curl takes none of them for the name of a file (`@name`) or a pattern.
    """
    words = ["curl", *(["-g"] if GLOBS & set(url) else []), "-X", shlex.quote(method)]
    key, after = place.format_curl(url) if authorized else ([], "")
    words += key
    for name, value in (headers or {}).items():
        words += ["-H", shlex.quote(f"{name}: {value}" if value else f"{name};")]
    if body is not None:
        text = body.decode("utf-8", "replace") if isinstance(body, bytes) else body
        words += ["--data-raw" if text.startswith("@") else "-d", shlex.quote(text)]
    return " ".join([*words, shlex.quote(url) + after])


def format_sent(request: PreparedRequest, place: KeyPlace = DEFAULT) -> str:
    """Return the line for a request as it was sent."""
    shown = {name: str(value) for name, value in request.headers.items() if name.lower() not in OWN_HEADERS}
    body = request.body if isinstance(request.body, str | bytes) else None
    return format_curl(
        request.method or "GET", request.url or "", headers=shown, body=body or None,
        authorized="Authorization" in request.headers, place=place,
    )  # fmt: skip


def move_key(request: PreparedRequest, place: KeyPlace) -> PreparedRequest:
    """Return a request that carries at that place what another one has in its `Authorization` header."""
    if place.name == HEADER or HEADER not in request.headers:
        return request
    moved = request.copy()
    moved.url, headers = place.apply(moved.url or "", str(moved.headers.pop(HEADER)))
    for name, value in headers.items():
        before = moved.headers.get(name)
        moved.headers[name] = f"{before}; {value}" if before and name == "Cookie" else value
    return moved
