"""The text of a type cell → what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from rstapi.model.types import JsonType
from rstapi.model.vocabulary import ARRAY_WORDS, NO_BODY_WORDS, NULLABLE_WORDS, OPTIONAL_WORD, TYPE_WORDS
from rstapi.read.page import Link, Text

MARK = re.compile(r"\((?P<words>[A-Za-z ,]+)\)?")
BRACKETS = re.compile(r"\[\s*\]")
GENERIC = re.compile(r"(?:list|array|collection)\s*(?:<|of\s+)\s*(?P<of>[A-Za-z-]+)\s*>?", re.IGNORECASE)
IDENTIFIER = re.compile(r"[A-Za-z][\w.-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeText:
    """A type cell, read."""

    type: JsonType | None = None
    format: str = ""
    link: Link | None = None
    """The page or section that describes the type."""
    name: str = ""
    """A type that is neither a word of the dialect nor a link."""
    array: bool = False
    optional: bool = False
    nullable: bool = False
    empty: bool = False
    """The cell says that there is no value, or says nothing."""


def parse_type(cell: Text) -> TypeText:
    """Return what a type cell says.

    cell  = ( link | word | name | "array" | "list<" word ">" ) [ "[]" ] [ "(" mark { "," mark } ")" ]
    mark  = "optional" | "nullable" | any other word, which says nothing about the type
    """
    words = cell.plain
    marks: set[str] = set()
    for mark in MARK.finditer(words):
        marks |= {word.strip().lower() for word in mark["words"].split(",")}
    # A cell that a narrow column cut off says `(optio`: no other mark begins that way.
    optional = any(OPTIONAL_WORD.startswith(word) and word.startswith(OPTIONAL_WORD[:3]) for word in marks)
    bare = BRACKETS.sub(" ", MARK.sub(" ", words)).strip()
    array = bool(BRACKETS.search(words))
    found = TypeText(optional=optional, nullable=bool(marks & NULLABLE_WORDS))
    links = [span.link for span in cell.links if span.link]
    if links:
        return replace(found, link=links[0], array=array or bare.lower().split()[:1] == ["array"])
    if not bare or bare.lower() in NO_BODY_WORDS:
        return replace(found, empty=True)
    if (generic := GENERIC.match(bare)) and generic["of"].lower() in TYPE_WORDS:
        kind, form = TYPE_WORDS[generic["of"].lower()]
        return replace(found, type=kind, format=form, array=True)
    first = IDENTIFIER.match(bare)
    word = first[0].lower() if first else ""
    if word in TYPE_WORDS:
        kind, form = TYPE_WORDS[word]
        return replace(found, type=kind, format=form, array=array)
    if word in ARRAY_WORDS:
        return replace(found, array=True)
    return replace(found, name=first[0] if first and first[0] == bare else bare, array=array)
