"""The media types of a response, and which of them a request gets."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docpact.document import covers, parse_media_type

JSON = "application/json"
CONCRETE = {"text": "text/plain", "image": "image/png", "*": JSON, "application": JSON}
"""What a range of media types is answered with."""
RANGE = re.compile(r"\s*([^\s;,]+)([^,]*)")
QUALITY = re.compile(r";\s*q\s*=\s*([01](?:\.\d{0,3})?)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """One media type of a response."""

    name: str
    """As it is sent: no range."""
    media: Mapping[str, Any]
    is_json: bool


def read_contents(response: Mapping[str, Any]) -> tuple[Content, ...]:
    """Return the media types of a response, JSON first."""
    found = [_read(name, media or {}) for name, media in (response.get("content") or {}).items()]
    return tuple(sorted(found, key=lambda content: not content.is_json))


def _read(name: str, media: Mapping[str, Any]) -> Content:
    parsed = parse_media_type(name)
    sent = name
    if parsed is not None and parsed.is_range:
        sent = CONCRETE.get(parsed.main, JSON if parsed.main == "*" else f"{parsed.main}/octet-stream")
        parsed = parse_media_type(sent)
    return Content(name=sent, media=media, is_json=parsed is not None and parsed.is_json)


def choose_content(contents: Sequence[Content], accept: str) -> Content | None:
    """Return the media type that a request wants most, the first one where it names none of them.

    Sending what was not asked for is allowed (RFC 9110, section 12.4.1), and says more than a refusal.
    """
    if not contents or not accept or len(contents) == 1:
        return contents[0] if contents else None
    ranked = [(-_quality(content.name, accept), at) for at, content in enumerate(contents)]
    return contents[min(ranked)[1]]


def _quality(name: str, accept: str) -> float:
    """Return how much a media type is wanted: by the most precise range that covers it."""
    found = [
        (match[1].count("*"), float(weight[1]) if (weight := QUALITY.search(match[2])) else 1.0)
        for match in RANGE.finditer(accept[:1000])
        if covers(match[1], name)
    ]
    return min(found, key=lambda one: one[0])[1] if found else 0.0
