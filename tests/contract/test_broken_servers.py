"""Servers that break the contract are caught, by the right check, at the right operation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from contract.servers import Request, Response, run_tests, serving
from docpact.emit import dump_yaml, load_document

Document = Mapping[str, Any]
Change = Callable[[Request, Response], Response]


def in_result(change: Callable[[Any], None], method: str = "GET") -> Change:
    """Change what a success holds."""

    def fault(request: Request, response: Response) -> Response:
        if request.method != method or response.status >= 300:
            return response
        content = response.content
        change(content["result"])
        return response.replace(content)

    return fault


def in_envelope(**members: object) -> Change:
    """Change members of the envelope of every JSON response."""
    return lambda _, response: response.replace(response.content | members)


def without(member: str) -> Change:
    """Leave a member out of the envelope of a success."""
    return lambda _, a: a.replace({k: v for k, v in a.content.items() if k != member}) if a.status < 300 else a


def when(asked: Callable[[Request], bool], change: Change) -> Change:
    """Change the responses to some requests only."""
    return lambda request, response: change(request, response) if asked(request) else response


def responding(status: int, **envelope: object) -> Change:
    """Response with another status, the envelope in keeping with it."""
    return lambda _, response: response.replace({**response.content, "statusCode": status, **envelope}, status=status)


def authorized(key: str) -> Callable[[Request], Request]:
    """Take every request as if it had good credentials."""
    return lambda r: Request(**{**vars(r), "headers": {**r.headers, "authorization": key}})


def first(change: Callable[[Any], None]) -> Callable[[Any], None]:
    """Change the first of a list."""
    return lambda result: change(result[0]) if result else None


def has_state(result: Any) -> Any:  # noqa: ANN401 - any JSON value.
    """The state of a lock; something else to write into where it has none."""
    return result["deviceState"] or {}


def every_second(change: Change) -> Change:
    """Make a fault that shows every second time."""
    turns = count()
    return lambda request, response: change(request, response) if next(turns) % 2 else response


@dataclass(frozen=True, kw_only=True)
class Broken:
    """One way to break the contract."""

    operation: str
    check: str
    fault: Change = lambda _, response: response
    at: str = ""
    """The path that is broken, where it isn't the operation's."""
    also_at: str = ""
    """Another one; without it, whatever shows the right thing elsewhere is believed."""
    trusting: bool = False
    """Whether credentials are not looked at."""
    words: str = "test_operation"
    """The test that finds it, for pytest's -k."""


ONE, ALL, SYNC, SYNC_ONE = "GET /my/lock/{id}", "GET /my/lock", "GET /my/lock/sync", "GET /my/lock/{id}/sync"
LOCK, UNLOCK = "POST /my/lock/{id}/operation/lock", "POST /my/lock/{id}/operation/unlock"
UPDATE = "PATCH /my/lock"
SCHEMA = "response_schema_conformance"
FAILED: dict[str, object] = {"success": False, "errorMessages": ["no"]}

