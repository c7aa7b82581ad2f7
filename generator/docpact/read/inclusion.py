"""`include`, `literalinclude` and `csv-table`: text of other files of the documentation, with its own places."""

from __future__ import annotations

import csv
from typing import Any, ClassVar

from docutils import nodes, statemachine
from docutils.parsers.rst.directives import tables

from docpact.diagnostics import Diagnostic, Origin
from docpact.read.clipping import Clip, clip_include, clip_literal
from docpact.read.code import CodeBlock
from docpact.read.context import page_context
from docpact.read.lenient import LenientDirective
from docpact.read.lines import LongLineError, split_lines
from docpact.read.tolerant import TolerantOptions, TolerantTable

DEEPEST = 20
"""Files that include one another."""
MOST_BYTES = 4 * 1024 * 1024
"""Text that one page may include, all its files together: a few that include one another twice grow without end."""


class Include(CodeBlock):
    """`include`: another file's text in the directive's place."""

    def build(self) -> list[nodes.Node]:
        """Return a literal block where the file is shown; else nothing, and the file's text is parsed next."""
        name = self.argument.replace("\n", "")
        if name.startswith("<"):
            # docutils' own files define characters by their names.
            return []
        found = self.context.read_beside(name, self.origin, beside=self.origin.path)
        if found is None:
            return []
        path, text = found
        clip = self.clip(text)
        if clip is None:
            return []
        self.context.sources.add(path)
        if self.option("literal") is not None or self.option("code") is not None:
            return [self.literal(clip.text, Origin(path, clip.line))]
        self.insert(path, clip)
        return []

    @property
    def language(self) -> str:
        """That of `:code:`."""
        return self.option("code") or ""

    def clip(self, text: str) -> Clip | None:
        """Return the part of the text that the options choose; None, and a diagnostic, where a mark isn't found."""
        try:
            return clip_include(text, dict(self.given))
        except ValueError as error:
            self.lost(str(error))
            return None

    def insert(self, path: str, clip: Clip) -> None:
        """Have the text parsed next, unless the file is being included already."""
        context = self.context
        if path in context.including or path == context.path or len(context.including) >= DEEPEST:
            self.lost(f"`{path}` includes itself: {' > '.join([context.path, *context.including, path])}")
            return
        context.included_bytes += len(clip.text)
        if context.included_bytes > MOST_BYTES:
            self.lost(f"the page includes more than {MOST_BYTES:,} bytes")
            return
        try:
            lines = split_lines(clip.text)
        except LongLineError as error:
            self.lost(f"`{path}`: {error}")
            return
        context.including.append(path)
        context.read_names("\n".join(lines))
        end = ["", f".. {END_OF_INCLUSION}::", ""]
        text = statemachine.StringList(
            [*lines, *end], items=[(path, number + clip.line - 1) for number in range(len(lines) + len(end))]
        )
        self.state_machine.insert_input(text, path)

    def lost(self, message: str, code: str = "file-unreadable") -> None:
        """Report that the file's text is left out, or something else that the page asks for in vain."""
        self.context.report(Diagnostic(code=code, message=message, origin=self.origin))


END_OF_INCLUSION = "docpact-end-of-inclusion"


class EndOfInclusion(LenientDirective):
    """Stands at the end of an included file's text: what comes next may include that file again."""

    def build(self) -> list[nodes.Node]:
        """Return nothing."""
        if self.context.including:
            self.context.including.pop()
        return []


class LiteralInclude(Include):
    """Sphinx's `literalinclude`: another file's text in a literal block."""

    def build(self) -> list[nodes.Node]:
        """Return one literal block, or nothing where the file can't be read."""
        if self.option("pyobject") is not None:
            self.lost("`:pyobject:` is not supported: the whole file is shown", code="markup-unsupported")
        found = self.context.read_beside(self.argument.replace("\n", ""), self.origin)
        clip = self.clip(found[1]) if found else None
        if found is None or clip is None:
            return []
        self.context.sources.add(found[0])
        return [self.literal(clip.text, Origin(found[0], clip.line))]

    @property
    def language(self) -> str:
        """That of `:language:`."""
        return self.option("language") or ""

    @property
    def caption(self) -> str:
        """The `:caption:`; the file's name where it has no words of its own."""
        caption = self.option("caption")
        return caption or (self.argument if caption is not None else "")

    def clip(self, text: str) -> Clip | None:
        """Return the part of the text that the options choose; None, and a diagnostic, where a mark isn't found."""
        try:
            return clip_literal(text, dict(self.given))
        except ValueError as error:
            self.lost(str(error))
            return None


class CsvTable(TolerantTable, tables.CSVTable):  # type: ignore[misc] # docutils has no types.
    """`csv-table`, with files of the documentation only."""

    option_spec: ClassVar[Any] = TolerantOptions(tables.CSVTable.option_spec)

    def run(self) -> list[nodes.Node]:
        """Return the table; nothing where its file may not or cannot be read."""
        context = page_context(self.state.document)
        path, line = self.state_machine.get_source_and_line(self.lineno)
        self.origin = Origin(path if path in context.sources else context.path, line or 1)
        if "url" in self.options:
            message = "a table on another server is not fetched"
            context.report(Diagnostic(code="file-unreadable", message=message, origin=self.origin))
            return []
        if name := self.options.pop("file", ""):
            found = context.read_beside(name, self.origin)
            if found is None:
                return []
            context.sources.add(found[0])
            self.content = statemachine.StringList(found[1].splitlines(), found[0])
        nodes_of_table: list[nodes.Node] = super().run()
        return nodes_of_table

    def parse_csv_data_into_rows(self, csv_data: Any, dialect: Any, source: str) -> tuple[list[Any], int]:  # noqa: ANN401, ARG002
        """Return the rows, each cell with the line that its row begins at, and the number of columns."""
        reader = csv.reader((f"{line}\n" for line in csv_data), dialect=dialect)
        rows: list[Any] = []
        first = 0
        for row in reader:
            known = isinstance(csv_data, statemachine.StringList)
            place = csv_data.info(first) if known else (self.origin.path, self.origin.line - 1)
            lines = [cell.splitlines() for cell in row]
            cells = [statemachine.StringList(cell, items=[place] * len(cell)) for cell in lines]
            rows.append([(0, 0, 0, cell) for cell in cells])
            first = reader.line_num
        return rows, max(map(len, rows), default=0)
