"""The documentation's samples, sent as they stand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from contract_suite.context import Context
from contract_suite.document import Operation, Sample
from contract_suite.envelope import FIRST_FAILURE, is_success

REJECTED = frozenset({400, 415, 422})
# Failures whose cause can be in the body; the cause of 401, 403 and 404 is in the credentials or the path.
DUE_TO_BODY = REJECTED | {409, 413}
CHECK = "sample_accepted"


def _samples(context: Context) -> Iterator[object]:
    """Yield the bodies that the documentation shows; on this machine only."""
    for operation in () if context.plan.guarded else context.selection.called:
        for sample in context.document.body_samples(operation):
            yield pytest.param(operation, sample, id=f"{operation.label}: {sample.name}")


@pytest.mark.cases(("operation", "sample"), _samples)
def test_a_sample_is_accepted(context: Context, operation: Operation, sample: Sample) -> None:
    """A request that the documentation shows isn't rejected, unless the documentation shows that, too."""
    request = context.requests.build(operation, sample)
    if request is None:
        pytest.skip("no id is known for it")
    samples = context.document.response_samples(operation)
    shown = [status for status, response in samples if response.name.startswith(sample.name)]
    response = context.client.send(request)
    context.client.count(operation, CHECK)
    if response.status_code in REJECTED and not any(status >= FIRST_FAILURE for status in shown):
        text = context.results.redact(response.text)[:200]
        message = f"the sample {sample.name!r} is rejected: {response.status_code} {text}"
        raise context.client.fail(
            request, CHECK, message, expected="the documentation's sample to be accepted",
            got=f"{response.status_code}", source=sample.source,
        )  # fmt: skip
    if is_success(response.status_code) and shown and all(status in DUE_TO_BODY for status in shown):
        message = f"the sample {sample.name!r} is documented to be rejected with {shown[0]}, but is accepted"
        context.results.notes[operation.label, f"sample {sample.name}"] = message


def _without_samples(context: Context) -> Iterator[object]:
    """Yield operations that change something and of which the documentation shows no request; on this machine only."""
    for operation in () if context.plan.guarded else context.selection.called:
        if operation.method not in {"GET", "DELETE"} and not context.document.body_samples(operation):
            yield pytest.param(operation, id=operation.label)


@pytest.mark.cases("operation", _without_samples)
def test_the_smallest_request_gets_a_documented_response(context: Context, operation: Operation) -> None:
    """With ids that the server knows, and no more than what is required."""
    request = context.requests.build(operation)
    if request is None:
        pytest.skip("no id is known for it, or no body")
    context.client.send(request)