BROKEN: dict[str, Broken] = {
    "a member of the envelope is missing": Broken(operation=ALL, check=SCHEMA, fault=without("success")),
    "a required member is missing": Broken(operation=ONE, check=SCHEMA, fault=in_result(lambda r: r.pop("revision"))),
    "a number is sent as text": Broken(
        operation=SYNC, check=SCHEMA, fault=in_result(first(lambda r: has_state(r).update(batteryLevel="82")))
    ),
    "null where the documentation knows none": Broken(
        operation=ONE, check=SCHEMA, fault=in_result(lambda r: r.update(name=None))
    ),
    "an enum value that is not documented": Broken(
        operation=SYNC_ONE, check=SCHEMA, fault=in_result(lambda r: has_state(r).update(state=42))
    ),
    "JSON that is cut off": Broken(
        operation=ALL, check=SCHEMA, fault=lambda _, a: a.replace(body=a.body[:-3]) if a.status < 300 else a
    ),
    "a time that is none": Broken(
        operation=ONE, check="format_conformance", fault=in_result(lambda r: r.update(created="yesterday"))
    ),
    "another status than documented": Broken(
        operation=LOCK,
        check="status_code_conformance",
        fault=when(lambda r: r.method == "POST", lambda q, a: responding(200)(q, a) if a.status == 202 else a),
    ),
    "an error of the server": Broken(
        operation=UNLOCK,
        check="not_a_server_error",
        fault=when(lambda r: "mode=3" in r.query, responding(500, **FAILED)),
    ),
    "another media type": Broken(
        operation=SYNC,
        check="content_type_conformance",
        fault=lambda _, a: a.replace(headers={**a.headers, "content-type": "text/plain"}),
    ),
    "a statusCode that is not the HTTP status": Broken(
        operation=SYNC_ONE, check="envelope_coherence", fault=in_envelope(statusCode=200)
    ),
    "a failure that calls itself a success": Broken(
        operation=ONE,
        check="envelope_coherence",
        fault=lambda q, a: in_envelope(success=True)(q, a) if a.status == 404 else a,
    ),
    "a failure that says nothing": Broken(
        operation=LOCK,
        check="envelope_coherence",
        fault=lambda q, a: in_envelope(errorMessages=[])(q, a) if a.status == 404 else a,
    ),
    "credentials are not looked at": Broken(
        operation=ONE, check="ignored_auth", trusting=True, words="credentials_are_required"
    ),
    "what is not as documented is accepted": Broken(
        operation=UPDATE,
        check="negative_data_rejection",
        fault=when(
            lambda r: r.method == "PATCH",
            lambda _, a: a.replace(
                {"result": {"id": 1, "revision": 1, "targetDeviceRevision": 1}, "success": True, "errorMessages": [],
                 "statusCode": 200}, status=200,
            ) if a.status == 400 else a,
        ),
    ),
    "what is as documented is refused": Broken(
        operation=SYNC,
        check="positive_data_acceptance",
        fault=when(lambda r: "id=" in r.query, lambda q, a: responding(400, **FAILED)(q, a) if a.status == 200 else a),
    ),
    "a method that is not documented works": Broken(
        operation=SYNC,
        check="unsupported_method",
        fault=when(lambda r: r.method == "PUT", lambda _, a: a.replace({"success": True}, status=200)),
    ),
    "one thing that is listed is not there": Broken(
        operation=ALL,
        at="/my/lock/{id}",
        check="listed_is_available",
        words="can_be_fetched",
        fault=when(lambda r: r.path == "/my/lock/40218", responding(404, **FAILED)),
    ),
    "a body of another kind is read all the same": Broken(
        operation=UPDATE,
        check="media_type_rejection",
        words="another_kind",
        fault=lambda q, a: responding(200, success=True, errorMessages=[])(q, a) if a.status == 415 else a,
    ),
    "one of two servers is a wreck": Broken(
        operation=ONE,
        check="steady_response",
        words="same_kind_of_response",
        fault=every_second(responding(404, **FAILED)),
    ),
    "only English letters are accepted": Broken(
        operation=UPDATE,
        check="positive_data_acceptance",
        words="can_be_read_back",
        fault=when(lambda r: r.method == "PATCH" and b"\\u" in r.body, responding(400, **FAILED)),
    ),
    "a change is forgotten": Broken(
        operation=UPDATE,
        check="read_after_write",
        at="/my/lock/{id}",
        also_at="/my/lock",
        words="can_be_read_back",
        fault=in_result(lambda r: (r[0] if isinstance(r, list) else r).update(name="Front door")),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_server_is_caught(name: str, document: Document, path: Path) -> None:
    """Operation and check are named, and a line to send it again."""
    broken = BROKEN[name]
    method, template = broken.operation.split()

    # The other operations respond as they should, so that nothing else is the reason.
    def fault(request: Request, response: Response) -> Response:
        here = matches(request.path, broken.at or template) or request.path.split("?")[0] == broken.also_at
        return broken.fault(request, response) if here else response

    key = "PersonalKey mock-key"
    before = {"before": authorized(key)} if broken.trusting else {}
    with serving(document, fault=fault, **before) as (url, _, authorization):
        assert authorization == key
        parts = [part for part in template.split("/") if part and not part.startswith("{")]
        keyword = " and ".join([broken.words, method, *parts])
        result = run_tests(path, url, authorization, examples=5, keyword=keyword)
    failures = {(failure.operation, failure.check): failure for failure in result.failures}
    assert (broken.operation, broken.check) in failures, failures
    assert result.exit_code == 1
    failure = failures[broken.operation, broken.check]
    assert failure.curl.startswith(f"curl -X {failure.curl.split()[2]} ")
    assert url in failure.curl
    assert "mock-key" not in failure.curl + failure.message


def matches(path: str, template: str) -> bool:
    """Whether the path is one of the template's; the literal `/my/lock/sync` is none of `/my/lock/{id}`."""
    parts, wanted = path.split("/"), template.split("/")
    return len(parts) == len(wanted) and all(
        part == want or (want.startswith("{") and part != "sync") for part, want in zip(parts, wanted, strict=True)
    )


def test_the_mock_keeps_its_contract(whole: Path) -> None:
    """Without a fault nothing is found, and every operation is tested."""
    with serving(load_document(whole)) as (url, server, authorization):
        result = run_tests(whole, url, authorization, examples=5)
    assert result.failures == ()
    assert (result.exit_code, result.operations) == (0, 65)
    assert len(server.received) >= result.requests > 1000


def test_a_part_may_be_empty(document: Document, tmp_path: Path) -> None:
    """One resource on two servers: one process has nothing to do, and that is no error."""
    paths = {path: found for path, found in document["paths"].items() if path in {"/my/lock", "/my/lock/{id}"}}
    small = {**document, "paths": paths}
    target = tmp_path / "openapi.yaml"
    target.write_text(dump_yaml(small), "utf-8")
    with serving(small) as (one, _, authorization), serving(small) as (other, _, _):
        result = run_tests(target, one, authorization, copies=[other], examples=1)
    assert (result.exit_code, result.failures) == (0, ())
    assert result.operations == 3
