"""Diagnostics for people: the line, a caret, what was probably meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docpact.cli import main
from docpact.cli.terminal import find_paint
from docpact.diagnostics import CODES, Diagnostic, Origin
from docpact.fix import FIXES
from docpact.report import format_code, format_frames, format_statistics

ONE = Diagnostic(
    code="type-unknown",
    message="`intger` is described nowhere; only samples tell what it is",
    origin=Origin("a.rst", 2),
    related=(Origin("b.rst", 1),),
    suggestion="`integer`",
)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    """Two pages below the working directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.rst").write_text("first\n  | size | intger | how big |\n", "utf-8")
    (tmp_path / "docs" / "b.rst").write_text("other\n", "utf-8")
    return {"a.rst": tmp_path / "docs" / "a.rst", "b.rst": tmp_path / "docs" / "b.rst"}


def test_a_frame_shows_the_line_and_what_was_meant(files: dict[str, Path]) -> None:
    """The caret is under the words that the message quotes; every path has the same root."""
    assert format_frames([ONE], files) == (
        "docs/a.rst (1)\n\n"
        "warning[type-unknown] `intger` is described nowhere; only samples tell what it is\n"
        " --> docs/a.rst:2\n"
        "  |\n"
        "2 |   | size | intger | how big |\n"
        "  |            ^^^^^^\n"
        "  = help: describe it on a page and link it\n"
        "  = did you mean `integer`?\n"
        "  = see docs/b.rst:1"
    )


def test_diagnostics_of_a_file_stand_together(files: dict[str, Path]) -> None:
    """Under its name, with their number."""
    other = Diagnostic(code="markup", message="x", origin=Origin("b.rst", 1))
    shown = format_frames([ONE, ONE, other], files)
    assert [line for line in shown.splitlines() if line.endswith((" (1)", " (2)"))] == [
        "docs/a.rst (2)",
        "docs/b.rst (1)",
    ]


def test_a_long_line_is_shown_around_the_caret(files: dict[str, Path]) -> None:
    """The words that are meant are always in sight."""
    files["a.rst"].write_text("\n" + "x" * 300 + " intger " + "y" * 300, "utf-8")
    line, carets = format_frames([ONE], files).splitlines()[5:7]
    assert len(line) < 130
    assert line[carets.index("^") : carets.rindex("^") + 1] == "intger"


def test_carets_stand_under_wide_characters(files: dict[str, Path]) -> None:
    """A character of two columns moves them by two."""
    files["a.rst"].write_text("\n型 intger", "utf-8")
    assert format_frames([ONE], files).splitlines()[6] == "  |    ^^^^^^"


@given(text=st.text(min_size=1, max_size=30))
def test_no_page_steers_a_terminal(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Neither the page's line nor the message gets a control character through."""
    path = tmp_path_factory.getbasetemp() / "steering.rst"
    path.write_text(f"{text}\x1b[2J\x1b]0;owned\x07", "utf-8")
    found = Diagnostic(code="markup", message=f"\x1b[2J{text}", origin=Origin("a\x1b.rst", 1))
    shown = format_frames([found], {"a\x1b.rst": path})
    assert not [character for character in shown if ord(character) < 32 and character != "\n"]


def test_a_page_that_is_gone_has_no_line(files: dict[str, Path]) -> None:
    """The rest of the frame is there."""
    files["a.rst"].unlink()
    assert format_frames([ONE], files).splitlines()[3:4] == [" --> docs/a.rst:2"]
    assert "|" not in format_frames([ONE], files)


def test_statistics_count_by_code() -> None:
    """The commonest first, with a mark where a fix is known."""
    other = Diagnostic(code="sample-json", message="x", origin=Origin("a.rst", 1))
    rows = format_statistics([ONE, other, ONE], frozenset([other])).splitlines()
    assert [row.split()[0:2] for row in rows] == [["2", "warning[type-unknown]"], ["1", "warning[sample-json]"]]
    assert ["[*]" in row for row in rows] == [False, True]


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong, what to do, how to ignore it; without any documentation at hand."""
    assert main(["explain", code]) == 0
    command = "docpact lint --fix" * (code in FIXES) + " --unsafe-fixes" * (code in FIXES and not FIXES[code].safe)
    assert capsys.readouterr().out == f"{format_code(code, command)}\n"
    assert CODES[code].meaning in format_code(code)


def test_a_misspelt_code_gets_a_suggestion(capsys: pytest.CaptureFixture[str]) -> None:
    """Also where there is no project."""
    assert main(["explain", "sample-jsn"]) == 2
    assert "there is no code `sample-jsn` (did you mean `sample-json`?)" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
)
def test_colour_is_for_terminals(
    environment: dict[str, str], *, coloured: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`NO_COLOR` wins over `FORCE_COLOR`, which wins over an output that is no terminal."""
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert (find_paint()("text", "bold red") == "\x1b[1;31mtext\x1b[0m") is coloured
    capsys.readouterr()
