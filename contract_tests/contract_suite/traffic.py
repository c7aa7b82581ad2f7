"""Judges recorded exchanges with the checks of a run: nothing is sent."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qsl, urlsplit

import requests

from contract_suite.conformance import ConformanceChecker, read_json
from contract_suite.credentials import Credentials
from contract_suite.curl import format_sent
from contract_suite.document import Document, Operation
from contract_suite.formats import FormatChecker
from contract_suite.health import Health
from contract_suite.judgement import Judge
from contract_suite.recorded import Recorded, build_request, build_response, read_cookies
from contract_suite.recording import Recorder
from contract_suite.redaction import HIDDEN, find_secrets
from contract_suite.response_checks import (
    SECRET_NAME,
    SHORTEST_SECRET,
    ResponseMonitor,
    find_named_secrets,
    find_unreadable,
)
from contract_suite.response_headers import CHECK as HEADERS
from contract_suite.response_headers import HeaderChecker
from contract_suite.results import Results
from contract_suite.violations import Violation, as_failure

OF_BODY = frozenset({
    "response_schema_conformance", "format_conformance", "envelope_coherence", "unreadable_response",
})  # fmt: skip
"""The checks of a body: nothing can be said about them where it wasn't recorded."""
OF_HEADERS = frozenset({"content_type_conformance", HEADERS})
NOT_MODIFIED = 304
CONDITIONS = ("if-none-match", "if-modified-since")
SHOWN_HEADERS = frozenset({"accept", "content-type", "authorization"})
"""The headers of a request that a finding's command repeats, beside documented ones: a browser sends many more."""
SECRET_PARAMETER = re.compile(
    r"(^|[-_.])(api[-_]?key|access[-_]?key|key|token|secret|signature|sig|password|session([-_]?id)?)$"
    r"|[a-z](Key|Token|Secret|Signature|Password)$",
    re.IGNORECASE,
)
"""Parameters and headers that hold secrets, by their names; a document's security schemes name others."""
TOKEN_HEADER = re.compile(r"(^|-)(authorization|token|api-?key|secret|session|csrf|xsrf)", re.IGNORECASE)


