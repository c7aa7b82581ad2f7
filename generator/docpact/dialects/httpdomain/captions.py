"""Words before a block → what the block is, as pages caption their samples and tables."""

from __future__ import annotations

import re
from typing import Literal

from docpact.dialects.httpdomain.vocabulary import EXAMPLE_WORDS, REQUEST_WORDS, RESPONSE_WORDS
from docpact.read.page import Paragraph, Style, Text

Direction = Literal["request", "response"]
LONGEST = 90


def caption_direction(words: str) -> Direction | None:
    """Return what the words announce; of a request and a response the one that is named first."""
    request, response = REQUEST_WORDS.search(words), RESPONSE_WORDS.search(words)
    if request and response:
        # `Response to the request`, `Request body`, `Exemple de requête`.
        return "request" if request.start() < response.start() else "response"
    return "request" if request else "response" if response else None


def is_bold(text: Text) -> bool:
    """Tell whether a text is bold from end to end, a colon at its end apart."""
    marked = [span for span in text.spans if span.text.strip(" :\n")]
    return bool(marked) and all(span.style is Style.STRONG for span in marked)


def is_caption(block: Paragraph) -> bool:
    """Tell whether a paragraph only announces the sample after it: bold, or a few words that name one."""
    words = block.text.plain
    if is_bold(block.text):
        return True
    short = len(words) <= LONGEST and (words.endswith(":") or len(words.split()) <= 4)  # noqa: PLR2004
    return short and bool(
        EXAMPLE_WORDS.search(words) or (caption_direction(words) and not re.search(r"\w[.!?]\s", words))
    )


def caption_title(text: Text) -> str:
    """Return the caption without the colon or comma at its end."""
    return text.plain.rstrip(" :,")
