"""`curl` lines that are the request lines of a documentation that has hardly any others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docpact.diagnostics import Diagnostic, Origin
from docpact.dialects.sections.request_line import METHOD, PATH_ALONE, RequestLine, parse_address
from docpact.dialects.sections.spots import Spot
from docpact.dialects.words.calls import CURL, parse_curl
from docpact.read.page import Block, Sample

CALL_RULE = "call with variables"
# `$SERVER_URL`, `${API}`, `https://$HOST`, `{{server}}`: a call of any server.
ANY_SERVER = re.compile(r"(?:https?://)?(?:\$\{?[A-Za-z_]\w*\}?|\{\{?\s*\w+\s*\}?\}|<\w+>)(?::\d+)?(?=/)")
# A variable of the shell.
VARIABLE = re.compile(r"\$\{?([A-Za-z_]\w*)\}?")
PROMPT = re.compile(r"\s*[$%>#]\s+(?=curl\b)")
# Pages and sections for people: a call there is a step of a guide.
GUIDE_TITLE = re.compile(
    r".*\b(?:getting started|quick ?start|tutorials?|introduction|overview|authenticat\w+|authori[sz]\w+"
    r"|install\w*|examples?|samples?|how to use|usage|basics|about|errors?|pagination|rate limit\w*)\b.*",
    re.IGNORECASE,
)


def calls_in(blocks: Sequence[tuple[int, Block]]) -> Iterator[Spot]:
    """Find calls of any server: their address begins with a variable for it, so they are templates, no examples.

    A call of one server shows an operation with values; that of `$SERVER/api/books/$ID` names it.
    """
    for index, block in blocks:
        lines = [line for text, origin in call_texts(block) if (line := _template(text, origin)) is not None]
        if lines:
            yield Spot(index=index, lines=tuple(lines), rule=CALL_RULE, certain=False)


def is_guide(title: str) -> bool:
    """Tell whether a title is one of a text for people, whose calls are steps."""
    return bool(GUIDE_TITLE.fullmatch(title[:120]))


def call_texts(block: Block) -> Iterator[tuple[str, Origin]]:
    """Yield the `curl` calls of a literal block, with the lines that they go on in: what sets variables is left out."""
    if not isinstance(block, Sample):
        return
    held: list[str] = []
    begun = 0
    for offset, line in enumerate(block.text.splitlines()):
        if not held:
            prompt = PROMPT.match(line)
            line = line[prompt.end() :] if prompt else line  # noqa: PLW2901 - the line without its prompt.
            if not CURL.match(line):
                continue
            begun = offset
        held.append(line)
        if not line.rstrip().endswith("\\"):
            yield "\n".join(held), Origin(block.origin.path, block.origin.line + begun)
            held = []


def _template(text: str, origin: Origin) -> RequestLine | None:
    """Return the request line that a call is; None where its address doesn't begin with a variable for the server."""
    call = parse_curl(text, origin, _ignore)
    server = ANY_SERVER.match(call.url) if call is not None else None
    if call is None or server is None or not re.fullmatch(METHOD, call.method):
        return None
    address = VARIABLE.sub(r"{\1}", call.url[server.end() :].replace("\\", ""))
    path, _, query = address.partition("?")
    if not PATH_ALONE.fullmatch(path) or path == "/":
        return None
    return parse_address(call.method, f"{path}?{query}" if query else path, origin)


def _ignore(_: Diagnostic) -> None:
    """Pass over a diagnostic: the call is read once more as a sample."""