@dataclass(slots=True)
class TrafficJudge:
    """Judges exchanges one by one; what is wrong is added to the results."""

    document: Document
    results: Results
    recorder: Recorder | None = None
    """What writes each exchange, without secrets; None to write none."""
    _judge: Judge = field(init=False)
    _headers: HeaderChecker = field(init=False)
    _monitor: ResponseMonitor = field(init=False)
    _scheme_names: frozenset[str] = field(init=False)
    """The headers, parameters and cookies that hold keys, as the document's security schemes name them."""

    def __post_init__(self) -> None:
        conformance = ConformanceChecker(self.document, FormatChecker(self.document), self.results.redact)
        self._judge = Judge(document=self.document, conformance=conformance, results=self.results)
        self._headers = HeaderChecker(self.document)
        self._monitor = ResponseMonitor(Credentials(), self.results, Health(), self.recorder)
        schemes = self.document.raw.get("components", {}).get("securitySchemes", {}).values()
        resolved = [self.document.resolve(scheme) for scheme in schemes]
        self._scheme_names = frozenset(str(s["name"]).lower() for s in resolved if isinstance(s, dict) and "name" in s)

    def hide_secrets(self, exchange: Recorded) -> None:
        """Hide what an exchange has of secrets, from now on, and in what was found before."""
        for secret in self._find_secrets(exchange):
            # What is hidden already is no secret.
            if HIDDEN not in secret:
                self.results.hide(secret)

    def judge(self, operation: Operation, exchange: Recorded) -> list[Violation]:
        """Return what is wrong with the response to an operation's request; it is among the results then."""
        self.hide_secrets(exchange)
        label, results = operation.label, self.results
        request = build_request(exchange)
        response = build_response(exchange, request)
        results.sent[label] += 1
        results.tested.add(label)
        results.place = exchange.place
        try:
            # Each exchange has its own credentials; whether a response repeats them is asked of these.
            header = exchange.header("authorization")
            self._monitor.credentials = Credentials(authorization="" if HIDDEN in header else header)
            shown = self._as_shown(operation, exchange)
            found = self._monitor.note_response(label, request, response, exchange.seconds, shown=shown)
            if self._is_not_modified(exchange):
                return found
            return found + self._judge_response(operation, exchange, response, shown)
        finally:
            results.place = ""

    def _judge_response(
        self, operation: Operation, exchange: Recorded, response: requests.Response, shown: requests.PreparedRequest
    ) -> list[Violation]:
        unknown: set[str] = set()
        if exchange.response_body is None or exchange.method == "HEAD":
            unknown |= OF_BODY
        if exchange.response_headers is None:
            unknown |= OF_HEADERS | OF_BODY
        if "unreadable_response" not in unknown and (wrong := find_unreadable(response.content)):
            violation = Violation(
                check="unreadable_response", message=wrong, expected="JSON that can be read", got=wrong
            )
            self.results.add(as_failure(operation.label, violation, format_sent(shown)))
            return [violation]
        hidden = HIDDEN if HIDDEN.encode() in (exchange.response_body or b"") else ""
        found = self._judge.judge(operation, response, lambda: format_sent(shown), unknown=unknown, hidden=hidden)
        if HEADERS not in unknown:
            self.results.count(operation.label, HEADERS)
            for violation in self._headers.find_violations(operation, response):
                self.results.add(as_failure(operation.label, violation, format_sent(shown)))
                found.append(violation)
        return found

    def _as_shown(self, operation: Operation, exchange: Recorded) -> requests.PreparedRequest:
        """Return the request as a finding's command repeats it: without what a browser adds, or is secret."""
        documented = {name.lower() for name in self.document.parameters(operation, "header")}
        wanted = SHOWN_HEADERS | documented | self._scheme_names
        headers = [(name, value) for name, value in exchange.headers if name.lower() in wanted]
        return build_request(replace(exchange, headers=headers))

    @staticmethod
    def _is_not_modified(exchange: Recorded) -> bool:
        """Whether a response says that the client's own copy is good: RFC 9110 has that for every conditional GET."""
        return exchange.status == NOT_MODIFIED and any(exchange.header(name) for name in CONDITIONS)

    def _find_secrets(self, exchange: Recorded) -> Iterator[str]:
        for name, value in [*exchange.headers, *(exchange.response_headers or ())]:
            lowered = name.lower()
            if lowered in {"authorization", "proxy-authorization"}:
                yield from find_secrets(value)
            elif lowered in {"cookie", "set-cookie"}:
                yield from (c.value for c in read_cookies(value).values() if len(c.value) >= SHORTEST_SECRET)
            elif (lowered in self._scheme_names or TOKEN_HEADER.search(name)) and len(value) >= SHORTEST_SECRET:
                yield value
        yield from self._find_parameters(urlsplit(exchange.url).query)
        if exchange.body:
            yield from self._find_in_body(exchange)

    def _find_parameters(self, text: str) -> Iterator[str]:
        for name, value in parse_qsl(text):
            if len(value) < SHORTEST_SECRET:
                continue
            if name.lower() in self._scheme_names or SECRET_PARAMETER.search(name) or SECRET_NAME.search(name):
                yield value

    def _find_in_body(self, exchange: Recorded) -> Iterator[str]:
        if "form-urlencoded" in exchange.header("content-type"):
            yield from self._find_parameters(exchange.body.decode("utf-8", "replace"))
            return
        try:
            yield from find_named_secrets(json.loads(exchange.body))
        except (ValueError, RecursionError):
            return


class OperationFinder:
    """Finds the operation that a path leads to."""

    def __init__(self, document: Document) -> None:
        self._by_size: dict[tuple[str, int], list[Operation]] = {}
        """By method, and how many slashes the path has."""
        for operation in sorted(document.operations, key=lambda o: len(o.placeholders)):
            self._by_size.setdefault((operation.method, operation.path.count("/")), []).append(operation)

    def find(self, method: str, path: str) -> Operation | None:
        """Return the operation of a path without its base: of several that fit, that with the fewest placeholders."""
        fitting = self._by_size.get((method, path.count("/")), ())
        return next((operation for operation in fitting if operation.parse_ids(path) is not None), None)


def read_value(exchange: Recorded) -> object:
    """Return the JSON value of a response's body; None without one."""
    return read_json(build_response(exchange, requests.PreparedRequest())) if exchange.response_body else None


def find_paths(url: str, base_paths: Sequence[str]) -> Iterator[str]:
    """Yield what follows in the path of a URL after each of the base paths that it begins with."""
    path = urlsplit(url).path or "/"
    for base in base_paths:
        if not base or path == base or path.startswith(f"{base}/"):
            yield path[len(base) :] or "/"
