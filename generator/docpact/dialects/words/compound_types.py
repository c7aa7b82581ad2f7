"""Types that are made of others, in words: alternatives, lists of lists, mappings, values and ranges."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docpact.dialects.statements import NO_LIMITS, Limits, Member
from docpact.read.page import Span, Text

MOST_CHARACTERS = 400
NUMBER = r"-?\d{1,18}(?:\.\d{1,18})?"
OR = re.compile(r"\s*\|\s*|,?\s+or\s+|\s*\u2223\s*")
NULLS = frozenset({"null", "nil", "none", "`null`"})
# `one of a, b`, `enum: a | b`, `either a or b`
VALUES = re.compile(r"(?:one of|either|any of|enum(?:eration)?(?: of)?)\b\s*:?\s*(?P<listed>.+)", re.IGNORECASE)
BETWEEN_VALUES = re.compile(r"\s*,\s*(?:or\s+|and\s+)?|\s*\|\s*|\s+or\s+|\s*/\s*")
VALUE = re.compile(r"[\w.+:-]+")
RANGE = re.compile(
    rf"(?P<type>[A-Za-z]\w*)\s*[,:]?\s*[(\[]?\s*(?:between |from |range )?(?P<low>{NUMBER})\s*"
    rf"(?:-|\u2013|\.\.\.?|to|and)\s*(?P<high>{NUMBER})\s*[)\]]?"
)
MAPS = (
    re.compile(
        r"(?:a |an )?(?:map|mapping|dictionary|dict|hash|hashmap|object)s?\s+(?:of|from)\s+(?P<key>[\w ]{1,40}?)"
        r"\s+(?:to|=>|->)\s+(?P<of>.+)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:map|mapping|dictionary|dict|hash|hashmap|record|object)\s*[<\[(]\s*(?P<key>\w{1,40})\s*,\s*(?P<of>.+?)"
        r"\s*[>\])]",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:a |an )?(?:map|mapping|dictionary|dict|hash|hashmap)s?\s+of\s+(?P<of>.+?)"
        r"(?:\s+by\s+(?P<key>[\w ]{1,40}))?",
        re.IGNORECASE,
    ),
)
LIST = re.compile(r"(?:an?\s+)?(?:list|array|collection|set|sequence)s?\s*(?:of\s+|<\s*)(?P<of>.+)", re.IGNORECASE)
LIST_LAST = re.compile(r"(?P<of>[a-z]\w*) (?:arrays?|lists?)")
MAYBE = re.compile(r"(?P<of>[A-Za-z]\w*)\?")
BRACKETS = re.compile(r"(?:\s*\[\s*\])+$")
MOST_LISTS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Compound:
    """A type that is made of others, taken apart."""

    parts: tuple[Text, ...]
    """The types that it is made of: one, unless it has alternatives; none where only values are listed."""
    nullable: bool = False
    """Whether null is one of the alternatives."""
    lists: int = 0
    """In how many lists the value stands."""
    map: bool = False
    """Whether the one part is the type of a mapping's values."""
    members: tuple[Member, ...] = ()
    limits: Limits = NO_LIMITS


def parse_compound(cell: Text) -> Compound | None:
    """Return what a type is made of; None for one that isn't.

    compound = values | range | map | list of list | type { "[]" } | type { "or" type } ; a type may be "null"
    """
    words = cell.plain.strip()
    if not words or len(words) > MOST_CHARACTERS:
        return None
    if listed := VALUES.fullmatch(words):
        members = _values(listed["listed"])
        return Compound(parts=(), members=members) if members else None
    if ranged := RANGE.fullmatch(words):
        low, high = (_number(ranged[name]) for name in ("low", "high"))
        part = (part_of(cell, 0, ranged.end("type")),)
        return Compound(parts=part, limits=Limits(minimum=low, maximum=high)) if low <= high else None
    for pattern in MAPS:
        if mapped := pattern.fullmatch(words):
            return Compound(parts=(part_of(cell, mapped.start("of"), mapped.end("of")),), map=True)
    if maybe := MAYBE.fullmatch(words):
        return Compound(parts=(part_of(cell, 0, maybe.end("of")),), nullable=True)
    # A structure may be called a list.
    if not cell.links and (listed := LIST_LAST.fullmatch(words)):
        return Compound(parts=(part_of(cell, 0, listed.end("of")),), lists=1)
    return _alternatives(cell, words) or _lists(cell, words)


def _values(listed: str) -> tuple[Member, ...]:
    """Return the values of a list of words; none where something else than single words is listed."""
    words = [word.strip("`'\" ") for word in BETWEEN_VALUES.split(listed.strip().rstrip("."))]
    if len(words) < 2 or not all(VALUE.fullmatch(word) for word in words) or len(set(words)) < len(words):  # noqa: PLR2004
        return ()
    numbers = all(re.fullmatch(r"-?(?:0|[1-9]\d{0,17})", word) for word in words)
    return tuple(Member(value=int(word) if numbers else word, name="" if numbers else word) for word in words)


def _alternatives(cell: Text, words: str) -> Compound | None:
    ends = [(match.start(), match.end()) for match in OR.finditer(words)]
    starts = [0, *(end for _, end in ends)]
    parts = [(start, end) for start, end in zip(starts, [*(s for s, _ in ends), len(words)], strict=True)]
    kept = [(start, end) for start, end in parts if words[start:end].strip().lower() not in NULLS and start < end]
    if not ends or not kept:
        return None
    return Compound(parts=tuple(part_of(cell, *part) for part in kept), nullable=len(kept) < len(parts))


def _lists(cell: Text, words: str) -> Compound | None:
    start, end, lists = 0, len(words), 0
    while lists < MOST_LISTS and (
        listed := LIST.fullmatch(words[start:end].rstrip("> ") if lists else words[start:end])
    ):
        start, lists = start + listed.start("of"), lists + 1
    end = start + len(words[start:end].rstrip("> ")) if lists else end
    if brackets := BRACKETS.search(words[start:end]):
        lists += brackets[0].count("[")
        end = start + brackets.start()
    return Compound(parts=(part_of(cell, start, end),), lists=lists) if lists > 1 else None


def part_of(cell: Text, start: int, end: int) -> Text:
    """Return a part of the text by the places in its plain words, links and marks kept."""
    spans: list[Span] = []
    position, blank = 0, True
    for span in cell.spans:
        kept: list[str] = []
        for character in span.text:
            if character.isspace():
                if not blank:
                    kept += [" "] if start <= position < end else []
                    position += 1
                blank = True
                continue
            kept += [character] if start <= position < end else []
            position, blank = position + 1, False
        if kept:
            spans.append(Span("".join(kept), span.style, span.link))
    return Text(tuple(spans), cell.origin)


def _number(text: str) -> int | float:
    return float(text) if "." in text else int(text)
