"""What the tests of reading share: sections from text, with files beside it."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from pathlib import Path

import pytest

from docpact.diagnostics import Diagnostic
from docpact.read.conf import parse_conf
from docpact.read.context import TreeSettings
from docpact.read.markup import NO_MARKUP, Markup
from docpact.read.page import Section
from docpact.read.sections import read_sections
from read.outlines import ReadSections


@pytest.fixture
def sections(tmp_path: Path, found: list[Diagnostic]) -> ReadSections:
    """Read the sections of a page from text, with the files beside it."""

    def read(
        text: str,
        files: Mapping[str, str] | None = None,
        *,
        markup: Markup = NO_MARKUP,
        conf: str = "",
        path: str = "folder/page.rst",
    ) -> tuple[Section, ...]:
        for name, content in (files or {}).items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(textwrap.dedent(content).lstrip("\n"), "utf-8")
        settings = TreeSettings(root=tmp_path, markup=markup, conf=parse_conf(textwrap.dedent(conf).encode()))
        read = read_sections(textwrap.dedent(text).lstrip("\n"), path, settings, found.append)
        assert read.sections is not None
        return read.sections

    return read
