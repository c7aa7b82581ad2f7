"""Sentences that name a method and a path."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docpact.diagnostics import Report
from docpact.dialects.sections.line_titles import METHOD_CAPITALS
from docpact.dialects.sections.request_line import LINE_ALONE, METHOD, PATH_ALONE
from docpact.dialects.sections.spots import LONGEST_LINE, Spot, make_lines
from docpact.read.page import Block, DefinitionList, FieldList, Paragraph, Sample, Style, Table, Text


def sentence_is_line(blocks: Sequence[tuple[int, Block]], report: Report) -> Iterator[Spot]:
    """Find sentences that name one method and one path, in one literal or in two."""
    for index, block in blocks:
        if isinstance(block, Sample | Table | FieldList | DefinitionList):
            return
        if not isinstance(block, Paragraph):
            continue
        marked = [span.text.strip() for span in block.text.spans if span.style is not Style.PLAIN and span.text.strip()]
        whole = [found for word in marked if (found := LINE_ALONE.fullmatch(word))]
        methods = [word for word in marked if METHOD_CAPITALS.fullmatch(word)]
        paths = [
            word for word in marked if word.startswith(("/", "http://", "https://")) and PATH_ALONE.fullmatch(word)
        ]
        if len(whole) == 1 and not methods:
            lines = make_lines(whole[0]["methods"], whole[0]["url"], block.text.origin, report)
        elif len(methods) == 1 and len(set(paths)) == 1 and not whole:
            lines = make_lines(methods[0], paths[0], block.text.origin, report)
        elif (asked := _asked(block.text)) and len(set(paths)) == 1 and not whole:
            # "Make a GET request to /books": the method needs no mark.
            lines = make_lines(asked["method"].upper(), paths[0], block.text.origin, report)
        else:
            continue
        if lines:
            rule = SENTENCE_THAT_ASKS if _asked(block.text) else "sentence"
            yield Spot(index=index, lines=lines, rule=rule, certain=False)


def _asked(text: Text) -> re.Match[str] | None:
    """Return the beginning of a sentence that asks for a request, with its method; None for another sentence."""
    words = text.plain[:LONGEST_LINE]
    return ASKED.match(words) or BARE.match(words) or ASKED_LATER.search(words)


SENTENCE_THAT_ASKS = "sentence that asks for a request"
ASKED = re.compile(
    r"(?:To [^.]{1,80}, )?(?:make|send|issue|perform|submit|use|do|execute)s? (?:an? |the )?(?:HTTP )?"
    rf"(?P<method>{METHOD})\b(?: (?:HTTP )?(?:requests?|call|method))?",
    re.IGNORECASE,
)
# A later sentence that asks, or one that says how something is done: "Hosts are created by sending a PUT request to".
ASKED_LATER = re.compile(
    r"(?:(?<=[.!?] )(?:make|send|issue|perform|submit) an?"
    r"|(?:\bby |^)(?:making|sending|issuing|performing|submitting) an?)"
    rf" (?:HTTP )?(?P<method>{METHOD})\b(?: (?:HTTP )?(?:requests?|call|query))?(?= (?:to|on|at)\b)",
    re.IGNORECASE,
)
# "POST to /books"
BARE = re.compile(rf"(?P<method>{METHOD})(?: requests?)?(?: (?:to|on|at|from))? (?=/|https?://)")
