"""The headers of a response against the document, by schemathesis' own check, without a generated case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import requests
import schemathesis
from schemathesis.core.failures import FailureGroup
from schemathesis.core.transport import Response
from schemathesis.specs.openapi.checks import response_headers_conformance

from contract_suite.document import Document, Operation
from contract_suite.failure_messages import describe_failure
from contract_suite.violations import Violation, describe_unreadable

CHECK = "response_headers_conformance"


@dataclass(slots=True)
class HeaderChecker:
    """Checks the headers of responses that the document describes any of."""

    document: Document
    _schema: Any = None
    _cases: dict[str, Any] = field(default_factory=dict)

    def find_violations(self, operation: Operation, response: requests.Response) -> Iterator[Violation]:
        """Yield which documented headers are missing, or are not as documented."""
        described = self.document.response(operation, response.status_code) or {}
        if not described.get("headers"):
            return
        received = Response(
            status_code=response.status_code,
            headers={name.lower(): [value] for name, value in response.headers.items()},
            content=response.content, request=response.request, elapsed=0.0, verify=True,
        )  # fmt: skip
        try:
            case = self._find_case(operation)
            case.validate_response(received, checks=[response_headers_conformance])
        except FailureGroup as group:
            # A header of another type has the name of the check of bodies there.
            yield from (replace(describe_failure(failure, {}), check=CHECK) for failure in group.exceptions)
        except Exception as error:  # noqa: BLE001 - whatever a server sends, the run goes on and reports.
            yield describe_unreadable(error)

    def _find_case(self, operation: Operation) -> Any:  # noqa: ANN401 - schemathesis'.
        if operation.label not in self._cases:
            if self._schema is None:
                self._schema = schemathesis.openapi.from_dict(self.document.raw)
            self._cases[operation.label] = self._schema[operation.path][operation.method].Case()
        return self._cases[operation.label]
