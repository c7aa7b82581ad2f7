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
from docpact.dialects.statements import NO_LIMITS, JsonType, Limits, Member
from docpact.dialects.words.compound_types import Compound, parse_compound, part_of
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
LAST_MARK = re.compile(r"\s*[(\[](?P<words>[A-Za-z][A-Za-z ,-]*)[)\]]\s*$")
STRUCTURE = re.compile(r"[A-Z]\w*")
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
    lists: int = 0
    """In how many lists the value stands, where that is said; `array` says one."""
    map: bool = False
    one_of: tuple[TypeText, ...] = ()
    """The alternatives, where several structures are named."""
    members: tuple[Member, ...] = ()
    """The values that are listed in the type's place."""
    limits: Limits = NO_LIMITS
    certain: bool = True
    """Whether the cell itself leads there; a link in a description may lead to an explanation."""
    optional: bool | None = None
    """None where the cell says nothing about it."""
    nullable: bool = False
    empty: bool = False
    """The cell says that there is no value, or says nothing."""


def parse_type(cell: Text) -> TypeText:
    """Return what a type cell says: a type, or one that is made of others."""
    core, marks = _without_marks(cell)
    found = parse_compound(core)
    made = _made_of(found) if found else None
    if made is None:
        return _parse_simple(cell)
    optional = True if marks & OPTIONAL_WORDS else False if marks & REQUIRED_WORDS else made.optional
    return replace(made, optional=optional, nullable=made.nullable or bool(marks & NULLABLE_WORDS))


def _without_marks(cell: Text) -> tuple[Text, set[str]]:
    """Return the cell without the words about its need that end it, and those words."""
    words = cell.plain
    found = LAST_MARK.search(words)
    if found is None:
        return cell, set()
    marks = {word.strip().lower() for word in found["words"].split(",")}
    if not marks <= OPTIONAL_WORDS | REQUIRED_WORDS | NULLABLE_WORDS:
        return cell, set()
    return part_of(cell, 0, found.start()), marks


def _made_of(found: Compound) -> TypeText | None:
    """Return the type that a compound is; None where its parts say too little to be sure of it."""
    if found.members:
        kind: JsonType = "integer" if isinstance(found.members[0].value, int) else "string"
        return TypeText(type=kind, members=found.members)
    parts = [parse_type(part) for part in found.parts]
    first = parts[0]
    if len(parts) > 1:
        if all(_is_structure(part, text) for part, text in zip(parts, found.parts, strict=True)):
            return TypeText(one_of=tuple(parts), nullable=found.nullable)
        # Of `string or number`, samples say more than a list of alternatives.
        scalar = first.type is not None and len({(part.type, part.array) for part in parts}) == 1
        return replace(first, nullable=found.nullable) if scalar and found.nullable else None
    if found.limits != NO_LIMITS:
        return _ranged(first, found.limits)
    if first.one_of or (found.map and (first.array or first.lists or first.map)):
        return None
    if found.map:
        return replace(first, map=True, name=first.name or ("" if first.type or first.link else "object"))
    if found.lists:
        return replace(first, lists=found.lists, array=True)
    return replace(first, nullable=first.nullable or found.nullable)


def _ranged(kind: TypeText, limits: Limits) -> TypeText | None:
    """Return a type with its range: of numbers, or of how long a text is."""
    if kind.type in {"integer", "number"}:
        return replace(kind, limits=limits)
    if (
        kind.type == "string"
        and not kind.format
        and isinstance(limits.minimum, int)
        and isinstance(limits.maximum, int)
    ):
        return replace(kind, limits=Limits(min_length=limits.minimum, max_length=limits.maximum))
    return None


def _is_structure(kind: TypeText, words: Text) -> bool:
    """Tell whether a part is a link, or a name written like a structure's."""
    return kind.link is not None or (kind.type is None and bool(STRUCTURE.fullmatch(words.plain)))


def _parse_simple(cell: Text) -> TypeText:  # noqa: C901, PLR0911 - one case a kind of cell, in the order of the grammar.
    """Return what a type cell says that isn't made of others.

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
    # `money (string)`: a name of the pages' own, and what it is.
    narrower = [TYPE_WORDS[mark] for mark in sorted(marks) if mark in TYPE_WORDS]
    if len(narrower) == 1 and first and first[0] == bare and bare.islower():
        return replace(found, type=narrower[0][0], format=narrower[0][1], array=array)
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
