"""What the document says about types, by the pages that state them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Extract = Callable[[Any], dict[str, Any]]
STRUCTURE = """
Thing
=====

+----------+----------------------------------+------------------------------+
| Name     | Type                             | Description                  |
+==========+==================================+==============================+
| {name:<8} | {type:<32} | {text:<28} |
+----------+----------------------------------+------------------------------+
"""
ENUM = """
State
=====

+--------+----------+
| Number | Name     |
+========+==========+
| 1      | Locked   |
+--------+----------+
| 2      | Half way |
+--------+----------+
"""
ENDPOINT = """
    Get
    ===

    .. code-block:: sh

        GET https://api.example/api/v1/thing

    Responses
    ---------

    +--------+-----------------------------------------+-------------+
    | Name   | Type                                    | Description |
    +========+=========================================+=============+
    | 200 OK | :doc:`Thing <../datastructures/thing>`  | fine        |
    +--------+-----------------------------------------+-------------+
"""
STATE = "#/components/schemas/State"


def field(extracted: Extract, type_: str, text: str = "what it is") -> Any:  # noqa: ANN401 - a plain mapping.
    """The schema of a member with that type cell and description."""
    page = STRUCTURE.format(name="it", type=type_, text=text)
    schemas = extracted({"endpoints/get.rst": ENDPOINT, "datastructures/thing.rst": page, "enums/state.rst": ENUM})
    member = schemas["components"]["schemas"]["Thing"]["properties"]["it"]
    return {key: value for key, value in member.items() if key != "description"}


@pytest.mark.parametrize(
    ("type_", "text", "expected"),
    [
        ("string", "x", {"type": "string"}),
        ("string (nullable)", "x", {"type": ["string", "null"]}),
        ("datetime", "x", {"type": "string", "format": "date-time"}),
        ("boolean", "x", {"type": "boolean"}),
        ("number[]", "x", {"type": "array", "items": {"type": "number"}}),
        ("integer (min: 1, max: 9)", "x", {"type": "integer", "minimum": 1, "maximum": 9}),
        ("integer", "from 0 (max: 9)", {"type": "integer", "maximum": 9}),
        ("string", "can be ONE or TWO", {"anyOf": [
            {"type": "string", "enum": ["ONE", "TWO"], "x-enum-varnames": ["ONE", "TWO"]}, {"type": "string"},
        ]}),
        ("string", "``ONE`` or ``TWO``", {"anyOf": [
            {"type": "string", "enum": ["ONE", "TWO"], "x-enum-varnames": ["ONE", "TWO"]}, {"type": "string"},
        ]}),
        (":doc:`S <../enums/state>`", "x", {"anyOf": [{"$ref": STATE}, {"type": "integer"}]}),
        (":doc:`S <../enums/state>` (nullable)", "x", {
            "anyOf": [{"$ref": STATE}, {"type": "integer"}, {"type": "null"}],
        }),
        (":doc:`S <../enums/state>` []", "x", {
            "type": "array", "items": {"anyOf": [{"$ref": STATE}, {"type": "integer"}]},
        }),
    ],
)  # fmt: skip
def test_members(type_: str, text: str, expected: Any, extracted: Extract) -> None:  # noqa: ANN401
    """Types, marks, limits and values; an enum of an answer stays open for values to come."""
    assert field(extracted, type_, text) == expected


def test_enums_keep_their_names(extracted: Extract) -> None:
    """As identifiers for code, as they stand for people."""
    page = STRUCTURE.format(name="it", type="string", text="x")
    document = extracted({"endpoints/get.rst": ENDPOINT, "datastructures/thing.rst": page, "enums/state.rst": ENUM})
    state = document["components"]["schemas"]["State"]
    assert (state["enum"], state["x-enum-varnames"]) == ([1, 2], ["LOCKED", "HALF_WAY"])
    assert state["description"] == "- `1`: Locked\n- `2`: Half way"
    assert state["x-source"] == "enums/state.rst:1"
