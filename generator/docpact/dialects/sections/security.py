"""General pages → how callers authenticate."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from typing import Literal

from docpact.dialects.sections.columns import Column, find_column
from docpact.dialects.sections.fields import note_texts
from docpact.dialects.sections.kinds import Kind, Topics
from docpact.dialects.statements import CallStatement, OAuthStatement, SchemeStatement
from docpact.read.page import Sample, Table, walk_blocks

# RFC 6749, section 3: the two endpoints that the authorization code flow needs.
AUTHORIZE = re.compile(r"https://[^\s\"'`<>?|]+/authorize\b(?![/\w])")
# Registered with IANA; any other word before a key is the API's own.
HTTP_SCHEMES = frozenset({"basic", "bearer"})
TOKEN = re.compile(r"https://[^\s\"'`<>?|]+/token\b(?![/\w])")


# `the header ``X-Key```, `a query parameter named api_key`
KEY = re.compile(
    r"\b(?P<place>query(?: string)?(?: parameter)?|header|cookie)(?: field| parameter)?(?: named| called)? "
    r"(?P<name>[A-Za-z][\w-]*[\w])(?P<more>\s+(?:header|cookie|query parameter)\b)?"
    r"|\b(?P<before>[A-Za-z][\w]*[-_][\w-]*\w) (?P<after>header|cookie|query parameter)\b",
    re.IGNORECASE,
)
SECRET = re.compile(
    r"\b(?:api[- ]?keys?|keys?|tokens?|credentials?|authenticat\w+|secrets?|passwords?)\b", re.IGNORECASE
)
BASIC = re.compile(r"\b(?:HTTP )?basic (?:access )?auth(?:entication|orization)?\b", re.IGNORECASE)
BEARER = re.compile(r"\bbearer (?:token|auth\w*)\b", re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[.!?])\s+")
# Headers and words that no key stands in under their own name.
NO_KEY = frozenset({"authorization", "content-type", "accept", "and", "or", "of", "with", "is", "in", "to", "as", "for",
                    "parameter", "parameters", "named", "called", "that", "which", "string"})  # fmt: skip
HEADER_KEY = re.compile(
    r"(?:x-)?(?:[a-z]+-)?(?:api-?key|api-?token|auth-?key|auth-?token|access-?key|access-?token)", re.IGNORECASE
)
MOST_CHARACTERS = 2_000


def schemes_in_words(topics: Topics) -> Iterator[SchemeStatement]:
    """Yield the ways to authenticate that the general pages name, sentence by sentence."""
    for topic in topics.of_kind(Kind.GENERAL):
        for text in (text for section in topic.sections for text in note_texts(section.blocks)):
            for sentence in SENTENCE.split(text.plain[:MOST_CHARACTERS]):
                if not SECRET.search(sentence):
                    continue
                for match in KEY.finditer(sentence):
                    name, place = match["name"] or match["before"], (match["place"] or match["after"]).lower()
                    location: Literal["header", "query", "cookie"] = (
                        "query" if place.startswith("query") else "cookie" if place == "cookie" else "header"
                    )
                    if name.lower() not in NO_KEY:
                        yield SchemeStatement(type="apiKey", location=location, name=name, origin=text.origin)
                if BASIC.search(sentence):
                    yield SchemeStatement(type="http", scheme="Basic", origin=text.origin)
                if BEARER.search(sentence):
                    yield SchemeStatement(type="http", scheme="Bearer", origin=text.origin)


def find_schemes(
    calls: Iterable[CallStatement], said: Iterable[SchemeStatement] = (), fields: Container[str] = ()
) -> tuple[SchemeStatement, ...]:
    """Return the schemes that the sample requests show, by name, then those that are `said` and not shown.

    Headers that are described as parameters, `fields` in small letters, are no keys.
    """
    found: dict[str, SchemeStatement] = {}
    for call in calls:
        for name, _ in call.headers:
            if HEADER_KEY.fullmatch(name) and name.lower() not in fields and name not in found:
                found[name] = SchemeStatement(type="apiKey", name=name, origin=call.origin)
        scheme = call.header("Authorization").split(" ", 1)[0]
        if scheme.isalnum() and scheme not in found:
            kind: Literal["http", "apiKey"] = "http" if scheme.lower() in HTTP_SCHEMES else "apiKey"
            found[scheme] = SchemeStatement(type=kind, scheme=scheme, origin=call.origin)
    shown = [found[scheme] for scheme in sorted(found)]
    known = {(one.scheme or one.name).lower() for one in shown}
    more = {(one.scheme or one.name).lower(): one for one in reversed(list(said))}
    return (*shown, *(more[key] for key in sorted(more.keys() - known)))


def find_oauth(topics: Topics) -> OAuthStatement | None:
    """Return the authorization code flow that the general pages describe; None where they name no two URLs for it."""
    texts = list(_texts(topics))
    authorize = next((match[0] for text in texts if (match := AUTHORIZE.search(text))), "")
    token = next((match[0] for text in texts if (match := TOKEN.search(text))), "")
    if not authorize or not token:
        return None
    return OAuthStatement(authorization_url=authorize, token_url=token, scopes=tuple(_scopes(topics)))


def _texts(topics: Topics) -> Iterator[str]:
    for topic in topics.of_kind(Kind.GENERAL):
        for section in topic.sections:
            for block in walk_blocks(section.blocks):
                if isinstance(block, Sample):
                    yield block.text
            yield from (text.plain for text in note_texts(section.blocks))


def _scopes(topics: Topics) -> Iterator[tuple[str, str]]:
    """Yield names and descriptions from tables with a column of scopes, each name once."""
    seen: set[str] = set()
    for topic in topics.of_kind(Kind.GENERAL):
        for section in topic.sections:
            for table in section.blocks:
                if not isinstance(table, Table) or (names := find_column(table, Column.SCOPE)) is None:
                    continue
                for row in table.rows:
                    words = [cell.plain for cell in row.cells]
                    if words[names] and " " not in words[names] and words[names] not in seen:
                        seen.add(words[names])
                        yield words[names], " ".join(word for i, word in enumerate(words) if i != names)
