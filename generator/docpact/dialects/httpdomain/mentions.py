"""Roles that name an operation → its method and path in words: `:http:get:` shows both in Sphinx, too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from msgspec import structs

from docpact.dialects.httpdomain.signature import parse_signatures
from docpact.dialects.httpdomain.vocabulary import METHODS, OTHER_METHODS
from docpact.read.page import Block, DefinitionList, FieldList, List, Note, Paragraph, Span, Text

ROLES = {f"http:{method}": method.upper() for method in (*METHODS, *OTHER_METHODS)}


def name_mentions(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with `GET /books/{id}` for `:http:get:`/books/(int:id)``; a title of its own stays."""
    return tuple(_block(block) for block in blocks)


def _block(block: Block) -> Block:
    match block:
        case Paragraph(text=text):
            return structs.replace(block, text=_text(text))
        case Note(blocks=inner):
            return structs.replace(block, blocks=name_mentions(inner))
        case List(entries=entries):
            return structs.replace(block, entries=tuple(map(name_mentions, entries)))
        case FieldList(fields=fields):
            return structs.replace(block, fields=tuple(replace(f, blocks=name_mentions(f.blocks)) for f in fields))
        case DefinitionList(definitions=found):
            return structs.replace(block, definitions=tuple(replace(d, blocks=name_mentions(d.blocks)) for d in found))
        case _:
            return block


def _text(text: Text) -> Text:
    if not any(span.role in ROLES for span in text.spans):
        return text
    return replace(text, spans=tuple(map(_span, text.spans)))


def _span(span: Span) -> Span:
    if span.role not in ROLES or span.link is not None or not span.text.startswith("/"):
        return span
    path = next((one.path for one in parse_signatures(span.text)), span.text)
    return replace(span, text=f"{ROLES[span.role]} {path}")
