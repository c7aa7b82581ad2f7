"""Sends the requests of tests and checks their responses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import requests
from requests.exceptions import RequestException

from contract_suite.conformance import ConformanceChecker
from contract_suite.credentials import Credentials
from contract_suite.document import Document, Operation
from contract_suite.envelope import is_success
from contract_suite.findings import Failure
from contract_suite.guard import NotAllowedError
from contract_suite.judgement import Judge
from contract_suite.request import Request
from contract_suite.results import ContractFailure, Results
from contract_suite.transport import GuardedSession


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """Sends requests of tests to the server of a run."""

    base_url: str
    credentials: Credentials
    document: Document
    session: GuardedSession
    conformance: ConformanceChecker
    results: Results

    def send(self, request: Request, *, check: bool = True) -> requests.Response:
        """Send a request; where `check`, what is wrong with the response by itself is added to the results.

        Raises `ContractFailure` where no response comes, `NotAllowedError` where the request may not be sent.
        """
        operation, monitor = request.operation, self.session.monitor
        if monitor.is_skipped(operation.label):
            raise NotAllowedError(monitor.health.trouble or "it is slow or silent, and gets no more requests")
        key = self.credentials.authorization if request.authorization is None else request.authorization
        headers = {"Authorization": key} if key else {}
        url, content = f"{self.base_url}{request.path}", None
        if request.body is not None:
            headers, content = headers | {"Content-Type": request.media_type}, request.content.encode()
        if self.session.keys is not None:
            self.session.keys.withheld = request.authorization is not None
        try:
            response = self.session.request(
                operation.method, url, headers=headers, data=content, params=request.parameters
            )
        except RequestException as error:
            raise self.note_silence(operation.label, error, self.format_curl(request)) from None
        finally:
            if self.session.keys is not None:
                self.session.keys.withheld = False
        self.results.tested.add(operation.label)
        if check and not monitor.health.trouble:
            self._check(request, response)
        return response

    def note_silence(self, label: str, error: RequestException, curl: str) -> ContractFailure:
        """Add to the results that a request got no whole response; return that failure."""
        failure = self.session.monitor.note_silence(label, error, curl)
        self.session.monitor.health.settle_doubt(self.session.probe)
        return failure

    def format_curl(self, request: Request) -> str:
        """Return a command that sends the request again, its credentials hidden."""
        # Without credentials of its own, a run has nothing to hide; an invented key is no secret.
        own = {self.credentials.authorization, *self.credentials.scope_keys.values()}
        invented = "" if request.authorization in own else request.authorization or ""
        authorized = request.authorization != "" and not invented and bool(self.credentials.authorization)
        return request.format_curl(self.base_url, authorized=authorized, key=invented, place=self.credentials.place)

    def read_payload(self, response: requests.Response) -> Any:  # noqa: ANN401 - any JSON value.
        """Return the payload of a response, without the envelope; None for a body that is no JSON."""
        try:
            return self.document.unwrap(response.json())
        except (ValueError, RecursionError):
            return None

    def read_list(self, operation: Operation, path: str) -> Any:  # noqa: ANN401 - any JSON value.
        """Return the payload of a list, None where there is no success; its response is not checked."""
        try:
            response = self.send(Request(operation=operation, path=path), check=False)
        except (ContractFailure, NotAllowedError):
            return None
        return self.read_payload(response) if is_success(response.status_code) else None

    def count(self, operation: Operation, check: str) -> None:
        """Count that a check was made of an operation."""
        self.results.count(operation.label, check)

    def fail(  # noqa: PLR0913 - the fields of a failure.
        self, request: Request, check: str, message: str, *, expected: str, got: str, cause: str = "",
        blamed: Operation | None = None, source: str = "",
    ) -> ContractFailure:  # fmt: skip
        """Return the failure of a check, shown by a request; of its operation, or of the one that is `blamed`."""
        return ContractFailure(
            Failure(
                operation=(blamed or request.operation).label, check=check, message=message,
                curl=self.format_curl(request), expected=expected, got=got, cause=cause or check, source=source,
            )
        )  # fmt: skip

    def _check(self, request: Request, response: requests.Response) -> None:
        judge = Judge(document=self.document, conformance=self.conformance, results=self.results)
        judge.judge(request.operation, response, lambda: self.format_curl(request))
