"""The same question, asked again: a good server answers it the same way."""

from __future__ import annotations

import pytest
import requests

from suite import current
from suite.build import build_request
from suite.document import Operation
from suite.guard import NotAllowedError
from suite.results import ContractFailure

CHECK = "steady_answer"
OFTEN = 8
"""Whatever happens every few times, for one server of several or for a full pool, has happened by then."""
OFTEN_ELSEWHERE = 2


def _repeatable() -> list[Operation]:
    suite = current.suite
    return [o for o in suite.called if o.method == "GET" and not (o.interval and suite.options.guarded)]


@pytest.mark.parametrize("operation", [pytest.param(o, id=o.label) for o in _repeatable()])
def test_the_same_question_has_the_same_kind_of_answer(operation: Operation) -> None:
    """Reading something several times in a row doesn't sometimes succeed and sometimes fail."""
    suite = current.suite
    request = build_request(suite.document, suite.seeds, operation)
    if request is None:
        pytest.skip("no id is known for it")
    first = 0
    for number in range(1, 1 + (OFTEN_ELSEWHERE if suite.options.guarded else OFTEN)):
        try:
            status = suite.call(operation, request.path, query=request.query).status_code
        except NotAllowedError as error:
            pytest.skip(str(error))
        if status == requests.codes.too_many_requests:
            return
        suite.count(operation, CHECK)
        first = first or status
        if status != first and max(status, first) < requests.codes.server_error:
            message = f"the same request answers {first}, and {status} the {number}th time"
            curl = suite.curl(operation, request.path, query=request.query)
            raise ContractFailure(operation.label, CHECK, message, curl, expected=f"{first}", got=f"{status}")
