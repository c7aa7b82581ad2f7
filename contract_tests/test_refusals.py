"""What no good server accepts, and generated cases seldom try."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from suite import current
from suite.build import build_request
from suite.document import Operation
from suite.guard import NotAllowedError
from suite.made import usable_samples
from suite.results import ContractFailure

OTHER_MEDIA = ("text/plain", "application/xml")
MEDIA = "media_type_rejection"
BROKEN = b'{"id": 1, '
NO_SUCH = {"date-time": "not-a-time", "date": "not-a-day", "uuid": "not-a-uuid"}
CHECK = "negative_data_rejection"


def _wrong() -> Iterator[tuple[Operation, str, object]]:
    """Yield query parameters of reading operations, each with a value that its format or a limit forbids."""
    suite = current.suite
    for operation in suite.called:
        if operation.method == "GET" and not (operation.interval and suite.options.guarded):
            for name, parameter in suite.document.parameters(operation, "query").items():
                schema = suite.document.resolve(parameter.get("schema", {}))
                if schema.get("format") in NO_SUCH:
                    yield operation, name, NO_SUCH[schema["format"]]
                yield from ((operation, name, value) for value in _beyond(schema))


def _beyond(schema: Mapping[str, Any]) -> Iterator[object]:
    if "maximum" in schema:
        yield schema["maximum"] + 1
    if "minimum" in schema:
        yield schema["minimum"] - 1


@pytest.mark.parametrize(
    ("operation", "name", "value"), [pytest.param(*f, id=f"{f[0].label}: {f[1]}={f[2]}") for f in _wrong()]
)
def test_what_is_not_as_documented_is_refused(operation: Operation, name: str, value: object) -> None:
    """A parameter that is to be a time, a day or a UUID isn't taken for one where it is none; limits are kept."""
    suite = current.suite
    request = build_request(suite.document, suite.seeds, operation)
    if request is None:
        pytest.skip("no id is known for it")
    query = request.query | {name: value}
    try:
        response = suite.call(operation, request.path, query=query)
    except NotAllowedError as error:
        pytest.skip(str(error))
    suite.count(operation, CHECK)
    if response.ok:
        message = f"{name}={value} is accepted: {response.status_code}"
        curl = suite.curl(operation, request.path, query=query)
        raise ContractFailure(operation.label, CHECK, message, curl, expected="400", got=f"{response.status_code}")


def _with_body() -> Iterator[tuple[Operation, str]]:
    """Yield operations with a body, and a media type that their documentation doesn't have; on this machine only."""
    suite = current.suite
    for operation in suite.called:
        documented = suite.document.resolve(operation.definition.get("requestBody", {})).get("content", {})
        unknown = next((kind for kind in OTHER_MEDIA if kind not in documented and "*/*" not in documented), "")
        if usable_samples(suite.document, operation) and unknown and not suite.options.guarded:
            yield operation, unknown


@pytest.mark.parametrize(("operation", "kind"), [pytest.param(*f, id=f[0].label) for f in _with_body()])
def test_a_body_of_another_kind_is_refused(operation: Operation, kind: str) -> None:
    """A good body isn't read where it says that it is something else: browsers send that without asking first."""
    suite = current.suite
    request = build_request(suite.document, suite.seeds, operation)
    if request is None:
        pytest.skip("no id is known for it")
    try:
        response = suite.call(operation, request.path, request.body, query=request.query, kind=kind, hold=False)
    except NotAllowedError as error:
        pytest.skip(str(error))
    suite.count(operation, MEDIA)
    if response.ok:
        message = f"a body of the media type {kind}, which isn't documented, is accepted: {response.status_code}"
        curl = suite.curl(operation, request.path, request.body, query=request.query, kind=kind)
        raise ContractFailure(operation.label, MEDIA, message, curl, expected="415", got=f"{response.status_code}")


@pytest.mark.parametrize("operation", [pytest.param(o, id=o.label) for o, _ in _with_body()])
def test_a_body_that_is_no_json_is_refused(operation: Operation) -> None:
    """Half a body isn't taken for a whole one."""
    suite = current.suite
    request = build_request(suite.document, suite.seeds, operation)
    if request is None:
        pytest.skip("no id is known for it")
    try:
        response = suite.call(operation, request.path, BROKEN, query=request.query)
    except NotAllowedError as error:
        pytest.skip(str(error))
    suite.count(operation, CHECK)
    if response.ok:
        message = f"a body that is no JSON is accepted: {response.status_code}"
        curl = suite.curl(operation, request.path, BROKEN, query=request.query)
        raise ContractFailure(
            operation.label, CHECK, message, curl,
            expected="400", got=f"{response.status_code}", cause="no JSON",
        )  # fmt: skip
