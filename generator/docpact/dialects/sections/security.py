"""General pages → how callers authenticate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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


def find_schemes(calls: Iterable[CallStatement]) -> tuple[SchemeStatement, ...]:
    """Return the `Authorization` schemes that the sample requests show, by name."""
    found: dict[str, SchemeStatement] = {}
    for call in calls:
        scheme = call.header("Authorization").split(" ", 1)[0]
        if scheme.isalnum() and scheme not in found:
            kind: Literal["http", "apiKey"] = "http" if scheme.lower() in HTTP_SCHEMES else "apiKey"
            found[scheme] = SchemeStatement(type=kind, scheme=scheme, origin=call.origin)
    return tuple(found[scheme] for scheme in sorted(found))


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
