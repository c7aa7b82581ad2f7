"""Texts of a format, of a length, or that match a pattern: the same every time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import permutations
from typing import Any

import jsonschema_rs

from docpact.mock.patterns import generate_texts

FORMATS = {
    "date-time": "2024-01-01T00:00:00.000Z", "date": "2024-01-01", "time": "12:00:00Z", "duration": "P1D",
    "uuid": "00000000-0000-4000-8000-000000000001", "email": "someone@example.com", "idn-email": "someone@example.com",
    "hostname": "example.com", "idn-hostname": "example.com", "ipv4": "192.0.2.1", "ip": "192.0.2.1",
    "ipv6": "2001:db8::1", "cidr": "192.0.2.0/24", "mac": "00:00:5e:00:53:01",
    "uri": "https://example.com/", "url": "https://example.com/", "iri": "https://example.com/",
    "uri-reference": "/example", "iri-reference": "/example", "uri-template": "/examples/{id}",
    "json-pointer": "/example", "relative-json-pointer": "0", "regex": "^.*$",
    "byte": "dGV4dA==", "base64": "dGV4dA==", "base64url": "dGV4dA", "phone": "+15550100",
}  # fmt: skip
"""Names and addresses are those that are kept for examples (RFC 2606, RFC 5737, RFC 3849)."""
LONGEST_TEXT = 10_000
"""A document may ask for any number of characters; nobody needs more of a made-up text."""
PLAIN = (
    "text", "a", "A", "Text", "TEXT", "1", "12", "123", "abc", "ABC", "a1", "a-1", "a_1", "a.b", "a/b", "/a", "1.0.0",
    "+15550100", "#336699", "a@example.com", "1:2", "00", "en", "EN", "en-US", "USD", "1.5", "v1", "sha256:0", "{}",
    *FORMATS.values(),
)  # fmt: skip
"""What most patterns mean, which reads better than what a generator makes."""
LIMIT, BACKTRACKS = 300_000, 20_000
"""Bytes of a compiled pattern, and steps of a match: whoever makes a text for it needs no more than that."""


@lru_cache(4096)
def make_text(form: str, patterns: tuple[str, ...], least: int, most: int | None) -> str:
    """Return a text of a format, empty for none, that matches all patterns and is neither shorter nor longer.

    Where there is no such text, or none is found soon, it fits in length only.
    """
    least = min(least, LONGEST_TEXT)
    usual = _stretch(FORMATS.get(form, "text"), least, most)
    if not patterns:
        return usual
    fallback = "12345"[: 5 if most is None else most].ljust(least, "6")
    validator = _compile(form, patterns, least, most)
    if validator is None:
        return fallback
    return next((text for text in _candidates(usual, fallback, patterns, least, most) if validator(text)), fallback)


def _compile(form: str, patterns: Sequence[str], least: int, most: int | None) -> Any:  # noqa: ANN401 - a predicate.
    limits = {"minLength": least} if most is None else {"minLength": least, "maxLength": most}
    schema = {"type": "string", "format": form, **limits, "allOf": [{"pattern": pattern} for pattern in patterns]}
    options = jsonschema_rs.FancyRegexOptions(backtrack_limit=BACKTRACKS, size_limit=LIMIT)
    try:
        return jsonschema_rs.Draft202012Validator(schema, validate_formats=True, pattern_options=options).is_valid
    except ValueError:
        return None


def _candidates(
    usual: str, fallback: str, patterns: Sequence[str], least: int, most: int | None
) -> Iterator[str]:  # fmt: skip
    yield fallback
    yield usual
    yield from PLAIN
    for pattern in patterns:
        yield from (_stretch(text, least, most) for text in generate_texts(pattern, least))
    for text in PLAIN[:6]:
        yield _stretch(text, least, most)
    # A beginning and an end, each said by a pattern of its own.
    for one, other in permutations(patterns, 2):
        yield from (
            f"{first}{last}" for first in generate_texts(one, count=2) for last in generate_texts(other, count=2)
        )


def _stretch(text: str, least: int, most: int | None) -> str:
    return text.ljust(least, "x")[:most]
