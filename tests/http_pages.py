"""Pages of httpdomain's dialect, built by hand: what `read` makes of directives, field lists and samples."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count

from docpact.diagnostics import Diagnostic, Origin
from docpact.dialects.httpdomain import DIALECT
from docpact.dialects.protocol import PageView
from docpact.dialects.statements import Documentation, FieldStatement, OperationStatement, ResponseStatement
from docpact.read.page import (
    Block,
    Directive,
    Field,
    FieldList,
    Link,
    LinkKind,
    List,
    Note,
    Page,
    Paragraph,
    Row,
    Sample,
    Section,
    Span,
    Style,
    Table,
    Text,
)

LINES = count(1)
# ``literal``, **strong**, *emphasis*, and a link to a label: <<title|label>>.
MARKED = re.compile(
    r"``(?P<literal>[^`]+)``|\*\*(?P<strong>[^*]+)\*\*|\*(?P<em>[^*]+)\*|<<(?P<title>[^|]+)\|(?P<to>.+?)>>"
)


def place() -> Origin:
    """A place that no other block has."""
    return Origin("api.rst", next(LINES))


def text(words: str) -> Text:
    """Running text with its marks read."""
    spans: list[Span] = []
    end = 0
    for found in MARKED.finditer(words):
        spans.append(Span(words[end : found.start()]))
        if found["to"]:
            spans.append(Span(found["title"], link=Link(LinkKind.LABEL, found["to"])))
        else:
            style = Style.LITERAL if found["literal"] else Style.STRONG if found["strong"] else Style.EMPHASIS
            spans.append(Span(found["literal"] or found["strong"] or found["em"], style))
        end = found.end()
    spans.append(Span(words[end:]))
    return Text(tuple(span for span in spans if span.text), place())


def paragraph(words: str) -> Paragraph:
    """A paragraph."""
    return Paragraph(text(words))


def bullets(*entries: str) -> List:
    """A bullet list."""
    return List(tuple((paragraph(entry),) for entry in entries), place())


def field(name: str, *body: str | Block) -> Field:
    """One `:name: body`."""
    blocks = tuple(paragraph(one) if isinstance(one, str) else one for one in body)
    return Field(Text((Span(name),), place()), blocks, place())


def fields(lines: str) -> FieldList:
    """A field list, one field a line."""
    found: list[Field] = []
    for line in lines.strip().splitlines():
        name, _, body = line.strip().removeprefix(":").partition(": ")
        found.append(field(name.removesuffix(":"), *([body] if body else [])))
    return FieldList(tuple(found), place())


def http(words: str) -> Sample:
    """A `code-block:: http`."""
    return Sample("http", "", words, place())


def code(language: str, words: str) -> Sample:
    """Any other code block."""
    return Sample(language, "", words, place())


def table(header: str, *rows: str) -> Table:
    """A table; `|` parts the cells."""
    cells = [tuple(text(cell.strip()) for cell in row.split("|")) for row in rows]
    names = tuple(word.strip() for word in header.split("|"))
    return Table(names, tuple(Row(row, place()) for row in cells), place())


def note(kind: str, words: str) -> Note:
    """An admonition."""
    return Note(kind, (paragraph(words),), place())


def directive(name: str, argument: str, *blocks: Block, **options: str) -> Directive:
    """A directive; `get` is `http:get`."""
    full = name if ":" in name or name.startswith(("auto", "qref")) else f"http:{name}"
    here = place()
    return Directive(full, argument, tuple(options.items()), blocks, "", here, here)


def section(title: str, *blocks: Block, depth: int = 1, labels: tuple[str, ...] = ()) -> Section:
    """A section."""
    return Section(text(title), depth, labels, blocks, place())


def page(*sections: Section, name: str = "api") -> Page:
    """A page."""
    title = next((one.title for one in sections if one.title), "")
    return Page(name, title, sections, Origin(f"{name}.rst", 1))


@dataclass(frozen=True, slots=True)
class Said:
    """What the dialect makes of pages."""

    documentation: Documentation
    diagnostics: tuple[Diagnostic, ...]

    @property
    def codes(self) -> list[str]:
        """The codes of what is reported, in its order."""
        return [diagnostic.code for diagnostic in self.diagnostics]

    @property
    def operation(self) -> OperationStatement:
        """The only operation."""
        (operation,) = self.documentation.operations
        return operation

    def parameter(self, location: str, name: str) -> FieldStatement:
        """The last statement about a parameter: what its field says, where there is one."""
        return [one for one in self.operation.fields if (one.location, one.name) == (location, name)][-1]

    def response(self, status: str) -> ResponseStatement:
        """The response with that status."""
        (response,) = [one for one in self.operation.responses if one.status == status]
        return response


def read(*pages: Page) -> Said:
    """What the dialect makes of the pages."""
    views = [PageView(page=one, sections=claimed(one)) for one in pages]
    found: list[Diagnostic] = []
    documentation = DIALECT.read(views, found.append)
    return Said(documentation, tuple(found))


def claimed(one: Page) -> tuple[Section, ...]:
    """The sections that the dialect claims, with those nested in them."""
    found: list[Section] = []
    depth: int | None = None
    for part in one.sections:
        if depth is not None and part.depth > depth:
            found.append(part)
            continue
        depth = part.depth if DIALECT.claims(part) else None
        if depth is not None:
            found.append(part)
    return tuple(found)


def told(method: str, path: str, *blocks: Block, **options: str) -> Said:
    """What the dialect makes of a page with one directive."""
    return read(page(section("Books", directive(method, path, *blocks, **options))))


def tree(statements: tuple[FieldStatement, ...]) -> dict[str, object]:
    """The names of fields as they are nested; None for one without properties."""
    return {one.name: tree(one.fields) if one.fields else None for one in statements}
