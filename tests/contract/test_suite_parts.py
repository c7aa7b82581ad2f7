"""The parts of the contract tests that decide: what may be sent, what is coherent, what is a time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from contract_suite.document import Document
from contract_suite.envelope import Envelope
from contract_suite.errors import SuiteError
from contract_suite.findings import Failure
from contract_suite.formats import FormatChecker, is_timestamp
from contract_suite.guard import Guard, NotAllowedError
from contract_suite.loading import close_enums, load_document
from contract_suite.plan import Plan, is_loopback, validate_plan
from contract_suite.results import Results
from contract_suite.sample_bodies import usable_samples
from contract_suite.sources import find_sources

BASE = "https://staging.example/api/v37"
ENVELOPE = Envelope(payload="result", success="success", status="statusCode", messages="errorMessages")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://localhost:8080", True),
        ("http://127.0.0.1", True),
        ("http://127.9.8.7:1/x", True),
        ("http://[::1]:80", True),
        ("http://localhost.example", False),
        ("http://127.0.0.1.example", False),
        ("http://0.0.0.0", False),
        ("http://10.0.0.1", False),
        ("https://api.tedee.com", False),
        ("http://2130706433", False),
        ("nonsense", False),
    ],
)
def test_loopback(url: str, expected: bool) -> None:  # noqa: FBT001 - a table's column.
    """Only what is this machine by its address; a name may lead anywhere."""
    assert is_loopback(url) is expected


def guard(path: Path, **options: Any) -> Guard:  # noqa: ANN401 - any option.
    """A guard for a staging server."""
    given = {"base_url": BASE, "document": path, **options}
    return Guard(load_document(path), Plan(**given))


NAMED: dict[str, Any] = {"devices": frozenset({"40217"})}
PHYSICAL = {"allow": frozenset({"physical"}), **NAMED}
WRITE = {"allow": frozenset({"write"}), **NAMED}


@pytest.mark.parametrize(
    ("options", "request_line", "body", "allowed"),
    [
        ({}, "GET /my/lock", None, True),
        ({}, "GET /my/lock?Page=1", None, True),
        ({}, "GET /my/lock/40217", None, True),
        ({}, "GET /my/unknown", None, False),
        ({}, "DELETE /my/lock/40217", None, False),
        ({}, "TRACE /my/lock", None, False),
        ({}, "POST /my/lock/40217/operation/unlock", None, False),
        (NAMED, "POST /my/lock/40217/operation/unlock", None, False),
        (WRITE, "POST /my/lock/40217/operation/unlock", None, False),
        (PHYSICAL, "POST /my/lock/40217/operation/unlock", None, True),
        (PHYSICAL, "POST /my/lock/40218/operation/unlock", None, False),
        (PHYSICAL, "POST /my/lock/40218/../40217/operation/unlock", None, True),
        (PHYSICAL, "POST /my/lock/40217/../40218/operation/unlock", None, False),
        (PHYSICAL, "POST /my/lock/40217%2F..%2F40218/operation/unlock", None, False),
        (PHYSICAL, "PATCH /my/lock", {"id": 40217}, False),
        (WRITE, "PATCH /my/lock", {"id": 40217}, True),
        (WRITE, "PATCH /my/lock", {"id": 40218}, False),
        (WRITE, "PATCH /my/lock", {}, False),
        (WRITE, "PATCH /my/lock", [40217], False),
    ],
)
def test_what_may_be_sent(path: Path, options: Any, request_line: str, body: object, allowed: bool) -> None:  # noqa: ANN401, FBT001
    """Reading always; the rest by the word and by the device, whatever way the path is written."""
    method, target = request_line.split()
    content = None if body is None else json.dumps(body)
    try:
        guard(path, **options).check(method, f"{BASE}{target}", content)
    except NotAllowedError:
        assert not allowed
    else:
        assert allowed


def test_another_server_gets_nothing(path: Path) -> None:
    """Also on this machine."""
    with pytest.raises(NotAllowedError):
        guard(path).check("GET", "https://elsewhere.example/api/v37/my/lock", None)
    with pytest.raises(NotAllowedError):
        guard(path, base_url="http://127.0.0.1:1/api/v37").check("GET", "http://127.0.0.1:2/api/v37/my/lock", None)


def test_nothing_is_deleted_on_somebody_s_server(path: Path) -> None:
    """Whatever is allowed."""
    document = load_document(path)
    document.raw["paths"]["/my/lock/{id}"]["delete"] = {"responses": {"204": {"description": "gone"}}}
    plan = Plan(base_url=BASE, document=path, allow=frozenset({"write", "physical"}), **NAMED)
    with pytest.raises(NotAllowedError, match="a run deletes only what it created"):
        Guard(document, plan).check("DELETE", f"{BASE}/my/lock/40217", None)


def test_allow_needs_a_device_off_this_machine_only(path: Path) -> None:
    """The mock's doors are nobody's."""
    allow = frozenset({"physical"})
    validate_plan(Plan(base_url="http://127.0.0.1:1", document=path, allow=allow))
    with pytest.raises(SuiteError, match="--device"):
        validate_plan(Plan(base_url=BASE, document=path, allow=allow))


@pytest.mark.parametrize(
    ("status", "body", "fault"),
    [
        (200, {"statusCode": 200, "success": True, "errorMessages": []}, ""),
        (404, {"statusCode": 404, "success": False, "errorMessages": ["no"]}, ""),
        (200, {"unlike": "an envelope"}, ""),
        (200, [1], ""),
        (202, {"statusCode": 200, "success": True, "errorMessages": []}, "statusCode is 200, the HTTP status 202"),
        (200, {"statusCode": "200", "success": True}, "statusCode is '200', the HTTP status 200"),
        (
            404,
            {"statusCode": 404, "success": True, "errorMessages": ["no"]},
            "success is True with the HTTP status 404",
        ),
        (200, {"statusCode": 200, "success": 1, "errorMessages": []}, "success is 1 with the HTTP status 200"),
        (404, {"statusCode": 404, "success": False, "errorMessages": []}, "errorMessages says nothing"),
        (404, {"statusCode": 404, "success": False}, "errorMessages says nothing"),
        (200, {"statusCode": 200, "success": True, "errorMessages": ["but"]}, "errorMessages is not empty"),
    ],
)
def test_envelopes(status: int, body: object, fault: str) -> None:
    """The envelope agrees with the HTTP status, where there is one."""
    assert ENVELOPE.find_contradiction(status, body).startswith(fault)
    assert bool(ENVELOPE.find_contradiction(status, body)) is bool(fault)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-05-17T06:41:12Z", True),
        ("2024-05-17T06:41:12+02:00", True),
        ("2022-03-23T15:35:26.0400127", True),
        ("2024-05-17T06:41:12", True),
        ("2024-05-17", False),
        ("2024-13-17T06:41:12Z", False),
        ("2024-05-17T25:41:12Z", False),
        ("yesterday", False),
        ("", False),
    ],
)
def test_times(text: str, expected: bool) -> None:  # noqa: FBT001
    """As servers write them: the offset may be missing, the fraction be finer than a millisecond."""
    assert is_timestamp(text) is expected


def test_formats_are_found_however_deep() -> None:
    """Also below alternatives; where something else is wrong, another check says so."""
    when = {"type": "string", "format": "date-time"}
    schema = {"properties": {"a": {"anyOf": [{"$ref": "#/components/schemas/A"}, {"type": "null"}]}}}
    raw = {"paths": {}, "components": {"schemas": {"A": {"type": "object", "properties": {"when": when}}}}}
    checker = FormatChecker(Document(raw))
    assert checker.find_wrong_format(schema, {"a": {"when": "never"}}).startswith("a: ")
    assert checker.find_wrong_format(schema, {"a": {"when": "2024-05-17T06:41:12"}}) == ""
    assert checker.find_wrong_format(schema, {"a": None}) == ""
    assert checker.find_wrong_format(schema, {"a": 1}) == ""


def test_open_enums_are_closed() -> None:
    """A client takes a new value as it comes; a contract test wants to know of it. Other alternatives stay."""
    enum, thing = {"$ref": "#/components/schemas/E"}, {"$ref": "#/components/schemas/O"}
    listed = {"type": "string", "enum": ["A"]}
    schemas: dict[str, Any] = {
        "E": {"type": "integer", "enum": [1]},
        "O": {"type": "object"},
        "open": {"anyOf": [enum, {"type": "integer"}]},
        "inline": {"anyOf": [listed, {"type": "string"}]},
        "nullable": {"anyOf": [enum, {"type": "integer"}, {"type": "null"}]},
        "union": {"anyOf": [thing, {"type": "string"}]},
    }
    closed = close_enums({"paths": {}, "components": {"schemas": schemas}})["components"]["schemas"]
    assert {name: closed[name]["anyOf"] for name in list(schemas)[2:]} == {
        "open": [enum],
        "inline": [listed],
        "nullable": [enum, {"type": "null"}],
        "union": [thing, {"type": "string"}],
    }


def test_a_failure_is_kept_once_without_secrets() -> None:
    """By operation and check, the smallest request."""
    results = Results(["PersonalKey abc+/=", "abc+/="])
    curl = 'curl -X GET -H "Authorization: $DOCPACT_AUTHORIZATION" http://x'
    for message, more in (("long abc+/=", "?a=1"), ("short abc+/=", ""), ("longer abc+/=", "?a=1&b=2")):
        results.add(Failure(operation="GET /x", check="c", message=message, curl=f"{curl}{more}"))
    (kept,) = results.failures.values()
    assert kept.message == "short [hidden]"
    assert kept.curl == 'curl -X GET -H "Authorization: $DOCPACT_AUTHORIZATION" http://x'


def test_an_operation_without_documentation_is_in_the_document(tmp_path: Path) -> None:
    """Its line there is better than none."""
    path = tmp_path / "openapi.yaml"
    path.write_text(
        "openapi: 3.1.0\npaths:\n  /a:\n    get: {responses: {}}\n    post:\n      responses: {}\n", "utf-8"
    )
    assert find_sources(load_document(path), path) == {"GET /a": "openapi.yaml:4", "POST /a": "openapi.yaml:5"}


def test_a_body_is_made_where_the_documentation_shows_none() -> None:
    """What must be sent, of plain values that the schema allows; nothing where no such value can be made."""
    schema: dict[str, Any] = {
        "type": "object", "required": ["name", "when", "level", "kind"],
        "properties": {
            "name": {"type": "string", "minLength": 20}, "when": {"type": "string", "format": "date"},
            "level": {"type": "integer", "minimum": 5, "maximum": 9}, "kind": {"$ref": "#/components/schemas/Kind"},
            "more": {"type": "string"},
        },
    }  # fmt: skip

    def made(body: Any) -> list[Any]:  # noqa: ANN401 - a schema.
        content = {"application/json": {"schema": body}}
        paths = {"/a": {"post": {"requestBody": {"content": content}, "responses": {}}}}
        document = Document({"paths": paths, "components": {"schemas": {"Kind": {"enum": ["small", "large"]}}}})
        return [sample.value for sample in usable_samples(document, document.operations[0])]

    assert made(schema) == [{"name": "Contract testxxxxxxx", "when": "2030-01-02", "level": 5, "kind": "small"}]
    assert (
        made({**schema, "properties": {**schema["properties"], "name": {"type": "string", "pattern": "^x{9}$"}}}) == []
    )


@pytest.mark.parametrize(
    ("checks", "told"),
    [
        ({"sample_accepted": "", "positive_data_acceptance": ""}, ["sample_accepted"]),
        ({"ignored_auth": "", "ignored_scopes": ""}, ["ignored_auth"]),
        ({"idempotent_put": "refused: 409", "status_code_conformance": "409"}, ["idempotent_put"]),
        (
            {"idempotent_put": "refused: 409", "status_code_conformance": "500"},
            ["idempotent_put", "status_code_conformance"],
        ),
        ({"paging_conformance": "", "negative_data_rejection": ""}, ["negative_data_rejection", "paging_conformance"]),
    ],
)
def test_what_another_failure_explains_is_not_told(checks: dict[str, str], told: list[str]) -> None:
    """One fault of the server is one failure of an operation; two are two."""
    results = Results()
    for check, got in checks.items():
        results.add(Failure(operation="GET /x", check=check, message="wrong", curl="", got=got))
    assert [failure.check for failure in results.reported()] == told


def test_an_ignored_parameter_takes_bad_values_too() -> None:
    """Which is the same fault; a bad body that is accepted would be another."""
    results = Results()
    results.add(Failure(operation="GET /x", check="paging_conformance", message="every page is the first", curl=""))
    bad = "it accepts what isn't as documented: parameter `page` in query - page: not an integer"
    results.add(Failure(operation="GET /x", check="negative_data_rejection", message=bad, curl=""))
    assert [failure.check for failure in results.reported()] == ["paging_conformance"]
