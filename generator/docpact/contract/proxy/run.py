"""A proxy from its start to its reports."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from starlette.types import Receive, Scope, Send

from docpact.config import Config
from docpact.contract.baseline import check_baseline, write_baseline
from docpact.contract.deviations import FILE as DEVIATIONS
from docpact.contract.deviations import apply_deviations, read_deviations
from docpact.contract.proxy.forwarding import Forwarder
from docpact.contract.proxy.judging import JudgingThread
from docpact.contract.proxy.page import ProxyPage
from docpact.contract.reports import check_report_paths, needs_exchanges, write_report
from docpact.contract.result import ContractResult, date_result
from docpact.contract.traffic.session import TrafficSession
from docpact.document import Document
from docpact.errors import UsageError
from docpact.mock.serving import serve

PAGE = "/.docpact/"
"""The path of the page; every other path is the server's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProxyJob:
    """What is passed on, and what is done with what was found."""

    server: str
    """The server's base URL, with the path before all operations."""
    document: Document
    host: str = "127.0.0.1"
    port: int = 8766
    hosts: Collection[str] = ()
    """Names that lead to the proxy, beside `localhost` and addresses."""
    reports: Sequence[Path] = ()
    deviations: Path | None = None
    baseline: Path | None = None


class ProxyApp:
    """An ASGI application: the page at its path, the server everywhere else."""

    def __init__(self, job: ProxyJob, judging: JudgingThread) -> None:
        self.base_path = urlsplit(job.server).path.rstrip("/")
        self._forwarder = Forwarder(job.server, judging.note)
        self._page = ProxyPage(
            title=str(job.document.mapping["info"]["title"]), server=job.server, find_result=judging.build_result,
            find_last=lambda: list(judging.last),
        )  # fmt: skip

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        await (self._page if scope["path"] == PAGE else self._forwarder)(scope, receive, send)

    async def aclose(self) -> None:
        """Close the connections to the server."""
        await self._forwarder.aclose()


def check_server(url: str) -> str:
    """Return the server's URL without a slash at the end; raises `UsageError` for what is no URL."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise UsageError("is no http or https URL", where=url, hint="give the server's base URL")
    if parts.username or parts.password:
        raise UsageError("credentials don't belong in the URL", where=parts.hostname, hint="the client sends its own")
    return url.rstrip("/")


def run_proxy(job: ProxyJob, config: Config, announce: Callable[[str, str], None]) -> ContractResult:
    """Pass requests on until interrupted; return what was found, and write the reports.

    `announce` gets the base URL for clients and the page's. Raises `UsageError` and `OutputError` before that.
    """
    check_report_paths(job.reports)
    check_baseline(job.baseline)
    known_in = job.deviations or config.path(DEVIATIONS)
    deviations = read_deviations(known_in) if job.deviations or known_in.is_file() else ()
    with tempfile.TemporaryDirectory(prefix="docpact-proxy-") as folder:
        exchanges = Path(folder) / "exchanges.jsonl" if needs_exchanges(job.reports) else None
        session = TrafficSession(job.document, job.server, exchanges)
        judging = JudgingThread(session)
        app = ProxyApp(job, judging)
        judging.start()

        def listening(url: str) -> None:
            announce(url, f"{url.removesuffix(app.base_path)}{PAGE}")

        # uvicorn raises the signal again that has stopped it.
        with suppress(KeyboardInterrupt):
            serve(
                app, host=job.host, port=job.port, announce=listening, stopped=lambda: None, hosts=job.hosts,
                dates=False,
            )  # fmt: skip
        judging.finish()
        session.close()
        result = apply_deviations(judging.build_result(), deviations, datetime.now(UTC).date())
        result = date_result(result, job.document.name)
        if job.baseline is not None:
            result = write_baseline(job.baseline, result, datetime.now(UTC).date())
        for path in job.reports:
            write_report(path, result, config.docs.source, exchanges)
    return result
