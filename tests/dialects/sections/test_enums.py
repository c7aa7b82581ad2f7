"""The values of an enum's page, as they are sent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from docpact.config import Config
from docpact.pipeline import extract

NAMES = ("cellar", "ground", "roof")
OPERATION = """\
List rooms
==========

.. code-block:: sh

    GET /rooms
"""


def schema_of(values: list[str], folder: Path) -> Any:  # noqa: ANN401 - a plain mapping.
    """Return the schema of an enum whose table has these values."""
    width = max(map(len, ["Number", *values]))
    rule = f"{'=' * width} ====="
    rows = [f"{value:<{width}} {name}" for value, name in [("Number", "Name"), *zip(values, NAMES, strict=False)]]
    page = "\n".join(["Floor", "=====", "", rule, rows[0], rule, *rows[1:], rule, ""])
    for name, text in {"endpoints/rooms.rst": OPERATION, "enums/floor.rst": page}.items():
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(text, "utf-8")
    return extract([folder], Config(root=folder)).document["components"]["schemas"].get("Floor")


@pytest.mark.parametrize(
    ("values", "kind", "enum"),
    [
        (["0", "1", "10"], "integer", [0, 1, 10]),
        (["-1", "0"], "integer", [-1, 0]),
        (["0x1", "0x2"], "integer", [1, 2]),
        (["01", "02", "10"], "string", ["01", "02", "10"]),
        (["00", "7"], "string", ["00", "7"]),
        (["-07", "7"], "string", ["-07", "7"]),
        (["low", "high"], "string", ["low", "high"]),
    ],
)
def test_values_are_numbers_unless_one_is_padded(values: list[str], kind: str, enum: list[Any], tmp_path: Path) -> None:
    """`01` and `10` are words of digits: as numbers they would lose their zeros, or be of two types."""
    schema = schema_of(values, tmp_path)
    assert (schema["type"], schema["enum"]) == (kind, enum)


@pytest.mark.parametrize("value", ["9" * 5000, "\u0660\u0663"], ids=["5000 digits", "Arabic"])
def test_digits_that_are_no_number_among_numbers_make_no_enum(value: str, tmp_path: Path) -> None:
    """A number that no machine reads, or of another script: what the values are cannot be told, and nothing fails."""
    assert schema_of([value, "7"], tmp_path) is None
