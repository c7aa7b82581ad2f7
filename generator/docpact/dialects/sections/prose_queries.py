"""Query parameters that only the prose shows: "`/books?author=Poe` lists the books of that author"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docpact.diagnostics import Diagnostic, Report
from docpact.dialects.sections.request_line import RequestLine
from docpact.dialects.sections.roles import Role, Taken
from docpact.dialects.statements import FieldStatement, Source, TypeStatement
from docpact.dialects.words.paths import is_path_of
from docpact.read.page import Paragraph, Style, Text

# The path may be left out: `?status=DELETED`.
SHOWN = re.compile(r"(?:https?://[^/\s?]+)?(?P<path>/[^\s?]*)?\?(?P<query>[\w.-]+=[^\s&]*(?:&[\w.-]+=[^\s&]*)*)")

PAIR = re.compile(r"[A-Za-z_][\w.-]*=[^\s&?]*")
IN_URI = re.compile(
    r"\b(?:ur[il]|query(?: string)?)\b.{0,80}\bparameters?\b|\bquery (?:parameters?|string)\b", re.IGNORECASE
)
MOST_CHARACTERS = 600
WORD = re.compile(r"(?!(?:true|false|null|-?\d+(?:\.\d+)?)$)[^<>{}\[\]]+", re.IGNORECASE)


def query_in_prose(
    taken: Sequence[Taken], line: RequestLine, known: Sequence[FieldStatement]
) -> Iterator[FieldStatement]:
    """Yield the parameters of query strings behind the operation's own path, for names that nothing lists.

    Whoever shows the request without them calls them optional.
    """
    names = {one.name.lower() for one in known} | {name.lower() for name, _ in line.query}
    names |= {name.lower() for name in line.placeholders}
    for one in taken:
        block = one.found.block
        if one.role is not Role.REST or not isinstance(block, Paragraph) or _shows_only(one):
            continue
        in_query = bool(IN_URI.search(block.text.plain[:MOST_CHARACTERS]))
        for span in block.text.spans:
            shown = span.text.strip() if span.style is Style.LITERAL else ""
            if in_query and PAIR.fullmatch(shown):
                # The sentence says of such a pair that it stands in the URI.
                shown = f"?{shown}"
            match = SHOWN.fullmatch(shown)
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


def _shows_only(one: Taken) -> bool:
    """Tell whether a paragraph stands under words for an example and speaks of no parameter itself."""
    block = one.found.block
    words = block.text.plain[:MOST_CHARACTERS] if isinstance(block, Paragraph) else ""
    return one.found.about.example and not re.search(r"\b(?:parameter|argument|option)s?\b", words, re.IGNORECASE)


def report_prose_only(
    taken: Sequence[Taken], line: RequestLine, fields: Sequence[FieldStatement], report: Report
) -> None:
    """Report each parameter that only a sentence names: "the optional ``limit`` parameter" may travel anywhere."""
    names = {name.lower() for one in fields for name in (one.name, *one.name.split("."))}
    names |= {name.lower() for name in (*line.placeholders, *(name for name, _ in line.query))}
    for one in taken:
        block = one.found.block
        if one.role is not Role.REST or not isinstance(block, Paragraph):
            continue
        for name in _named_in(block.text):
            if name.lower() not in names:
                names.add(name.lower())
                message = f"only a sentence speaks of the parameter `{name}`: it isn't in the document"
                report(Diagnostic(code="parameter-in-prose", message=message, origin=block.text.origin))


def _named_in(text: Text) -> Iterator[str]:
    """Yield the marked words that a sentence calls parameters, right before or behind them."""
    for index, span in enumerate(text.spans):
        if span.style is Style.PLAIN or span.link is not None or not PARAMETER_NAME.fullmatch(span.text.strip()):
            continue
        before = text.spans[index - 1].text if index else ""
        behind = text.spans[index + 1].text if index + 1 < len(text.spans) else ""
        if BEHIND.match(behind) or BEFORE.search(before):
            yield span.text.strip()


PARAMETER_NAME = re.compile(r"[A-Za-z_][\w.\[\]-]*")
BEHIND = re.compile(
    r"\s+(?:(?:query|url|uri|request|body|form|boolean|bool|optional|string)\s+)*(?:parameter|argument|option)\b",
    re.IGNORECASE,
)
# Words right before a name that call it a parameter, or say at the beginning of a sentence whether it must be given.
BEFORE = re.compile(
    r"\b(?:parameter|argument)s?(?:\s+(?:named|called))?:?\s+$|(?:^|[.:] )(?:optional(?:ly)?|required):\s+$",
    re.IGNORECASE,
)


def _is_own(path: str, line: RequestLine) -> bool:
    """Tell whether a path is the operation's, or the end of it that names its resource."""
    return not path or line.path.endswith(path) or is_path_of(line.path, path, anywhere=True)
