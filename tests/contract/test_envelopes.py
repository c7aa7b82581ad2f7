"""The contract tests know no API's property names: they read `x-envelope`, and do without where there is none."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from contract.servers import run_tests
from contract.shelves import BOOK, ENVELOPE, Shelf, build_document, wrap_in_envelope, wrap_in_nothing
from contract_suite.document import Document
from contract_suite.envelope import Conventions, Envelope, read_conventions, read_envelope
from contract_suite.errors import SuiteError
from contract_suite.list_parameters import find_filters, find_includes
from contract_suite.loading import load_document
from docpact.contract.result import ContractResult
from docpact.mock import running

Spoil = Callable[[str, str, int, Any], Any]
COHERENCE = "envelope_coherence"


def write(document: dict[str, Any], tmp_path: Path) -> Path:
    """The document as a file."""
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(document), "utf-8")
    return path


def look(document: dict[str, Any], shelf: Shelf, tmp_path: Path, **options: Any) -> ContractResult:  # noqa: ANN401 - `Plan`'s fields.
    """What a run finds."""
    with running(shelf) as url:
        return run_tests(write(document, tmp_path), url, None, examples=3, **options)


@pytest.mark.parametrize(("envelope", "wrap"), [(True, wrap_in_envelope), (False, wrap_in_nothing)])
def test_a_good_server_has_no_failures(envelope: bool, wrap: Any, tmp_path: Path) -> None:  # noqa: ANN401, FBT001
    """With an envelope of other names and without any: lists give ids, books are created, changed and deleted."""
    found = look(build_document(envelope=envelope), Shelf(wrap), tmp_path)
    assert found.failures == ()
    assert found.operations == 5
    made = {check for counts in found.checked.values() for check in counts}
    assert made >= {
        "listed_is_available", "created_is_available", "read_after_write", "idempotent_put", "deleted_is_gone",
        "unique_ids", "unknown_is_missing", "format_conformance",
    }  # fmt: skip
    assert (COHERENCE in made) is envelope


SPOILT: dict[str, Spoil] = {
    "the code is not the HTTP status": lambda _m, _p, status, body: {**body, "code": status + 1},
    "a success that says failure": lambda _m, _p, status, body: {**body, "ok": status >= 400},
    "a failure without a message": lambda _m, _p, _s, body: {**body, "error": None},
    "a success with a message": lambda _m, _p, _s, body: {**body, "error": "but"},
}


@pytest.mark.parametrize("name", SPOILT)
def test_an_envelope_that_contradicts_the_status_is_caught(name: str, tmp_path: Path) -> None:
    """By the names that the document declares."""
    found = look(
        build_document(envelope=True), Shelf(wrap_in_envelope, SPOILT[name]), tmp_path, keyword="test_operation and GET"
    )
    checks = {(failure.operation, failure.check) for failure in found.failures}
    assert ("GET /book/{id}", COHERENCE) in checks
    assert {check for _, check in checks} == {COHERENCE}


def test_ids_are_taken_from_the_declared_payload(tmp_path: Path) -> None:
    """A list that shows a book twice is caught inside the envelope."""

    def double(method: str, path: str, status: int, body: Any) -> Any:  # noqa: ANN401 - any JSON value.
        listed = method == "GET" and path == "/book" and status == 200
        return {**body, "data": body["data"] * 2} if listed else body

    found = look(
        build_document(envelope=True), Shelf(wrap_in_envelope, double), tmp_path, keyword="test_ids_are_unique"
    )
    assert [(failure.operation, failure.check) for failure in found.failures] == [("GET /book", "unique_ids")]


@pytest.mark.parametrize(
    ("declared", "body", "payload"),
    [
        (ENVELOPE, {"data": 1, "ok": True, "code": 200}, 1),
        (ENVELOPE, {"data": 1}, {"data": 1}),
        (ENVELOPE, {"ok": True, "code": 200}, None),
        ({"payload": "data"}, {"data": 1, "page": 2}, 1),
        ({"payload": "data"}, [1], [1]),
        ({"payload": "data", "status": "code"}, {"data": 1}, {"data": 1}),
    ],
)
def test_payloads(declared: dict[str, str], body: object, payload: object) -> None:
    """An envelope is told by its success and status; by its payload where it has neither."""
    envelope = read_envelope({"x-envelope": declared})
    assert envelope is not None
    assert envelope.unwrap(body) == payload


@pytest.mark.parametrize(
    ("types", "message", "contradiction"),
    [
        (frozenset(), None, "error says nothing about a failure with the HTTP status 404"),
        (frozenset(), "gone", ""),
        (frozenset({"array"}), [], "error says nothing about a failure with the HTTP status 404"),
        (frozenset({"array"}), None, ""),
        (frozenset({"string", "null"}), None, "error says nothing about a failure with the HTTP status 404"),
        (frozenset({"object"}), {"reason": "gone"}, ""),
    ],
)
def test_messages_of_a_failure(types: frozenset[str], message: object, contradiction: str) -> None:
    """Text, list or object; a value of an undocumented type is for the check of the schema."""
    envelope = Envelope(payload="data", messages="error", message_types=types)
    assert envelope.find_contradiction(404, {"data": None, "error": message}) == contradiction


def test_the_types_of_messages_are_the_document_s() -> None:
    """Read from a response that has the envelope."""
    envelope = Document(build_document(envelope=True)).envelope
    assert envelope is not None
    assert envelope.message_types == {"string", "null"}
    assert Document(build_document(envelope=False)).envelope is None


@pytest.mark.parametrize(
    "declared",
    [
        {"x-envelope": []},
        {"x-envelope": {"success": "ok"}},
        {"x-envelope": {"payload": 1}},
        {"x-conventions": "revision"},
        {"x-conventions": {"revision": ["a"]}},
    ],
)
def test_malformed_declarations_are_refused(declared: dict[str, Any], tmp_path: Path) -> None:
    """One line with the file and the extension, before anything is sent."""
    path = write({**build_document(envelope=False), **declared}, tmp_path)
    with pytest.raises(SuiteError, match=rf"openapi\.json: {next(iter(declared))}: ") as raised:
        load_document(path)
    assert "\n" not in str(raised.value)


CONVENTIONS = {"filter-prefix": "Where-", "include-prefix": "with", "revision": "edition"}


def conventional(conventions: dict[str, str]) -> Document:
    """A document with a list of books, parameters that filter and include, and those conventions."""
    document = build_document(envelope=True)
    reviews = {"type": "array", "items": {"type": "string"}}
    books = document["paths"]["/book"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    books["properties"]["data"]["items"] = {**BOOK, "properties": {**BOOK["properties"], "reviews": reviews}}
    names = ("where-Titles", "WithReviews")
    document["paths"]["/book"]["get"]["parameters"] = [
        {"name": name, "in": "query", "schema": {"type": "boolean"}} for name in names
    ]
    return Document({**document, "x-conventions": conventions})


@pytest.mark.parametrize(
    ("conventions", "filters", "includes"),
    [(CONVENTIONS, ["where-Titles"], [("WithReviews", "reviews")]), ({}, [], [])],
)
def test_parameters_are_known_by_their_prefixes(
    conventions: dict[str, str], filters: list[str], includes: list[tuple[str, str]]
) -> None:
    """Letters' case aside; without the convention a name says nothing."""
    document = conventional(conventions)
    operation = document.operations[0]
    assert [found.name for found in find_filters(document, operation)] == filters
    assert list(find_includes(document, operation)) == includes


def test_conventions() -> None:
    """Each is optional; what belongs to other programs is ignored."""
    assert read_conventions({}) == Conventions()
    raw = {"x-conventions": {"revision": "version", "filter-prefix": "where.", "correlation-header": "x-id"}}
    assert read_conventions(raw) == Conventions(revision="version", filter_prefix="where.")
