"""docutils body elements → sections of blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from docutils import nodes

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.read.doctree import parse_doctree
from docpact.read.page import Block, Note, Paragraph, Sample, Section
from docpact.read.tables import mend_table, read_table
from docpact.read.text import read_text_node

ADMONITIONS = (
    nodes.admonition, nodes.attention, nodes.caution, nodes.danger, nodes.error,
    nodes.hint, nodes.important, nodes.note, nodes.tip, nodes.warning,
)  # fmt: skip
TEXT_ELEMENTS = (nodes.paragraph, nodes.rubric, nodes.term, nodes.line, nodes.attribution, nodes.field_name)


@dataclass(slots=True)
class SectionReader:
    """Reads one page's doctree into sections, in order."""

    path: str
    lines: list[str]
    """The page's text, for what docutils gives no line."""
    report: Report
    sections: list[Section] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    """Targets seen, not yet followed by what they lead to."""

    def read(self, node: nodes.Element, title: str, depth: int, line: int) -> None:
        """Append the section and those nested in it."""
        labels, self.labels = tuple(self.labels), []
        place = len(self.sections)
        blocks: list[Block] = []
        nested: list[tuple[nodes.section, list[str]]] = []
        for child in node.children:
            if isinstance(child, nodes.section):
                nested.append((child, self.labels))
                self.labels = []
            elif isinstance(child, nodes.target):
                self.labels += child.get("names", [])
            elif not isinstance(child, nodes.title):
                blocks += self.read_blocks(child, 0, line)
        if blocks or title:
            self.sections.insert(place, Section(title, depth, labels, tuple(blocks), Origin(self.path, line)))
        trailing, self.labels = self.labels, []
        for section, before in nested:
            # A target before a heading stands at the end of the section before it.
            self.labels = [*self.labels, *before]
            heading = next((c for c in section.children if isinstance(c, nodes.title)), None)
            words = read_text_node(heading, Origin(self.path, line)).plain if heading is not None else ""
            # docutils counts a heading at its underline.
            self.read(section, words, depth + 1, max(1, (section.line or line + 1) - 1))
        self.labels += trailing

    def read_blocks(self, node: nodes.Node, depth: int, line: int) -> Iterator[Block]:
        """Yield the blocks of one body element; lists and quotes are flattened, their depth kept."""
        line = getattr(node, "line", None) or line
        origin = Origin(self.path, line)
        if isinstance(node, nodes.system_message):
            yield from self._mend(node, line)
        elif isinstance(node, ADMONITIONS):
            kind = next(iter(node.get("classes", ())), "") or type(node).__name__
            inner = tuple(block for child in node.children for block in self.read_blocks(child, 0, line))
            yield Note(kind, inner, origin)
        elif isinstance(node, nodes.table):
            if any(True for _ in node.findall(nodes.tgroup)):
                yield read_table(node, self.path, line)
        elif isinstance(node, nodes.literal_block | nodes.doctest_block):
            yield Sample(node.get("language", ""), node.get("caption", ""), node.astext(), origin)
        elif isinstance(node, TEXT_ELEMENTS):
            yield Paragraph(read_text_node(node, origin), depth)
        elif isinstance(node, nodes.Element) and not isinstance(node, nodes.Invisible):
            deeper = depth + isinstance(node, nodes.list_item | nodes.definition | nodes.field_body)
            for child in node.children:
                yield from self.read_blocks(child, deeper, line)

    def _mend(self, message: nodes.system_message, line: int) -> Iterator[Block]:
        """Yield the table that docutils gave up on, where its columns can be told; it is reported already."""
        block = next(iter(message.findall(nodes.literal_block)), None)
        if block is None or "Malformed table" not in message.astext():
            return
        mended = mend_table(block.astext())
        first = self._find(block.astext(), message.get("line", line))
        found = parse_doctree("\n" * (first - 1) + mended, self.path, lambda _: None) if mended else None
        tables = list(found.findall(nodes.table)) if found is not None else []
        if not tables:
            self.report(Diagnostic(code="table-lost", message="the table is left out", origin=Origin(self.path, first)))
        for table in tables:
            yield read_table(table, self.path, first)

    def _find(self, text: str, near: int) -> int:
        """Return the line that a block begins at: docutils names the one that it stumbled over, somewhere inside."""
        wanted = [line.strip() for line in text.split("\n")]
        for start in range(min(near, len(self.lines)) - 1, -1, -1):
            if [line.strip() for line in self.lines[start : start + len(wanted)]] == wanted:
                return start + 1
        return near
