"""The document as openapi-python-client gets to see it."""

from __future__ import annotations

from typing import Any

import pytest

from docpact.client.links import name_links
from docpact.client.prepare import prepare_document

OPEN: dict[str, Any] = {"anyOf": [{"type": "string", "enum": ["A", "B"]}, {"type": "string"}]}


def prepared(schemas: dict[str, Any]) -> dict[str, Any]:
    """The schemas of a document of these, prepared."""
    document = {"info": {"title": "t", "version": "1"}, "paths": {}, "components": {"schemas": schemas}}
    found: dict[str, Any] = prepare_document(document)["components"]["schemas"]
    return found


def test_an_enumeration_among_alternatives_is_called_after_its_member() -> None:
    """Not by its place among them; the document stays as it was."""
    schemas = {"Job": {"type": "object", "properties": {"state": OPEN}}}
    assert prepared(schemas)["Job"]["properties"]["state"]["anyOf"][0]["title"] == "state"
    assert "title" not in OPEN["anyOf"][0]


@pytest.mark.parametrize(
    "schemas",
    [
        {"Job": {"properties": {"state": OPEN}}, "JobState": {"type": "string"}},
        {"Job": {"properties": {"state": OPEN}}, "Jobstate": {"type": "string"}},
        {"Job": {"properties": {"stateNow": OPEN}}, "JobState": {"properties": {"now": OPEN}}},
        {"Job": {"properties": {"a b": OPEN}}},
        {"Job": {"properties": {"": OPEN}}},
        {"Job": {"properties": {"état": OPEN}}},
        {"Job": {"properties": {"__class__": OPEN}}},
        {"Job": {"properties": {"two": {"oneOf": [{"enum": ["a"]}, {"enum": ["b"]}]}}}},
    ],
)
def test_a_name_that_another_may_have_is_not_given(schemas: dict[str, Any]) -> None:
    """Two classes of one name would end the build."""
    assert "title" not in repr(prepared(schemas))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ask [Sync](#operation/lock_sync) now", "ask `locks.sync` now"),
        ("a [state](#schema/LockState)", "a state (`LockState`)"),
        ("a [lock state](#schema/LockState)", "a `LockState`"),
        ("[x](#operation/none), [y](#schema/None)", "x, y"),
        ("[a page](https://docs.example/a)", "[a page](https://docs.example/a)"),
        ("[[x]](#operation/lock_sync) (#schema/LockState)", "[[x]](#operation/lock_sync) (#schema/LockState)"),
    ],
)
def test_links_are_named(text: str, expected: str) -> None:
    """By the method or the class that they lead to, where there is one."""
    assert name_links(text, {"lock_sync": "locks.sync"}, {"LockState"}) == expected
