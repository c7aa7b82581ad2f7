"""`Page` ↔ JSON text: for processes that read pages for one another, and for the cache.

JSON and not pickle: what lies in a cache folder of a strange checkout must not be able to run.
"""

from __future__ import annotations

import json
from typing import Any

from docpact.diagnostics import Diagnostic, Origin
from docpact.read.page import (
    Block,
    Link,
    LinkKind,
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

STYLES = {str(style): style for style in Style}
LINKS = {str(kind): kind for kind in LinkKind}


def dump_page(page: Page | None, found: list[Diagnostic]) -> str:
    """Return a page and what was found on it as one line of JSON."""
    diagnostics = [
        [d.code, d.message, d.origin.path, d.origin.line, [[o.path, o.line] for o in d.related]] for d in found
    ]
    written = page and [page.name, page.title, page.origin.line, list(map(_dump_section, page.sections))]
    return json.dumps([written, diagnostics], ensure_ascii=False, separators=(",", ":"))


def load_page(text: str, path: str) -> tuple[Page | None, list[Diagnostic]]:
    """Return what `dump_page` was given, of the page at that path; raises `ValueError` for other text."""
    try:
        written, diagnostics = json.loads(text)
        found = [
            Diagnostic(
                code=code, message=message, origin=Origin(where, line), related=tuple(Origin(*o) for o in related)
            )
            for code, message, where, line, related in diagnostics
        ]
        if written is None:
            return None, found
        name, title, line, sections = written
        read = tuple(_load_section(section, path) for section in sections)
        return Page(name, title, read, Origin(path, line)), found
    except (TypeError, KeyError, IndexError) as error:
        raise ValueError(f"is no page: {error}") from error


def _dump_section(section: Section) -> list[Any]:
    blocks = list(map(_dump_block, section.blocks))
    return [section.title, section.depth, section.labels, blocks, section.origin.line]


def _load_section(written: list[Any], path: str) -> Section:
    title, depth, labels, blocks, line = written
    return Section(title, depth, tuple(labels), tuple(_load_block(b, path) for b in blocks), Origin(path, line))


def _dump_block(block: Block) -> list[Any]:
    match block:
        case Paragraph():
            return ["p", _dump_text(block.text), block.depth]
        case Sample():
            return ["s", block.language, block.caption, block.text, block.origin.line]
        case Table():
            rows = [[list(map(_dump_text, row.cells)), row.origin.line, row.continued] for row in block.rows]
            return ["t", block.header, rows, block.origin.line]
        case Note():
            return ["n", block.kind, list(map(_dump_block, block.blocks)), block.origin.line]
        case _:
            raise TypeError(f"{type(block).__name__} is not read yet")


def _load_block(written: list[Any], path: str) -> Block:
    match written:
        case ["p", text, depth]:
            return Paragraph(_load_text(text, path), depth)
        case ["s", language, caption, text, line]:
            return Sample(language, caption, text, Origin(path, line))
        case ["t", header, rows, line]:
            read = tuple(
                Row(tuple(_load_text(cell, path) for cell in cells), Origin(path, at), continued)
                for cells, at, continued in rows
            )
            return Table(tuple(header), read, Origin(path, line))
        case ["n", kind, blocks, line]:
            return Note(kind, tuple(_load_block(block, path) for block in blocks), Origin(path, line))
    raise KeyError(str(written)[:40])


def _dump_text(text: Text) -> list[Any]:
    spans = [
        [s.text, s.style, s.link.kind, s.link.target]
        if s.link
        else [s.text, s.style]
        if s.style != Style.PLAIN
        else s.text
        for s in text.spans
    ]
    return [spans, text.origin.line]


def _load_text(written: list[Any], path: str) -> Text:
    spans, line = written
    return Text(tuple(map(_load_span, spans)), Origin(path, line))


def _load_span(written: Any) -> Span:  # noqa: ANN401 - a text or a list.
    if isinstance(written, str):
        return Span(written)
    if len(written) == 2:  # noqa: PLR2004 - text and style.
        return Span(written[0], STYLES[written[1]])
    return Span(written[0], STYLES[written[1]], Link(LINKS[written[2]], written[3]))
