"""Headings and columns that are spelt nearly as a word that the rules know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import lru_cache

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.sections.columns import HEADINGS, bare_words
from docpact.read.page import Page, Table, walk_blocks

HEADING_WORDS = frozenset({
    "attribute", "attributes", "body", "bodies", "code", "codes", "error", "errors", "example", "examples", "field",
    "fields", "header", "headers", "parameter", "parameters", "path", "permission", "permissions", "properties",
    "property", "query", "request", "requests", "response", "responses", "return", "returns", "sample", "samples",
    "scope", "scopes", "status", "statuses",
})  # fmt: skip
COLUMN_WORDS = frozenset(word for words in HEADINGS.values() for word in words)
WORD = re.compile(r"[a-z]+")
# Words alone: a path or the name of a file has words of its own.
HEADING = re.compile(r"[A-Za-z]+( [A-Za-z]+){0,3}:?")
SHORTEST = 4
SHORTEST_WITH_SLIP = 6
"""A shorter word with another letter is another word: `stats` is no `status`."""
LIKE = 0.88
"""How alike a word is to the one that was meant."""


def find_misspellings(pages: Iterable[Page], report: Report) -> None:
    """Report each heading and column of the pages that is probably a misspelt word of the rules."""
    for page in pages:
        for section in page.sections:
            words = WORD.findall(section.title.lower()) if HEADING.fullmatch(section.title) else []
            for word in words:
                if meant := find_meant(word, HEADING_WORDS):
                    _report(f"the heading `{section.title}`", word, meant, section.heading.origin, report)
            for origin, column in _columns(walk_blocks(section.blocks)):
                if meant := find_meant(column, COLUMN_WORDS):
                    _report(f"the column `{column}`", column, meant, origin, report)


@lru_cache(maxsize=4096)
def find_meant(word: str, known: frozenset[str]) -> str:
    """Return the known word that a word is a slip of: letters in another order, or one or two wrong; empty for none.

    Pages have the same headings and columns over and over.
    """
    if word in known or len(word) < SHORTEST or word.removesuffix("s") in known or f"{word}s" in known:
        return ""
    same = [one for one in known if sorted(one) == sorted(word)]
    near = same or (get_close_matches(word, sorted(known), n=1, cutoff=LIKE) if len(word) >= SHORTEST_WITH_SLIP else [])
    # `requested` and `request`, `typed` and `type`: another form of a word isn't misspelt.
    return near[0] if near and not word.startswith(near[0]) and not near[0].startswith(word) else ""


def _columns(blocks: Iterable[object]) -> Iterator[tuple[Origin, str]]:
    for block in blocks:
        if isinstance(block, Table):
            words = [bare_words(word) for word in block.header]
            # A table of which no other column is known is about something else.
            if any(word in COLUMN_WORDS for word in words):
                yield from ((block.origin, word) for word in words)


def _report(what: str, word: str, meant: str, origin: Origin, report: Report) -> None:
    message = f"{what} says nothing that a rule knows; `{word}` is probably `{meant}`"
    report(Diagnostic(code="heading-misspelt", message=message, origin=origin))
