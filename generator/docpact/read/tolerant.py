"""docutils' own table directives without the rules that would cost a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.parsers.rst.directives import tables

from docpact.diagnostics import Diagnostic, Origin
from docpact.read.context import page_context

# What says how a table looks → the value that stands for nothing: a wrong one is no reason to lose the table.
LOOKS: dict[str, Any] = {"align": "", "width": "", "widths": "", "class": (), "stub-columns": 0}


class TolerantOptions(dict[str, Any]):
    """An option specification that takes any option: Sphinx knows more than docutils, and themes more than Sphinx."""

    def __init__(self, known: Mapping[str, Any]) -> None:
        super().__init__({**known, **{name: _constant(value) for name, value in LOOKS.items()}})

    def __missing__(self, name: str) -> Any:  # noqa: ANN401 - docutils' converters.
        return directives.unchanged


def _constant(value: Any) -> Any:  # noqa: ANN401 - as above.
    return lambda _: list(value) if isinstance(value, tuple) else value


class TolerantTable:
    """What all table directives have in common."""

    def check_table_dimensions(self, rows: list[Any], header_rows: int, stub_columns: int) -> None:
        """Take any number of rows: a table with a header alone still tells that there is nothing."""


class RstTable(TolerantTable, tables.RSTTable):  # type: ignore[misc] # docutils has no types.
    """`table`: whatever stands beside the table is kept, and a malformed table can be repaired later."""

    option_spec: ClassVar[Any] = TolerantOptions(tables.RSTTable.option_spec)

    def run(self) -> list[nodes.Node]:
        """Return the table with its title, and what else the content holds."""
        title, messages = self.make_title()
        node = nodes.Element()
        self.state.nested_parse(self.content, self.content_offset, node)
        source, line = self.state_machine.get_source_and_line(self.lineno)
        table = next((child for child in node.children if isinstance(child, nodes.table)), None)
        if table is not None:
            table.source, table.line = source, line
            self.add_name(table)
            if title:
                table.insert(0, title)
            return [*node.children, *messages]
        lead = nodes.paragraph("", "", nodes.strong("", "", *title.children)) if title else nodes.comment()
        lead.source, lead.line = source, line
        return [lead, *node.children, *messages]


class ListTable(TolerantTable, tables.ListTable):  # type: ignore[misc] # As above.
    """`list-table`: rows that lack cells get empty ones."""

    option_spec: ClassVar[Any] = TolerantOptions(tables.ListTable.option_spec)

    def check_list_content(self, node: nodes.Element) -> tuple[int, list[int]]:
        """Return the number of columns and their widths, after the rows are made equally long."""
        node[:] = [child for child in node.children if not isinstance(child, nodes.Invisible | nodes.system_message)]
        rows = [item[0] for item in node[0]] if self._is_two_level(node) else []
        most = max(map(len, rows), default=0)
        for row in rows:
            if len(row) < most:
                context = page_context(self.state.document)
                path = row.source if row.source in context.sources else context.path
                message = f"a row has {len(row)} cells, another {most}: the missing ones are empty"
                context.report(Diagnostic(code="table-malformed", message=message, origin=Origin(path, row.line or 1)))
            row += [nodes.list_item() for _ in range(most - len(row))]
        found: tuple[int, list[int]] = super().check_list_content(node)
        return found

    @staticmethod
    def _is_two_level(node: nodes.Element) -> bool:
        return (
            len(node) == 1
            and isinstance(node[0], nodes.bullet_list)
            and all(len(item) == 1 and isinstance(item[0], nodes.bullet_list) for item in node[0])
        )
