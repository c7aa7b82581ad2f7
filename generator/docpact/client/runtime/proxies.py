"""The proxy that the environment names: httpx looks for it only where it makes the transport itself."""

from __future__ import annotations

from urllib.request import getproxies, proxy_bypass

import httpx


def proxy_for(address: str) -> str | None:
    """Return the proxy on the way to that address; None without one, or `NO_PROXY` excepts it."""
    url, proxies = httpx.URL(address), getproxies()
    found = proxies.get(url.scheme) or proxies.get("all")
    if not found or proxy_bypass(url.host):
        return None
    return found if "://" in found else f"http://{found}"
