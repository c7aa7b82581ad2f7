"""Exchanges of one API, one after another: which operation each calls, what is wrong with it, what was seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit

from docpact.contract.result import ContractResult, merge_findings
from docpact.contract.suite import Plan, SuiteError
from docpact.contract.traffic.counting import CoverageCounter
from docpact.contract.traffic.suite import (
    OperationFinder,
    Recorded,
    Recorder,
    Results,
    TrafficJudge,
    Violation,
    build_document,
    find_paths,
    read_sources,
)
from docpact.document import Document
from docpact.errors import UsageError

FIRST_STATUS = 200
MOST_HOSTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is known about one exchange."""

    operation: str
    """The label of the operation; empty where no page has one."""
    violations: tuple[Violation, ...] = ()


@dataclass(slots=True)
class TrafficSession:
    """Judges exchanges against a document."""

    document: Document
    base_url: str = ""
    """The only server whose exchanges count, with the path before all operations; empty for any."""
    record: Path | None = None
    """Where each judged exchange is written, without secrets."""
    results: Results = field(init=False)
    counter: CoverageCounter = field(init=False)
    _judge: TrafficJudge = field(init=False)
    _finder: OperationFinder = field(init=False)
    _recorder: Recorder | None = None
    _base_paths: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        try:
            document = build_document(dict(self.document.mapping), self.document.name)
        except SuiteError as error:
            raise UsageError(str(error)) from None
        self.results = Results(sources=read_sources(document))
        self.counter = CoverageCounter(document)
        self._recorder = Recorder(self.record, self.results.redact) if self.record else None
        self._judge = TrafficJudge(document, self.results, self._recorder)
        self._finder = OperationFinder(document)
        self._base_paths = self._find_base_paths()

    def note(self, exchange: Recorded) -> Verdict:
        """Judge one exchange, and count what it shows."""
        counter = self.counter
        counter.exchanges += 1
        if exchange.status < FIRST_STATUS or not exchange.method:
            counter.without_response += 1
            return Verdict(operation="")
        if not self._is_of_server(exchange.url):
            counter.note_elsewhere(exchange.url)
            return Verdict(operation="")
        paths = list(find_paths(exchange.url, self._base_paths))
        if not urlsplit(exchange.url).netloc:
            # Gateways write paths as they pass them on, with or without what comes before all operations.
            paths += list(find_paths(exchange.url, [""]))
        found = (self._finder.find(exchange.method, path) for path in paths)
        operation = next((one for one in found if one is not None), None)
        if operation is not None:
            violations = self._judge.judge(operation, exchange)
            counter.note(operation, exchange)
            return Verdict(operation=operation.label, violations=tuple(violations))
        if not paths:
            counter.note_elsewhere(exchange.url)
        elif not (exchange.method == "OPTIONS" and exchange.header("access-control-request-method")):
            self._judge.hide_secrets(exchange)
            counter.note_undocumented(exchange.method, paths[0], exchange.url)
        return Verdict(operation="")

    def build_result(self, troubles: Sequence[str] = ()) -> ContractResult:
        """Return what was found until now; `troubles` are what of the traffic couldn't be read."""
        coverage = self.counter.build()
        redact = self.results.redact
        coverage = replace(coverage, undocumented={redact(label): n for label, n in coverage.undocumented.items()})
        self.results.trouble = "; ".join(troubles) or ("" if coverage.judged else self._describe_nothing())
        plan = Plan(base_url=self.base_url or "recorded traffic", document=Path(self.document.name))
        # Their notes are of properties that no page has: the coverage lists them, with how often each was seen.
        return replace(merge_findings([self.results.build_findings()], plan), coverage=coverage, notes=())

    def close(self) -> None:
        """Close the file that exchanges are written to."""
        if self._recorder is not None:
            self._recorder.close()
            self._recorder = None

    def _describe_nothing(self) -> str:
        coverage = self.counter.build()
        if not coverage.exchanges:
            return "there was no exchange"
        hosts = list(coverage.elsewhere)[:MOST_HOSTS]
        seen = f" at {', '.join(hosts)}" if any(hosts) else ""
        base = " or ".join(path or "/" for path in self._base_paths)
        return (
            f"none of {coverage.exchanges} exchanges{seen} is of a documented operation (is {base} the path before all "
            "operations there? name another with the server's URL)"
        )

    def _is_of_server(self, url: str) -> bool:
        if not self.base_url:
            return True
        wanted, given = urlsplit(self.base_url), urlsplit(url)
        return not given.netloc or given.netloc.lower() == wanted.netloc.lower()

    def _find_base_paths(self) -> tuple[str, ...]:
        if self.base_url:
            return (urlsplit(self.base_url).path.rstrip("/"),)
        servers = self.document.mapping.get("servers") or ()
        urls = [str(server.get("url", "")) for server in servers[1:] if isinstance(server, dict)]
        others = [urlsplit(url).path.rstrip("/") for url in urls if "{" not in url]
        return tuple(dict.fromkeys([self.document.base_path, *others]))
