"""Pages as plain values: what stands where, without places."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docpact.read.page import (
    Block,
    DefinitionList,
    Directive,
    FieldList,
    List,
    Note,
    Paragraph,
    Sample,
    Section,
    Table,
)

ReadSections = Callable[..., tuple[Section, ...]]


def outline(blocks: tuple[Block, ...]) -> list[Any]:
    """The blocks as plain values: what stands where, without places."""
    return [_outline(block) for block in blocks]


def _outline(block: Block) -> Any:  # noqa: ANN401 - a tree of texts.
    match block:
        case Paragraph(text=text):
            return text.plain
        case Sample(language=language, text=text):
            return {f"sample {language}".strip(): text}
        case Note(kind=kind, blocks=inner):
            return {kind: outline(inner)}
        case List(entries=entries):
            return {"list": [outline(entry) for entry in entries]}
        case DefinitionList(definitions=definitions):
            return {"definitions": {one.term.plain: outline(one.blocks) for one in definitions}}
        case FieldList(fields=fields):
            return {"fields": {one.name.plain: outline(one.blocks) for one in fields}}
        case Directive(name=name, argument=argument, blocks=inner):
            return {f"{name} {argument}".strip(): outline(inner)}
        case Table(header=header, rows=rows):
            return {"table": [list(header), *([cell.plain for cell in row.cells] for row in rows)]}
