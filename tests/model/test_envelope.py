"""Which property of an envelope plays which role: told by types and values, whatever the properties are called."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from docpact.model.decide.envelope import is_enveloped, learn_envelope

Samples = Sequence[tuple[int | None, Any]]


def roles(samples: Samples) -> tuple[str, str, str, str] | None:
    """Payload, success, status and messages of what is learnt."""
    found = learn_envelope(samples)
    return (found.payload, found.success, found.status, found.messages) if found else None


def wrapped(data: object, status: int = 200, **more: object) -> tuple[int, Any]:
    """A body in the envelope {data, ok, code, error}."""
    failed = status >= 400
    body = {"data": data, "ok": not failed, "code": status, "error": "No such loan." if failed else None}
    return status, body | more


def test_roles_are_told_by_values() -> None:
    """A boolean, the HTTP status, and a text that only failures have."""
    samples = [wrapped([]), wrapped({"id": 1}, 201), wrapped(None, 404)]
    assert roles(samples) == ("data", "ok", "code", "error")
    found = learn_envelope(samples)
    assert found is not None
    assert [(prop.name, prop.type, prop.nullable) for prop in found.properties] == [
        ("code", "integer", False),
        ("error", "string", True),
        ("ok", "boolean", False),
    ]


@pytest.mark.parametrize(
    ("samples", "expected"),
    [
        ([wrapped({}, code=0), wrapped({}, 201, code=0), wrapped(None, 404, code=1203)], ("data", "ok", "", "error")),
        ([wrapped({}), wrapped([], 201)], ("data", "ok", "code", "")),
        ([wrapped({}), (404, {"ok": "no", "code": 404, "error": "x"})], ("data", "", "code", "error")),
        ([wrapped({}, error=[]), wrapped([], error=[])], ("data", "ok", "code", "error")),
        ([wrapped({}, error=[]), wrapped(None, 404, error=["a", "b"])], ("data", "ok", "code", "error")),
        ([wrapped({}, error=[]), wrapped(None, 404, error=[{"field": "a"}])], ("data", "ok", "code", "")),
        ([wrapped({}), wrapped(None, 404, error={"text": "a"})], ("data", "ok", "code", "")),
        ([wrapped({}, http=200), wrapped(None, 404, http=404)], ("data", "ok", "", "error")),
        ([(None, {"data": {}, "ok": True, "code": 200}), wrapped(None, 404)], ("data", "ok", "code", "")),
        ([(200, {"data": {}, "status": "success", "errors": []})], ("data", "", "", "errors")),
        (
            [(200, {"payload": [], "fine": True, "http": 200}), (404, {"fine": False, "http": 404})],
            ("payload", "fine", "http", ""),
        ),
    ],
    ids=[
        "a code of the API's own repeats no status", "always null says nothing", "a flag that is a text in failures",
        "lists that are empty", "lists of texts", "lists of objects", "an object", "two that repeat the status",
        "a success without a status", "a status in words", "names that nobody expects",
    ],
)  # fmt: skip
def test_what_is_not_evident_stays_open(samples: Samples, expected: tuple[str, str, str, str]) -> None:
    """No role is guessed from a name."""
    assert roles(samples) == expected


@pytest.mark.parametrize(
    "samples",
    [
        [],
        [(200, [1, 2])],
        [(200, {"items": [], "page": 1, "total": 3})],
        [(200, {"name": "Moss", "active": True, "tags": []}), (200, {"name": "Tides", "active": True, "tags": []})],
        [(200, {"status": "shipped", "lines": []})],
        [(200, {"code": "DE", "status": "new", "lines": [], "parcels": []})],
        [(404, {"ok": False, "code": 404, "error": "x"})],
    ],
    ids=["nothing", "a list", "a page", "a resource", "one verdict", "two lists", "failures alone"],
)
def test_what_is_no_envelope(samples: Samples) -> None:
    """It takes a payload, and two properties that say how the call went."""
    assert learn_envelope(samples) is None


def test_a_wrong_sample_changes_no_role() -> None:
    """One of ten that repeats another status, as pages have it."""
    samples: Samples = [wrapped([]) for _ in range(9)] + [wrapped([], 201, code=200)]
    assert roles(samples) == ("data", "ok", "code", "")
    assert roles([*samples, wrapped([], 201, code=200)]) == ("data", "ok", "", "")


def test_a_body_has_the_envelope_or_not() -> None:
    """All of its properties must be there; the payload may be missing."""
    envelope = learn_envelope([wrapped([])])
    assert is_enveloped({"ok": False, "code": 404, "error": None}, envelope)
    assert not is_enveloped({"ok": False, "code": 404}, envelope)
    assert not is_enveloped([], envelope)
    assert not is_enveloped({"ok": True}, None)
