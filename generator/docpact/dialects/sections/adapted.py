"""Sections in a dialect that the configuration declares → the same in words and markup that the rules know."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from msgspec import structs

from docpact.config import LABEL, DialectOptions
from docpact.diagnostics import Origin
from docpact.dialects.sections.context import is_label
from docpact.dialects.sections.type_text import parse_type
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
    Row,
    Sample,
    Section,
    Span,
    Style,
    Table,
    Text,
)


def adapt_sections(sections: Sequence[Section], options: DialectOptions) -> tuple[Section, ...]:
    """Return the sections with declared roles, directives and words replaced; as they are where nothing is declared."""
    if not (options.words or options.roles or options.directives):
        return tuple(sections)
    adapter = _Adapter(options=options, translate=_translator(options.words))
    return tuple(
        replace(
            section,
            heading=adapter.whole(section.heading),
            blocks=tuple(_joined(adapter.blocks(section.blocks))),
        )
        for section in sections
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Adapter:
    """Replaces what the options declare."""

    options: DialectOptions
    translate: Callable[[str], str]

    def blocks(self, blocks: Sequence[Block]) -> Iterator[Block]:  # noqa: C901 - one case a type of block.
        """Yield the blocks in the rules' words; a declared directive may become several."""
        for block in blocks:
            match block:
                case Paragraph(text=text):
                    yield from self.paragraph(text, block.depth)
                case Directive(name=name) if name in self.options.directives:
                    yield from self.directive(block, self.options.directives[name])
                case Directive():
                    yield structs.replace(block, blocks=tuple(self.blocks(block.blocks)))
                case Note():
                    yield structs.replace(block, blocks=tuple(self.blocks(block.blocks)))
                case Sample():
                    yield structs.replace(block, caption=self.translate(block.caption))
                case Table():
                    yield self.table(block)
                case List(entries=entries):
                    yield structs.replace(block, entries=tuple(tuple(self.entry(entry)) for entry in entries))
                case DefinitionList(definitions=definitions):
                    yield DefinitionList(
                        tuple(
                            Definition(self.whole(one.term), tuple(_joined(self.blocks(one.blocks))), one.origin)
                            for one in definitions
                        ),
                        block.origin,
                    )
                case FieldList(fields=fields):
                    yield FieldList(
                        tuple(
                            Field(self.whole(one.name), tuple(_joined(self.blocks(one.blocks))), one.origin)
                            for one in fields
                        ),
                        block.origin,
                    )

    def entry(self, entry: Sequence[Block]) -> Iterator[Block]:
        """Yield an entry's blocks; what became a list of one is the entry itself."""
        for block in self.blocks(entry):
            if isinstance(block, List) and len(block.entries) == 1:
                yield from block.entries[0]
            else:
                yield block

    def paragraph(self, text: Text, depth: int) -> Iterator[Block]:
        """Yield what a paragraph is: roles that stand alone are told by their meanings, others are marked as it."""
        spans = [span for span in text.spans if span.text.strip(" .,")]
        meaning = self.options.roles.get(spans[0].role, "") if len(spans) == 1 else ""
        if meaning:
            yield from _told(meaning, spans[0].text.strip(), text.origin)
            return
        marked = tuple(self.span(span) for span in text.spans)
        words = Text(marked, text.origin)
        if is_label(words) or words.plain.endswith(":"):
            words = self.partly(words)
        if self.options.roles and not words.plain:
            return
        yield Paragraph(self.whole(words), depth)

    def span(self, span: Span) -> Span:
        """Return a span whose role means something as the rules would see it."""
        match self.options.roles.get(span.role, ""):
            case "method" | "path" | "request line" | "parameter" | "status":
                return Span(span.text, Style.LITERAL, span.link)
            case "required" | "optional" as need:
                return Span(f"({need})")
            case "ignore":
                return Span("")
            case _:
                return span

    def directive(self, block: Directive, meaning: str) -> Iterator[Block]:
        """Yield what a declared directive means, and its content."""
        inner = tuple(_joined(self.blocks(block.blocks)))
        if meaning == "parameter":
            named = next(_told(meaning, block.argument, block.origin))
            first = named.entries[0] if isinstance(named, List) else (named,)
            yield List(((*first, *inner),), block.origin)
        elif meaning == "status":
            yield List(((Paragraph(Text((Span(block.argument),), block.origin)), *inner),), block.origin)
        elif meaning != "ignore":
            if meaning != "text":
                yield from _told(meaning, block.argument, block.origin)
            yield from inner

    def table(self, table: Table) -> Table:
        """Return the table with its headings, caption and whole cells in the rules' words."""
        return structs.replace(
            table,
            header=tuple(self.translate(word) for word in table.header),
            caption=self.translate(table.caption),
            rows=tuple(self.row(row) for row in table.rows),
        )

    def row(self, row: Row) -> Row:
        cells = tuple(self.whole(Text(tuple(map(self.span, cell.spans)), cell.origin)) for cell in row.cells)
        return replace(row, cells=cells)

    def whole(self, text: Text) -> Text:
        """Return the text in the rules' words where all of it is a declared word."""
        bare = text.plain.strip(" :*")
        found = next((to for word, to in self.options.words.items() if word.lower() == bare.lower()), None)
        if found is None:
            return text
        style = text.spans[0].style if text.spans else Style.PLAIN
        return Text((Span(found, style),), text.origin)

    def partly(self, text: Text) -> Text:
        """Return a label's text with the declared words in it replaced."""
        return Text(tuple(replace(span, text=self.translate(span.text)) for span in text.spans), text.origin)


