"""Query parameters that only the prose shows: "`/books?author=Poe` lists the books of that author"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docpact.dialects.sections.request_line import RequestLine
from docpact.dialects.sections.roles import Role, Taken
from docpact.dialects.statements import FieldStatement, Source, TypeStatement
from docpact.dialects.words.paths import is_path_of
from docpact.read.page import Paragraph, Style

# The path may be left out: `?status=DELETED`.
SHOWN = re.compile(r"(?:https?://[^/\s?]+)?(?P<path>/[^\s?]*)?\?(?P<query>[\w.-]+=[^\s&]*(?:&[\w.-]+=[^\s&]*)*)")

WORD = re.compile(r"(?!(?:true|false|null|-?\d+(?:\.\d+)?)$)[^<>{}\[\]]+", re.IGNORECASE)


def query_in_prose(
    taken: Sequence[Taken], line: RequestLine, known: Sequence[FieldStatement]
) -> Iterator[FieldStatement]:
    """Yield the parameters of query strings behind the operation's own path, for names that nothing lists.

    Whoever shows the request without them calls them optional.
    """
    names = {one.name.lower() for one in known} | {name.lower() for name, _ in line.query}
    for one in taken:
        block = one.found.block
        if one.role is not Role.REST or not isinstance(block, Paragraph) or one.found.about.example:
            continue
        for span in block.text.spans:
            match = SHOWN.fullmatch(span.text.strip()) if span.style is Style.LITERAL else None
            if match is None or not _is_own(match["path"] or "", line):
                continue
            for pair in match["query"].split("&"):
                name, _, value = pair.partition("=")
                if name.lower() not in names:
                    names.add(name.lower())
                    yield FieldStatement(
                        name=name,
                        location="query",
                        # Digits may be a number's or a word's; all else is a word.
                        type=TypeStatement(words=block.text, type="string") if WORD.fullmatch(value) else None,
                        required=False,
                        words=block.text,
                        source=Source.PROSE,
                        origin=block.text.origin,
                    )


def _is_own(path: str, line: RequestLine) -> bool:
    """Tell whether a path is the operation's, or the end of it that names its resource."""
    return not path or line.path.endswith(path) or is_path_of(line.path, path, anywhere=True)
