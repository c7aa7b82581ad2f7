"""A page for people at `/`: what there is, what was asked last with its verdict, buttons, faults. Plain HTML."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from rstapi.mock.document import Document
from rstapi.mock.engine import Engine
from rstapi.mock.recorder import Exchange
from rstapi.mock.store import Collection

SHOWN = 20
STATES = {
    0: "uncalibrated", 1: "calibrating", 2: "unlocked", 3: "semi-locked", 4: "unlocking", 5: "locking", 6: "locked",
    7: "pulled", 8: "pulling", 9: "unknown", 18: "updating",
}  # fmt: skip
LARGEST_FORM = 4096
STYLE = """
:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.35rem .6rem .35rem 0;border-bottom:1px solid #8884;vertical-align:top}
.wide{overflow-x:auto}button,select{font:inherit;padding:.3rem .7rem;min-height:2.5rem}form{display:inline}
.bad{color:#c22}code{font-size:.9em;overflow-wrap:anywhere}select{max-width:100%}
"""
REFRESH = """
setInterval(async()=>{if(document.hidden||document.activeElement?.tagName==='SELECT')return;
const r=await fetch(location.href);if(!r.ok)return;
const d=new DOMParser().parseFromString(await r.text(),'text/html');
for(const id of ['things','asked','others']){document.getElementById(id).replaceWith(d.getElementById(id));}},1000);
"""


@dataclass(slots=True)
class Page:
    """Shows a mock and takes orders of whoever looks at it."""

    document: Document
    engine: Engine
    faults: Callable[[], Iterator[str]]
    """The faults that are on."""
    choices: Callable[[], tuple[str, ...]]
    """The faults that fit."""
    switch: Callable[[str], None]
    """Turns a fault on or off."""
    order: Callable[[str, str], None]
    """Gives a command, by the path of its operation and an id."""
    asked: Callable[[], list[Exchange]]
    """What was asked last, the latest first."""
    token: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    """In every form, so that no other site's page can send one (OWASP: cross-site request forgery)."""

    async def answer(self, request: Request) -> Response:
        """Answer a request for the page, or an order from it."""
        if request.method in {"GET", "HEAD"}:
            return HTMLResponse(self.format(), headers=HEADERS)
        if request.method != "POST":
            return Response(status_code=405, headers={"allow": "GET, HEAD, POST"})
        form = await _read_form(request)
        if not hmac.compare_digest(form.get("token", "").encode(), self.token.encode()):
            return Response("this form is not of this page; load it again", status_code=403, media_type="text/plain")
        if form.get("fault") in self.choices():
            self.switch(form["fault"])
        elif form.get("command") in {"lock", "unlock"}:
            self.order(form["command"], form.get("id", ""))
        return RedirectResponse("/", status_code=303)

    def format(self) -> str:
        """Return the page, as things are by now: the doors move, though nobody asks."""
        self.engine.move_on()
        title = escape(str(self.document.raw.get("info", {}).get("title", "Mock")))
        return (
            f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}: mock</title>'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<style>{STYLE}</style></head><body><h1>{title}: mock</h1>"
            f"{self._things()}{self._asked()}{self._faults()}{self._others()}<script>{REFRESH}</script></body></html>"
        )

    def _things(self) -> str:
        shown = "".join(
            self._table(path, list(c.resources.values())) for path, c in self._collections() if self._moves(path)
        )
        return f'<section id="things">{shown}</section>'

    def _others(self) -> str:
        rows = "".join(
            f"<tr><td><code>{escape(path)}</code><td>{escape(_names(found))}"
            for path, found in self._collections()
            if not self._moves(path)
        )
        return (
            f'<section id="others"><h2>What else there is</h2><div class="wide"><table>{rows}</table></div></section>'
        )

    def _collections(self) -> list[tuple[str, Collection]]:
        return sorted((path, found) for path, found in self.engine.store.collections.items() if "{" not in path)

    def _moves(self, path: str) -> bool:
        return self.document.operation(f"POST {path}/{{id}}/operation/lock") is not None

    def _table(self, path: str, resources: list[dict[str, Any]]) -> str:
        rows = "".join(
            f"<tr><td>{escape(_name(resource))}<td>{escape(_state(resource))}<td>"
            f"{self._button('unlock', 'Unlock', resource)} {self._button('lock', 'Lock', resource)}"
            for resource in resources[:SHOWN]
        )
        head = "<tr><th>Name<th>State<th>"
        return f'<h2><code>{escape(path)}</code></h2><div class="wide"><table>{head}{rows}</table></div>'

    def _button(self, command: str, text: str, resource: Mapping[str, Any]) -> str:
        key = escape(str(resource.get("id", "")), quote=True)
        label = escape(f"{text} {_name(resource)}", quote=True)
        return (
            f'<form method="post" action="/"><input type="hidden" name="token" value="{self.token}">'
            f'<input type="hidden" name="id" value="{key}">'
            f'<button name="command" value="{command}" aria-label="{label}">{text}</button></form>'
        )

    def _asked(self) -> str:
        rows = "".join(
            f"<tr><td><code>{escape(one.method)} {escape(one.path[:200])}</code><td>{one.status}"
            f'<td class="{"bad" if one.verdict else "good"}">{escape((one.verdict or "")[:200]) or "as documented"}'
            for one in self.asked()
        )
        shown = f"<table><tr><th>Request<th>Status<th>Answer{rows}</table>" if rows else "<p>none yet</p>"
        return f'<section id="asked"><h2>Last requests</h2><div class="wide">{shown}</div></section>'

    def _faults(self) -> str:
        on = list(self.faults())
        options = "".join(f"<option>{escape(name)}</option>" for name in self.choices())
        shown = ", ".join(f"<code>{escape(name)}</code>" for name in on) or "none"
        return (
            f'<section id="faults"><h2>Faults</h2><p>On: {shown}</p><form method="post" action="/">'
            f'<input type="hidden" name="token" value="{self.token}">'
            f'<label>Fault <select name="fault">{options}</select></label> <button>Switch</button></form></section>'
        )


HEADERS = {
    "cache-control": "no-store",
    # Nothing is loaded from anywhere, and nobody can put the page into a frame.
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
}


async def _read_form(request: Request) -> dict[str, str]:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_FORM:
            return {}
    return {name: values[-1] for name, values in parse_qs(body.decode("latin-1")).items()}


def _name(resource: Mapping[str, Any]) -> str:
    named = [resource[name] for name in ("name", "alias", "title") if resource.get(name)]
    return str((named or list(resource.values()) or [""])[0])


def _names(collection: Collection) -> str:
    found = list(collection.resources.values())
    named = [str(r[collection.key]) if "name" not in r and "title" not in r else _name(r) for r in found[:SHOWN]]
    return ", ".join(named) + (f" and {len(found) - SHOWN} more" if len(found) > SHOWN else "") or "nothing"


def _state(resource: Mapping[str, Any]) -> str:
    state = (resource.get("deviceState") or {}).get("state")
    return "offline" if state is None else STATES.get(state, str(state))
