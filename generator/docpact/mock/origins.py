"""Who may talk to the mock: no web page of another site, whatever name that site gives to this machine."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MISDIRECTED, FORBIDDEN, BAD_REQUEST = 421, 403, 400
KEPT = b"cross-origin-resource-policy"
"""A header of responses that no other page may read: the mock's own page has buttons, each with a token."""
MOST_REMEMBERED = 256
"""Values of the two headers; a client sends the same ones again and again."""


@dataclass(slots=True)
class OriginGuard:
    """An ASGI application that keeps other sites' pages from another one.

    A page may send requests to any address, and a site may let its own name lead to this machine (DNS rebinding), so
    that the page can read the responses as well. A browser says both: `Host` holds the name, `Origin` the page's site.
    """

    app: ASGIApp
    hosts: Collection[str] = ()
    """Names that lead here, beside `localhost` and addresses."""
    _hosts: dict[bytes, bool] = field(default_factory=dict)
    _origins: dict[bytes, bool] = field(default_factory=dict)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, unless its `Host` is foreign (421), its `Origin` is (403), or it has two of one (400)."""
        sent = [(name, value) for name, value in scope["headers"] if name in {b"host", b"origin"}]
        named = dict(sent)
        if len(named) < len(sent):
            await _refuse(BAD_REQUEST, "there are several Host or Origin headers", scope, receive, send)
        elif not self._is_ours(named.get(b"host"), self._hosts):
            text = "this host is not this server's; start it with --allow-host NAME if it is"
            await _refuse(MISDIRECTED, text, scope, receive, send)
        elif not self._is_ours(named.get(b"origin"), self._origins):
            await _refuse(FORBIDDEN, "pages of other sites get nothing from here", scope, receive, send)
        elif b"origin" in named:
            await self._share(named[b"origin"], scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _share(self, origin: bytes, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a page of this machine read the response (https://fetch.spec.whatwg.org/#http-cors-protocol)."""
        asked = dict(scope["headers"])
        shared = [(b"access-control-allow-origin", origin), (b"access-control-allow-credentials", b"true")]
        if scope["method"] == "OPTIONS" and b"access-control-request-method" in asked:
            shared += [
                (b"access-control-allow-methods", asked[b"access-control-request-method"]),
                (b"access-control-allow-headers", asked.get(b"access-control-request-headers", b"")),
                (b"access-control-allow-private-network", b"true"),
                (b"access-control-max-age", b"600"),
                (b"vary", b"origin"),
            ]
            await send({"type": "http.response.start", "status": 204, "headers": [pair for pair in shared if pair[1]]})
            await send({"type": "http.response.body", "body": b""})
            return

        async def sharing(message: Message) -> None:
            if message["type"] == "http.response.start" and KEPT not in {name for name, _ in message["headers"]}:
                names = b", ".join(dict.fromkeys(name for name, _ in message["headers"]))
                more = [*shared, (b"access-control-expose-headers", names), (b"vary", b"origin")]
                message = {**message, "headers": [*message["headers"], *more]}
            await send(message)

        await self.app(scope, receive, sharing)

    def _is_ours(self, value: bytes | None, known: dict[bytes, bool]) -> bool:
        """Return whether a header fits; no browser leaves them out where they matter, so a missing one does."""
        if value is None:
            return True
        if value not in known:
            if len(known) >= MOST_REMEMBERED:
                known.clear()
            text = value.decode("latin-1")
            known[value] = is_own_host(text, self.hosts) if known is self._hosts else is_own_origin(text, self.hosts)
        return known[value]


def is_own_host(host: str, hosts: Collection[str]) -> bool:
    """Return whether a `Host` header can't be the name of another site: an address, `localhost`, or a given name."""
    name = _name(f"//{host}")
    return bool(name) and (_is_local_name(name, hosts) or _is_address(name))


def is_own_origin(origin: str, hosts: Collection[str]) -> bool:
    """Return whether an `Origin` header is a page of this machine, or of a given name.

    `null`, which sandboxed pages and files send, is not: any site can make a page send it.
    """
    name = _name(origin) if origin.startswith(("http://", "https://")) else ""
    return bool(name) and (_is_local_name(name, hosts) or _is_address(name, loopback=True))


def is_same_site(origin: str, host: str) -> bool:
    """Return whether a page's `Origin` is the server that its request goes to, by the `Host` header."""
    return bool(_name(origin)) and origin.partition("://")[2].lower() == host.lower()


def _name(url: str) -> str:
    """Return the host of a URL in small letters; empty without one."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return ""
    plain = parts.username is None and not parts.path and not parts.query and not parts.fragment
    return (parts.hostname or "").removesuffix(".") if plain else ""


def _is_local_name(name: str, hosts: Collection[str]) -> bool:
    # Browsers look up no name below `localhost` anywhere else (RFC 6761, section 6.3).
    return name == "localhost" or name.endswith(".localhost") or name in {host.lower() for host in hosts}


def _is_address(name: str, *, loopback: bool = False) -> bool:
    try:
        address = ip_address(name)
    except ValueError:
        return False
    return address.is_loopback or not loopback


async def _refuse(status: int, text: str, scope: Scope, receive: Receive, send: Send) -> None:
    await PlainTextResponse(f"{text}\n", status_code=status)(scope, receive, send)
