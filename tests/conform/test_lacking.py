"""What recorded traffic shows and no page has: at the page and table where the row belongs, with the row to paste."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path

import pytest

from contract.recordings import entry, write_archive
from docpact.cli import main
from docpact.conform.table_rows import Row, build_row

PAGE = """
Offers
======

.. code-block:: sh

    GET https://books.example/v1/offers/{id}

**URI parameters**

+------+---------+-------------+
| Name | Type    | Description |
+======+=========+=============+
| id   | integer | its id      |
+------+---------+-------------+

**Responses**

+--------+-----------------------+-------------+
| Name   | Type                  | Description |
+========+=======================+=============+
| 200 OK | :doc:`Offer <offer>`  | the offer   |
+--------+-----------------------+-------------+

.. toctree::

    offer
"""
OFFER = """
Offer
=====

An offer.

.. list-table::
   :header-rows: 1

   * - Name
     - Type
     - Description
   * - id
     - integer
     - its id
   * - price
     - number
     - what it costs

End.
"""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Two pages: an operation, and the structure that it returns."""
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "conf.py").write_text("", "utf-8")
    (folder / "index.rst").write_text(PAGE.lstrip(), "utf-8")
    (folder / "offer.rst").write_text(OFFER.lstrip(), "utf-8")
    return folder


def test_rows_are_proposed_where_they_belong(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A property in the structure's table, a status and a parameter in the operation's; once, however often seen."""
    archive = write_archive(
        pages.parent,
        entry("GET", "/offers/1?full=true", body={"id": 1, "price": 2, "colour": "red"}),
        entry("GET", "/offers/2", body={"id": 1, "price": 2, "colour": None}),
        entry("GET", "/offers/2", status=410, body={}),
        entry("PUT", "/offers/2", body={}),
    )
    code = main(["compare", str(pages), "--traffic", str(archive)])
    out = capsys.readouterr().out
    assert code == 1
    property_, parameter, status = (out.index(f"[{kind}]") for kind in ("property", "parameter", "status"))
    offer = next(line for line in out.splitlines() if "[property]" in line)
    assert "offer.rst:15: [property] Offer.colour" in offer
    assert "null or string" in offer
    assert offer.endswith("seen 2 times")
    assert out[property_:].splitlines()[1:5] == [
        "    paste after line 17:", "       * - colour", "         - null or string", "         - …",
    ]  # fmt: skip
    assert out[parameter:].splitlines()[2] == "    | full | boolean | …           |"
    assert out[status:].splitlines()[1:3] == [
        "    paste after line 22:",
        "    | 410 Gone | …                     | …           |",
    ]
    assert "no page has it; it begins with the request line: PUT /offers/{…}" in out


def test_other_formats_and_a_baseline(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As of any comparison: what is in the baseline isn't shown again."""
    archive = write_archive(pages.parent, entry("GET", "/offers/1", body={"id": 1, "price": 2, "colour": "red"}))
    baseline = pages.parent / "known.txt"
    words = ["compare", str(pages), "--traffic", str(archive)]
    assert main([*words, "--format", "json", "--write-baseline", str(baseline)]) == 1
    assert "Offer.colour" in json.dumps(json.loads(capsys.readouterr().out))
    assert main([*words, "--baseline", str(baseline)]) == 0
    assert not capsys.readouterr().out


@pytest.mark.parametrize(
    ("table", "line", "row"),
    [
        (
            """
            +-----+-----+
            | a   | b   |
            +-----+-----+
            """, 2,
            Row(after=3, lines=("| longer name | string |", "+-------------+--------+")),
        ),
        (
            """
            ====  =======  ====
            Name  Type     What
            ====  =======  ====
            a     integer  b
            ====  =======  ====
            """, 4,
            Row(after=4, lines=("longer name string …",)),
        ),
        (
            """
            .. csv-table::

               a, integer, "b, c"
            """, 3,
            Row(after=3, lines=("   longer name, string, …",)),
        ),
        (
            """
            * - a
              - b
                c
              - d
            * - e
            """, 1,
            Row(after=4, lines=("* - longer name", "  - string", "  - …")),
        ),
        ("Plain text.", 1, None),
        ("", 7, None),
    ],
)  # fmt: skip
def test_a_row_has_the_form_of_its_table(table: str, line: int, row: Row | None) -> None:
    """Grid, simple, CSV, list; none where there is no table."""
    assert build_row(textwrap.dedent(table).strip("\n").splitlines(), line, "longer name", "string") == row
