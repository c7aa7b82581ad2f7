"""What schemathesis found, in a few words: the disagreement, what was expected, what came, what may be behind it."""

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

from suite.answers import Fault

REFUSED = "refused with 400"


def name_check(failure: BaseException) -> str:
    """Return the name of the check that failed."""
    if isinstance(failure, Failure):
        return failure.checks[0] if failure.checks else failure.title
    return type(failure).__name__


def word_failure(failure: BaseException, known: Mapping[str, Fault]) -> Fault:
    """Return a failure as a fault; `known` are those that our own look at the same answer found, by their checks."""
    check = name_check(failure)
    if check in known:
        return known[check]
    words = next((word for kind, word in WORDS.items() if isinstance(failure, kind)), None)
    if words is not None:
        return words(failure, check)
    said = failure.message if isinstance(failure, Failure) else str(failure)
    return Fault(check=check, message=said.strip().split("\n\n")[0] or check)


def _server_error(failure: Any, check: str) -> Fault:  # noqa: ANN401 - each of its kind.
    status = f"{failure.status_code}"
    return Fault(check=check, message=f"it answers {status}", expected="a status below 500", got=status, cause=status)


def _accepted(failure: Any, check: str) -> Fault:  # noqa: ANN401
    # The first two lines say that something is wrong; what is wrong stands below them.
    wrong = " ".join(line.strip() for line in failure.message.splitlines()[2:] if line.strip())
    message = f"it accepts what isn't as documented{f': {wrong}' if wrong else ''}"
    return Fault(check=check, message=message, expected=REFUSED, got=f"{failure.status_code}", cause="accepted")


def _rejected(failure: Any, check: str) -> Fault:  # noqa: ANN401
    status = f"{failure.status_code}"
    message = f"it refuses what is as documented: {status}"
    return Fault(check=check, message=message, expected="the request to be accepted", got=status, cause=status)


def _method(failure: Any, check: str) -> Fault:  # noqa: ANN401
    got = f"{failure.status_code} to {failure.method}"
    if failure.failure_reason == "missing_allow_header":
        message = f"{failure.method} is refused with 405 without the header Allow, which RFC 9110 wants"
        return Fault(check=check, message=message, expected="405 with Allow", got=got, cause="no Allow")
    message = f"{failure.method}, which isn't documented, is answered {failure.status_code}"
    return Fault(check=check, message=message, expected="405", got=got, cause=f"{failure.status_code}")


def _allow(failure: Any, check: str) -> Fault:  # noqa: ANN401
    wrong = [*(f"lacks {m}" for m in failure.missing_methods), *(f"has {m}" for m in failure.undocumented_methods)]
    message = f"405 comes with `Allow: {failure.allow_header}`, which {' and '.join(wrong)}"
    return Fault(
        check=check, message=message, expected="the documented methods", got=failure.allow_header, cause="Allow"
    )


def _header_not_missed(failure: Any, check: str) -> Fault:  # noqa: ANN401
    message = f"it works without the header {failure.header_name}, which is required"
    return Fault(
        check=check, message=message, expected=REFUSED, got=f"{failure.status_code}", cause=failure.header_name
    )


def _headers(failure: Any, check: str) -> Fault:  # noqa: ANN401
    named = ", ".join(failure.missing_headers)
    return Fault(check=check, message=f"the answer lacks {named}", expected=named, got="an answer without", cause=named)


WORDS: dict[type[Failure], Callable[[Any, str], Fault]] = {
    AcceptedNegativeData: _accepted,
    AllowHeaderMismatch: _allow,
    MissingHeaderNotRejected: _header_not_missed,
    MissingHeaders: _headers,
    RejectedPositiveData: _rejected,
    ServerError: _server_error,
    UnsupportedMethodResponse: _method,
}
