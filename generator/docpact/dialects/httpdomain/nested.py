"""Lists inside the text of a field → the properties of the object that the field is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docpact.dialects.httpdomain.enums import parse_term
from docpact.dialects.httpdomain.markers import marked_text, parse_marks
from docpact.dialects.httpdomain.statuses import cut_text
from docpact.dialects.httpdomain.type_words import is_type_word, parse_type_words
from docpact.dialects.statements import FieldStatement, Location, Source, TypeStatement
from docpact.read.page import Block, DefinitionList, FieldList, List, Paragraph, Text

NAME = re.compile(r"[A-Za-z_@$][\w.@$-]*")
# `(int)`, `(string, optional)`: the remark behind a name begins with its type.
REMARK = re.compile(r"\(\s*(?P<type>[^(),;]+?)\s*(?:[,;]\s*(?P<marks>[^()]*))?\)\s*[:.,\u2013\u2014-]?\s*")


def read_nested(
    blocks: tuple[Block, ...], kind: TypeStatement | None, location: Location
) -> tuple[FieldStatement, ...]:
    """Return the properties that a list in the field's text describes.

    An object's list always does; a list's or an untyped field's only where types stand behind the names, since it could
    as well list values.
    """
    is_object = kind is not None and kind.map and kind.open and not kind.lists
    if not (is_object or kind is None or kind.lists):
        return ()
    for block in blocks:
        found = list(list_fields(block, location))
        typed = [one for one in found if one is not None and one.type is not None]
        if found and len(found) == len([one for one in found if one is not None]) and (is_object or typed):
            return tuple(one for one in found if one is not None)
    return ()


def leading_type(texts: Sequence[str]) -> str:
    """Return the type that a field's text begins with in brackets: `(string) The name`; empty where it doesn't."""
    found = REMARK.match(texts[0]) if texts else None
    word = found["type"].strip("*`") if found else ""
    return word if is_type_word(word) else ""


def list_fields(block: Block, location: Location) -> Iterator[FieldStatement | None]:
    """Yield each entry of a list as a property; None for an entry that isn't one."""
    if isinstance(block, List):
        for entry in block.entries:
            first = entry[0] if entry else None
            term = parse_term(first.text) if isinstance(first, Paragraph) else None
            if term is None or not isinstance(first, Paragraph):
                yield None
            else:
                yield _field(term[0], term[1], (*_behind(first, term[0]), *entry[1:]), first.text, location)
    elif isinstance(block, DefinitionList):
        for one in block.definitions:
            name, _, classifier = one.term.plain.partition(" : ")
            texts = [inner.text for inner in one.blocks if isinstance(inner, Paragraph)]
            words = " ".join([*([f"({classifier})"] if classifier else []), *map(marked_text, texts)])
            yield _field(name, words, one.blocks, one.term, location)
    elif isinstance(block, FieldList):
        for field in block.fields:
            *kinds, name = field.name.plain.split() or [""]
            texts = [inner.text for inner in field.blocks if isinstance(inner, Paragraph)]
            words = " ".join([*([f"({' '.join(kinds)})"] if kinds else []), *map(marked_text, texts)])
            yield _field(name, words, field.blocks, field.name, location)


def _behind(first: Paragraph, name: str) -> tuple[Block, ...]:
    """Return what stands behind the name that a paragraph begins with."""
    text = "".join(span.text for span in first.text.spans)
    found = re.match(rf"\W*{re.escape(name)}[\s:,.=\u2013\u2014-]*", text)
    rest = cut_text(first.text, found.end())[1] if found else first.text
    return (Paragraph(rest, first.depth),) if rest.plain else ()


def _field(name: str, words: str, blocks: tuple[Block, ...], place: Text, location: Location) -> FieldStatement | None:
    if not NAME.fullmatch(name):
        return None
    found = REMARK.match(words)
    kind = parse_type_words("", place.origin)
    remark = ""
    if found and is_type_word(found["type"].strip("*`")):
        kind = parse_type_words(found["type"].strip("*`"), place.origin)
        remark, words = found["marks"] or "", words[found.end() :]
    marks = parse_marks([words], remark, kind.statement)
    return FieldStatement(
        name=name,
        location=location,
        type=kind.statement,
        required=marks.required,
        nullable=True if kind.nullable else marks.nullable,
        limits=marks.limits,
        description=blocks,
        deprecated=marks.deprecated,
        words=place,
        source=Source.FIELD_LIST,
        origin=place.origin,
    )
