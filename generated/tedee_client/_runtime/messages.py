# Generated from the API's documentation; the next build replaces it.
"""The server's own words, from failures of any shape.

Servers put them into problem details (RFC 9457), into lists, under `error`, `message` or `reason`, in capitals or not,
or send plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

MOST_MESSAGES = 20
LONGEST_MESSAGE = 1000
DEEPEST = 6
"""Levels of a body that are looked through; JSON can be nested without end."""
WORDS = (
    "errormessages", "errormessage", "messages", "message", "msg", "detail", "details", "errordescription",
    "description", "reason", "title", "faultstring", "statusmessage",
)  # fmt: skip
"""Names of members that hold words, the best first, in lower case and letters only."""
PARTS = ("errors", "error", "fault", "faults", "validationerrors", "problems", "modelstate")
"""Names of members that hold failures themselves, or a list or mapping of them."""
AROUND = ("result", "response", "data")
"""Names of members that may hold a failure, and hold other things as well."""
IDENTIFIERS = frozenset({"traceid", "requestid", "correlationid"})
TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)


def find_messages(body: Any, declared: str = "") -> tuple[str, ...]:  # noqa: ANN401 - any JSON value, or a text.
    """Return what a failure's body says, each text once; `declared` is the member that the API documents for it."""
    found = dict.fromkeys(" ".join(text.split())[:LONGEST_MESSAGE] for text in _find(body, declared, 0))
    return tuple(text for text in found if text)[:MOST_MESSAGES]


def find_identifier(body: Any) -> str | None:  # noqa: ANN401 - any JSON value.
    """Return what a failure's body calls the exchange; None where it has no such member."""
    if not isinstance(body, dict):
        return None
    return next((v for k, v in body.items() if _bare(k) in IDENTIFIERS and isinstance(v, str) and v), None)


def _bare(name: str) -> str:
    return "".join(filter(str.isalpha, name)).lower()


def _find(body: Any, declared: str, depth: int) -> Iterator[str]:  # noqa: ANN401 - as above.
    if depth > DEEPEST or body is None or isinstance(body, bool):
        return
    if isinstance(body, str):
        title = TITLE.search(body) if body.lstrip().startswith("<") else None
        if not body.lstrip().startswith("<"):
            yield body
        elif title:
            yield title[1]
    elif isinstance(body, list):
        for entry in body[:MOST_MESSAGES]:
            yield from _find(entry, declared, depth + 1)
    elif isinstance(body, dict):
        yield from _find_in(body, declared, depth)
    elif depth:
        yield str(body)


def _find_in(body: dict[str, Any], declared: str, depth: int) -> Iterator[str]:
    """Yield what an object says: its best words, then those of the failures inside it."""
    members = {_bare(key): value for key, value in body.items() if value not in (None, "", [], {})}
    names = (_bare(declared), *WORDS) if declared else WORDS
    words = next(
        (found for name in names if name in members and (found := [*_said(members[name], declared, depth)])), []
    )
    yield from words
    for name in PARTS:
        part = members.get(name)
        if isinstance(part, dict) and not {*map(_bare, part)} & {*WORDS, *PARTS}:
            # What is wrong with each member of the request: ASP.NET, Rails and others.
            for key, value in part.items():
                for text in _find(value, declared, depth + 1):
                    yield f"{key}: {text}"
        elif isinstance(part, dict | list) or (isinstance(part, str) and not words):
            yield from _find(part, declared, depth + 1)
    for name in AROUND:
        if isinstance(members.get(name), dict) and not words:
            yield from _find(members[name], declared, depth + 1)
    if not words and not depth and isinstance(members.get("code"), str):
        yield members["code"]


def _said(value: Any, declared: str, depth: int) -> Iterator[str]:  # noqa: ANN401 - any JSON value.
    """Yield the texts that a member for words holds."""
    if depth > DEEPEST:
        return
    if isinstance(value, dict) and not {*map(_bare, value)} & {*WORDS, *PARTS}:
        for key, entry in value.items():
            for text in _find(entry, declared, depth + 1):
                yield f"{key}: {text}"
    elif isinstance(value, list):
        for entry in value[:MOST_MESSAGES]:
            yield from _said(entry, declared, depth + 1)
    else:
        yield from _find(value, declared, depth + 1)
