"""What a few words say of a whole thing: deprecated, extending another, callable by anybody; ranges of statuses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from docpact.dialects.statements import TypeStatement
from docpact.read.page import Block, Note, Paragraph, Span, Text

MOST_CHARACTERS = 600
# `50X`, `4xx`, `5XX`: OpenAPI knows ranges of a hundred only.
RANGE = re.compile(r"(?:HTTP\s+)?(?P<class>[1-5])[0-9xX][xX]\b.*", re.DOTALL)
OTHERWISE = re.compile(
    r"(?:any|all|every)(?:thing)? (?:other|else)(?: (?:status(?:es)?|codes?|errors?|responses?))*"
    r"|otherwise|others?|else|default|any(?: (?:status|code|error))?",
    re.IGNORECASE,
)
DEPRECATED = re.compile(r"\W*(?:deprecated|obsolete)\b(?! \w+ (?:are|is)\b)", re.IGNORECASE)
DEPRECATED_MARK = re.compile(r"[(\[]\s*(?:deprecated|obsolete)\b[^)\]]{0,60}[)\]]", re.IGNORECASE)
DEPRECATED_SENTENCE = re.compile(
    r"\bthis (?:operation|endpoint|method|resource|call|request|api|field|parameter|property) (?:is|has been|was) "
    r"(?:now )?(?:deprecated|obsolete)\b",
    re.IGNORECASE,
)
NO_CREDENTIALS = re.compile(
    r"\b(?:no|without) (?:authentication|authorization|authorisation|credentials|api key|token|login)s?"
    r"(?: (?:is|are))?(?: (?:needed|required|necessary))?\s*(?:[.,;]|$)"
    r"|\b(?:authentication|authorization|authorisation|credentials|an api key|a token) (?:is|are) not"
    r" (?:needed|required|necessary)\b"
    r"|\b(?:does not|doesn't|do not) (?:need|require) (?:any )?(?:authentication|authorization|credentials|a token)\b",
    re.IGNORECASE,
)
# `Extends X.`, `Inherits from X`, `All properties of X and these`, `Has all properties of X`
EXTENDS = re.compile(
    r"(?:^|[.;]\s+|\b(?:it|this|which|and) )(?:extends|inherits(?: everything)? from|derives from|is derived from"
    r"|is based on|(?:has |contains |includes )?all (?:the )?(?:properties|fields|attributes|members) (?:of|from))\s+",
    re.IGNORECASE,
)
NAME = re.compile(r"(?:an? |the )?(?P<name>[A-Z]\w*)")
AND = re.compile(r"\s*(?:,|and)\s*(?:(?:an?|the)\s+)?", re.IGNORECASE)


def read_status(words: str) -> str:
    """Return the status that a cell without a number names: a range, or `default`; empty for other words."""
    bare = words.strip().strip("*`. ")
    if found := RANGE.fullmatch(bare):
        return f"{found['class']}XX"
    return "default" if OTHERWISE.fullmatch(bare) else ""


def is_deprecated(blocks: Iterable[Block]) -> bool:
    """Tell whether blocks say that what they describe is deprecated: by Sphinx's directive, or in words."""
    return any(
        (isinstance(block, Note) and block.kind == "deprecated")
        or (isinstance(block, Paragraph) and says_deprecated(block.text.plain))
        for block in blocks
    )


def says_deprecated(words: str) -> bool:
    """Tell whether a description begins with the word, has it in brackets, or says it outright."""
    start = words[:MOST_CHARACTERS]
    return bool(DEPRECATED.match(start) or DEPRECATED_MARK.search(start) or DEPRECATED_SENTENCE.search(start))


def needs_no_credentials(texts: Iterable[Text]) -> bool:
    """Tell whether a sentence says that anybody may call."""
    return any(NO_CREDENTIALS.search(text.plain[:MOST_CHARACTERS]) for text in texts)


def read_extended(texts: Iterable[Text]) -> Iterator[TypeStatement]:
    """Yield the structures that a description says to extend: links, and names written like a structure's."""
    for text in texts:
        plain = text.plain[:MOST_CHARACTERS]
        for match in EXTENDS.finditer(plain):
            yield from _named(text, plain, match.end())


def _named(text: Text, plain: str, start: int) -> Iterator[TypeStatement]:
    while True:
        linked = _link_at(text, plain, start)
        named = None if linked else NAME.match(plain, start)
        if linked:
            span, end = linked
            yield TypeStatement(words=Text((span,), text.origin), link=span.link)
        elif named:
            end = named.end()
            yield TypeStatement(words=Text((Span(named["name"]),), text.origin), name=named["name"])
        else:
            return
        more = AND.match(plain, end)
        if more is None or more.end() == end:
            return
        start = more.end()


def _link_at(text: Text, plain: str, start: int) -> tuple[Span, int] | None:
    """Return the link whose words begin there, an article before them left out."""
    start += next((len(word) for word in ("a ", "an ", "the ") if plain.startswith(word, start)), 0)
    for span in text.links:
        words = " ".join(span.text.split())
        if words and plain.startswith(words, start):
            return span, start + len(words)
    return None
