"""Which requests that change something may be sent: those whose undoing is known, and those that are named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from contract_suite.document import Document
from contract_suite.errors import SuiteError
from contract_suite.guard import Guard, NotAllowedError
from contract_suite.plan import Plan
from contract_suite.resources import find_collections

URL = "https://staging.example/v1"
INVITE, ARM, DISARM = "POST /club/{id}/guest", "PUT /door/{id}/arm", "PUT /door/{id}/disarm"


def _operation(**more: Any) -> dict[str, Any]:  # noqa: ANN401 - any keyword of an operation.
    return {"responses": {"200": {"description": "done"}}, **more}


@pytest.fixture
def document() -> Document:
    """Things that are created, invited, armed and disarmed."""
    guest = {"type": "object", "properties": {"guestId": {"type": "integer"}}}
    invite = {"content": {"application/json": {"schema": guest}}}
    return Document(
        {
            "openapi": "3.1.0", "info": {"title": "t", "version": "1"},
            "paths": {
                "/club/{id}/guest": {"post": _operation(requestBody=invite, operationId="invite"), "get": _operation()},
                "/club/{id}/guest/byid/{guestId}": {"delete": _operation()},
                "/club/{id}/guest/{guestId}": {"get": _operation()},
                "/door/{id}/arm": {"put": _operation(**{"x-undone-by": "disarm"})},
                "/door/{id}/disarm": {"put": _operation(operationId="disarm")},
                "/door/{id}/open": {"post": _operation(**{"x-safety": "physical"})},
                "/sync": {"post": _operation()},
                "/tag": {"post": _operation()},
                "/tag/{tagId}": {"delete": _operation()},
            },
        }
    )  # fmt: skip


def guard(document: Document, **more: Any) -> Guard:  # noqa: ANN401 - fields of a plan.
    """A guard of somebody's server that may be written to; club 1, guest 7 and door 2 are named."""
    given = {"allow": frozenset({"write"}), "devices": frozenset({"1", "2", "7"})} | more
    return Guard(document, Plan(base_url=URL, document=Path("d"), **given))


def test_a_post_whose_undoing_is_not_known_is_not_sent(document: Document) -> None:
    """Though it may be written there, and though the thing below which it would create is named."""
    held = guard(document)
    assert "isn't known to be undone" in held.find_refusal(document.find_named("invite"))  # type: ignore[arg-type]
    with pytest.raises(NotAllowedError, match="--allow-operation"):
        held.check("POST", f"{URL}/club/1/guest", b"{}")


@pytest.mark.parametrize("name", ["invite", INVITE])
def test_a_named_one_is_sent(document: Document, name: str) -> None:
    """By `operationId` or label; only with --allow write, and only about named things."""
    held = guard(document, allow_operations=frozenset({name}))
    held.check("POST", f"{URL}/club/1/guest", b'{"guestId": 7}')
    for path, body in (("/club/3/guest", b"{}"), ("/club/1/guest", b'{"guestId": 8}')):
        with pytest.raises(NotAllowedError, match="--device doesn't name"):
            held.check("POST", URL + path, body)
    unwritten = guard(document, allow_operations=frozenset({name}), allow=frozenset())
    with pytest.raises(NotAllowedError, match="is marked write"):
        unwritten.check("POST", f"{URL}/club/1/guest", b"{}")
    guard(document, allow_operations=frozenset({"POST /sync"})).check("POST", f"{URL}/sync", None)


def test_nothing_is_deleted_by_name(document: Document) -> None:
    """A run deletes what it created, whatever is named."""
    held = guard(document, allow_operations=frozenset({"DELETE /tag/{tagId}"}))
    with pytest.raises(NotAllowedError, match="deletes only what it created"):
        held.check("DELETE", f"{URL}/tag/1", None)


def test_a_name_that_no_operation_has(document: Document) -> None:
    """One line says so before anything is sent."""
    with pytest.raises(SuiteError, match="--allow-operation invte: the document has no such operation"):
        guard(document, allow_operations=frozenset({"invte"}))


def test_pairs_are_declared_in_the_document(document: Document) -> None:
    """Each of two undoes the other one; what deletes belongs to the collection of what it undoes."""
    assert {label: partner.label for label, partner in document.partners.items()} == {ARM: DISARM, DISARM: ARM}
    raw = json.loads(json.dumps(document.raw))
    raw["paths"]["/club/{id}/guest"]["post"]["x-undone-by"] = "DELETE /club/{id}/guest/byid/{guestId}"
    declared = Document(raw)
    (guests,) = [found for found in find_collections(declared) if found.path == "/club/{id}/guest"]
    assert guests.delete is not None
    assert guests.delete.path.endswith("/byid/{guestId}")
    assert "only the life-cycle tests call it" in guard(declared).find_refusal(declared.find_named("invite"))  # type: ignore[arg-type]
    raw["paths"]["/club/{id}/guest"]["post"]["x-undone-by"] = "nothing"
    with pytest.raises(SuiteError, match="no operation is called 'nothing'"):
        _ = Document(raw).partners
