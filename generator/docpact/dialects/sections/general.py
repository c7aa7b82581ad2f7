"""General pages → what holds for the whole API."""

from __future__ import annotations

import re

from docpact.dialects.sections.fields import note_texts
from docpact.dialects.sections.kinds import Kind, Topics
from docpact.dialects.statements import RateLimitStatement
from docpact.dialects.words.units import SECONDS

# `700 requests per 1-hour window`, `100 requests a minute`
RATE = re.compile(
    r"\b(?P<count>[0-9]{1,9}) requests? (?:per|a|an|every|in)\s+"
    r"(?:(?P<number>[0-9]{1,9})[- ])?(?P<unit>second|minute|hour|day)",
    re.IGNORECASE,
)


def find_rate_limit(topics: Topics) -> RateLimitStatement | None:
    """Return how many requests a caller has in how long; None where no general page says so in a form that is known."""
    for topic in topics.of_kind(Kind.GENERAL):
        for section in topic.sections:
            for text in note_texts(section.blocks):
                if found := RATE.search(text.plain):
                    seconds = int(found["number"] or 1) * SECONDS[found["unit"].lower()]
                    return RateLimitStatement(requests=int(found["count"]), seconds=seconds, origin=text.origin)
    return None
