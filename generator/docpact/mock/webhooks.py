"""Posts events to a URL as the document describes them; to this machine only, unless told otherwise."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

import httpx

from docpact.errors import UsageError

TIMEOUT = 5.0


def check_webhook(url: str, *, anywhere: bool) -> str:
    """Return the URL; raises `UsageError` for what is no URL, or is off this machine where that isn't allowed."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise UsageError(f"`{url}` is no address to post to", where="--webhook")
    if not anywhere and not is_loopback(parts.hostname):
        hint = "--webhook-anywhere allows it"
        raise UsageError(f"{parts.hostname} is not this machine", where="--webhook", hint=hint)
    return url


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def posting(url: str) -> Callable[[Mapping[str, Any]], None]:
    """Return a listener that posts each event; a receiver that fails or is slow disturbs nobody."""
    waiting: set[asyncio.Task[None]] = set()

    async def post(message: Mapping[str, Any]) -> None:
        try:
            async with httpx.AsyncClient(timeout=TIMEOUT, trust_env=False) as client:
                await client.post(url, json=dict(message))
        except httpx.HTTPError:
            return

    def listen(message: Mapping[str, Any]) -> None:
        task = asyncio.get_running_loop().create_task(post(message))
        # The loop itself keeps weak references only.
        waiting.add(task)
        task.add_done_callback(waiting.discard)

    return listen
