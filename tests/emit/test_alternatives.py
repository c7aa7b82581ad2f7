"""Alternatives of structures in the document, and titles that are one component's only."""

from __future__ import annotations

from typing import Any

import pytest

from docpact.emit.alternatives import settle_alternatives
from docpact.emit.names import with_own_titles

NULL = {"type": "null"}


def linked(*names: str) -> list[dict[str, Any]]:
    """References to components."""
    return [{"$ref": f"#/components/schemas/{name}"} for name in names]


def kind(value: str) -> dict[str, Any]:
    """A structure with a constant."""
    return {"properties": {"name": {"type": "string"}, "kind": {"const": value}}}


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (
            {"oneOf": linked("Cat", "Dog")},
            {
                "oneOf": linked("Cat", "Dog"),
                "discriminator": {
                    "propertyName": "kind",
                    "mapping": {"cat": "#/components/schemas/Cat", "dog": "#/components/schemas/Dog"},
                },
            },
        ),
        ({"oneOf": linked("Cat", "Box")}, {"anyOf": linked("Cat", "Box")}),
        ({"oneOf": linked("Cat", "Tom")}, {"anyOf": linked("Cat", "Tom")}),
        ({"oneOf": [*linked("Box", "Bag"), NULL]}, {"anyOf": [*linked("Box", "Bag"), NULL]}),
        ({"oneOf": [*linked("Box"), NULL]}, {"oneOf": [*linked("Box"), NULL]}),
        ({"oneOf": [*linked("Box"), {"type": "string"}]}, {"oneOf": [*linked("Box"), {"type": "string"}]}),
    ],
)
def test_structures_that_nothing_tells_apart_may_both_fit(schema: dict[str, Any], expected: dict[str, Any]) -> None:
    """A constant of each makes a discriminator; without one, an open structure is valid as another."""
    box = {"properties": {"size": {"type": "integer"}}}
    schemas = {"Cat": kind("cat"), "Tom": kind("cat"), "Dog": kind("dog"), "Box": box, "Bag": box}
    assert settle_alternatives({"items": [schema]}, schemas) == {"items": [expected]}


def test_a_title_is_one_components_own() -> None:
    """Generators name classes by titles: one that is another's name or title goes."""
    schemas = {
        "LockState": {"title": "Lock state"},
        "LockStateStructure": {"title": "Lock State"},
        "First": {"title": "List"},
        "Second": {"title": "list"},
        "Third": {"type": "string"},
    }
    assert [one.get("title") for one in with_own_titles(schemas).values()] == ["Lock state", None, "List", None, None]
