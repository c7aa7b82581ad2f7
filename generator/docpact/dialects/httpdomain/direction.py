"""Which of `<` and `>` means "sent" in a documentation.

In the code of sphinxcontrib-httpdomain up to 2.0.0 `<json` and `<header` are what a request sends and `>` is what
comes back; 2.1.0 turned both round. Pages don't say for which release they were written, but many of their fields
leave no doubt: only requests have `Accept`, only responses have `Location`, and a GET sends no properties.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.httpdomain.vocabulary import NEVER_BODY, REQUEST_ONLY_HEADERS, RESPONSE_ONLY_HEADERS
from docpact.read.page import Directive, FieldList, walk_blocks

Sign = Literal["<", ">"]
SENT: Sign = "<"
"""What is taken where nothing tells: nearly all pages were written before 2.1.0."""

LEAST = 3
"""How many properties of a GET must say so where no header does: one or two are slips."""


@dataclass(frozen=True, slots=True)
class Clue:
    """A field that only makes sense if its sign means one thing."""

    sent: Sign
    """The sign that must mean "sent"."""
    words: str
    origin: Origin


def find_direction(directives: Iterable[Directive], report: Report) -> Sign:
    """Return the sign for "sent" that most fields agree with; those that don't are reported where it matters.

    Headers alone decide, since they leave no doubt; properties of a GET are asked only where no header speaks.
    """
    headers: list[Clue] = []
    properties: list[Clue] = []
    for directive in directives:
        for clue in _clues(directive):
            (headers if "header" in clue.words.split(" ", 1)[0] else properties).append(clue)
    clues = headers or properties
    turned = [clue for clue in clues if clue.sent != SENT]
    if len(turned) * 2 <= len(clues) or (not headers and len(turned) < LEAST):
        for clue in turned if headers else ():
            message = f"`:{clue.words}:` stands on the other side than the header of that name travels"
            report(Diagnostic(code="direction-contradicted", message=message, origin=clue.origin))
        return SENT
    first = turned[0]
    count = f"{len(turned)} of {len(clues)} fields such as `:{first.words}:`"
    message = f"`>` is read as sent and `<` as received, as {count} say"
    report(Diagnostic(code="direction-turned", message=message, origin=first.origin))
    return ">"


def _clues(directive: Directive) -> Iterable[Clue]:
    never = directive.name.rpartition(":")[2].upper() in NEVER_BODY
    for block in walk_blocks(directive.blocks):
        if not isinstance(block, FieldList):
            continue
        for field in block.fields:
            words = field.name.plain
            sign, name = words[:1], words[1:].split(" ", 1)[0]
            if sign not in {"<", ">"}:
                continue
            own: Sign = "<" if sign == "<" else ">"
            other: Sign = ">" if sign == "<" else "<"
            header = words.rpartition(" ")[2].lower()
            received = header in RESPONSE_ONLY_HEADERS if name == "header" else never and name.startswith("json")
            if name == "header" and header in REQUEST_ONLY_HEADERS:
                yield Clue(own, words, field.origin)
            elif received:
                yield Clue(other, words, field.origin)
