"""The servers that pages name in words: an address beside *Base URL*, or after *requests are sent to*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from urllib.parse import urlsplit

from docpact.read.page import Block, DefinitionList, FieldList, Page, Paragraph, Sample, Table, walk_blocks

NAMED = re.compile(
    r"\b(?:base|root|server|service|api|production|staging|sandbox)[ -]{1,2}(?:ur[il]|address|root|host|server)\b"
    r"|\b(?:requests?|calls?) (?:are|is|must be|should be|have to be) (?:sent|made) to\b"
    r"|^the address(?: of the (?:server|api))? is\b|\baddress of the (?:server|api)\b",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"https?://[^\s`<>\"'(){}|\\^\[\]]{1,300}", re.IGNORECASE)
LONGEST = 300
"""Characters: a longer text speaks of something else as well."""


def find_servers(pages: Iterable[Page]) -> tuple[str, ...]:
    """Return the addresses that the pages call the API's, each once, in the order of the pages.

    A text counts where one of the words stands in it, and one address, without user, query or fragment: a paragraph,
    a table's row, a term or a field with what it says, a paragraph and the block below it.
    """
    texts = (text for page in pages for section in page.sections for text in _texts(section.blocks))
    return tuple(dict.fromkeys(address for text in texts if (address := _read(text))))


def _read(text: str) -> str:
    if len(text) > LONGEST or "://" not in text or not NAMED.search(text):
        return ""
    found = {address.rstrip(".,;:!?/") for address in ADDRESS.findall(text)}
    return next(iter(found)) if len(found) == 1 and all(map(_is_server, found)) else ""


def _is_server(address: str) -> bool:
    """Tell whether it can be one: a name without a dot is a machine in somebody's own network."""
    try:
        url = urlsplit(address)
        host, port = url.hostname or "", url.port
    except ValueError:
        return False
    public = host == "localhost" or "." in host
    return public and port != 0 and url.username is None and not url.query and not url.fragment


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in walk_blocks(blocks):
        match block:
            case Paragraph(text=text):
                yield text.plain
            case Table(rows=rows):
                yield from (" ".join(cell.plain for cell in row.cells) for row in rows)
            case DefinitionList(definitions=definitions):
                yield from (f"{one.term.plain} {_first(one.blocks)}" for one in definitions)
            case FieldList(fields=fields):
                yield from (f"{one.name.plain} {_first(one.blocks)}" for one in fields)
            case _:
                pass
    for above, below in pairwise(blocks):
        if isinstance(above, Paragraph) and isinstance(below, Sample) and above.text.plain.endswith(":"):
            yield f"{above.text.plain} {below.text.strip()}"


def _first(blocks: tuple[Block, ...]) -> str:
    return blocks[0].text.plain if blocks and isinstance(blocks[0], Paragraph) else ""
