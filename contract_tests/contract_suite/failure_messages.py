"""schemathesis' failures in a few words: what is wrong, what was expected, what came, what is probably behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from schemathesis.core.failures import AcceptedNegativeData, Failure, ServerError
from schemathesis.openapi.checks import (
    AllowHeaderMismatch,
    MissingHeaderNotRejected,
    MissingHeaders,
    RejectedPositiveData,
    UnsupportedMethodResponse,
)

from contract_suite.extra_checks import ExtraFailure
from contract_suite.violations import Violation

REJECTED = "rejected with 400"


def name_check(failure: BaseException) -> str:
    """Return the name of the check that failed."""
    if isinstance(failure, Failure):
        return failure.checks[0] if failure.checks else failure.title
    return type(failure).__name__


def describe_failure(failure: BaseException, found: Mapping[str, Violation]) -> Violation:
    """Return a failure as a violation; `found` are those that our own checks of the same response found, by check."""
    check = name_check(failure)
    if check in found:
        return found[check]
    if isinstance(failure, ExtraFailure):
        return failure.violation
    describe = next((describe for kind, describe in DESCRIPTIONS.items() if isinstance(failure, kind)), None)
    if describe is not None:
        return describe(failure, check)
    text = failure.message if isinstance(failure, Failure) else str(failure)
    return Violation(check=check, message=text.strip().split("\n\n")[0] or check)


def _server_error(failure: Any, check: str) -> Violation:  # noqa: ANN401 - each of its kind.
    status = f"{failure.status_code}"
    return Violation(
        check=check, message=f"the status is {status}", expected="a status below 500", got=status, cause=status
    )


def _accepted(failure: Any, check: str) -> Violation:  # noqa: ANN401
    # The first two lines say that something is wrong; what is wrong stands below them.
    wrong = " ".join(line.strip() for line in failure.message.splitlines()[2:] if line.strip())
    message = f"it accepts what isn't as documented{f': {wrong}' if wrong else ''}"
    return Violation(check=check, message=message, expected=REJECTED, got=f"{failure.status_code}", cause="accepted")


def _rejected(failure: Any, check: str) -> Violation:  # noqa: ANN401
    status = f"{failure.status_code}"
    message = f"it rejects what is as documented: {status}"
    return Violation(check=check, message=message, expected="the request to be accepted", got=status, cause=status)


def _method(failure: Any, check: str) -> Violation:  # noqa: ANN401
    got = f"{failure.status_code} to {failure.method}"
    if failure.failure_reason == "missing_allow_header":
        message = f"{failure.method} is rejected with 405 without the header Allow, which RFC 9110 requires"
        return Violation(check=check, message=message, expected="405 with Allow", got=got, cause="no Allow")
    message = f"{failure.method} isn't documented, but the response has the status {failure.status_code}"
    return Violation(check=check, message=message, expected="405", got=got, cause=f"{failure.status_code}")


def _allow(failure: Any, check: str) -> Violation:  # noqa: ANN401
    wrong = [*(f"lacks {m}" for m in failure.missing_methods), *(f"has {m}" for m in failure.undocumented_methods)]
    message = f"405 comes with `Allow: {failure.allow_header}`, which {' and '.join(wrong)}"
    return Violation(
        check=check, message=message, expected="the documented methods", got=failure.allow_header, cause="Allow"
    )


def _header_not_required(failure: Any, check: str) -> Violation:  # noqa: ANN401
    message = f"it works without the header {failure.header_name}, which is required"
    return Violation(
        check=check, message=message, expected=REJECTED, got=f"{failure.status_code}", cause=failure.header_name
    )


def _missing_headers(failure: Any, check: str) -> Violation:  # noqa: ANN401
    named = ", ".join(failure.missing_headers)
    return Violation(
        check=check, message=f"the response lacks {named}", expected=named, got="a response without", cause=named
    )


DESCRIPTIONS: dict[type[Failure], Callable[[Any, str], Violation]] = {
    AcceptedNegativeData: _accepted,
    AllowHeaderMismatch: _allow,
    MissingHeaderNotRejected: _header_not_required,
    MissingHeaders: _missing_headers,
    RejectedPositiveData: _rejected,
    ServerError: _server_error,
    UnsupportedMethodResponse: _method,
}
"""Kind of failure → what describes it; other kinds are described by schemathesis' first sentence."""
