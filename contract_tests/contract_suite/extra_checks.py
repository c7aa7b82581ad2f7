"""Our checks that schemathesis runs on the responses to its cases, beside its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import schemathesis
from schemathesis.core.failures import Failure
from schemathesis.core.transport import Response

from contract_suite.conformance import ConformanceChecker
from contract_suite.violations import Violation

ExtraCheck = Callable[[schemathesis.CheckContext, Response, schemathesis.Case[Any]], None]


class ExtraFailure(Failure):
    """The failure of one of our checks, as schemathesis wants it: it tells failures apart by their classes."""

    code = "ST901"

    def __init__(self, operation: str, violation: Violation) -> None:
        super().__init__(operation=operation, message=violation.message)
        self.violation = violation


class IncoherentEnvelope(ExtraFailure):
    """The envelope and the HTTP status say different things."""

    checks = ("envelope_coherence",)
    kind_title = "Envelope contradicts the HTTP status"


class WrongFormat(ExtraFailure):
    """A string is not of its documented format."""

    checks = ("format_conformance",)
    kind_title = "Value is not of its documented format"


def build_extra_checks(conformance: ConformanceChecker) -> list[ExtraCheck]:
    """Return the checks."""

    def envelope_coherence(ctx: schemathesis.CheckContext, response: Response, case: schemathesis.Case[Any]) -> None:
        del ctx
        if violation := conformance.find_incoherent_envelope(response):
            raise IncoherentEnvelope(case.operation.label, violation)

    def format_conformance(ctx: schemathesis.CheckContext, response: Response, case: schemathesis.Case[Any]) -> None:
        del ctx
        operation = conformance.document.find(case.operation.label)
        if operation is None or case.method.upper() != operation.method:
            return
        if violation := conformance.find_wrong_format(operation, response):
            raise WrongFormat(case.operation.label, violation)

    # Without an envelope there is nothing to check, and nothing to count as checked.
    return [*([envelope_coherence] if conformance.document.envelope else []), format_conformance]
