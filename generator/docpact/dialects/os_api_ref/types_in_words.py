"""The words after `type:` → a type."""

from __future__ import annotations

import re
from dataclasses import replace

from docpact.dialects.os_api_ref.vocabulary import ANYTHING, FORMATS, LISTS, NOTHING, OBJECTS, SCALARS
from docpact.dialects.statements import TypeStatement
from docpact.read.page import Text

BETWEEN = re.compile(r"\s*(?:\||/|,|\bor\b)\s*")
LIST_OF = re.compile(r"(?:array|list)s?\s*(?:of\s+|\[)(?P<entries>[^\]]+?)(?:\])?", re.IGNORECASE)


def parse_type(words: Text, format_: str = "") -> tuple[TypeStatement, bool]:
    """Return the type, and whether the words allow null: `string or null`."""
    text = words.plain
    parts = [part for part in BETWEEN.split(text.lower()) if part]
    named = [part for part in parts if part not in NOTHING]
    nullable = len(named) < len(parts)
    if not named:
        return TypeStatement(words=words, empty=True), nullable
    types = [_parse_one(part, words) for part in dict.fromkeys(named)]
    # A word that isn't in the table may hold an `or` or a slash of its own.
    if len(types) > 1 and any(one.name for one in types):
        return TypeStatement(words=words, name=text), nullable
    if len(types) > 1:
        return TypeStatement(words=words, one_of=tuple(types)), nullable
    return (replace(types[0], format=format_) if format_ else types[0]), nullable


def _parse_one(word: str, words: Text) -> TypeStatement:
    if word in SCALARS:
        return TypeStatement(words=words, type=SCALARS[word], format=FORMATS.get(word, ""))
    if word in LISTS:
        return TypeStatement(words=words, lists=1)
    if word in OBJECTS:
        # As long as nothing says what is in it, it is a mapping of anything.
        return TypeStatement(words=words, open=True, map=True)
    if word in ANYTHING:
        return TypeStatement(words=words, open=True)
    listed = LIST_OF.fullmatch(word)
    if listed:
        singular = listed["entries"].strip()
        entries = _parse_one(singular.removesuffix("s") if singular not in SCALARS else singular, words)
        return replace(entries, lists=entries.lists + 1)
    return TypeStatement(words=words, name=word)
