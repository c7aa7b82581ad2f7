"""Headers that OpenAPI has other places for: media types and credentials."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from docpact.dialects.httpdomain.draft import Draft
from docpact.dialects.httpdomain.fields import Entry
from docpact.dialects.httpdomain.markers import marked_text, texts_of
from docpact.dialects.httpdomain.messages import MEDIA_TYPE
from docpact.dialects.httpdomain.vocabulary import OPTIONAL, Kind
from docpact.dialects.statements import SchemeStatement
from docpact.read.page import Block, Paragraph, flat_blocks

ELSEWHERE = frozenset({"accept", "content-type", "authorization"})
"""OpenAPI ignores parameters of these names. Source: https://spec.openapis.org/oas/v3.1.0#parameter-object"""
JSON = "application/json"
# A bare `token` is no scheme: most are sent as `Bearer`; one is meant where it stands as it is sent.
SCHEME = re.compile(
    r"\b(?P<named>Basic|Bearer|Digest|Negotiate|Hawk|JWT)\b|\b(?P<lower>basic|bearer|digest)\b(?=\s+(?:auth|token))"
    r"|(?:Authorization:\s*|`)(?P<shown>[A-Z][A-Za-z]+)\s+\S"
)


def media_types(draft: Draft, kind: Kind, header: str) -> tuple[str, ...]:
    """Return the media types that the fields about the header name, in their order, each once."""
    entries = [entry for entry in draft.entries if entry.kind is kind and entry.name.lower() == header]
    found = dict.fromkeys(word.lower() for entry in entries for word in _media_words(entry.blocks))
    return tuple(word for word in found if "*" not in word)


def response_media_types(draft: Draft) -> tuple[str, ...]:
    """Return what `Content-Type` of the response says, or where it isn't described what the request may accept."""
    return media_types(draft, Kind.RECEIVED_HEADER, "content-type") or media_types(draft, Kind.SENT_HEADER, "accept")


def main_and_others(types: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return the media type whose bodies the properties describe, JSON where it is one of them, and the others."""
    main = next((one for one in types if "json" in one), types[0] if types else "")
    return main, tuple(one for one in types if one != main)


def _media_words(blocks: tuple[Block, ...]) -> Iterable[str]:
    for block in flat_blocks(blocks):
        if isinstance(block, Paragraph):
            yield from MEDIA_TYPE.findall(block.text.plain)


def read_schemes(draft: Draft) -> tuple[SchemeStatement, ...]:
    """Return the ways of authentication that the `Authorization` field names, else the one that its samples show."""
    found: dict[str, SchemeStatement] = {}
    for entry in _authorization(draft):
        words = " ".join(marked_text(text) for text in texts_of(entry.blocks))
        for match in SCHEME.finditer(words):
            word = match["named"] or match["lower"] or match["shown"]
            found.setdefault(word.lower(), _scheme(word, entry))
    if not found:
        for entry in _authorization(draft):
            for one in draft.requests:
                word = one.message.header("Authorization").partition(" ")[0]
                if word.isalnum():
                    found.setdefault(word.lower(), _scheme(word, entry))
    return tuple(found.values())


def takes_authorization(draft: Draft) -> bool:
    """Tell whether the fields list the header `Authorization`, and none says that it may be left out."""
    entries = _authorization(draft)
    return bool(entries) and not any(
        re.search(OPTIONAL, text.plain, re.IGNORECASE) for entry in entries for text in texts_of(entry.blocks)
    )


def _authorization(draft: Draft) -> list[Entry]:
    return [e for e in draft.entries if e.kind is Kind.SENT_HEADER and e.name.lower() == "authorization"]


def _scheme(word: str, entry: Entry) -> SchemeStatement:
    return SchemeStatement(type="http", scheme=word.capitalize() if word.islower() else word, origin=entry.origin)
