"""docutils body elements → sections of blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from docutils import nodes

from docpact.diagnostics import Diagnostic, Origin
from docpact.read.containers import language_mark
from docpact.read.context import PageContext
from docpact.read.doctree import parse_doctree
from docpact.read.kept import kept_directive
from docpact.read.page import (
    Block,
    Definition,
    DefinitionList,
    Directive,
    Field,
    FieldList,
    List,
    Note,
    Paragraph,
    Sample,
    Section,
    SourceFile,
    Span,
    Style,
    Table,
    Text,
)
from docpact.read.tables import TableReader, repair_table
from docpact.read.text import Substitutions, read_text_node

ADMONITIONS = (
    nodes.admonition, nodes.attention, nodes.caution, nodes.danger, nodes.error,
    nodes.hint, nodes.important, nodes.note, nodes.tip, nodes.warning,
)  # fmt: skip
TEXT_ELEMENTS = (nodes.paragraph, nodes.rubric, nodes.line, nodes.attribution)
# A block that docutils refused, in the complaint about it.
REFUSED = re.compile(r"(\.\.[ ]+)[\w.+:-]{1,80}[ ]?::")
DEEPEST_REPAIR = 5
MOST_LINES = 5_000
"""Lines that are looked through for the beginning of a refused block."""


@dataclass(slots=True)
class SectionReader:
    """Reads one page's doctree into sections, in order."""

    context: PageContext
    lines: list[str]
    """The page's text, for what docutils gives no line."""
    substitutions: Substitutions
    depth: int = 0
    """How many refused blocks the text is in."""
    sections: list[Section] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    """Targets seen, not yet followed by what they lead to."""
    language: str = ""
    """What `highlight` said last."""

    def read_document(self, document: nodes.document) -> tuple[Section, ...]:
        """Return the page's sections."""
        first = next((child for child in document.children if not isinstance(child, nodes.PreBibliographic)), None)
        begins = not self.depth and self.context.first_line == 1
        if begins and isinstance(first, nodes.field_list) and first.source == self.context.path:
            # `:orphan:` and the like: fields of the file, not of its text.
            document.remove(first)
        origin = Origin(self.context.path, 1)
        self._read_section(document, Text((), origin), 0, origin)
        return tuple(self.sections)

    def _read_section(self, node: nodes.Element, heading: Text, depth: int, origin: Origin) -> None:
        """Append the section and those nested in it."""
        labels, self.labels = tuple(self.labels), []
        place = len(self.sections)
        nested: list[tuple[nodes.section, list[str]]] = []
        inner: list[nodes.Node] = []
        blocks: list[Block] = []
        within: list[str] = []
        for child in node.children:
            if isinstance(child, nodes.section):
                blocks += self._read_all(inner, origin, within, self.labels)
                inner = []
                nested.append((child, self.labels))
                self.labels = []
            elif not isinstance(child, nodes.title):
                inner.append(child)
        blocks += self._read_all(inner, origin, within, self.labels)
        if blocks or heading.spans:
            self.sections.insert(place, Section(heading, depth, (*labels, *within), tuple(blocks), origin))
        trailing, self.labels = self.labels, []
        for section, before in nested:
            # A target before a heading stands at the end of the section before it.
            self.labels = [*self.labels, *before]
            # docutils counts a heading at its underline.
            at = self._place(section, origin)
            at = Origin(at.path, max(1, at.line - 1))
            title = next((child for child in section.children if isinstance(child, nodes.title)), None)
            self._read_section(section, self._text(title, at) if title is not None else Text((), at), depth + 1, at)
        self.labels += trailing

    def _read_all(
        self, children: list[nodes.Node], origin: Origin, within: list[str], trailing: list[str]
    ) -> list[Block]:
        """Return the blocks of several elements.

        Targets before a table or directive are its own, the directive's also the text's around it; those before
        another block go to `within`, those at the end to `trailing`.
        """
        blocks: list[Block] = []
        before: list[str] = []
        for child in children:
            if isinstance(child, nodes.target):
                before += child.get("names", [])
            elif isinstance(child, nodes.table):
                blocks += self._table(child, self._place(child, origin), tuple(before))
                before = []
            elif isinstance(child, kept_directive):
                blocks.append(self._directive(child, self._place(child, origin), tuple(before)))
                within += before
                before = []
            elif not isinstance(child, nodes.comment):
                within += before
                before = []
                blocks += self._read(child, origin)
        trailing += before
        return blocks

    def _inner(self, node: nodes.Element, origin: Origin) -> tuple[Block, ...]:
        """Return what stands in an element."""
        return tuple(self._read_all(node.children, origin, [], []))

    def _read(self, node: nodes.Node, origin: Origin) -> Iterator[Block]:  # noqa: C901, PLR0912 - one case an element.
        """Yield the blocks of one body element."""
        origin = self._place(node, origin)
        match node:
            case nodes.system_message():
                yield from self._repair(node, origin)
            case kept_directive():
                yield self._directive(node, origin, ())
            case language_mark():
                self.language = node["language"]
            case nodes.bullet_list() | nodes.enumerated_list():
                entries = tuple(self._inner(entry, self._place(entry, origin)) for entry in node.children)
                yield List(entries, origin, isinstance(node, nodes.enumerated_list))
            case nodes.definition_list():
                yield DefinitionList(tuple(self._definition(entry, origin) for entry in node.children), origin)
            case nodes.field_list():
                yield FieldList(tuple(self._field(entry, origin) for entry in node.children), origin)
            case nodes.option_list():
                yield DefinitionList(tuple(self._option(entry, origin) for entry in node.children), origin)
            case nodes.literal_block() | nodes.doctest_block():
                yield self._sample(node, origin)
            case nodes.table():
                yield from self._table(node, origin, ())
            case _ if isinstance(node, ADMONITIONS):
                kind = next(iter(node.get("classes", ())), "") or type(node).__name__
                yield Note(kind, self._inner(node, origin), origin)
            case nodes.title() | nodes.subtitle() | nodes.rubric():
                # Of an admonition, topic or sidebar, or one without a section.
                words = self._text(node, origin)
                yield Paragraph(Text(tuple(Span(s.text, Style.STRONG, s.link, s.role) for s in words.spans), origin))
            case _ if isinstance(node, TEXT_ELEMENTS):
                yield Paragraph(self._text(node, origin))
            case nodes.label() | nodes.Invisible():
                pass
            case nodes.Element():
                yield from self._inner(node, origin)
            case _:
                pass

    def _sample(self, node: nodes.Element, origin: Origin) -> Sample:
        language = node.get("language", "") or self.language
        return Sample(language, node.get("caption", ""), self.substitutions.replace(node.astext()), origin)

    def _table(self, node: nodes.table, origin: Origin, labels: tuple[str, ...]) -> Iterator[Block]:
        if any(True for _ in node.findall(nodes.tgroup)):
            yield TableReader(self._text, self._inner, self._place).read(node, origin, labels)

    def _definition(self, node: nodes.definition_list_item, origin: Origin) -> Definition:
        origin = self._place(node, origin)
        terms = [self._text(child, origin) for child in node.children if isinstance(child, nodes.term)]
        classes = [self._text(child, origin) for child in node.children if isinstance(child, nodes.classifier)]
        spans = [span for text in terms for span in text.spans]
        for text in classes:
            spans += [Span(" : "), *text.spans]
        blocks = [
            b for child in node.children if isinstance(child, nodes.definition) for b in self._inner(child, origin)
        ]
        return Definition(Text(tuple(spans), origin), tuple(blocks), origin)

    def _field(self, node: nodes.field, origin: Origin) -> Field:
        origin = self._place(node, origin)
        name, body = node.children
        return Field(self._text(name, origin), self._inner(body, origin), origin)

    def _option(self, node: nodes.option_list_item, origin: Origin) -> Definition:
        origin = self._place(node, origin)
        group, description = node.children
        words = ", ".join(option.astext() for option in group.children)
        return Definition(Text((Span(words, Style.LITERAL),), origin), self._inner(description, origin), origin)

    def _directive(self, node: kept_directive, origin: Origin, before: tuple[str, ...]) -> Directive:
        within: list[str] = []
        blocks = self._read_all(node.children, node["text_origin"], within, within)
        return Directive(
            name=node["name"],
            argument=node["argument"],
            options=node["given"],
            blocks=tuple(blocks),
            text=node["text"],
            text_origin=node["text_origin"],
            origin=origin,
            known=node["known"],
            file=SourceFile(*node["file"]) if node["file"] else None,
            labels=(*before, *within),
        )

    def _text(self, node: nodes.Element, origin: Origin) -> Text:
        return read_text_node(node, origin, self.substitutions)

    def _place(self, node: nodes.Node, origin: Origin) -> Origin:
        """Return where the node stands; the other origin where docutils doesn't say."""
        line = getattr(node, "line", None)
        if not line:
            return origin
        return Origin(node.source if node.source in self.context.sources else origin.path, line)

    def _repair(self, message: nodes.system_message, origin: Origin) -> Iterator[Block]:
        """Yield what can be read of a block that docutils refused; it is reported already."""
        block = next(iter(message.findall(nodes.literal_block)), None)
        if block is None or self.depth >= DEEPEST_REPAIR:
            return
        if message.get("line"):
            source = message.get("source")
            origin = Origin(source if source in self.context.sources else origin.path, message["line"])
        said, text = message.astext(), block.astext()
        if "Malformed table" in said:
            yield from self._mend(text, self._find(text, origin))
        elif "Unexpected section title" in said:
            words = next((line for line in text.split("\n") if any(map(str.isalnum, line))), "")
            yield from self._parse(f"**{words.strip()}**", origin)
        elif REFUSED.match(text):
            # The directive's content, without the directive.
            yield from self._parse(REFUSED.sub(r"\1only::", text, count=1), self._find(text, origin))

    def _mend(self, text: str, origin: Origin) -> Iterator[Block]:
        """Yield the table that docutils gave up on, where its columns can be told."""
        repaired = repair_table(text)
        tables = [block for block in self._parse(repaired, origin) if isinstance(block, Table)] if repaired else []
        if not tables:
            self.context.report(Diagnostic(code="table-lost", message="the table is left out", origin=origin))
        yield from tables

    def _parse(self, text: str, origin: Origin) -> Iterator[Block]:
        """Yield the blocks of a text that stands at that place; complaints about it have been reported."""
        conf = replace(self.context.settings.conf, prolog=("", 1), epilog=("", 1))
        context = replace(
            self.context,
            path=origin.path,
            first_line=origin.line,
            settings=replace(self.context.settings, conf=conf),
            report=lambda _: None,
            sources=set(),
            including=[],
        )
        document = parse_doctree(text, context)
        reader = SectionReader(context, [], self.substitutions, depth=self.depth + 1)
        for section in reader.read_document(document):
            yield from section.blocks

    def _find(self, text: str, near: Origin) -> Origin:
        """Return where a block begins: docutils names the line that it stumbled over, somewhere inside."""
        wanted = [line.strip() for line in text.split("\n")]
        lines = self.lines if near.path == self.context.path else []
        for start in range(min(near.line, len(lines)) - 1, max(near.line - MOST_LINES, -1), -1):
            if (
                lines[start].strip() == wanted[0]
                and [line.strip() for line in lines[start : start + len(wanted)]] == wanted
            ):
                return Origin(near.path, start + 1)
        return near
