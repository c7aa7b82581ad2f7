"""What is wrong inside a sample is reported at the line that shows it."""

from __future__ import annotations

import pytest

from docpact.diagnostics import Diagnostic, Origin
from docpact.read.tree import parse_page
from docpact.sample_lines import locate_in_samples

TEXT = """\
Boats
=====

.. code-block:: js

    {
        "boats": [
            {
                "id": 1,
                "name": "Tern"
            },
            {
                "id": "two",
                "name": "Skua"
            }
        ]
    }
"""


@pytest.mark.parametrize(
    ("code", "message", "line"),
    [
        ("field-undocumented", "the sample has `name`, which no table lists; it is left out", 10),
        ("sample-time", "a time without an offset: `boats`, `x`", 7),
        ("sample-invalid", '`boats.1.id`: "two" is not of type "integer"', 13),
        ("sample-invalid", "`boats.0.id`: 1 is not of type 'string'; 1 more", 9),
        ("sample-invalid", "`boats.1`: {} has no `crew`", 6),
        ("sample-invalid", "`boats.1.name`: 'Skua' is too long", 6),
        ("field-undocumented", "the sample has `crew`, which no table lists; it is left out", 6),
        ("markup", "`name` is wrong", 6),
    ],
)
def test_a_property_is_looked_for_in_its_sample(code: str, message: str, line: int) -> None:
    """By its name, and of several elements by the value at fault; where that tells nothing, the sample's first line."""
    page = parse_page(TEXT, "boats.rst", lambda _: None)
    assert page is not None
    found = Diagnostic(code=code, message=message, origin=Origin("boats.rst", 6))
    (located,) = locate_in_samples([found], [page])
    assert located.origin == Origin("boats.rst", line)
    assert (located.code, located.message) == (code, message)


def test_what_is_about_another_file_stays_where_it_is() -> None:
    """A page of the same lines is not the one that is meant."""
    page = parse_page(TEXT, "boats.rst", lambda _: None)
    assert page is not None
    found = Diagnostic(code="field-undocumented", message="the sample has `name`", origin=Origin("berths.rst", 6))
    assert locate_in_samples([found], [page]) == [found]
