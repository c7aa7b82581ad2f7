"""A page's text as lines that edits change; everything that no edit names stays as it is, byte by byte."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from docpact.read import DocumentationTree
from docpact.read.page import Block, Row, Sample, Table, walk_blocks

Lines: TypeAlias = list[str]
"""A file's lines with their endings, as docutils counts them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One edit, at a place of the page as it was read. Changes are made from the end of a page to its beginning."""

    line: int
    """Counted from 0."""
    column: int
    rank: int = 0
    """Of two changes at one place, the one with the larger rank is made first, and so stands behind the other."""
    make: Callable[[Lines], bool]
    """Changes the lines; returns whether it could, and leaves them as they are where not."""


def read_lines(path: Path) -> Lines | None:
    """Return the file's lines with their endings; None where it can't be read as UTF-8."""
    try:
        return path.read_bytes().decode("utf-8").splitlines(keepends=True)
    except (OSError, UnicodeDecodeError):
        return None


def body(line: str) -> str:
    """Return the line without its ending."""
    return line.rstrip("\r\n")


def ending(line: str) -> str:
    """Return the line's ending."""
    return line[len(body(line)) :]


def replace_span(lines: Lines, start: tuple[int, int], end: tuple[int, int], text: str) -> None:
    """Put a text, which may have lines, in place of everything from one (line, column) to another."""
    newline = ending(lines[start[0]]) or "\n"
    before, after = lines[start[0]][: start[1]], lines[end[0]][end[1] :]
    joined = before + text.replace("\n", newline) + after
    lines[start[0] : end[0] + 1] = joined.splitlines(keepends=True) or [joined]


@dataclass(frozen=True)
class Places:
    """The blocks of a documentation by the file and line that they stand at."""

    tree: DocumentationTree
    _sources: dict[str, Lines | None] = field(default_factory=dict)

    def source(self, path: str) -> Lines | None:
        """Return the lines of a file as they were read; None without one."""
        if path not in self._sources:
            file = self.tree.files.get(path)
            self._sources[path] = read_lines(file) if file else None
        return self._sources[path]

    def samples_at(self, path: str, line: int) -> Iterator[Sample]:
        """Yield the literal blocks that the line (counted from 1) is in."""
        for sample in self.samples.get(path, ()):
            if sample.origin.line <= line <= sample.origin.line + sample.text.count("\n"):
                yield sample

    def row_at(self, path: str, line: int) -> tuple[Table, Row] | None:
        """Return the table row that begins at the line; None without one, or with several."""
        found = [(table, row) for table in self.tables.get(path, ()) for row in table.rows if row.origin.line == line]
        return found[0] if len(found) == 1 else None

    @cached_property
    def samples(self) -> Mapping[str, Sequence[Sample]]:
        """File → its literal blocks."""
        found: dict[str, list[Sample]] = {}
        for block in self._blocks():
            if isinstance(block, Sample):
                found.setdefault(block.origin.path, []).append(block)
        return found

    @cached_property
    def tables(self) -> Mapping[str, Sequence[Table]]:
        """File → its tables."""
        found: dict[str, list[Table]] = {}
        for block in self._blocks():
            if isinstance(block, Table):
                found.setdefault(block.origin.path, []).append(block)
        return found

    def _blocks(self) -> Iterator[Block]:
        for page in self.tree.pages.values():
            for section in page.sections:
                yield from walk_blocks(section.blocks)
