"""A description → the values and the default that it states, where it states them as literals.

Both are taken only from sentences that do nothing but list: half of a list would refuse values that the API takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from docpact.dialects.os_api_ref.shared import says_several
from docpact.dialects.statements import JsonType, Member
from docpact.read.page import Block, List, Paragraph, Style, Text

ANNOUNCED = re.compile(
    r"\b(?:(?:valid|possible|allowed|supported|accepted|permitted|available)\s+(?:values?|options?|choices?)\s+"
    r"(?:is|are|can be|for this parameter (?:is|are))"
    r"|values?\s+(?:is|are|can be|may be|must be)"
    r"|(?:must|can|may|should) be(?:\s+(?:either|set to))?"
    r"|either|one of)"
    r"(?:\s+(?:either|one of(?: the following(?: values)?)?|one of))?\s*:?\s*(?=``)",
    re.IGNORECASE,
)
ENTRY = re.compile(r"``(?P<value>[^`]+)``(?:\s*\((?P<says>[^()`]*)\))?")
BETWEEN = re.compile(r"\s*(?:,\s*(?:and|or)?|/|\||and|or)\s*")
LISTED_END = re.compile(r"\s*(?:$|[.;](?:\s|$)|, which is the default)")
LIST_ANNOUNCED = re.compile(r"\b(?:values?|options?|choices?|one of|following|either)\b[^.]*:\s*$", re.IGNORECASE)
DEFAULT = re.compile(
    r"(?:^|[.;(,]\s+|\(|\bThe )(?:the )?default(?:s to|(?: value)? is| value|:)\s*:?\s*"
    r"(?:``(?P<literal>[^`]+)``|\"(?P<quoted>[^\"]*)\"|(?P<bare>true|false|-?\d+(?:\.\d+)?))(?=\s*(?:[.;,)]|$))",
    re.IGNORECASE,
)
INTEGER = re.compile(r"-?\d+")
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
NULL = frozenset({"null", "none"})
SHORTEST = 2
"""One value is an example as often as the only one."""


def values_in_words(blocks: Sequence[Block], type_: JsonType | None) -> tuple[tuple[Member, ...], bool]:
    """Return the values of a scalar that the description lists, and whether null is among them."""
    if type_ not in {"string", "integer"} or any(says_several(text) for text in _paragraphs(blocks)):
        return (), False
    for found in (*_in_sentences(blocks), *_in_lists(blocks)):
        values = [(value, says) for value, says in found if value.lower() != "null"]
        fits = type_ == "string" or all(INTEGER.fullmatch(value) for value, _ in values)
        if len(found) >= SHORTEST and values and fits and len({value for value, _ in values}) == len(values):
            make = int if type_ == "integer" else str
            members = (Member(value=make(value), name="", description=says) for value, says in values)
            return tuple(members), len(values) < len(found)
    return (), False


def default_in_words(blocks: Sequence[Block], type_: JsonType | None) -> int | float | bool | str | None:
    """Return the default that the description states; None where it states none or several."""
    found = {
        value
        for text in _paragraphs(blocks)
        for match in DEFAULT.finditer(text)
        if (value := _typed(match["literal"] or match["quoted"] or match["bare"] or "", type_)) is not None
    }
    return found.pop() if len(found) == 1 else None


def _typed(word: str, type_: JsonType | None) -> int | float | bool | str | None:
    match type_:
        case "boolean":
            return word.lower() == "true" if word.lower() in {"true", "false"} else None
        case "integer":
            return int(word) if INTEGER.fullmatch(word) else None
        case "number":
            return float(word) if NUMBER.fullmatch(word) else None
        case "string":
            return None if word.lower() in NULL else word
        case _:
            return None


def _in_sentences(blocks: Sequence[Block]) -> Iterator[list[tuple[str, str]]]:
    for text in _paragraphs(blocks):
        for announced in ANNOUNCED.finditer(text):
            found, place = [], announced.end()
            while entry := ENTRY.match(text, place):
                found.append((entry["value"], entry["says"] or ""))
                place = entry.end()
                between = BETWEEN.match(text, place)
                if between is None or not ENTRY.match(text, between.end()):
                    break
                place = between.end()
            if LISTED_END.match(text, place):
                yield found


def _in_lists(blocks: Sequence[Block]) -> Iterator[list[tuple[str, str]]]:
    """Yield the literals that begin the entries of a list below words such as `Valid values are:`."""
    for before, block in pairwise(blocks):
        if not isinstance(before, Paragraph) or not isinstance(block, List):
            continue
        if not LIST_ANNOUNCED.search(before.text.plain):
            continue
        heads = [
            ENTRY.match(_marked(entry[0].text)) for entry in block.entries if entry and isinstance(entry[0], Paragraph)
        ]
        if len(heads) == len(block.entries) and all(heads):
            yield [
                (head["value"], _rest(entry, head.end()))
                for head, entry in zip(heads, block.entries, strict=True)
                if head
            ]


def _rest(entry: Sequence[Block], end: int) -> str:
    first = entry[0]
    text = _marked(first.text)[end:] if isinstance(first, Paragraph) else ""
    return text.strip(" :-\u2013.").replace("``", "`")


def _paragraphs(blocks: Sequence[Block]) -> Iterator[str]:
    return (_marked(block.text) for block in blocks if isinstance(block, Paragraph))


def _marked(text: Text) -> str:
    """Return the words with literals between double backquotes, as they stand in the source."""
    words = "".join(f"``{span.text}``" if span.style is Style.LITERAL else span.text for span in text.spans)
    return " ".join(words.split())
