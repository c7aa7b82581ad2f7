"""A page for people at `/`: answers for it, and does what its buttons say. What it looks like is `page_text`'s."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from docpact.errors import UsageError
from docpact.mock.document import Document
from docpact.mock.engine import Engine
from docpact.mock.faults import Deviating, Fault
from docpact.mock.origins import is_same_site
from docpact.mock.page_text import POLICY, Sight, format_page
from docpact.mock.recorder import Exchange

LARGEST_FORM = 4096
HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": POLICY,
    "cross-origin-resource-policy": "same-origin",
}


@dataclass(slots=True)
class Page:
    """Shows a mock and takes orders of whoever looks at it."""

    document: Document
    engine: Engine
    faults: Callable[[], Iterable[Deviating]]
    """The faults that are on."""
    choices: Callable[[], tuple[Fault, ...]]
    """The faults that fit."""
    switch: Callable[[str], None]
    """Turns a fault on or off."""
    order: Callable[[str, str], None]
    """Calls an operation, by its signature, with an id."""
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
        origin = request.headers.get("origin")
        form = await _read_form(request)
        if origin is not None and not is_same_site(origin, request.headers.get("host", "")):
            return Response("this form is not of this page", status_code=403, media_type="text/plain")
        if not hmac.compare_digest(form.get("token", "").encode(), self.token.encode()):
            return Response("this form is not of this page; load it again", status_code=403, media_type="text/plain")
        if form.get("fault") in {fault.name for fault in self.choices()}:
            with suppress(UsageError):
                self.switch(f"{form['fault']}:{form.get('operation', '')}")
        elif any(form.get("command") in panel.commands.values() for panel in self.engine.behaviours.panels.values()):
            self.order(form["command"], form.get("id", ""))
        return RedirectResponse("/", status_code=303)

    def format(self) -> str:
        """Return the page, as things are by now: doors move, though nobody asks."""
        self.engine.move_on()
        return format_page(
            Sight(
                document=self.document, engine=self.engine, token=self.token,
                faults=tuple(self.faults()), choices=self.choices(), asked=self.asked(),
            )
        )  # fmt: skip


async def _read_form(request: Request) -> dict[str, str]:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_FORM:
            return {}
    return {name: values[-1] for name, values in parse_qs(body.decode("latin-1")).items()}
