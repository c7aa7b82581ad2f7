"""The words for a type → a type statement."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from docpact.diagnostics import Origin
from docpact.dialects.httpdomain.vocabulary import ANY_WORDS, ARRAY_WORDS, NULL_WORDS, OBJECT_WORDS, SCALAR_WORDS
from docpact.dialects.statements import TypeStatement
from docpact.read.page import Link, Span, Text

ALTERNATIVE = re.compile(r"\s*(?:[|/,]|\bor\b|\bou\b|\boder\b)\s*")
OF = re.compile(
    r"(?P<list>[\w-]+)\s*(?:\bof\b|\bde\b|\bd'|\bvon\b|<|\[|\()\s*(?:an?\s+|the\s+|des\s+)?(?P<of>.+?)\s*[>\])]?",
    re.IGNORECASE,
)
BRACKETS = re.compile(r"(?P<of>.+?)\s*\[\s*\]|\[\s*(?P<inner>.+?)\s*\]")

LONGEST = 100
"""No type has more letters; each bracket of one costs a step of recursion."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeWords:
    """A type as a field names it."""

    statement: TypeStatement | None
    """None where there are no words, or only `null`."""
    nullable: bool
    """Whether `null` is one of the alternatives."""


NO_TYPE = TypeWords(statement=None, nullable=False)


def is_type_word(word: str) -> bool:
    """Tell whether the word names a JSON type, alone or with alternatives."""
    parts = [part.lower() for part in ALTERNATIVE.split(word) if part]
    return bool(parts) and all(_known(part) for part in parts)


def parse_type_words(words: str, origin: Origin, link: Link | None = None) -> TypeWords:
    """Return what the words say.

    type = part { ( "|" | "/" | "," | "or" ) part }
    part = word | "list of" part | part "[]" | "[" part "]" | "array<" part ">" | any other name
    """
    words = " ".join(words.replace("`", "").split())
    if not words:
        return NO_TYPE
    text = Text((Span(words, link=link),), origin)
    if len(words) > LONGEST:
        return TypeWords(statement=TypeStatement(words=text, name=words[:LONGEST]), nullable=False)
    whole = BRACKETS.fullmatch(words) or (OF.fullmatch(words) if _first(words) in ARRAY_WORDS else None)
    parts = [words] if whole else [part for part in ALTERNATIVE.split(words) if part]
    kept = [part for part in parts if part.lower() not in NULL_WORDS]
    found = list(dict.fromkeys(_part(part, text) for part in kept))
    if not found:
        return TypeWords(statement=None, nullable=bool(parts))
    statement = found[0] if len(found) == 1 else TypeStatement(words=text, one_of=tuple(found))
    if link is not None:
        statement = replace(statement, link=link)
    return TypeWords(statement=statement, nullable=len(kept) < len(parts))


def _part(part: str, text: Text) -> TypeStatement:
    word = part.lower().strip(" .:*()")
    simple = _word(word, text)
    if simple is not None:
        return simple
    if found := BRACKETS.fullmatch(word):
        inner = _part(found["of"] or found["inner"], text)
        return replace(inner, lists=inner.lists + 1)
    if (found := OF.fullmatch(word)) and found["list"] in ARRAY_WORDS:
        inner = _part(found["of"], text)
        return replace(inner, lists=inner.lists + 1)
    if found and found["list"] in OBJECT_WORDS:
        return replace(_part(found["of"], text), map=True)
    # `unix timestamp`, `json string`, `positive integer`: the last word that means something, where the others don't.
    known = [meant for one in re.split(r"[\s-]+", word) if (meant := _word(one, text)) is not None]
    return known[-1] if known else TypeStatement(words=text, name=part)


def _word(word: str, text: Text) -> TypeStatement | None:
    if word in SCALAR_WORDS:
        kind, form = SCALAR_WORDS[word]
        return TypeStatement(words=text, type=kind, format=form)
    if word in ARRAY_WORDS:
        return TypeStatement(words=text, lists=1)
    if word in OBJECT_WORDS:
        # An object about whose properties nothing is said: any keys, any values.
        return TypeStatement(words=text, map=True, open=True)
    return TypeStatement(words=text, open=True) if word in ANY_WORDS else None


def _known(word: str) -> bool:
    bare = word.removesuffix("[]")
    return bare in SCALAR_WORDS or bare in ARRAY_WORDS | OBJECT_WORDS | ANY_WORDS | NULL_WORDS


def _first(words: str) -> str:
    found = re.match(r"[\w-]+", words)
    return found[0].lower() if found else ""