def _translator(words: Mapping[str, str]) -> Callable[[str], str]:
    """Return a function that replaces the declared words in a text, longer ones first."""
    if not words:
        return lambda text: text
    known = {word.lower(): to for word, to in words.items()}
    pattern = re.compile(
        "|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in sorted(words, key=len, reverse=True)), re.IGNORECASE
    )
    return lambda text: pattern.sub(lambda m: known[m[0].lower()], text)


def _told(meaning: str, words: str, origin: Origin) -> Iterator[Block]:
    """Yield the block that says in the rules' way what a role or directive with these words means."""
    match meaning:
        case "method":
            yield Paragraph(Text((Span(f"Method: {words.upper()}"),), origin))
        case "path":
            yield Paragraph(Text((Span(f"Path: {words}"),), origin))
        case "request line":
            yield Paragraph(Text((Span(words, Style.LITERAL),), origin))
        case "parameter":
            yield List(((Paragraph(_parameter(words, origin)),),), origin)
        case "status":
            status, _, text = words.partition(",")
            yield List(((Paragraph(Text((Span(f"{status.strip()}: {text.strip()}"),), origin)),),), origin)
        case _ if meaning.startswith(LABEL):
            label = meaning.removeprefix(LABEL).strip()
            status = f" {words}" if words[:3].isdecimal() else ""
            yield Paragraph(Text((Span(f"{label}{status}", Style.STRONG),), origin))
        case "required" | "optional":
            yield Paragraph(Text((Span(f"({meaning})"),), origin))
        case "text":
            yield Paragraph(Text((Span(words),), origin))
        case _:
            pass


def _parameter(words: str, origin: Origin) -> Text:
    """Return `Parameter: name (type): text` for `name,type,text`; a question mark before the name means optional."""
    name, *rest = [part.strip() for part in words.split(",", 2)]
    marks: list[str] = []
    typed = bool(rest) and (len(rest) > 1 or parse_type(Text((Span(rest[0]),), origin)).type is not None)
    if typed:
        marks.append(rest.pop(0))
    if name.startswith("?"):
        marks.append("optional")
    after = f" ({', '.join(marks)})" if marks else ""
    label = Span("Parameter: ")
    return Text((label, Span(name.lstrip("?"), Style.LITERAL), Span(f"{after}: {', '.join(rest)}")), origin)


def _joined(blocks: Iterator[Block]) -> Iterator[Block]:
    """Yield the blocks with lists of one entry that follow one another as one list."""
    held: List | None = None
    for block in blocks:
        if isinstance(block, List) and len(block.entries) == 1:
            held = block if held is None else structs.replace(held, entries=(*held.entries, *block.entries))
            continue
        if held is not None:
            yield held
            held = None
        yield block
    if held is not None:
        yield held
