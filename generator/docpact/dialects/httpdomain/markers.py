"""The text of a field → whether it is required, its default, its limits, and whether it may be null."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from docpact.dialects.httpdomain.vocabulary import CONDITION, DEFAULT, DEPRECATED, OPTIONAL, REQUIRED
from docpact.dialects.statements import NO_LIMITS, Limits, TypeStatement
from docpact.dialects.words.limits import parse_stated
from docpact.read.page import Block, Note, Paragraph, Style, Text, flat_blocks

MARK = rf"(?P<optional>{OPTIONAL})|(?P<required>{REQUIRED})"
SUBJECT = (
    r"(?:this|it|the (?:parameter|field|argument|value|header|key)|parameter|field"
    r"|ce (?:paramètre|champ)|cette valeur|le (?:paramètre|champ))"
)
# A mark counts where it says something of the field itself, not in every sentence that has the word in it.
MARKS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # Emphasised, or in brackets: `*Optional, default: 1*`, `(required)`.
        rf"[*(\[]\s*(?:{MARK})\b{CONDITION}",
        rf"[(\[][^()\[\]]*[,;]\s*(?:{MARK})\s*[)\],;]",
        # A sentence of its own, or its beginning: `Required. The query`, `Optional: …`.
        rf"(?:^|[.!?;]\s+)(?:{MARK})\s*(?=[.,;:!\u2013-]|$)",
        rf"[,;]\s*(?:{MARK})\s*\.?$",
        # `This is an optional parameter`, `The field is required`.
        rf"(?:^|[.!?;]\s+){SUBJECT}\b[^.;]{{0,40}}?\b(?:is|are|est)\s+(?:an?\s+|not\s+)?(?:{MARK})\b{CONDITION}",
    )
)
SCALAR = r"`(?P<literal>[^`]*)`|[\"“](?P<quoted>[^\"”]*)[\"”]|(?P<bare>-?\d+(?:\.\d+)?(?![\w.]*\w)|true|false)\b"
DEFAULT_VALUE = re.compile(
    rf"\b(?:{DEFAULT}\s*\*?\s*(?:(?:is|to|est|à|ist)\b|[:=])*|the default,)\s*\*?\s*(?:{SCALAR})", re.IGNORECASE
)
BEHIND = re.compile(
    rf"(?:{SCALAR})\s*(?:\((?:the )?(?:default|défaut|standard)\)|\(?(?:by default|par défaut)\b)", re.IGNORECASE
)
NULL = re.compile(
    r"\b(?:or|may be|can be|could be|is|ou|peut être|est|oder)\s+[`*]?null\b"
    r"|[`*]?null[`*]?\s+(?:if|when|otherwise|si|sinon)\b|\bnullable\b",
    re.IGNORECASE,
)
OUTDATED = re.compile(rf"(?:^|[.!?;]\s+)[*(]?(?:{DEPRECATED})\b|[*(](?:{DEPRECATED})[^()*]*[*)]", re.IGNORECASE)


NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,15})?")
BOOLEANS = {"true": True, "false": False, "1": True, "0": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What the text of a field says beside what the field means."""

    required: bool | None
    nullable: bool | None
    deprecated: bool | None
    limits: Limits


def marked_text(text: Text) -> str:
    """Return the words with literals in backticks and emphasis in stars, so that patterns see what is marked."""
    parts: list[str] = []
    for span in text.spans:
        bare = span.text.strip()
        if span.style is Style.LITERAL and bare:
            parts.append(span.text.replace(bare, f"`{bare}`"))
        elif span.style in {Style.EMPHASIS, Style.STRONG} and bare:
            parts.append(span.text.replace(bare, f"*{bare}*"))
        else:
            parts.append(span.text)
    return " ".join("".join(parts).split())


def texts_of(blocks: tuple[Block, ...]) -> Iterator[Text]:
    """Yield the paragraphs, those in lists too."""
    for block in flat_blocks(blocks):
        if isinstance(block, Paragraph):
            yield block.text


def parse_marks(texts: Iterable[str], remark: str, kind: TypeStatement | None, *, outdated: bool = False) -> Marks:
    """Return what the marked texts of a field say; the remark behind its name counts like one in brackets."""
    words = " ".join([*([f"({remark})"] if remark else []), *texts])
    limits = _limits(words, kind)
    default = parse_default(words, kind)
    return Marks(
        required=_required(words),
        nullable=True if NULL.search(words) else None,
        deprecated=True if outdated or OUTDATED.search(words) else None,
        limits=replace(limits, default=default) if default is not None else limits,
    )


def has_deprecation(blocks: tuple[Block, ...]) -> bool:
    """Tell whether a `deprecated` directive stands among the blocks."""
    return any(isinstance(block, Note) and block.kind == "deprecated" for block in blocks)


def parse_default(words: str, kind: TypeStatement | None) -> int | float | bool | str | None:
    """Return the default that the words state, as a value of that type; None where they state none."""
    found = DEFAULT_VALUE.search(words) or BEHIND.search(words)
    if not found:
        return None
    value = found["literal"] if found["literal"] is not None else found["quoted"] or found["bare"] or ""
    return scalar_value(value, kind)


def scalar_value(word: str, kind: TypeStatement | None) -> int | float | bool | str | None:
    """Return a word as a value of the type; None where it can't be one, or nothing is meant by it."""
    word = word.strip().strip("\"'")
    if (
        not word
        or word.lower() in {"null", "none"}
        or word[0] in "[{"
        or (kind is not None and (kind.lists or kind.map))
    ):
        return None
    wanted = kind.type if kind is not None else None
    if wanted == "boolean":
        return BOOLEANS.get(word.lower())
    if wanted == "string":
        return word
    if NUMBER.fullmatch(word):
        return float(word) if "." in word else int(word)
    if wanted is not None:
        return None
    return word.lower() == "true" if word.lower() in {"true", "false"} else word


def _required(words: str) -> bool | None:
    found = [match for pattern in MARKS if (match := pattern.search(words))]
    first = min(found, key=lambda match: match.start(), default=None)
    if first is None:
        return None
    return first["optional"] is None and not re.search(r"\bnot\s+\S+$", first[0], re.IGNORECASE)


def _limits(words: str, kind: TypeStatement | None) -> Limits:
    """Return the limits that fit the type: a number of characters limits no number."""
    plain = words.replace("`", "").replace("*", "")
    stated = replace(parse_stated(plain).limits, default=None)
    if kind is None or kind.one_of or kind.lists or kind.map:
        return NO_LIMITS
    if kind.type in {"integer", "number"}:
        return Limits(minimum=stated.minimum, maximum=stated.maximum)
    if kind.type == "string":
        return Limits(min_length=stated.min_length, max_length=stated.max_length, pattern=stated.pattern)
    return NO_LIMITS
