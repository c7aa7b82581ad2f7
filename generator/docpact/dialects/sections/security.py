"""General pages → how callers authenticate."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from typing import Literal

from docpact.diagnostics import Origin
from docpact.dialects.sections.columns import Column, find_column
from docpact.dialects.sections.fields import note_texts
from docpact.dialects.sections.kinds import Kind, Topics
from docpact.dialects.statements import CallStatement, OAuthStatement, SchemeStatement
from docpact.read.page import Sample, Style, Table, walk_blocks

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
# The parts of names of keys: `X-Auth-Token`, `api_key`, `AuthSession`.
PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")
KEY_PARTS = frozenset({
    "apikey", "auth", "credential", "credentials", "jsessionid", "jwt", "key", "password", "phpsessid", "secret",
    "session", "sessionid", "sid", "signature", "token",
})  # fmt: skip
# Said of what every request needs.
NEEDED = re.compile(
    r"\b(?:requests?|calls?|clients?|callers?|operations?|endpoints?|you|(?:the|this|our) api) (?:\w+ ){0,2}"
    r"(?:must|needs?|requires?|has to|have to)\b"
    r"|\b(?:all|any|each|every) (?:\w+ ){0,2}(?:requests?|calls?|operations?|endpoints?)\b|\bwhoever (?:asks|calls)\b",
    re.IGNORECASE,
)
# Said of a key that is sent: "pass your key in the header `X-Shelf`".
SENT_IN = re.compile(
    r"\b(?:in|as|via|through|using|with) (?:(?:the|an?|your|http|custom|request) ){0,3}$", re.IGNORECASE
)
# What a name has and a word of the sentence hasn't.
NAME = re.compile(r"[-_0-9]|[a-z][A-Z]|(?i:apikey|sessionid)")
HEADER_KEY = re.compile(
    r"(?:x-)?(?:[a-z]+-)?(?:api-?key|api-?token|auth-?key|auth-?token|access-?key|access-?token)", re.IGNORECASE
)
MOST_CHARACTERS = 2_000


def schemes_in_words(topics: Topics) -> Iterator[SchemeStatement]:
    """Yield the ways to authenticate that the general pages and the first page name, sentence by sentence."""
    for topic in (*topics.of_kind(Kind.GENERAL), *topics.of_kind(Kind.INDEX)):
        for text in (text for section in topic.sections for text in note_texts(section.blocks)):
            marked = frozenset(span.text for span in text.spans if span.style is Style.LITERAL)
            for sentence in SENTENCE.split(text.plain[:MOST_CHARACTERS]):
                if SECRET.search(sentence):
                    yield from _schemes_of(sentence, marked, text.origin)


def _schemes_of(sentence: str, marked: Container[str], origin: Origin) -> Iterator[SchemeStatement]:
    everywhere = bool(NEEDED.search(sentence))
    for match in KEY.finditer(sentence):
        name, place = match["name"] or match["before"], (match["place"] or match["after"]).lower()
        if (_is_key(name) and (name in marked or NAME.search(name))) or (name in marked and _is_sent(sentence, match)):
            yield SchemeStatement(
                type="apiKey", location=_location(place), name=name, everywhere=everywhere, origin=origin
            )
    if BASIC.search(sentence):
        yield SchemeStatement(type="http", scheme="Basic", everywhere=everywhere, origin=origin)
    if BEARER.search(sentence):
        yield SchemeStatement(type="http", scheme="Bearer", everywhere=everywhere, origin=origin)


def _is_key(name: str) -> bool:
    """Tell whether the name says that a key stands there."""
    return name.lower() != "authorization" and any(part.lower() in KEY_PARTS for part in PART.findall(name))


def _is_sent(sentence: str, match: re.Match[str]) -> bool:
    """Tell whether the sentence says, before the place, that a key or the like is sent in it."""
    before = sentence[: match.start()]
    return match["name"] is not None and bool(SECRET.search(before) and SENT_IN.search(before))


def _location(place: str) -> Literal["header", "query", "cookie"]:
    if place.startswith("query"):
        return "query"
    return "cookie" if place == "cookie" else "header"


def find_schemes(
    calls: Iterable[CallStatement], said: Iterable[SchemeStatement] = (), fields: Container[str] = ()
) -> tuple[SchemeStatement, ...]:
    """Return the schemes that the sample requests show, by name, then those that are `said` and not shown.

    Headers that are described as parameters, `fields` in small letters, are no keys.
    """
    calls = list(calls)
    found: dict[str, SchemeStatement] = {}
    with_credentials = 0
    for call in calls:
        shown = [one for one in _shown(call) if one.name.lower() not in fields]
        with_credentials += bool(shown)
        for one in shown:
            found.setdefault(one.scheme or one.name, one)
    # One call among many that show none says that callers may authenticate, not that they must.
    everywhere = 2 * with_credentials >= len(calls)
    shown = [replace(found[scheme], everywhere=everywhere) for scheme in sorted(found)]
    known = {(one.scheme or one.name).lower() for one in shown}
    more: dict[str, SchemeStatement] = {}
    for one in said:
        before = more.setdefault((one.scheme or one.name).lower(), one)
        more[(one.scheme or one.name).lower()] = before if before.everywhere else one
    return (*shown, *(more[key] for key in sorted(more.keys() - known) if key not in fields))


def _shown(call: CallStatement) -> Iterator[SchemeStatement]:
    for name, _ in call.headers:
        if HEADER_KEY.fullmatch(name):
            yield SchemeStatement(type="apiKey", name=name, origin=call.origin)
    scheme = call.header("Authorization").split(" ", 1)[0]
    if scheme.isalnum():
        kind: Literal["http", "apiKey"] = "http" if scheme.lower() in HTTP_SCHEMES else "apiKey"
        yield SchemeStatement(type=kind, scheme=scheme, origin=call.origin)


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
