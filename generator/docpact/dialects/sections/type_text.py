"""The text of a type cell → what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from docpact.dialects.sections.vocabulary import (
    ARRAY_WORDS,
    NO_BODY_WORDS,
    NULLABLE_WORDS,
    OPEN_WORDS,
    OPTIONAL_WORD,
    OPTIONAL_WORDS,
    REQUIRED_WORDS,
    TYPE_WORDS,
)
from docpact.dialects.statements import JsonType
from docpact.read.page import Link, Text

# `(optional, nullable)`, `[optional]`, or after a comma; a cell that a narrow column cut off lacks the last bracket.
MARK = re.compile(r"[(\[](?P<words>[A-Za-z][A-Za-z ,-]*)[)\]]?|[,;]\s*(?P<rest>[A-Za-z][A-Za-z -]*)$")
BRACKETS = re.compile(r"\[\s*\]")
GENERIC = re.compile(
    r"(?:list|array|collection|set)\s*(?:<|of\s+)\s*(?:json\s+)?(?P<of>[A-Za-z][A-Za-z0-9-]*)\s*>?",
    re.IGNORECASE,
)
MAPPING = re.compile(
    r"(?:map|mapping|dictionary|hashmap|dict)\s*<\s*[A-Za-z]+\s*,\s*(?P<of>[A-Za-z]+)\s*>", re.IGNORECASE
)
OR = re.compile(r"\s+or\s+", re.IGNORECASE)
ALTERNATIVE = re.compile(r"\s*(?:\bor\b|\||/)\s*")
LISTS = tuple([word] for word in ARRAY_WORDS)
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
    map: bool = False
    certain: bool = True
    """Whether the cell itself leads there; a link in a description may lead to an explanation."""
    optional: bool | None = None
    """None where the cell says nothing about it."""
    nullable: bool = False
    empty: bool = False
    """The cell says that there is no value, or says nothing."""


def parse_type(cell: Text) -> TypeText:  # noqa: C901, PLR0911 - one case a kind of cell, in the order of the grammar.
    """Return what a type cell says.

    cell  = ( link | word | name | "array" | "list<" word ">" ) [ "[]" ] [ "(" mark { "," mark } ")" | "," mark ]
    mark  = "optional" | "not required" | "required" | "nullable" | a word that narrows the type: `string (uuid)`
          | any other word, which says nothing about the type
    """
    words = cell.plain
    marks: set[str] = set()
    for mark in MARK.finditer(words):
        marks |= {word.strip().lower() for word in (mark["words"] or mark["rest"]).split(",")}
    # A cell that a narrow column cut off says `(optio`: no other mark begins that way.
    cut = any(OPTIONAL_WORD.startswith(word) and word.startswith(OPTIONAL_WORD[:3]) for word in marks)
    optional = True if cut or marks & OPTIONAL_WORDS else False if marks & REQUIRED_WORDS else None
    bare = BRACKETS.sub(" ", MARK.sub(" ", words)).strip()
    array = bool(BRACKETS.search(words))
    found = TypeText(optional=optional, nullable=bool(marks & NULLABLE_WORDS))
    links = [span.link for span in cell.links if span.link]
    if links:
        return replace(found, link=links[0], array=array or bare.lower().split()[:1] in LISTS)
    if not bare or bare.lower() in NO_BODY_WORDS:
        return replace(found, empty=True)
    if len(OR.split(bare)) > 1 and not _is_one_type(bare):
        return replace(found, name=bare, array=array)
    if generic := GENERIC.match(bare):
        of = generic["of"].lower()
        if of in TYPE_WORDS:
            return replace(found, type=TYPE_WORDS[of][0], format=TYPE_WORDS[of][1], array=True)
        if of in OPEN_WORDS:
            return replace(found, name="object", array=True)
    if mapping := MAPPING.match(words.strip()):
        value = TYPE_WORDS.get(mapping["of"].lower())
        named = replace(found, map=True, name="object")
        return named if value is None else replace(named, type=value[0], format=value[1], name="")
    first = IDENTIFIER.match(bare)
    word = first[0].lower() if first else ""
    if word in TYPE_WORDS and not _has_alternatives(bare):
        kind, form = _narrowed(word, marks)
        return replace(found, type=kind, format=form, array=array)
    if word in ARRAY_WORDS:
        entries = next((TYPE_WORDS[mark] for mark in sorted(marks) if mark in TYPE_WORDS), (None, ""))
        return replace(found, type=entries[0], format=entries[1], array=True)
    if bare.lower() in OPEN_WORDS:
        return replace(found, name=bare, array=array)
    return replace(found, name=first[0] if first and first[0] == bare else bare, array=array)


def _is_one_type(bare: str) -> bool:
    """Tell whether alternatives are the same type by several words."""
    named = {TYPE_WORDS.get(word.strip().lower(), (word, ""))[0] for word in OR.split(bare)}
    return len(named) == 1


def _has_alternatives(bare: str) -> bool:
    """Tell whether a cell names several types, `string or number`: to take the first would be a guess."""
    named = [TYPE_WORDS.get(word.strip().lower()) for word in ALTERNATIVE.split(bare)]
    return len(named) > 1 and None not in named and len(set(named)) > 1


def _narrowed(word: str, marks: set[str]) -> tuple[JsonType, str]:
    """Return the word's type, or the mark's where that is a narrower one: `string (uuid)`, `number (integer)`."""
    kind, form = TYPE_WORDS[word]
    for mark in sorted(marks):
        narrower = TYPE_WORDS.get(mark)
        if narrower and (narrower[0] == kind or (kind, narrower[0]) == ("number", "integer")) and not form:
            return narrower
    return kind, form
