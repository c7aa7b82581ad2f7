"""Sentences that name the structure of a body: "the request body must be a :ref:`Book <book>`", "returns a Book"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docpact.dialects.sections.captions import Direction
from docpact.dialects.sections.context import About
from docpact.dialects.sections.roles import Role, Taken
from docpact.dialects.statements import TypeStatement
from docpact.read.page import Link, LinkKind, Paragraph, Span, Style, Text

SENT = re.compile(
    r"\b(?:(?:the )?body is an?\b|request (?:body|payload|entity)|body of the request"
    r"|(?:must|should|can|may|has to) be (?:provided|sent|given"
    r"|supplied|passed|submitted)|(?:takes|accepts|expects|requires) an?|send(?:ing)? an?|in the body"
    r"|post(?:ed|ing)? an?)\b",
    re.IGNORECASE,
)
RETURNED = re.compile(
    r"\b(?:returns?|returned|returning|responds? with|yields|response (?:is|contains|consists|has|body)|as (?:a |the )?"
    r"response|in the response|result is|answers? with)\b",
    re.IGNORECASE,
)
LISTED = re.compile(r"\b(?:list|array|collection|set|sequence|page) of(?: \w+){0,2}\s*$", re.IGNORECASE)
MAPPED = re.compile(r"\b(?:map|mapping|dictionary|dict)\b[^.]{0,60}$", re.IGNORECASE)
# `BatchInfo`, as programmers spell types; one capital alone is any name.
TYPE_NAME = re.compile(r"\b[A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+\b")
# `the book object`, `Book entities`
CALLED = re.compile(
    r"\b(?P<name>[A-Za-z][\w-]*) (?:objects?|entit(?:y|ies)|structures?|resources?|models?)\b", re.IGNORECASE
)
# `a Book`, `the new Book`, in the middle of a sentence, where a section is called so
ARTICLE = re.compile(r"(?<=\w )(?:an?|the(?: new| updated)?|of) (?P<name>[A-Z][A-Za-z]+?)s?\b(?! objects?\b)")
MOST_CHARACTERS = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldTypes:
    """The structures that sentences name for an operation."""

    sent: TypeStatement | None = None
    """None where none names one."""
    returned: tuple[tuple[str, TypeStatement], ...] = ()
    """Each with the status that it is said of; empty for that of success."""


def find_told_types(taken: Sequence[Taken], known: frozenset[str]) -> ToldTypes:
    """Return what the sentences of an operation say is sent and returned; `known` are the names of structures.

    A sentence that names two structures, or speaks of both directions, says of neither which is meant. `Type: Book`
    says it of what the words over it are about.
    """
    sent: TypeStatement | None = None
    returned: dict[str, TypeStatement] = {}
    for text, over in _sentences(taken):
        named = dict(_named(text, known))
        direction = _direction(text.plain, over)
        if len(named) != 1 or direction is None:
            continue
        ((name, before),) = named.items()
        kind = TypeStatement(
            words=text,
            link=Link(LinkKind.LABEL, name),
            lists=int(bool(LISTED.search(before))),
            map=bool(MAPPED.search(before)),
        )
        if direction == "request":
            sent = sent or kind
        else:
            returned.setdefault(over.status, kind)
    return ToldTypes(sent=sent, returned=tuple(returned.items()))


def _direction(words: str, over: About) -> Direction | None:
    """Return what a sentence is about; None where it says neither, or both."""
    asks, answers = bool(SENT.search(words)), bool(RETURNED.search(words))
    if asks == answers:
        # `A list of books.` under a heading for what comes back needs no verb.
        return over.direction if TYPE_LINE.match(words) or (NOMINAL.match(words) and not asks) else None
    return "request" if asks else "response"


NOMINAL = re.compile(r"(?:an?|the|one|all)\b(?![^,;:]*\b(?:is|are|was|has|have|can|may|must|will)\b)", re.IGNORECASE)
TYPE_LINE = re.compile(
    r"\W*(?:(?:response|request|body|data|return) )*(?:type|schema|model|structure|object|body|content|entity)\s*:",
    re.IGNORECASE,
)


def _sentences(taken: Sequence[Taken]) -> Iterator[tuple[Text, About]]:
    """Yield the sentences of paragraphs that describe the operation, each with what the words over it say."""
    for one in taken:
        if one.role is Role.REST and isinstance(one.found.block, Paragraph):
            yield from ((sentence, one.found.about) for sentence in _split(one.found.block.text))


def _split(text: Text) -> Iterator[Text]:
    held: list[Span] = []
    for span in text.spans:
        if span.link is not None or span.style is Style.LITERAL:
            held.append(span)
            continue
        *ended, rest = re.split(r"(?<=[.!?])\s+(?=[A-Z])", span.text)
        for words in ended:
            yield Text((*held, Span(words, span.style)), text.origin)
            held = []
        held.append(Span(rest, span.style))
    if held:
        yield Text(tuple(held), text.origin)


def _called(words: str, known: frozenset[str]) -> Iterator[tuple[str, int]]:
    """Yield the structures that words call objects, or by the title of their section, each with where."""
    for match in ARTICLE.finditer(words):
        if (called := f"{match['name'].lower()} object") in known:
            yield called, match.start()
    for match in CALLED.finditer(words):
        name = match["name"].lower()
        if found := next((one for one in (name, f"{name} object") if one in known), ""):
            yield found, match.start()


def _named(text: Text, known: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield the structures that a sentence names, by link or by name, with the words before each."""
    before = ""
    for span in text.spans:
        if span.link is not None and span.link.kind is LinkKind.LABEL and span.link.target.lower() in known:
            yield span.link.target.lower(), before
        elif span.link is None:
            words = span.text.strip()
            if span.style is Style.LITERAL and words.lower() in known:
                yield words.lower(), before
            elif span.style is not Style.LITERAL:
                for match in TYPE_NAME.finditer(span.text[:MOST_CHARACTERS]):
                    if match[0].lower() in known:
                        yield match[0].lower(), before + span.text[: match.start()]
                for called, start in _called(span.text[:MOST_CHARACTERS], known):
                    yield called, before + span.text[:start]
        before += span.text
