"""How a page is read: each block with the rule that took it, or that none did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docpact.config import DialectOptions
from docpact.dialects.protocol import PageView
from docpact.dialects.sections.adapted import adapt_sections
from docpact.dialects.sections.context import blocks_in_context
from docpact.dialects.sections.kinds import Kind, Topic, find_topics
from docpact.dialects.sections.linked import referred_labels
from docpact.dialects.sections.opened import open_tables
from docpact.dialects.sections.roles import Role, Taken, take_blocks
from docpact.dialects.sections.rows import Rows
from docpact.dialects.statements import BlockReading
from docpact.read.page import Block, DefinitionList, FieldList, List, Paragraph, Sample, Table

MOST_CHARACTERS = 60


def read_page_blocks(views: Sequence[PageView], name: str, options: DialectOptions) -> tuple[BlockReading, ...]:
    """Return the blocks of the page of that name, in its order, operation by operation."""
    views = [replace(view, sections=open_tables(adapt_sections(view.sections, options))) for view in views]
    topics = find_topics(views)
    referred = referred_labels(topics)
    paths = {view.page.origin.path for view in views if view.page.name == name}
    own = sorted((one for one in topics.by_name.values() if one.origin.path in paths), key=lambda one: one.origin)
    return tuple(reading for topic in own for reading in _topic_readings(topic, referred))


def _topic_readings(topic: Topic, referred: frozenset[str]) -> Iterator[BlockReading]:
    if topic.kind is not Kind.ENDPOINT or topic.line is None:
        what = f"read as {topic.kind.value}"
        if any(section.blocks for section in topic.structured):
            yield BlockReading(origin=topic.origin, kind="page", words=topic.title, over="", role=what, rule="")
        # What could be an operation's, if the page had a request line.
        held = (found for found in blocks_in_context(topic) if isinstance(found.block, tuple(KINDS)))
        yield from (_reading(Taken(found=found, role=Role.REST, rule="", rows=Rows())) for found in held)
        return
    line = topic.line
    yield BlockReading(
        origin=line.origin, kind="operation", words=f"{line.method} {line.path}", over="", role="request line",
        rule=topic.rule,
    )  # fmt: skip
    for taken in take_blocks(topic, referred):
        if isinstance(taken.found.block, Paragraph) and not taken.found.block.text.plain:
            continue
        yield _reading(taken)


def _reading(taken: Taken) -> BlockReading:
    block = taken.found.block
    origin = block.text.origin if isinstance(block, Paragraph) else block.origin
    return BlockReading(
        origin=origin,
        kind=KINDS.get(type(block), type(block).__name__.lower()),
        words=_words(block)[:MOST_CHARACTERS],
        over=taken.found.about.near[:MOST_CHARACTERS],
        role="" if taken.role is Role.REST else taken.role.value,
        rule=taken.rule,
    )


KINDS: dict[type, str] = {
    Table: "table", List: "list", DefinitionList: "definition list", FieldList: "field list", Sample: "literal block",
}  # fmt: skip


def _words(block: Block) -> str:
    match block:
        case Paragraph(text=text):
            return text.plain
        case Table(header=header, rows=rows):
            return " | ".join(header) or " | ".join(cell.plain for cell in rows[0].cells)
        case Sample(text=words):
            return words.strip().split("\n", 1)[0]
        case FieldList(fields=fields):
            return ", ".join(one.name.plain for one in fields)
        case DefinitionList(definitions=definitions):
            return ", ".join(one.term.plain for one in definitions)
        case List(entries=entries):
            first = entries[0][0] if entries and entries[0] else None
            return first.text.plain if isinstance(first, Paragraph) else ""
        case _:
            return ""
