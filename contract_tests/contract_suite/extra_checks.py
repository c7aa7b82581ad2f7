"""Our checks that schemathesis runs on the responses to its cases, beside its own: `conformance.RESPONSE_RULES`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import schemathesis
from schemathesis.core.failures import Failure
from schemathesis.core.transport import Response

from contract_suite.checks import BY_NAME
from contract_suite.conformance import COHERENCE, RESPONSE_RULES, ConformanceChecker, Rule
from contract_suite.violations import Violation

ExtraCheck = Callable[[schemathesis.CheckContext, Response, schemathesis.Case[Any]], None]


class ExtraFailure(Failure):
    """The failure of one of our checks, as schemathesis wants it."""

    code = "ST901"

    def __init__(self, operation: str, violation: Violation) -> None:
        super().__init__(operation=operation, message=violation.message)
        self.violation = violation


def build_extra_checks(conformance: ConformanceChecker) -> list[ExtraCheck]:
    """Return the checks, each with the name that it has in the registry."""
    # Without an envelope there is nothing to check, and nothing to count as checked.
    names = [name for name in RESPONSE_RULES if name != COHERENCE or conformance.document.envelope is not None]
    return [_build_check(conformance, name, RESPONSE_RULES[name]) for name in names]


def _build_check(conformance: ConformanceChecker, name: str, rule: Rule) -> ExtraCheck:
    # schemathesis tells failures apart by their classes.
    kind = type(name, (ExtraFailure,), {"checks": (name,), "kind_title": BY_NAME[name].meaning})

    def check(ctx: schemathesis.CheckContext, response: Response, case: schemathesis.Case[Any]) -> None:
        del ctx
        operation = conformance.document.find(case.operation.label)
        violation = rule(conformance, operation, response) if operation is not None else None
        if violation is not None:
            raise kind(case.operation.label, violation)

    check.__name__ = name
    return check
