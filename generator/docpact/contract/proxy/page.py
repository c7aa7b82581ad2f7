"""The page of a proxy: findings, coverage and the last exchanges, as they are now. It takes no orders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.types import Receive, Scope, Send

from docpact.contract.causes import Cause, group_causes
from docpact.contract.proxy.judging import Judged
from docpact.contract.reports.coverage import format_coverage
from docpact.contract.result import ContractResult
from docpact.contract.suite import describe_check
from docpact.mock.page_text import POLICY, SCRIPT, STYLE, format_badge, format_live

HEADERS = {"cache-control": "no-store", "content-security-policy": POLICY}
LONGEST = 200
FAILURE, SERVER_FAILURE = 400, 500


@dataclass(frozen=True, slots=True, kw_only=True)
class ProxyPage:
    """An ASGI application that shows what has passed."""

    title: str
    server: str
    find_result: Callable[[], ContractResult]
    find_last: Callable[[], Sequence[Judged]]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        response = Response(status_code=405, headers={"allow": "GET, HEAD"})
        if Request(scope).method in {"GET", "HEAD"}:
            response = HTMLResponse(self.format(), headers=HEADERS)
        await response(scope, receive, send)

    def format(self) -> str:
        """Return the page; every text of a server or client is escaped."""
        result, title = self.find_result(), escape(self.title)
        return (
            f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}: proxy</title>'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<link rel="icon" href="data:,"><style>{STYLE}</style></head><body>'
            f'<header><h1>{title}: proxy</h1><p class="quiet">to <code>{escape(self.server)}</code></p></header><main>'
            f"{format_live('findings', _format_findings(group_causes(result.failures)))}"
            f"{format_live('coverage', _format_coverage(result))}"
            f"{format_live('asked', _format_last(self.find_last()))}"
            "<footer>Reports are written when the proxy is stopped.</footer></main>"
            f"<script>{SCRIPT}</script></body></html>"
        )


def _format_findings(causes: Sequence[Cause]) -> str:
    rows = "".join(
        f"<tr><td>{escape(describe_check(cause.check))}<p class=quiet><code>{escape(cause.check)}</code>"
        f"<td><code>{escape(cause.failures[0].operation)}</code>"
        f"{f' and {len(cause.failures) - 1} more' if len(cause.failures) > 1 else ''}"
        f'<p class="quiet">{escape(cause.failures[0].source)}'
        f'<td class="verdict">{escape(cause.failures[0].message[:LONGEST])}'
        for cause in causes
    )
    head = "<thead><tr><th>Finding<th>Operation<th>What is wrong</thead>"
    shown = f"<table>{head}<tbody>{rows}</table>" if rows else '<p class="pad quiet">none yet</p>'
    return f'<h2>Findings</h2><div class="panel">{shown}</div>'


def _format_coverage(result: ContractResult) -> str:
    lines = format_coverage(result.coverage) if result.coverage is not None else ()
    text = "".join(f"<p>{escape(line.strip())}</p>" for line in lines)
    trouble = f"<p>{format_badge('not judged', 'bad')} {escape(result.trouble)}</p>" if result.trouble else ""
    return f'<h2>Coverage</h2><div class="panel"><div class="pad">{text}{trouble}</div></div>'


def _format_last(last: Sequence[Judged]) -> str:
    rows = "".join(
        f"<tr><td><code>{escape(one.method)} /{escape(one.path[:LONGEST])}</code>"
        f'<td class="number">{format_badge(one.status or "none", _tone(one.status))}'
        f'<td class="verdict">{_format_verdict(one)}'
        for one in last
    )
    head = "<thead><tr><th>Request<th>Status<th>Response</thead>"
    shown = f"<table>{head}<tbody>{rows}</table>" if rows else '<p class="pad quiet">none yet</p>'
    return f'<h2>Last exchanges</h2><div class="panel">{shown}</div>'


def _format_verdict(one: Judged) -> str:
    if one.wrong:
        return f"{format_badge('breaks the document', 'bad')} {escape('; '.join(one.wrong)[:LONGEST])}"
    return f'<span class="quiet">{"as documented" if one.operation else "on no page"}</span>'


def _tone(status: int) -> str:
    return "bad" if status >= SERVER_FAILURE or not status else "" if status >= FAILURE else "good"
