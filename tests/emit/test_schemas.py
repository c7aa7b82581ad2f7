"""What the document says about types, by the pages that state them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from docpact.diagnostics import Diagnostic

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


def test_rows_without_a_line_between_them_are_no_value(extracted: Extract, found: list[Diagnostic]) -> None:
    """A lost line runs two members together: `3 4` is neither, and the page hears of it."""
    page = ENUM + "| 3      | Open     |\n| 4      | Unknown  |\n+--------+----------+\n"
    document = extracted({"endpoints/get.rst": ENDPOINT, "enums/state.rst": page})
    assert document["components"]["schemas"]["State"]["enum"] == [1, 2]
    assert ("row-nameless", 11) in {(d.code, d.origin.line) for d in found}


def test_columns_of_their_own_say_what_marks_say(extracted: Extract) -> None:
    """Whether a value must be given, its default and its limits may stand in columns."""
    page = """
Thing
=====

.. list-table::
   :header-rows: 1

   * - Property
     - Data type
     - Mandatory
     - Default
     - Constraints
     - Meaning
   * - size
     - int
     - yes
     - 5
     - min: 1, max: 9
     - how large
   * - colour
     - string
     - no
     - n/a
     -
     - what colour
"""
    sample = (
        ENDPOINT
        + """
    Examples
    --------

    **Sample response**

    .. code-block:: js

        {"size": 1, "colour": "red"}
"""
    )
    document = extracted({"endpoints/get.rst": sample, "datastructures/thing.rst": page})
    thing = document["components"]["schemas"]["Thing"]
    size = thing["properties"]["size"]
    assert {key: size[key] for key in ("type", "minimum", "maximum", "default")} == {
        "type": "integer", "minimum": 1, "maximum": 9, "default": 5,
    }  # fmt: skip
    assert "default" not in thing["properties"]["colour"]
    assert thing["required"] == ["size"]
