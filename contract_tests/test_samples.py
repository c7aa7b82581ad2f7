"""The documentation's samples, sent as they stand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from suite import current
from suite.build import build_request
from suite.document import FIRST_FAILURE, Operation, Sample
from suite.guard import NotAllowedError
from suite.results import ContractFailure

REFUSED = frozenset({400, 415, 422})
# Failures whose cause can be in the body; that of 401, 403 and 404 is in who asks, and for what.
DUE_TO_BODY = REFUSED | {409, 413}
CHECK = "sample_accepted"


def _samples() -> Iterator[tuple[Operation, Sample]]:
    """Yield bodies that the documentation shows, of operations whose effects nobody minds."""
    suite = current.suite
    for operation in suite.called:
        if not suite.options.guarded:
            yield from ((operation, sample) for sample in suite.document.body_samples(operation))


@pytest.mark.parametrize(
    ("operation", "sample"), [pytest.param(o, s, id=f"{o.label}: {s.name}") for o, s in _samples()]
)
def test_a_sample_is_accepted(operation: Operation, sample: Sample) -> None:
    """What the documentation shows as a good request isn't called a bad one, unless it shows that, too."""
    suite = current.suite
    request = build_request(suite.document, suite.seeds, operation, sample=sample)
    if request is None:
        pytest.skip("no id is known for it")
    shown = [
        status for status, answer in suite.document.answer_samples(operation) if answer.name.startswith(sample.name)
    ]
    try:
        response = suite.call(operation, request.path, request.body, query=request.query)
    except NotAllowedError as error:
        pytest.skip(str(error))
    suite.count(operation, CHECK)
    if response.status_code in REFUSED and not any(status >= FIRST_FAILURE for status in shown):
        message = f"the sample {sample.name!r} is refused: {response.status_code} {response.text[:200]}"
        curl = suite.curl(operation, request.path, request.body, query=request.query)
        raise ContractFailure(
            operation.label, CHECK, message, curl,
            expected="the documentation's sample to be accepted", got=f"{response.status_code}",
            source=sample.source,
        )  # fmt: skip
    if response.ok and shown and all(status in DUE_TO_BODY for status in shown):
        message = f"the sample {sample.name!r} is documented to be refused with {shown[0]}, but is accepted"
        suite.results.notes[operation.label, f"sample {sample.name}"] = message


def _unsampled() -> list[Operation]:
    """Return operations that do something, and of whose request the documentation shows nothing."""
    suite = current.suite
    called = [] if suite.options.guarded else suite.called
    return [o for o in called if o.method not in {"GET", "DELETE"} and not suite.document.body_samples(o)]


@pytest.mark.parametrize("operation", [pytest.param(o, id=o.label) for o in _unsampled()])
def test_the_plainest_request_is_answered_as_documented(operation: Operation) -> None:
    """With ids that the server knows, and no more than what is required."""
    suite = current.suite
    request = build_request(suite.document, suite.seeds, operation)
    if request is None:
        pytest.skip("no id is known for it, or no body")
    try:
        suite.call(operation, request.path, request.body, query=request.query)
    except NotAllowedError as error:
        pytest.skip(str(error))
