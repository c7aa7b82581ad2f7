"""Bytes → text."""

from __future__ import annotations

from pathlib import Path

import pytest

from docpact.diagnostics import Diagnostic, Origin
from docpact.read.source import read_substitutions, read_text, replace_names


def test_line_ends_are_line_feeds(tmp_path: Path, found: list[Diagnostic]) -> None:
    """A page saved on Windows reads as one saved elsewhere."""
    path = tmp_path / "a.rst"
    path.write_bytes(b"\xef\xbb\xbfLock\r\n====\r\n")
    assert read_text(path, Origin("a.rst", 1), found.append) == "Lock\n====\n"
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
    assert read_text(path, Origin("a.rst", 1), found.append) is None
    assert [(d.code, d.origin.line) for d in found] == [("page-encoding", line)]
    assert said in found[0].message


def test_names_are_replaced_in_literal_text_and_unknown_ones_stay() -> None:
    """Substitution is done in the raw text: literal blocks are where the names stand."""
    text = "GET |apiUrl|/api/|apiVersion|/my/lock"
    assert replace_names(text, {"apiUrl": "https://api.example"}) == "GET https://api.example/api/|apiVersion|/my/lock"


def test_substitutions_are_read_without_running_conf(tmp_path: Path) -> None:
    """The configuration's syntax tree tells the names; its code is never run."""
    conf = tmp_path / "conf.py"
    witness = tmp_path / "ran"
    conf.write_text(
        f"open({str(witness)!r}, 'w').close()\n"
        "import os\n"
        "version = 'v' + str(1)\n"
        "major = 'v37'\n"
        "host = os.environ.get('HOST', 'https://api.example')\n"
        "ultimate_replacements = {'|apiUrl|': host, '|apiVersion|': major, '|both|': f'{host}/{major}',\n"
        "    '|run|': version, 'plain': 'x'}\n"
    )
    assert read_substitutions(conf) == {
        "apiUrl": "https://api.example",
        "apiVersion": "v37",
        "both": "https://api.example/v37",
    }
    assert not witness.exists()


def test_a_broken_conf_gives_no_names(tmp_path: Path) -> None:
    """A configuration that is not Python is no reason to stop: the names stay as they stand."""
    conf = tmp_path / "conf.py"
    conf.write_text("def (")
    assert read_substitutions(conf) == {}
    assert read_substitutions(tmp_path / "missing.py") == {}
