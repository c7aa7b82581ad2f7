"""The documentation says what is so."""

from __future__ import annotations

import re
import runpy
from dataclasses import fields
from pathlib import Path

import pytest

from docpact.cli.grammar import build_parser
from docpact.config import SECTIONS

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def test_made_pages_are_fresh() -> None:
    """What repeats the tool's knowledge is made from it: checks, diagnostics, faults, and how a page is written."""
    pages = runpy.run_path(str(ROOT / "docs" / "make_pages.py"))["make_pages"]()
    assert {Path(name).stem for name in pages} == {
        "checks", "diagnostics", "docpact.schema", "faults", "write-a-page",
    }  # fmt: skip
    for name, text in pages.items():
        assert (ROOT / name).read_text("utf-8") == text, f"{name}: run `tox -e pages`"


def test_every_setting_is_explained() -> None:
    """Each key of each section has a row."""
    text = (ROOT / "docs" / "reference" / "configuration.md").read_text("utf-8")
    for name, kind in SECTIONS.items():
        assert f"`[{name}]`" in text
        for key in fields(kind):
            assert f"`{key.name.replace('_', '-')}`" in text, f"[{name}] {key.name}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link has its file."""
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_commands_that_are_shown_exist(page: Path) -> None:
    """Each `docpact …` line of a shell block is one that the command line takes."""
    blocks = re.findall(r"```sh\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
    # Neither comments nor what a shell does with the output.
    lines = [re.split(r" (?:#|2?>|&(?!&)|\|)", line)[0] for block in blocks for line in block.splitlines()]
    for line in lines:
        if found := re.search(r"(?:^|&& |\" )docpact (.+)", line):
            build_parser().parse_args(found[1].split())
