"""Names in paragraphs of their own, each with a field list of what is said about it → one list of fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docpact.read.page import Block, Definition, DefinitionList, FieldList, List, Paragraph, Span, Style, Text

# What a field list says about one field: `:Type: String`.
ABOUT = re.compile(
    r"(?:(?:data )?type|required|mandatory|optional|descriptions?|default(?: value)?|examples?|format"
    r"|(?:valid |allowed |possible )?values?|in|location|(?:http |status )?code|status|notes?|constraints?|range"
    r"|parent|since|version|nullable|max(?:imum)?(?: length)?|min(?:imum)?)",
    re.IGNORECASE,
)
NAME = re.compile(r"[$@_A-Za-z][\w.$@:/\[\]{}-]*")


def grouped_entries(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks; names followed by a field list about each become one definition list."""
    entries: list[Definition] = []
    name: Text | None = None
    for block in _lines_as_lists(blocks):
        if name is not None and isinstance(block, FieldList) and is_about(block):
            entries.append(Definition(name, (block,), name.origin))
            name = None
            continue
        if name is not None or not (isinstance(block, Paragraph) and NAME.fullmatch(block.text.plain)):
            if entries:
                yield DefinitionList(tuple(entries), entries[0].origin)
                entries = []
            if name is not None:
                yield Paragraph(name)
                name = None
        if isinstance(block, Paragraph) and NAME.fullmatch(block.text.plain):
            name = block.text
        else:
            yield block
    if entries:
        yield DefinitionList(tuple(entries), entries[0].origin)
    if name is not None:
        yield Paragraph(name)


def _lines_as_lists(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks; lines that begin with a name, marked as a literal, and a dash or colon become one list."""
    lines: list[tuple[Block, ...]] = []
    origin = None
    for block in _parted(blocks):
        if isinstance(block, Paragraph) and _begins_with_name(block.text):
            origin = origin or block.text.origin
            lines.append((block,))
            continue
        if lines and origin is not None:
            yield List(tuple(lines), origin)
            lines, origin = [], None
        yield block
    if lines and origin is not None:
        yield List(tuple(lines), origin)


def _parted(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks; `Required: id=[integer], kind=[string]` as the label and a paragraph a name."""
    for block in blocks:
        found = LABEL_AND_NAMES.fullmatch(block.text.plain[:1_000]) if isinstance(block, Paragraph) else None
        if found is None or not isinstance(block, Paragraph):
            yield block
            continue
        yield Paragraph(Text((Span(found["label"], Style.STRONG),), block.text.origin))
        for name in re.findall(TYPED_NAME, found["names"]):
            yield Paragraph(Text((Span(name, Style.LITERAL),), block.text.origin))


TYPED_NAME = r"[$@_A-Za-z][\w.-]*\s*=\s*[\[<(]\w+[\]>)]"
LABEL_AND_NAMES = re.compile(
    rf"(?P<label>(?:required|optional|mandatory)(?: \w+)?)\s*:\s*(?P<names>{TYPED_NAME}(?:\W+{TYPED_NAME})*)\W*",
    re.IGNORECASE,
)


def _begins_with_name(text: Text) -> bool:
    spans = [span for span in text.spans if span.text.strip()]
    if len(spans) == 1 and TYPED.fullmatch(spans[0].text.strip()[:200]):
        return True
    if len(spans) < 2 or spans[0].style is not Style.LITERAL:  # noqa: PLR2004 - a name and its meaning.
        return False
    return bool(NAME.fullmatch(spans[0].text.strip()) and LINE_SEPARATOR.match(spans[1].text[:200]))


# `limit=[integer]`
TYPED = re.compile(r"[$@_A-Za-z][\w.-]*\s*=\s*[\[<(]\w+[\]>)].{0,100}")
LINE_SEPARATOR = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:--?|\u2013|\u2014|:)\s")


def is_about(fields: FieldList) -> bool:
    """Tell whether a field list says things about one field, rather than listing fields."""
    names = [one.name.plain for one in fields.fields]
    known = [name for name in names if ABOUT.fullmatch(name)]
    return bool(known) and 2 * len(known) > len(names) and any(name[:1].isupper() or len(names) > 1 for name in known)
