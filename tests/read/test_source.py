"""Bytes → text."""

from __future__ import annotations

from pathlib import Path

import pytest

from docpact.diagnostics import Diagnostic, Origin
from docpact.read.source import read_text, replace_names


def test_line_ends_are_line_feeds(tmp_path: Path, found: list[Diagnostic]) -> None:
    """A page saved on Windows reads as one saved elsewhere."""
    path = tmp_path / "a.rst"
    path.write_bytes(b"\xef\xbb\xbfLock\r\n====\r\n")
    assert read_text(path, tmp_path, Origin("a.rst", 1), found.append) == "Lock\n====\n"
    assert not found


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [(b"Lock\n====\n\nT\xfcr\n", 4, "0xfc"), (b"Lock\n\0\n", 2, "NUL")],
)
def test_what_is_no_text_is_left_out(
    tmp_path: Path, found: list[Diagnostic], content: bytes, line: int, said: str
) -> None:
    """A page in Latin-1 or with NULs costs itself and one diagnostic that names the line."""
    path = tmp_path / "a.rst"
    path.write_bytes(content)
    assert read_text(path, tmp_path, Origin("a.rst", 1), found.append) is None
    assert [(d.code, d.origin.line) for d in found] == [("page-encoding", line)]
    assert said in found[0].message


def test_names_are_replaced_in_literal_text_and_unknown_ones_stay() -> None:
    """Substitution is done in the raw text: literal blocks are where the names stand."""
    text = "GET |apiUrl|/api/|apiVersion|/my/lock"
    assert replace_names(text, {"apiUrl": "https://api.example"}) == "GET https://api.example/api/|apiVersion|/my/lock"
