"""General pages → what holds for the whole API."""

from __future__ import annotations

import re

from docpact.model.drafts import note_texts
from docpact.model.types import RateLimit
from docpact.model.vocabulary import SECONDS
from docpact.read import DocumentationTree, PageKind

# `700 requests per 1-hour window`, `100 requests a minute`
RATE = re.compile(
    r"\b(?P<count>\d+) requests? (?:per|a|an|every|in)\s+(?:(?P<number>\d+)[- ])?(?P<unit>second|minute|hour|day)",
    re.IGNORECASE,
)


def find_rate_limit(tree: DocumentationTree) -> RateLimit | None:
    """Return how many requests a caller has in how long; None where no general page says so in a form that is known."""
    for page in tree.of_kind(PageKind.GENERAL):
        for section in page.sections:
            for text in note_texts(section.blocks):
                if found := RATE.search(text.plain):
                    seconds = int(found["number"] or 1) * SECONDS[found["unit"].lower()]
                    return RateLimit(requests=int(found["count"]), seconds=seconds, origin=text.origin)
    return None
