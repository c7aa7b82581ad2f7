"""The first words of a description → the type that they name, where no cell does: "A string that …"."""

from __future__ import annotations

import re

from docpact.dialects.statements import OBJECT, JsonType, TypeStatement
from docpact.read.page import Text

MOST_CHARACTERS = 400
"""A type is named early."""
SCALARS: dict[JsonType, re.Pattern[str]] = {
    "string": re.compile(r"strings?|text", re.IGNORECASE),
    "integer": re.compile(r"integers?|integral|whole numbers?|ints?", re.IGNORECASE),
    "boolean": re.compile(r"booleans?|bools?", re.IGNORECASE),
    "number": re.compile(r"floats?|floating[- ]point|decimals?|doubles?|numbers?", re.IGNORECASE),
}
WORD = (
    r"strings?|text|integers?|integral|whole numbers?|ints?|booleans?|bools?"
    r"|floats?|floating[- ]point|decimals?|doubles?"
)
# Only where the value itself is spoken of: at the beginning, or after what introduces it.
SUBJECT = re.compile(
    r"^(?:an?|the|this|one|optional(?:ly)?|required|is|it|if present|if given|\W|which|field|json|new|unique|valid"
    rf"|single|nullable|positive|signed|unsigned|32-bit|64-bit)*\b(?P<word>{WORD})\b(?!s?-)",
    re.IGNORECASE,
)
LIST = re.compile(
    rf"^(?:an?|the|this|optional|required|json|\W)*\b(?:array|list)s? (?:of|containing)"
    rf"(?: the| all| zero or more| one or more)?\s+(?:\w+ )?(?P<word>{WORD}|objects?|maps?|dictionar(?:y|ies))?\b",
    re.IGNORECASE,
)
BARE_LIST = re.compile(r"^(?:an?|the|optional|required|json|\W)*\b(?:array|list)\b", re.IGNORECASE)
MAP = re.compile(r"^(?:an?|the|optional|required|json|\W)*\b(?:map|mapping|dictionary)\b", re.IGNORECASE)
AN_OBJECT = re.compile(r"^(?:an?|the|optional|required|json|nested|\W)*\bobject\b", re.IGNORECASE)
# `how many (integer, at most 50)`
IN_BRACKETS = re.compile(rf"[(\[](?:an? )?(?P<word>{WORD}|number)\b(?=\s*[,;)\]])", re.IGNORECASE)
IN_BRACKETS_OPEN = re.compile(
    r"[(\[](?:an? )?(?P<word>dict(?:ionary)?|hash|object|map|(?:list|array)(?: of (?P<of>\w+))?)\s*[)\]]",
    re.IGNORECASE,
)
# What may be an empty string is a string.
EMPTY = re.compile(r"\b(?:the|an) empty string\b", re.IGNORECASE)
AFTER = re.compile(
    rf"\bas an? (?P<word>{WORD})\b|\b(?P<int>integral), unique\b|\bThis is an? (?P<that>{WORD})\b", re.IGNORECASE
)


def type_in_words(text: Text) -> TypeStatement | None:
    """Return the type that a description names for its value; None where it names none."""
    words = text.plain[:MOST_CHARACTERS]
    if found := LIST.match(words):
        kind = _scalar(found["word"] or "")
        return TypeStatement(words=text, type=kind, lists=1, open=kind is None)
    if BARE_LIST.match(words):
        return TypeStatement(words=text, lists=1)
    if MAP.match(words):
        return TypeStatement(words=text, map=True, open=True)
    if AN_OBJECT.match(words):
        return TypeStatement(words=text, open=True, name=OBJECT)
    found = SUBJECT.match(words) or AFTER.search(words) or IN_BRACKETS.search(words)
    if found is None and (held := IN_BRACKETS_OPEN.search(words)):
        # `fields to match (dict)`
        lists = held["word"].lower().startswith(("list", "array"))
        kind = _scalar(held["of"] or "")
        inner = not lists or (held["of"] is not None and kind is None)
        return TypeStatement(words=text, type=kind, lists=int(lists), open=inner, name=OBJECT if inner else "")
    if found is None and EMPTY.search(words):
        return TypeStatement(words=text, type="string")
    kind = _scalar(next((word for word in found.groups() if word), "")) if found else None
    return TypeStatement(words=text, type=kind) if kind else None


def _scalar(word: str) -> JsonType | None:
    return next((kind for kind, pattern in SCALARS.items() if word and pattern.fullmatch(word)), None)
