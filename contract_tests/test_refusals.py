"""Requests that every good server rejects, and that generated cases seldom try."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from contract_suite.context import Context
from contract_suite.document import Operation
from contract_suite.envelope import is_success
from contract_suite.request import Request
from contract_suite.sample_bodies import usable_samples

OTHER_MEDIA = ("text/plain", "application/xml")
MEDIA = "media_type_rejection"
BROKEN = b'{"id": 1, '
NO_SUCH = {"date-time": "not-a-time", "date": "not-a-day", "uuid": "not-a-uuid"}
NEGATIVE = "negative_data_rejection"


def _wrong_parameters(context: Context) -> Iterator[object]:
    """Yield query parameters of reading operations, each with a value that its format or a limit forbids."""
    for operation in context.selection.called:
        if operation.method == "GET" and not (operation.interval and context.plan.guarded):
            for name, parameter in context.document.parameters(operation, "query").items():
                schema = context.document.resolve(parameter.get("schema", {}))
                for value in _wrong_values(schema):
                    yield pytest.param(operation, name, value, id=f"{operation.label}: {name}={value}")


def _wrong_values(schema: Mapping[str, Any]) -> Iterator[object]:
    if schema.get("format") in NO_SUCH:
        yield NO_SUCH[schema["format"]]
    if "maximum" in schema:
        yield schema["maximum"] + 1
    if "minimum" in schema:
        yield schema["minimum"] - 1


@pytest.mark.cases(("operation", "name", "value"), _wrong_parameters)
def test_a_wrong_parameter_is_rejected(context: Context, operation: Operation, name: str, value: object) -> None:
    """A value that is no time, day or UUID isn't taken for one; limits are kept."""
    request = _build(context, operation)
    request = replace(request, query={**request.query, name: value}, body=None)
    response = context.client.send(request)
    context.client.count(operation, NEGATIVE)
    if is_success(response.status_code):
        message = f"{name}={value} is accepted: {response.status_code}"
        raise context.client.fail(request, NEGATIVE, message, expected="400", got=f"{response.status_code}")


def _media(context: Context) -> Iterator[object]:
    """Yield operations with a body, and a media type that their documentation doesn't have; on this machine only."""
    for operation, kind in _with_body(context):
        yield pytest.param(operation, kind, id=operation.label)


def _bodies(context: Context) -> Iterator[object]:
    """Yield operations with a body; on this machine only."""
    for operation, _ in _with_body(context):
        yield pytest.param(operation, id=operation.label)


def _with_body(context: Context) -> Iterator[tuple[Operation, str]]:
    for operation in () if context.plan.guarded else context.selection.called:
        documented = context.document.resolve(operation.definition.get("requestBody", {})).get("content", {})
        unknown = next((kind for kind in OTHER_MEDIA if kind not in documented and "*/*" not in documented), "")
        if usable_samples(context.document, operation) and unknown:
            yield operation, unknown


@pytest.mark.cases(("operation", "kind"), _media)
def test_a_body_of_another_kind_is_rejected(context: Context, operation: Operation, kind: str) -> None:
    """A good body isn't read where it says that it is something else: browsers send that without asking first."""
    request = replace(_build(context, operation), media_type=kind)
    response = context.client.send(request, check=False)
    context.client.count(operation, MEDIA)
    if is_success(response.status_code):
        message = f"a body of the media type {kind}, which isn't documented, is accepted: {response.status_code}"
        raise context.client.fail(request, MEDIA, message, expected="415", got=f"{response.status_code}")


@pytest.mark.cases("operation", _bodies)
def test_a_body_that_is_no_json_is_rejected(context: Context, operation: Operation) -> None:
    """A body that is cut off isn't taken for a whole one."""
    request = replace(_build(context, operation), body=BROKEN)
    response = context.client.send(request)
    context.client.count(operation, NEGATIVE)
    if is_success(response.status_code):
        message = f"a body that is no JSON is accepted: {response.status_code}"
        raise context.client.fail(
            request, NEGATIVE, message, expected="400", got=f"{response.status_code}", cause="no JSON"
        )


def _build(context: Context, operation: Operation) -> Request:
    request = context.requests.build(operation)
    if request is None:
        pytest.skip("no id is known for it")
    return request
