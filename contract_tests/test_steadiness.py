"""The same request, sent again: a good server responds in the same way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import requests

from contract_suite.context import Context
from contract_suite.document import Operation

CHECK = "steady_response"
OFTEN = 8
"""What happens every few times, for one server of several or for a full pool, has happened by then."""
OFTEN_ELSEWHERE = 2


def _repeatable(context: Context) -> Iterator[object]:
    """Yield operations that read."""
    for operation in context.selection.called:
        if operation.method == "GET" and not (operation.interval and context.plan.guarded):
            yield pytest.param(operation, id=operation.label)


@pytest.mark.cases("operation", _repeatable)
def test_the_same_request_gets_the_same_kind_of_response(context: Context, operation: Operation) -> None:
    """Reading something several times in a row doesn't sometimes succeed and sometimes fail."""
    request = context.requests.build(operation)
    if request is None:
        pytest.skip("no id is known for it")
    first = 0
    for number in range(1, 1 + (OFTEN_ELSEWHERE if context.plan.guarded else OFTEN)):
        status = context.client.send(request).status_code
        if status == requests.codes.too_many_requests:
            return
        context.client.count(operation, CHECK)
        first = first or status
        if status != first and max(status, first) < requests.codes.server_error:
            message = f"the same request gets {first}, and {status} the {number}th time"
            raise context.client.fail(request, CHECK, message, expected=f"{first}", got=f"{status}")
