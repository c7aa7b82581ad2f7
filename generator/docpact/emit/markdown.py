"""Running text → CommonMark, with links that lead into the emitted document or out of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from docpact.plain_text import code_span
from docpact.read.page import Block, Link, LinkKind, Note, Paragraph, Span, Style, Text

LinkTarget: TypeAlias = Callable[[Link], str]
"""What a link becomes: an address, or nothing where it leads to nothing that a reader of the document has."""

# What these directives begin with on a page that Sphinx shows; their first words are the version.
VERSIONS = {
    "versionadded": "New in version", "versionchanged": "Changed in version", "deprecated": "Deprecated since version",
}  # fmt: skip
# `_` and `&` mean something at the edge of a word and before an entity's name only; names keep theirs.
SPECIAL = re.compile(r"([\\`*\[\]<>~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w{1,40};))")
AT_START = re.compile(r"^(\d*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|(?<=\d)[.)](?=\s|$)|>|={3,}|-{3,}|\|)")
# Other schemes could run code in whatever shows the description.
SAFE_URL = re.compile(r"(https?://|mailto:)[^\s<>()]+", re.IGNORECASE)


def format_blocks(blocks: Sequence[Block], target: LinkTarget) -> str:
    """Return the blocks as CommonMark: paragraphs, lists, and notes as quotes that begin with their kind."""
    parts: list[str] = []
    in_list = False
    for block in blocks:
        if isinstance(block, Paragraph):
            text = format_text(block.text, target)
            if not text:
                continue
            if block.depth:
                line = f"{'  ' * (block.depth - 1)}- {text}"
                if in_list:
                    parts[-1] += f"\n{line}"
                else:
                    parts.append(line)
            else:
                parts.append(text)
            in_list = bool(block.depth)
        elif isinstance(block, Note):
            inner = format_blocks(block.blocks, target)
            if inner:
                quoted = f"**{VERSIONS.get(block.kind, block.kind.capitalize())}:** {inner}".replace("\n", "\n> ")
                parts.append(f"> {quoted}".replace("> \n", ">\n"))
            in_list = False
    return "\n\n".join(parts)


def format_text(text: Text, target: LinkTarget) -> str:
    """Return one paragraph on one line."""
    joined = "".join(_span(span, target) for span in text.spans)
    return AT_START.sub(r"\1\\\2", " ".join(joined.split()))


def allowed_url(url: str) -> str:
    """Return the URL where a description may link to it, else nothing."""
    return url if SAFE_URL.fullmatch(url) else ""


def _span(span: Span, target: LinkTarget) -> str:
    words = span.text.strip()
    if not words:
        return span.text
    before, after = span.text[: len(span.text) - len(span.text.lstrip())], span.text[len(span.text.rstrip()) :]
    return f"{before}{_marked(span, words, target)}{after}"


def _marked(span: Span, words: str, target: LinkTarget) -> str:
    address = target(span.link) if span.link else ""
    match span.style:
        case Style.LITERAL:
            marked = code_span(words)
        case Style.STRONG:
            marked = f"**{escape(words)}**"
        case Style.EMPHASIS:
            marked = f"*{escape(words)}*"
        case _:
            marked = escape(words)
    if span.link and span.link.kind is LinkKind.URL and not address:
        return marked
    return f"[{marked}]({address})" if address else marked


def escape(words: str) -> str:
    """Return the words with everything that CommonMark or HTML would read as markup made plain."""
    return SPECIAL.sub(r"\\\1", words)
