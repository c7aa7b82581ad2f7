"""Running text to CommonMark, by the pages that it comes from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

PAGE = """
    Sync
    ====

    {text}

    .. code-block:: sh

        GET https://api.example/api/v1/my/lock/sync

    Responses
    ---------

    +--------+------+-------------+
    | Name   | Type | Description |
    +========+======+=============+
    | 200 OK |      | fine        |
    +--------+------+-------------+

    Scopes
    ------

    +-------------+-------------+
    | Name        | Description |
    +=============+=============+
    | Device.Read | see         |
    +-------------+-------------+
"""
ENUM = """
State
=====

+--------+--------+
| Number | Name   |
+========+========+
| 1      | Locked |
+--------+--------+
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One *two* **three** ``four``.", "One *two* **three** `four`."),
        ("A * b_c <script>alert(1)</script>", r"A \* b_c \<script\>alert(1)\</script\>"),
        ("`site <https://example.com/x>`_", "[site](https://example.com/x)"),
        ("`bad <javascript:alert(1)>`_", "bad"),
        (":doc:`State <../../enums/state>`", "[State](#schema/State)"),
        (":doc:`nowhere <../../enums/nowhere>`", "nowhere"),
        ("\\# no heading", r"\# no heading"),
    ],
)
def test_text(text: str, expected: str, extracted: Callable[[Any], dict[str, Any]]) -> None:
    """Emphasis, literals and links carry over; nothing else is markup, and no link can run code."""
    pages = {"endpoints/lock/sync.rst": PAGE.replace("{text}", text), "enums/state.rst": ENUM}
    assert extracted(pages)["paths"]["/my/lock/sync"]["get"]["description"] == expected


def test_lists_and_notes(extracted: Callable[[Any], dict[str, Any]]) -> None:
    """Lists stay lists; a note is a quote that begins with its kind."""
    text = "Before:\n\n    * one\n    * two\n\n    .. note::\n\n        Mind this."
    document = extracted({"endpoints/lock/sync.rst": PAGE.replace("{text}", text)})
    expected = "Before:\n\n- one\n- two\n\n> **Note:** Mind this."
    assert document["paths"]["/my/lock/sync"]["get"]["description"] == expected
